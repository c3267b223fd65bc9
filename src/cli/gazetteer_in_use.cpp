// SPDX-License-Identifier: Apache-2.0
#include "gazetteer_in_use.hpp"

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/tag/compile.hpp>
#include <entente/text/diagnostic.hpp>
#include <entente/text/file.hpp>
#include "image_cache.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace entente::cli {
namespace {

/// FNV-1a, 64 bits.
std::uint64_t hash_of_bytes(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : bytes) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
    return hash;
}

bool is_yaml(const std::filesystem::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

}  // namespace

std::string shipped_gazetteer() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto folder = (program.parent_path() / ENTENTE_GAZETTEER).lexically_normal();
    if (error || !std::filesystem::is_directory(folder, error)) {
        throw Error("the shipped gazetteer is not beside the program: no folder " + folder.string(),
                    "say where the names are with --gazetteer PATH");
    }
    return folder.string();
}

std::vector<std::string> gazetteer_paths(const std::vector<std::string>& paths) {
    std::vector<std::string> found;
    for (const auto& path : paths) {
        found.push_back(path == "default" ? shipped_gazetteer() : path);
    }
    if (found.empty()) {
        found.push_back(shipped_gazetteer());
    }
    return found;
}

std::vector<Language> languages_for(const std::vector<std::string>& paths, Diagnostics& faults) {
    const auto shipped_names = shipped_gazetteer();
    auto languages = read_languages(paths, faults);
    if (std::find(paths.begin(), paths.end(), shipped_names) != paths.end()) return languages;
    const auto own = languages.size();
    for (auto& shipped : read_languages({shipped_names + "/languages"}, faults)) {
        const auto same = [&](const Language& language) { return language.language == shipped.language; };
        const auto end = languages.begin() + static_cast<std::ptrdiff_t>(own);
        if (std::find_if(languages.begin(), end, same) == end) languages.push_back(std::move(shipped));
    }
    return languages;
}

std::uint64_t source_hash_of(const std::vector<std::string>& paths) {
    std::uint64_t sum = 0;  // of hashes: the order of the files does not matter
    for (const auto& path : paths) {
        if (is_image(path)) {
            sum += Image::open(path).source_hash();
            continue;
        }
        if (!std::filesystem::is_directory(path)) {
            sum += hash_of_bytes(read_whole_file(path));
            continue;
        }
        for (const auto& file : std::filesystem::recursive_directory_iterator(path)) {
            if (file.is_regular_file() && is_yaml(file.path())) {
                sum += hash_of_bytes(read_whole_file(file.path().string()));
            }
        }
    }
    return sum;
}

std::string hash_text(std::uint64_t hash) {
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash));
    return text.data();
}

Image compiled_names(const std::vector<std::string>& paths, bool cache, Diagnostics& faults) {
    if (paths.size() == 1 && is_image(paths.front())) {
        return Image::open(paths.front());
    }
    const auto key = cache ? cache_key(paths, shipped_gazetteer()) : std::string();
    if (auto known = cached_image(key)) {
        return *std::move(known);
    }
    const auto gazetteer = read_gazetteer(paths, faults);
    const auto languages = languages_for(paths, faults);
    auto image = compile(gazetteer, languages, source_hash_of(paths));
    if (faults.empty()) {
        keep_image(key, image);
    }
    return image;
}

}  // namespace entente::cli
