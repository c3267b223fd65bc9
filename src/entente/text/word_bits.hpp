// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace entente {

/// Bits of words, by 64-bit hashes of the words. A word that was never given has none.
template <class Bits>
class WordBits {
public:
    /// Joins the bits with those that the word has.
    void add(std::uint64_t word, Bits bits) {
        if (bits == 0) return;
        if (2 * (words_ + 1) > slots_.size()) grow();
        Slot& slot = slots_[place_of(word)];
        words_ += slot.bits == 0 ? 1 : 0;
        slot = {word, slot.bits | bits};
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
    void grow() {
        const auto old = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 64 : 2 * slots_.size()));
        for (const Slot& slot : old)
            if (slot.bits != 0) slots_[place_of(slot.word)] = slot;
    }

    std::vector<Slot> slots_;  ///< open addressing with linear probing; a power of two
    std::size_t words_ = 0;
};

}  // namespace entente
