// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace entente {

class MappedFile;

/// A file that an image is written into while it is made, and read from meanwhile: it is never in memory as a whole.
class ImageFile {
public:
    /// Of an open descriptor, which stays the caller's; `name` is what errors call it.
    ImageFile(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

    /// Whether the descriptor is of a plain file that may be written and read.
    [[nodiscard]] static bool takes(int descriptor);

    /// Bytes that were appended.
    [[nodiscard]] std::size_t size() const { return size_; }
    /// Errors: throws Error when the disk is full.
    void append(std::string_view bytes);
    /// Puts bytes in the place of the first ones. Errors: as append().
    void put_first(std::string_view bytes) const;
    /// All that was appended. Errors: throws Error.
    [[nodiscard]] std::shared_ptr<const MappedFile> map() const;

private:
    void write(std::string_view bytes, std::size_t at) const;

    int descriptor_;
    std::string name_;
    std::size_t size_ = 0;
};

}  // namespace entente
