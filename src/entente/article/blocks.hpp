// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <entente/text/span.hpp>

namespace entente {

/// A paragraph as it is compared with those of other pages.
struct Block {
    std::uint64_t fingerprint = 0;  ///< see fingerprint_of(); 0 for none
    bool line = false;              ///< without a full stop: a title, a link, a row of a table
};

/// Equal for two prints of one paragraph, whatever their capitals, marks, spaces and number in a list.
///
/// Encoding:   UTF-8; of letters beyond ASCII every byte counts as it is.
/// Complexity: O(n).
/// Source:     FNV-1a, 64 bits, over letters and digits with one space between words. Rows of `entente tag` keep it:
///             a change makes old and new rows strangers to each other.
[[nodiscard]] std::uint64_t fingerprint_of(std::string_view paragraph);

/// The paragraphs of a text, asked for in reading order.
class Blocks {
public:
    explicit Blocks(std::string_view text);

    /// The one that holds, or comes next behind, the byte at `offset`, which is never less than that asked for before.
    [[nodiscard]] Block at(std::uint32_t offset);

private:
    std::string_view text_;
    std::vector<Span> paragraphs_;
    std::size_t next_ = 0;  ///< behind the one that was found last
    Block found_;
};

}  // namespace entente
