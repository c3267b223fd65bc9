// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

/// A folder that a test may fill, gone at its end.
class ScratchFolder {
public:
    ScratchFolder() {
        auto name = (std::filesystem::temp_directory_path() / "entente-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder in " + name);
        folder_ = name;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] std::string path(std::string_view below = {}) const {
        return below.empty() ? folder_.string() : (folder_ / below).string();
    }
    void write(std::string_view below, std::string_view bytes) const {
        std::filesystem::create_directories((folder_ / below).parent_path());
        std::ofstream(folder_ / below, std::ios::binary) << bytes;
    }

private:
    std::filesystem::path folder_;
};
