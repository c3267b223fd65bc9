// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <entente/gazetteer/image.hpp>
#include <entente/text/prefetch.hpp>

namespace entente {

/// The slot among `slots` (less than 2^32) at which the search for a key begins.
[[nodiscard]] constexpr std::size_t home_of(std::uint64_t key, std::size_t slots) {
    key *= 0x9E3779B97F4A7C15ULL;  // Fibonacci hashing (Knuth, TAOCP 6.4)
    return static_cast<std::size_t>((key >> 32) * slots >> 32);
}

/// Slots that leave two in five empty.
[[nodiscard]] constexpr std::size_t slots_for(std::size_t keys) { return keys + keys * 2 / 3 + 1; }

/// Asks for the memory of a row, wherever it leads.
template <class Row>
void prefetch_row(const Rows<Row>& rows, std::size_t row) {
    if (row < rows.size()) prefetch_line(&rows[row]);
}

/// A set of 64-bit keys that are not 0, each with a number: open addressing with linear probing in one section, 0 is empty.
class KeySet {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    explicit KeySet(Rows<std::uint64_t> slots) : slots_(slots) {}

    /// Every number of a key is less.
    [[nodiscard]] std::size_t size() const { return slots_.size(); }

    /// The number of a key, or `none`. Complexity: O(1).
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
        if (key == 0) return none;
        const std::size_t size = slots_.size();
        std::size_t at = home_of(key, size);
        for (std::size_t left = size; left > 0; --left) {
            const std::uint64_t slot = slots_[at];
            if (slot == key) return static_cast<std::uint32_t>(at);
            if (slot == 0) return none;
            if (++at == size) at = 0;
        }
        return none;
    }
    [[nodiscard]] bool holds(std::uint64_t key) const { return find(key) != none; }
    /// Asks for the memory that find() looks at first.
    void prefetch(std::uint64_t key) const { prefetch_row(slots_, home_of(key, slots_.size())); }

    /// The slots of these keys, whatever their order.
    [[nodiscard]] static std::vector<std::uint64_t> lay_out(std::vector<std::uint64_t> keys);

private:
    Rows<std::uint64_t> slots_;
};

/// A list of numbers for each key: the keys of one section, ascending, each beside its number in another.
class KeyLists {
public:
    struct Row {
        std::uint64_t key;
        std::uint32_t value;
    };

    KeyLists(const Image& image, Section keys, Section values);

    /// In the order in which they were added. Complexity: O(log rows).
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint64_t key) const;

    static void add(std::vector<Row> rows, Section keys, Section values, ImageBuilder& builder);

private:
    Rows<std::uint64_t> keys_;
    Rows<std::uint32_t> values_;
};

/// A set of keys that also says of one in a hundred others that it holds them: 16 bits a key, so that it stays in the cache
/// where the keys themselves do not.
/// Source: Putze, Sanders and Singler 2007, "Cache-, hash- and space-efficient Bloom filters": three bits in one word.
class KeyFilter {
public:
    explicit KeyFilter(const Rows<std::uint64_t>& rows)
        : rows_(rows.size() == 0 ? &no_keys : &*rows.begin()), size_(rows.size() == 0 ? 1 : rows.size()) {}

    /// Complexity: O(1), without a branch.
    [[nodiscard]] bool may_hold(std::uint64_t key) const { return (bits_of(key) & ~rows_[home_of(key, size_)]) == 0; }
    [[nodiscard]] bool is_empty() const { return rows_ == &no_keys; }

    /// Asks for the memory that may_hold() looks at.
    void prefetch(std::uint64_t key) const { prefetch_line(&rows_[home_of(key, size_)]); }

    [[nodiscard]] static std::vector<std::uint64_t> lay_out(std::span<const std::uint64_t> keys);
    [[nodiscard]] static std::vector<std::uint64_t> lay_out(const std::vector<KeyLists::Row>& rows);

private:
    static constexpr std::uint64_t bits_of(std::uint64_t key) {
        const std::uint64_t places = key * 0xC4CEB9FE1A85EC53ULL;
        const auto bit = [&](unsigned from) { return std::uint64_t{1} << (places >> from & 63); };
        return bit(58) | bit(52) | bit(46);
    }
    static constexpr std::uint64_t no_keys = 0;

    const std::uint64_t* rows_;
    std::size_t size_;  ///< of them, less than 2^32: home_of() is always less
};

}  // namespace entente
