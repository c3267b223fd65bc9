// SPDX-License-Identifier: Apache-2.0
#include "image_cache.hpp"

#include <entente/export/output.hpp>
#include <entente/gazetteer/source_files.hpp>
#include <entente/text/diagnostic.hpp>
#include <entente/text/file.hpp>
#include <entente/text/fold.hpp>
#include "gazetteer_in_use.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_images = 8;

/// The folder of the cache, which may not be there; empty when nobody says where.
fs::path cache_folder() {
    const auto* cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && *cache == '/') {  // a relative path is to be ignored, says the standard
        return fs::path(cache) / "entente";
    }
    const auto* home = std::getenv("HOME");
    return home != nullptr && *home != '\0' ? fs::path(home) / ".cache" / "entente" : fs::path();
}

fs::path file_of(const std::string& key) {
    const auto folder = cache_folder();
    return key.empty() || folder.empty() ? fs::path() : folder / (key + ".entente");
}

/// Another build of the program may compile otherwise.
std::string this_program() {
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error);
    const auto size = fs::file_size(program, error);
    const auto written = fs::last_write_time(program, error).time_since_epoch().count();
    return error ? "" : std::to_string(size) + ' ' + std::to_string(written);
}

void let_go_of_oldest(const fs::path& folder) {
    std::vector<std::pair<fs::file_time_type, fs::path>> images;
    for (const auto& file : fs::directory_iterator(folder)) {
        if (file.path().extension() == ".entente") {
            images.emplace_back(file.last_write_time(), file.path());
        }
    }
    std::sort(images.begin(), images.end());
    for (std::size_t i = 0; i + most_images < images.size(); ++i) {
        fs::remove(images[i].second);
    }
}

}  // namespace

std::string cache_key(const std::vector<std::string>& paths, const std::string& shipped) {
    auto text = this_program();
    if (text.empty()) {
        return {};
    }
    const auto add = [&](const std::string& label, std::uint64_t hash) {
        text += '\n' + label + ' ' + hash_text(hash);
    };
    for (const auto& folder : {paths, {shipped + "/languages"}}) {
        for (const auto& file : source_files(folder)) {
            add(file.label, entente::hash_of(read_whole_file(file.path)));
        }
    }
    for (const auto& path : paths) {
        if (is_image(path)) {
            add("compiled", Image::open(path).source_hash());
        }
    }
    return hash_text(entente::hash_of(text));
}

std::optional<Image> cached_image(const std::string& key) {
    const auto file = file_of(key);
    std::error_code error;
    if (file.empty() || !fs::exists(file, error)) {
        return {};
    }
    try {
        auto image = Image::open(file.string());
        fs::last_write_time(file, fs::file_time_type::clock::now(), error);
        return image;
    } catch (const Error&) {
        return {};  // it is written anew
    }
}

void keep_image(const std::string& key, const Image& image) {
    const auto path = file_of(key);
    if (path.empty()) {
        return;
    }
    try {
        fs::create_directories(path.parent_path());
        AtomicFile file(path.string());
        file.output().append(image.bytes());
        file.commit();
        let_go_of_oldest(path.parent_path());
    } catch (const Error&) {
        return;  // nothing can be kept there
    } catch (const fs::filesystem_error&) {
        return;  // nor can it, or another run let go of the same files
    }
}

}  // namespace entente::cli
