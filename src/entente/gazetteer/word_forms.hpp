// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/inflection.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// What an inflected word may be a form of. Words are hashes of their folded letters.
struct WordReading {
    std::uint64_t form = 0;        ///< as printed
    std::uint64_t nominative = 0;  ///< as a name of the gazetteer holds it; may be the form itself
    Cells cells = 0;
    bool of_person = false;  ///< in a person's name; else in any other
    bool noun = false;
    bool adjective = false;
    bool stays = false;       ///< see Paradigm
    bool short_stem = false;  ///< too little stays the same for a name of one word
};

/// The words of a gazetteer's names in all cases of one language.
///
/// Words are declined, not names. Two names share most of their words, and six cases of five genders and styles of a name of
/// three words would be a hundred names; so the table grows with the words that are different (100,000 names: some 17 MB
/// and less than half a second, only for a language that is read), and a text's word costs one look-up. Undoing endings while reading
/// would need no table, but ten look-ups for each word of a text, and letters that folding has taken away (й, ł, ó).
/// That all words of a name stand in one case is seen when a name is found: see agreement.hpp.
class WordForms {
public:
    /// The language must outlive it. Complexity: O(words of the names); those of other languages are left out, persons' apart.
    WordForms(const CompiledGazetteer& gazetteer, const Language& language);

    [[nodiscard]] std::span<const WordReading> readings(std::uint64_t word) const;
    /// A name of one word that declines to this one is not meant by it.
    [[nodiscard]] bool is_common(std::uint64_t word) const { return common_.contains(word); }
    /// An ending that a name takes behind an apostrophe: "ego" of Kennedy'ego.
    [[nodiscard]] bool ends_behind_apostrophe(std::uint64_t word) const { return apostrophe_.contains(word); }
    [[nodiscard]] const Declension& declension() const { return declension_; }
    [[nodiscard]] std::string_view language() const { return language_; }

private:
    void add_word(std::string_view word, std::uint64_t hash, bool of_person);
    void lay_out();

    std::string_view language_;
    Declension declension_;
    std::vector<WordReading> readings_;  ///< ascending by form
    std::vector<std::uint32_t> first_;   ///< reading of each value of the form's highest bits; one row more
    int shift_ = 63;
    std::unordered_set<std::uint64_t> common_;
    std::unordered_set<std::uint64_t> apostrophe_;
};

/// A word that declines when its name does: not an acronym, not a number, and long enough to be known by its stem.
[[nodiscard]] bool may_decline(const Token& word, std::string_view printed);

/// A word of a name that never declines: "von" and every small letter of a person's, "и" and other short ones of others'.
[[nodiscard]] constexpr bool is_particle(std::size_t bytes, bool capital, bool of_person) {
    return !capital && (of_person || bytes <= 4);
}

/// Whether an alias of these languages, a blank between them, is a name in texts of a language.
[[nodiscard]] bool holds_in(std::string_view languages, std::string_view language);

/// Whether a name may decline in texts of a language: a person's in any, others when they are of that language or of none.
/// Acronyms do not, nor do demonyms of no language, which are English.
[[nodiscard]] bool may_decline(EntityType type, AliasKind kind, std::string_view languages, std::string_view language);

/// The language itself without region or script: "ru" of "ru-RU".
[[nodiscard]] constexpr std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace entente
