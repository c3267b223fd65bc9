// SPDX-License-Identifier: Apache-2.0
#include "output_files.hpp"

#include "exit.hpp"

#include <algorithm>
#include <filesystem>

namespace entente::cli {

Output& OutputFiles::add(const std::string& path) {
    if (path.empty()) {
        throw UsageError("an output file needs a name");
    }
    const auto plain = std::filesystem::path(path).lexically_normal().string();
    if (std::find(paths_.begin(), paths_.end(), plain) != paths_.end()) {
        throw UsageError("the output file " + path + " is named twice");
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
