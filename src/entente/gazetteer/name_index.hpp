// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/gazetteer/entity_words.hpp>
#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/key_tables.hpp>
#include <entente/gazetteer/rows_by_hash.hpp>
#include <entente/text/prefetch.hpp>
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
    bool neighbours = false;  ///< the gazetteer says what must not stand beside it
    bool plus = false;        ///< the alias ends in a plus sign
    bool foreign = false;     ///< in Latin letters, and of some languages only
    std::uint8_t words = 0;
};

/// A NameForm as the image holds it. How many words it has is seen from the way that leads to it.
struct NameFormRow {
    static constexpr std::uint32_t aliases = 1024;  ///< that one row of form kinds can tell apart
    static constexpr std::uint32_t kinds = 1U << 21;
    static constexpr std::uint32_t last_of_node = 1;

    std::uint32_t entity;
    std::uint32_t way;  ///< bit 0: the last of its node; 1 to 10: low bits of the alias; from 11: row of
        ///< Section::form_kinds. A row that stands for several of one node has 0, and where they begin as entity

    [[nodiscard]] bool is_last_of_node() const { return (way & last_of_node) != 0; }
};

/// Which of some nodes, one behind the other, end a name.
struct NameEndsRow {
    static constexpr std::size_t nodes = 32;

    std::uint32_t first_form;  ///< of the first such node; that of the next one stands behind it
    std::uint32_t ends;        ///< bit i: node i does
};

/// What many forms share.
struct FormKindRow {
    enum Flag : std::uint16_t {
        exact_case = 1,
        free_gaps = 2,
        derived = 4,
        bare = 8,
        neighbours = 16,
        plus = 32,
        foreign = 64
    };

    std::uint32_t capital;
    std::uint32_t capitals;
    std::uint32_t first_alias;  ///< to which the low bits of the alias are added
    std::uint16_t kind;
    std::uint16_t flags;

    [[nodiscard]] bool is(Flag flag) const { return (flags & flag) != 0; }
    friend bool operator==(const FormKindRow&, const FormKindRow&) = default;
};

class NameTrie;

/// All names of a gazetteer, to be walked word by word. Sections of an image: the words; the steps, by the words that lead from
/// one node to the next; the nodes; and the forms of the names that end at a node.
class NameIndex {
public:
    static constexpr std::uint32_t none = KeySet::none;
    static constexpr std::uint32_t root = 0;
    static constexpr std::size_t longest = 31;  ///< words of a name; a longer one is never matched

    /// Further forms of an alias, which the index takes as derived.
    using Derivation = std::vector<std::string> (*)(const Entity& entity, const Alias& alias,
                                                    const TokenizedText& words);
    class Writer;

    explicit NameIndex(const Image& image);

    /// The words that names begin with; those that begin one with a small letter, or all. Of a hundred other words they may
    /// hold one.
    [[nodiscard]] const KeyFilter& starts(bool all) const { return all ? starts_ : small_starts_; }
    /// Whether the word may be a name by itself, and whether two words may begin a longer one.
    [[nodiscard]] bool may_be_name(std::uint64_t hash) const { return single_names_.may_hold(hash); }
    [[nodiscard]] bool may_begin_with(std::uint64_t first, std::uint64_t second) const {
        return pairs_.may_hold(pair_of(first, second));
    }
    /// Asks for the memory that may_be_name() and may_begin_with() look at.
    void prefetch_filters(std::uint64_t first, std::uint64_t second) const {
        single_names_.prefetch(first);
        pairs_.prefetch(pair_of(first, second));
    }
    /// Asks for the memory that word() looks at.
    void prefetch_word(std::uint64_t hash) const { words_.prefetch(hash); }
    /// Asks for the memory that tells what is behind a node, which is not the root.
    void prefetch_node(std::uint32_t node) const;
    /// Asks for the memory that forms() of this node and step() to `word`, or to none, look at.
    void prefetch_behind(std::uint32_t node, std::uint32_t word) const;
    /// The number of the word with this hash, or `none` when no name holds it.
    [[nodiscard]] std::uint32_t word(std::uint64_t hash) const { return words_.find(hash); }
    /// The node that `word` leads to from `node`, or `none`. Complexity: O(log words that follow there), mostly O(1).
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
    /// The names that end at `node`, which is not the root.
    [[nodiscard]] std::span<const NameFormRow> forms(std::uint32_t node) const;
    /// `words`: how many of them lead to it.
    [[nodiscard]] NameForm form(const NameFormRow& row, std::size_t words) const {
        const FormKindRow& kind = kinds_[row.way >> 11];
        return {row.entity,
                kind.first_alias + (row.way >> 1) % NameFormRow::aliases,
                kind.capital,
                kind.capitals,
                static_cast<AliasKind>(kind.kind),
                kind.is(FormKindRow::exact_case),
                kind.is(FormKindRow::free_gaps),
                kind.is(FormKindRow::derived),
                kind.is(FormKindRow::bare),
                kind.is(FormKindRow::neighbours),
                kind.is(FormKindRow::plus),
                kind.is(FormKindRow::foreign),
                static_cast<std::uint8_t>(words)};
    }

private:
    /// Where a word is likely to stand among so many, which are not none, in ascending order.
    [[nodiscard]] std::size_t place_among(std::size_t count, std::uint32_t word) const {
        return std::min(count * word / words_.size(), count - 1);
    }
    /// The place of the first form of a node, without the root, or `none`.
    [[nodiscard]] std::uint32_t form_of_node(std::size_t number) const;
    static std::uint64_t pair_of(std::uint64_t first, std::uint64_t second) { return std::rotl(first, 1) ^ second; }

    KeyFilter starts_;
    KeyFilter small_starts_;
    KeyFilter single_names_;
    KeyFilter pairs_;
    KeySet words_;
    Rows<std::uint32_t> steps_;  ///< words that lead to a node from another, ascending among those from the same
    Rows<std::uint32_t> nodes_;  ///< the first step from it: those of all words, those of all steps, and one more
    Rows<NameEndsRow> name_ends_;
    Rows<NameFormRow> forms_;
    Rows<FormKindRow> kinds_;
};

/// Spells out every form of every alias, numbers their words and lays them out as a trie. Complexity: O(words of all names).
class NameIndex::Writer {
public:
    explicit Writer(Derivation derive);
    ~Writer();

    /// Lets what add() looks up of this entity come from memory meanwhile; then what is found there, by which time that has come.
    void expect(const EntityWords& words) const;
    void expect_more(const EntityWords& words) const;
    void add(const EntityWords& words);
    void write(ImageBuilder& builder);

private:
    /// Numbers keys in the order in which they come.
    class Numbering {
    public:
        /// The number of `key`; a new one gets the next.
        std::uint32_t operator()(std::uint64_t key);
        void expect(std::uint64_t key) const { numbers_.expect(hash_of(key)); }
        void expect_more(std::uint64_t key) const {
            const std::uint32_t number = numbers_.find(hash_of(key), [](std::uint32_t) { return true; });
            if (number != RowsByHash::none) prefetch_line(&keys_[number]);
        }
        [[nodiscard]] const std::vector<std::uint64_t>& keys() const { return keys_; }

    private:
        static constexpr std::uint64_t hash_of(std::uint64_t key) { return key * 0x9E3779B97F4A7C15ULL; }

        std::vector<std::uint64_t> keys_;
        RowsByHash numbers_;
    };
    struct Word {
        std::uint64_t hash;
        bool capital;
        bool capitals;
    };

    void add_alias(const EntityWords& words, NameForm form);
    void add_derived(NameForm form, std::string_view name);
    void add_without_article(const NameForm& form);
    void add_joined(std::string_view alias, const TokenizedText& words, const NameForm& form);
    void spell(const TokenizedText& words, NameForm& form);
    void insert(NameForm form);
    [[nodiscard]] std::uint32_t kind_of(const NameForm& form);
    void write_filters(std::span<const std::uint64_t> words, ImageBuilder& builder) const;

    Derivation derive_;
    TokenizedText text_;
    std::vector<std::uint64_t> full_name_;  ///< words of a person's name, when there are several
    std::vector<Word> spelling_;
    Numbering words_;
    Numbering small_starts_;
    std::vector<std::uint32_t> numbers_;  ///< of the words of one name
    std::unique_ptr<NameTrie> names_;
    std::vector<FormKindRow> kinds_;
    std::uint32_t last_kind_ = none;
    RowsByHash numbers_of_kinds_;
};

}  // namespace entente
