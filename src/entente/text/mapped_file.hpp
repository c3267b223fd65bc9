// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// The bytes of a file, read page by page as they are touched. The file must not be shortened meanwhile; who writes a new one
/// in its place by renaming is safe.
class MappedFile {
public:
    /// Errors: throws Error, with `path` as its place, when it cannot be opened or mapped.
    explicit MappedFile(const std::string& path);
    /// The first bytes of an open file, which may be closed then; `name` is what errors call it.
    MappedFile(int file, std::size_t size, const std::string& name);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    /// Leaves what was read to the system, which reads it again when it is asked for.
    void let_go() const;

private:
    std::string_view bytes_;
};

}  // namespace entente
