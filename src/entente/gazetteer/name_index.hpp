// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// One way to print an alias: the words that lead to it in the index, and what their case must be.
struct NameForm {
    std::uint32_t entity = 0;    ///< counts into Gazetteer::entities
    std::uint32_t alias = 0;     ///< counts into Entity::aliases
    std::uint32_t capital = 0;   ///< bit i: word i begins with a capital in the alias, so it must in the text
    std::uint32_t capitals = 0;  ///< bit i: word i is a short acronym ("UN") and must be in capitals
    AliasKind kind = AliasKind::alias;
    bool exact_case = false;  ///< an acronym: every letter in its own case
    bool free_gaps = true;    ///< no comma, slash or bracket between its words
    bool derived = false;     ///< not listed so, but a shorter form of what is listed
    bool bare = false;        ///< one word of a person's longer name: it needs the full name in the article
    std::uint8_t words = 0;
};

/// All names of a gazetteer, to be walked word by word.
class NameIndex {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::size_t longest = 31;  ///< words of a name; a longer one is never matched

    /// Further forms of an alias, which the index takes as derived.
    using Derivation = std::vector<std::string> (*)(const Entity& entity, const Alias& alias);

    /// Complexity: O(words of all names).
    NameIndex(const Gazetteer& gazetteer, Derivation derive);

    /// The number of the word with this hash, or `none` when no name holds it.
    [[nodiscard]] std::uint32_t word(std::uint64_t hash) const;
    /// The node that `word` leads to from `node` (0 is the root), or `none`.
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
    /// The names that end at `node`.
    [[nodiscard]] std::span<const NameForm> forms(std::uint32_t node) const;

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t value = none;
    };
    class Builder;

    static std::uint32_t look_up(const std::vector<Slot>& table, std::uint64_t key);

    std::vector<Slot> words_;                ///< open addressing; key: hash of the folded word
    std::vector<Slot> steps_;                ///< open addressing; key: node and word
    std::vector<std::uint32_t> first_form_;  ///< of each node; one row more than nodes
    std::vector<NameForm> forms_;
};

}  // namespace entente
