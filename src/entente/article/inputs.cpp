// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include <entente/article/reader.hpp>
#include <entente/text/archive.hpp>
#include <entente/text/unpack.hpp>

namespace entente {
namespace {

namespace fs = std::filesystem;

struct Found {
    Input input;
    fs::path real;  // the file itself, whatever way led to it
};

std::string all_suffixes() {
    std::string list;
    for (const auto& reader : readers()) {
        for (const auto suffix : reader.suffixes) list += (list.empty() ? "" : ", ") + std::string(suffix);
    }
    list += ", also under";
    for (const auto suffix : packing_suffixes()) list += (list.ends_with('r') ? " " : ", ") + std::string(suffix);
    return list + ", and from .zip and .tar archives";
}

std::string unknown_suffix_hint(const fs::path& path) {
    std::vector<std::string_view> choices;
    for (const auto& reader : readers()) choices.insert(choices.end(), reader.suffixes.begin(), reader.suffixes.end());
    const auto typed = fs::path(without_packing(path.native())).extension().string();
    const auto nearest = nearest_of(typed, choices);
    const auto guess = nearest.empty() ? "" : "did you mean " + in_quotes(nearest) + "? ";
    return guess + "Articles are read from " + all_suffixes() + "; from standard input with \"-\"";
}

/// Gathers the files behind the paths that were named.
class Search {
public:
    explicit Search(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void add(const std::string& path);
    [[nodiscard]] std::vector<Input> take();

private:
    void add_folder(const fs::path& folder, const fs::path& below);
    void add_file(const fs::path& path, std::string id, const Reader* reader);

    Diagnostics& diagnostics_;
    std::vector<Found> found_;
};

void Search::add_file(const fs::path& path, std::string id, const Reader* reader) {
    std::error_code problem;
    auto real = fs::canonical(path, problem);
    if (problem)
        diagnostics_.push_back(error_in(path.string(), "cannot be opened: " + problem.message()));
    else
        found_.push_back({{path.string(), std::move(id), reader}, std::move(real)});
}

void Search::add_folder(const fs::path& folder, const fs::path& below) {
    std::error_code problem;
    fs::directory_iterator entry(folder, problem);
    for (; !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        const auto name = entry->path().filename();
        if (name.native().starts_with('.')) continue;
        std::error_code ignored;
        // A link to a folder may lead back up; only folders themselves are entered.
        if (entry->is_directory(ignored)) {
            if (!entry->is_symlink(ignored)) add_folder(entry->path(), below / name);
        } else if (const auto* reader = reader_of(name.native()); reader != nullptr || is_archive_name(name.native())) {
            // Whoever opens a pipe that nobody writes into waits for ever.
            if (entry->is_other(ignored))
                diagnostics_.push_back(warning_in(entry->path().string(),
                                                  "skipped: this is a pipe or a device, no file",
                                                  "name it as an argument to have it read"));
            else
                add_file(entry->path(), (below / name).generic_string(), reader);
        }
    }
    if (problem) diagnostics_.push_back(error_in(folder.string(), "the folder cannot be read: " + problem.message()));
}

void Search::add(const std::string& path) {
    if (path == "-") {
        found_.push_back({{path, "stdin"}, path});
        return;
    }
    std::error_code problem;
    const auto status = fs::status(path, problem);
    if (!fs::exists(status)) {
        const bool missing = status.type() == fs::file_type::not_found;
        diagnostics_.push_back(
            error_in(path, missing ? "no such file or folder" : "cannot be opened: " + problem.message()));
    } else if (fs::is_directory(status)) {
        const auto before = found_.size();
        const auto faults = diagnostics_.size();
        add_folder(path, {});
        if (found_.size() > before || diagnostics_.size() > faults) return;
        diagnostics_.push_back(
            warning_in(path, "no article in this folder", "articles are files that end in " + all_suffixes()));
    } else if (const auto* reader = reader_of(fs::path(path).filename().native());
               reader != nullptr || is_archive_name(path)) {
        add_file(path, fs::path(path).filename().generic_string(), reader);
    } else {
        diagnostics_.push_back(error_in(path, "unknown kind of file", unknown_suffix_hint(path)));
    }
}

// Puts the name of one more folder in front of every id that another input has too, until all differ.
void tell_apart(std::vector<Found>& found) {
    for (bool changed = true; changed;) {
        changed = false;
        std::map<std::string, std::vector<Found*>> by_id;
        for (auto& row : found) by_id[row.input.id].push_back(&row);
        for (auto& [id, rows] : by_id) {
            if (rows.size() < 2) continue;
            const auto parts = 1 + std::count(id.begin(), id.end(), '/');
            for (auto* row : rows) {
                auto folder = row->real;
                for (auto i = parts; i > 0; --i) folder = folder.parent_path();
                if (!folder.has_filename()) continue;
                row->input.id = (folder.filename() / id).generic_string();
                changed = true;
            }
        }
    }
}

std::vector<Input> Search::take() {
    // One file that was named in two ways has the longer id, which says more; then nothing hangs on their order.
    std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
        if (a.real != b.real) return a.real < b.real;
        if (a.input.id.size() != b.input.id.size()) return a.input.id.size() > b.input.id.size();
        return std::pair(a.input.id, a.input.path) < std::pair(b.input.id, b.input.path);
    });
    const auto same = [](const Found& a, const Found& b) { return a.real == b.real; };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    tell_apart(found_);
    std::vector<Input> inputs;
    for (auto& row : found_) inputs.push_back(std::move(row.input));
    std::sort(inputs.begin(), inputs.end(),
              [](const Input& a, const Input& b) { return std::pair(a.id, a.path) < std::pair(b.id, b.path); });
    return inputs;
}

}  // namespace

std::vector<Input> find_inputs(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
    Search search(diagnostics);
    for (const auto& path : paths) search.add(path);
    return search.take();
}

}  // namespace entente
