// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// A set of folded words, written as lines of words with one blank between, looked up by Token::hash.
class WordSet {
public:
    explicit WordSet(std::span<const std::string_view> lines);
    WordSet(std::initializer_list<std::string_view> lines) : WordSet(std::span(lines.begin(), lines.size())) {}
    /// Complexity: O(1).
    [[nodiscard]] bool holds(std::uint64_t word) const {
        for (std::size_t at = word & (slots_.size() - 1); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
            if (slots_[at] == word) return true;
        return false;
    }
    /// Calls `take` with each of the words, in no order.
    template <class Take>
    void each(Take take) const {
        for (const std::uint64_t word : slots_)
            if (word != 0) take(word);
    }

private:
    std::vector<std::uint64_t> slots_;  ///< open addressing with linear probing; 0 is empty
};

/// Tells of most words that they are none of a few, by Token::hash: of seven in eight with eight bits for each.
template <std::size_t bits>
class WordFilter {
public:
    void add(std::uint64_t word) { bits_[word % bits / 64] |= std::uint64_t{1} << word % 64; }
    /// False for no word that was added, and true for few others.
    [[nodiscard]] bool may_hold(std::uint64_t word) const { return (bits_[word % bits / 64] >> word % 64 & 1U) != 0; }

private:
    std::array<std::uint64_t, bits / 64> bits_{};
};

/// Kept small: it is filled anew for each article.
using ArticleFilter = WordFilter<2048>;

}  // namespace entente
