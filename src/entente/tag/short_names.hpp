// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/gazetteer/entity_words.hpp>
#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/key_tables.hpp>
#include <entente/gazetteer/rows_by_hash.hpp>
#include <entente/tag/english.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// A surname or a given name, as hashes of its folded words.
class ShortName {
public:
    static constexpr std::size_t longest = 6;  ///< words

    ShortName() = default;
    ShortName(std::uint32_t first_word, std::size_t words, bool surname)
        : bits_(first_word << 4 | static_cast<std::uint32_t>(words) << 1 | (surname ? 1 : 0)) {}

    [[nodiscard]] std::uint32_t first_word() const { return bits_ >> 4; }  ///< row of Section::short_name_words
    [[nodiscard]] std::uint32_t words() const { return bits_ >> 1 & 7; }
    [[nodiscard]] bool is_surname() const { return (bits_ & 1) != 0; }

private:
    std::uint32_t bits_ = 0;
};

/// What the persons of a gazetteer may be called once their full name was said.
///
/// A surname is the last word of a name, with and without its particles ("al-Assad", "Assad"); what the gazetteer's key
/// `surname` says; or the first word where the family name comes first (Chinese, Korean, Vietnamese names).
class ShortNames {
public:
    explicit ShortNames(const Image& image);
    class Writer;

    [[nodiscard]] std::span<const ShortName> of(std::uint32_t entity) const {
        return rows_.between(starts_[entity], starts_[std::size_t{entity} + 1]);
    }
    /// Asks for the memory that tells where the names of an entity are, then for theirs, and for that of the words of one.
    void prefetch(std::uint32_t entity) const { prefetch_row(starts_, entity); }
    void prefetch_names(std::uint32_t entity) const { prefetch_row(rows_, starts_[entity]); }
    void prefetch_words(const ShortName& name) const { prefetch_row(words_, name.first_word()); }
    [[nodiscard]] std::span<const std::uint64_t> words(const ShortName& name) const {
        if (name.words() == 0) refuse_damaged_image();
        return words_.between(name.first_word(), std::size_t{name.first_word()} + name.words());
    }
    /// Some person of the gazetteer has this given name, or many who speak English have.
    [[nodiscard]] bool is_given_name(std::uint64_t word) const {
        return given_names_.holds(word) || english::is_given_name(word);
    }

private:
    Rows<ShortName> rows_;
    Rows<std::uint32_t> starts_;  ///< the first row of each entity; one more
    Rows<std::uint64_t> words_;
    KeySet given_names_;
};

/// Collects the short names of all persons.
class ShortNames::Writer {
public:
    /// Lets what add() looks up of this entity come from memory meanwhile; then what is found there, by which time that has come.
    void expect(const EntityWords& words) const;
    void expect_more(const EntityWords& words) const;
    void add(const EntityWords& words);
    void write(ImageBuilder& builder);

private:
    void add_surname(const Entity& person);
    void add_name(const Entity& person, std::span<const Token> name);
    void add(std::span<const Token> words, bool surname);

    TokenizedText text_;
    LargeVector<ShortName> rows_;
    LargeVector<std::uint32_t> starts_;
    std::vector<std::uint64_t> words_;
    RowsByHash numbers_;  ///< rows of words_, by all words of a name
    std::vector<std::uint64_t> given_names_;
};

}  // namespace entente
