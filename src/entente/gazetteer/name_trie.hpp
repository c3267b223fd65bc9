// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/large_memory.hpp>
#include <entente/gazetteer/name_index.hpp>

namespace entente {

/// Lays names out as the trie that NameIndex walks. Those with the same first word are sorted by the others, which stay in the
/// cache meanwhile; then each level of the trie comes out in its order.
/// Complexity: O(n log n) in the names with the same first word.
class NameTrie {
public:
    /// Takes a name by the numbers of its words, one to NameIndex::longest, and who is called so.
    void add(std::span<const std::uint32_t> words, NameFormRow form);
    /// Takes no more names. `slots`: the words by number, each less than `count`. Equal names stay in the order in which they came.
    void lay_out(std::span<const std::uint32_t> slots, std::size_t count);

    /// Some name is this word alone.
    [[nodiscard]] bool is_name(std::size_t slot) const { return (levels_[0].nodes[slot] & 1) != 0; }
    /// The second words of the names that begin with this one.
    [[nodiscard]] std::span<const std::uint32_t> second_words(std::size_t slot) const;
    void write(ImageBuilder& builder);

private:
    /// The nodes that so many words and one lead to.
    struct Level {
        std::vector<std::uint32_t> words;  ///< that lead to each; of the first level they are the numbers of the nodes
        std::vector<std::uint32_t> nodes;  ///< twice the first child on the next level, and 1 where a name ends
        std::vector<NameFormRow> forms;
    };
    /// A name among those with the same first word.
    struct Sorted {
        std::uint64_t second_and_third;  ///< words, each and 1; 0 where there is none
        std::uint32_t name;
    };

    static constexpr int bits_of_word = 27;  ///< above them stands how many words there are

    [[nodiscard]] static constexpr std::uint32_t first_of(std::uint32_t head) {
        return head & ((1U << bits_of_word) - 1);
    }
    [[nodiscard]] static constexpr std::size_t size_of(std::uint32_t head) { return 2 + (head >> bits_of_word); }
    /// The words of a name behind the first.
    [[nodiscard]] std::span<const std::uint32_t> rest_of(std::size_t name) const {
        const auto names = names_.rows();
        return names.subspan(name + 3, size_of(names[name + 2]) - 3);
    }
    [[nodiscard]] std::vector<NameEndsRow> name_ends() const;
    static void part_forms(std::vector<NameFormRow>& forms, std::uint32_t nodes, std::vector<NameFormRow>& shared);
    void write_forms(ImageBuilder& builder);
    void make_room(std::size_t words);
    [[nodiscard]] bool is_before(const Sorted& a, const Sorted& b) const;
    void sort_alike(std::span<std::uint32_t> names);
    void add_alike(std::span<const std::uint32_t> names);
    void open_node(std::size_t depth, std::uint32_t word);

    GrowingRows<std::uint32_t> names_;  ///< of each: the entity, its way, how many words and the first, the others
    std::array<std::uint32_t, NameIndex::longest + 1> names_of_length_{};
    std::array<Level, NameIndex::longest> levels_;
    std::vector<Sorted> sorted_;
};

}  // namespace entente
