// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <entente/text/line_wraps.hpp>
#include <entente/text/tokens.hpp>
#include <entente/text/word_edges.hpp>

namespace entente {

/// Reads words of ASCII that stand in a row and need no second look: most of most texts.
class PlainWords {
public:
    /// `lines` is of the same text and must outlive this.
    PlainWords(std::string_view text, const LineWraps& lines, FindMasks find)
        : text_(text), lines_(lines), edges_(text, find) {}

    /// Adds the words from `at` on, which is inside the text and behind all that was taken before; a `gap` stands
    /// before the first one. `mail`: an "@" may follow. Whether there are any. Complexity: O(1) for each word.
    bool take(std::size_t at, Gap gap, bool mail, std::vector<Token>& tokens);

    /// Which of the words have signs before them that are still to be read: they have no gap yet.
    [[nodiscard]] std::span<const std::uint32_t> open_gaps() const { return std::span(open_gaps_).first(open_); }
    /// Up to where the text was read, and what stands there since the last word.
    [[nodiscard]] std::size_t end() const { return end_; }
    [[nodiscard]] Gap gap() const { return gap_; }

private:
    [[nodiscard, gnu::noinline]] std::uint8_t behind(WordEdge word, std::size_t next, bool mail) const;
    [[nodiscard]] bool is_general_punctuation(std::size_t at) const;
    [[nodiscard]] bool is_plain(WordEdge word, bool mail) const;

    std::string_view text_;
    const LineWraps& lines_;
    WordEdges edges_;
    std::size_t end_ = 0;
    Gap gap_ = Gap::none;
    std::size_t open_ = 0;
    std::array<std::uint32_t, 64> open_gaps_;
};

}  // namespace entente
