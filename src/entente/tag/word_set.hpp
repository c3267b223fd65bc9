// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>
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

/// Bits of words, looked up by Token::hash. A word that was never given has none.
template <class Bits>
class WordBits {
public:
    WordBits() = default;
    /// Joins the bits of rows with one word.
    /// Complexity: O(rows).
    explicit WordBits(std::span<const std::pair<std::uint64_t, Bits>> rows)
        : slots_(std::bit_ceil(rows.size() * 2 + 1)) {
        for (const auto& [word, bits] : rows) {
            Slot& slot = slots_[place_of(word)];
            slot = {word, slot.bits | bits};
        }
    }
    /// Complexity: O(1).
    [[nodiscard]] Bits of(std::uint64_t word) const { return slots_.empty() ? Bits{0} : slots_[place_of(word)].bits; }
    [[nodiscard]] bool empty() const { return slots_.empty(); }

private:
    struct Slot {
        std::uint64_t word = 0;
        Bits bits = 0;  ///< 0 is empty
    };

    /// The slot of the word, or the empty one where it would be.
    [[nodiscard]] std::size_t place_of(std::uint64_t word) const {
        std::size_t at = word & (slots_.size() - 1);
        while (slots_[at].bits != 0 && slots_[at].word != word) at = (at + 1) & (slots_.size() - 1);
        return at;
    }

    std::vector<Slot> slots_;  ///< open addressing with linear probing
};

}  // namespace entente
