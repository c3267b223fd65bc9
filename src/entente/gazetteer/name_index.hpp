// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/key_tables.hpp>
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

/// A NameForm as the image holds it. What it lacks is seen from the way that leads to it.
struct NameFormRow {
    enum Flag : std::uint16_t { exact_case = 1, free_gaps = 2, derived = 4, bare = 8, last_of_node = 16 };

    std::uint32_t entity;
    std::uint32_t alias;
    std::uint32_t capital;
    std::uint32_t capitals;
    std::uint16_t kind;
    std::uint16_t flags;

    [[nodiscard]] bool is(Flag flag) const { return (flags & flag) != 0; }
    /// `words`: how many of them lead to it.
    [[nodiscard]] NameForm form(std::size_t words) const {
        return {entity,         alias,         capital,     capitals, static_cast<AliasKind>(kind),
                is(exact_case), is(free_gaps), is(derived), is(bare), static_cast<std::uint8_t>(words)};
    }
};

/// All names of a gazetteer, to be walked word by word. Three sections of an image: the words; the steps, each of a node and a
/// word; and the forms of the names that end at a node.
class NameIndex {
public:
    static constexpr std::uint32_t none = KeySet::none;
    static constexpr std::uint32_t root = 0;
    static constexpr std::size_t longest = 31;  ///< words of a name; a longer one is never matched

    /// Further forms of an alias, which the index takes as derived.
    using Derivation = std::vector<std::string> (*)(const Entity& entity, const Alias& alias);

    explicit NameIndex(const Image& image);

    /// Complexity: O(words of all names).
    static void compile(const Gazetteer& gazetteer, Derivation derive, ImageBuilder& builder);

    /// Whether a name may begin with the word; `small`: printed without a capital. Of a hundred words that begin none, one may.
    [[nodiscard]] bool may_begin(std::uint64_t hash, bool small) const {
        return small ? small_starts_.may_hold(hash) : starts_.may_hold(hash);
    }
    /// The number of the word with this hash, or `none` when no name holds it.
    [[nodiscard]] std::uint32_t word(std::uint64_t hash) const { return words_.find(hash); }
    /// The node that `word` leads to from `node`, or `none`.
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
    /// The names that end at `node`, which is not the root.
    [[nodiscard]] std::span<const NameFormRow> forms(std::uint32_t node) const;

private:
    /// A node is the number of its slot in the section of the steps, from 1.
    struct Step {
        std::uint32_t from;
        std::uint32_t word;        ///< `none` in an empty slot
        std::uint32_t first_form;  ///< `none` where no name ends
    };
    class Builder;

    static std::uint64_t key_of(std::uint32_t from, std::uint32_t word) { return std::uint64_t{from} << 32 | word; }

    KeyFilter starts_;
    KeyFilter small_starts_;
    KeySet words_;
    Rows<Step> steps_;
    Rows<NameFormRow> forms_;
};

}  // namespace entente
