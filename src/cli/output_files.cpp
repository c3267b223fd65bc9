// SPDX-License-Identifier: Apache-2.0
#include "output_files.hpp"

#include "exit.hpp"

#include <sys/stat.h>
#include <algorithm>
#include <filesystem>
#include <optional>

namespace entente::cli {
namespace {

/// Tells a regular file from all others, under whatever name.
std::optional<std::pair<std::uintmax_t, std::uintmax_t>> identity_of(const std::string& path) {
    struct stat file {};
    if (::stat(path.c_str(), &file) != 0 || !S_ISREG(file.st_mode)) return std::nullopt;
    return std::pair(std::uintmax_t{file.st_dev}, std::uintmax_t{file.st_ino});
}

}  // namespace

bool OutputFiles::is_read(const std::string& path) {
    const auto file = identity_of(path);
    if (!file) return false;
    for (; !inputs_.empty(); inputs_.pop_back())
        if (const auto input = identity_of(inputs_.back())) read_.insert(*input);
    return read_.contains(*file);
}

Output& OutputFiles::add(const std::string& path) {
    if (path.empty()) {
        throw UsageError("an output file needs a name");
    }
    const auto plain = std::filesystem::path(path).lexically_normal().string();
    if (std::find(paths_.begin(), paths_.end(), plain) != paths_.end()) {
        throw UsageError("the output file " + path + " is named twice");
    }
    if (is_read(path)) {
        throw UsageError("the output file " + path + " is one that is read",
                         "name another; what it holds would be lost");
    }
    paths_.push_back(plain);
    return files_.emplace_back(path).output();
}

void OutputFiles::commit() {
    for (auto& file : files_) {
        file.output().flush();  // a full disk shows here, while none of them has its name
    }
    for (auto& file : files_) {
        file.commit();
    }
}

}  // namespace entente::cli
