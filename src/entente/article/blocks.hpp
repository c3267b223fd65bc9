// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <entente/article/paragraphs.hpp>
#include <entente/text/span.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// A paragraph as it is compared with those of other pages.
struct Block {
    std::uint64_t fingerprint = 0;  ///< see fingerprint_of(); 0 for none
    bool line = false;              ///< without a full stop: a title, a link, a row of a table
};

/// Equal for two prints of one paragraph, whatever their capitals, accents, marks, spaces and number in a list; 0 without
/// a word.
///
/// Complexity: O(n) for n words; their bytes are not looked at.
/// Source:     HashOfWord over the hashes of the words. Rows of `entente tag` keep it: a change makes old and new rows
///             strangers to each other.
[[nodiscard]] std::uint64_t fingerprint_of(std::span<const Token> paragraph);

/// The paragraphs of a text, asked for in reading order.
class Blocks {
public:
    /// `words` are all of the text, and outlive this.
    Blocks(std::string_view text, std::span<const Token> words);

    /// The one that holds, or comes next behind, the byte at `offset`, which is never less than that asked for before.
    [[nodiscard]] Block at(std::uint32_t offset);

private:
    [[nodiscard]] std::span<const Token> words_in(Span paragraph);

    std::string_view text_;
    std::span<const Token> words_;  ///< behind those of the paragraph that was found last
    Paragraphs paragraphs_;
    Span last_;  ///< the one that was found last
    Block found_;
};

}  // namespace entente
