// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/source_files.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

#include <entente/gazetteer/image.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

namespace fs = std::filesystem;

bool is_yaml(const fs::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

void add_folder(const std::string& folder, std::vector<SourceFile>& files) {
    std::error_code problem;
    fs::recursive_directory_iterator entry(folder, problem);
    const fs::path root = fs::path(folder).lexically_normal();
    const fs::path name = root.has_filename() ? root.filename() : root.parent_path().filename();
    std::string reached = folder;
    for (; !problem && entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
        const fs::path& path = entry->path();
        std::error_code ignored;
        if (entry->is_directory(ignored)) reached = path.string();
        if (!is_yaml(path) || path.filename().native().starts_with('.') || entry->is_directory(ignored)) continue;
        if (entry->is_other(ignored))
            throw Error(error_in(path.string(), "this is a pipe or a device, no file", "move it out of the folder"));
        const auto below = path.lexically_normal().lexically_relative(root);
        files.push_back({path.string(), (name == "." ? below : name / below).generic_string()});
    }
    if (problem) throw Error(error_in(reached, "the folder cannot be read: " + problem.message()));
}

}  // namespace

std::vector<SourceFile> source_files(const std::vector<std::string>& paths) {
    std::vector<SourceFile> files;
    for (const auto& path : paths) {
        std::error_code problem;
        const auto status = fs::status(path, problem);
        if (fs::is_directory(status))
            add_folder(path, files);
        else if (!fs::status_known(status))
            throw Error(error_in(path, "cannot be opened: " + problem.message()));
        else if (!fs::exists(status))
            throw Error(error_in(path, "no such file or folder", "name a YAML file or a folder of them"));
        else if (!is_image(path))
            files.push_back({path, fs::path(path).filename().string()});
    }
    // A folder and a file inside it may both be named; what is read must not depend on the order of naming.
    std::vector<std::pair<fs::path, SourceFile>> found;
    for (auto& file : files) found.emplace_back(fs::weakly_canonical(file.path), std::move(file));
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first, a.second.label.size()) < std::pair(b.first, b.second.label.size());
    });
    found.erase(
        std::unique(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first == b.first; }),
        found.end());
    files.clear();
    for (auto& [path, file] : found) files.push_back(std::move(file));
    std::stable_sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
    return files;
}

}  // namespace entente
