// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The bytes of a file, read page by page as they are touched. The file must not be shortened meanwhile; who writes a new one
/// in its place by renaming is safe.
class MappedFile {
public:
    /// Errors: throws Error, with `path` as its place, when it cannot be opened or mapped.
    explicit MappedFile(const std::string& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::string_view bytes() const { return bytes_; }

private:
    std::string_view bytes_;
};

}  // namespace entente
