// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// Tells line wraps from paragraph ends, one block of lines without an empty one at a time.
class LineWraps {
public:
    /// `breaks`: see tokenize().
    LineWraps(std::string_view text, std::span<const std::uint32_t> breaks) : text_(text), breaks_(breaks) {}

    /// Whether a break was asked for between the two offsets.
    [[nodiscard]] bool is_break(std::size_t begin, std::size_t end) const {
        const auto next = std::lower_bound(breaks_.begin(), breaks_.end(), begin);
        return next != breaks_.end() && *next <= end;
    }

    /// Whether the line end at `at` is only a wrap; `next` is where the next line's first word begins.
    /// To be asked in the order of the text.
    /// Complexity: O(1) and once for each block its length.
    [[nodiscard]] bool is_wrap(std::size_t at, std::size_t next);

private:
    [[nodiscard]] std::size_t begin_of_line(std::size_t at);
    void measure_block(std::size_t at);

    std::string_view text_;
    std::span<const std::uint32_t> breaks_;
    std::size_t block_begin_ = 0;
    std::size_t block_end_ = 0;
    std::size_t widest_ = 0;  ///< bytes of the longest line of the block
    std::size_t lines_ = 0;
    std::size_t line_ = 0;  ///< where the last line begins that was asked for
};

}  // namespace entente
