// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// Bytes that come piece by piece: of a file, of what it unpacks to, or of an entry of an archive.
class ByteStream {
public:
    /// Gives the next piece, which holds until the next call; an empty one at the end. Throws Error.
    using Source = std::function<std::string_view()>;

    explicit ByteStream(Source source) : source_(std::move(source)) {}

    /// What comes next, as much of it as is there without waiting: `least` bytes or more, fewer only at the end.
    /// Holds until the next call. Complexity: O(1), but O(least) where a piece ends.
    [[nodiscard]] std::string_view peek(std::size_t least = 1);
    /// Passes over bytes that peek() has shown.
    void skip(std::size_t size);
    /// Lets `bytes` come before what comes next.
    void put_back(std::string_view bytes);
    /// The next piece, all that peek() shows; empty at the end.
    [[nodiscard]] std::string_view take();

    /// Bytes that were passed over.
    [[nodiscard]] std::uint64_t position() const { return position_; }

private:
    [[nodiscard]] std::string_view fetch();

    Source source_;
    std::string_view rest_;   ///< of the last piece, or of `seam_`
    std::vector<char> seam_;  ///< pieces that had to be put together; a moved vector keeps its bytes where they are
    std::uint64_t position_ = 0;
    std::exception_ptr error_;  ///< of the source, for when what came before it is used up
    bool ended_ = false;
};

/// The file at `path` as it is; `-` is standard input.
/// Errors: throws Error, with `path` as its place, when it cannot be opened or, later, read.
[[nodiscard]] ByteStream open_file(const std::string& path);

/// Up to `most` bytes. Where more are left the stream is not at its end, as peek() tells.
[[nodiscard]] std::string read_up_to(ByteStream& stream, std::size_t most);

}  // namespace entente
