// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/gazetteer/language.hpp>
#include <entente/tag/other_languages.hpp>
#include <entente/tag/word_set.hpp>
#include <entente/text/tokens.hpp>
#include <entente/text/word_bits.hpp>

namespace entente {

/// What the words of one language do around a name; `word` is the hash of a folded word (Token::hash).
///
/// English has its words built in, with rules of grammar (seats, the article) that no list of words carries; they ask
/// is_english() first. In a language that nobody listed every question is answered no.
class LanguageWords {
public:
    /// What a capital letter says where a sentence is not all in capitals.
    enum class Capitals : std::uint8_t {
        names,   ///< a name, or the start of a sentence
        nouns,   ///< as in German: any noun
        titles,  ///< as in English: names, and in headlines every word
    };

    /// English, or no language that is known.
    LanguageWords(std::string code, bool english)
        : code_(std::move(code)), english_(english), capitals_(english ? Capitals::titles : Capitals::names) {}
    explicit LanguageWords(const Language& language);

    [[nodiscard]] const std::string& code() const { return code_; }  ///< BCP 47, or empty
    [[nodiscard]] bool is_english() const { return english_; }
    [[nodiscard]] bool is_known() const { return english_ || !classes_.empty(); }
    [[nodiscard]] Capitals capitals() const { return capitals_; }
    /// Whether a preposition joins a noun to a name, so that a noun right before a name makes one longer name.
    [[nodiscard]] bool joins_by_preposition() const { return english_ || joins_by_preposition_; }

    /// A word whose capital says nothing at the start of a sentence.
    [[nodiscard]] bool is_common(std::uint64_t word) const;
    [[nodiscard]] bool is_function_word(std::uint64_t word) const;
    [[nodiscard]] bool is_title(std::uint64_t word) const;
    /// The same for a compound: "Außenministerin", "Amtskollege".
    [[nodiscard]] bool ends_in_title(std::string_view printed) const;
    [[nodiscard]] char gender_of_title(std::uint64_t word) const;
    [[nodiscard]] bool is_calendar_word(std::uint64_t word) const;
    [[nodiscard]] bool is_conjunction(std::uint64_t word) const;
    [[nodiscard]] bool is_of(std::uint64_t word) const;
    [[nodiscard]] bool is_article(std::uint64_t word) const;
    [[nodiscard]] bool is_preposition_of_place(std::uint64_t word) const;
    /// "in", "from", "of": what stands behind it is a place rather than a person.
    [[nodiscard]] bool says_where(std::uint64_t word) const;
    [[nodiscard]] bool opens_name(std::uint64_t word) const;
    [[nodiscard]] bool opens_water(std::uint64_t word) const;
    [[nodiscard]] bool closes_name(std::uint64_t word) const;
    [[nodiscard]] bool is_famous_code(std::uint64_t word) const;
    /// What a person or a government does, as it stands behind a subject; not of English, which has finer lists.
    [[nodiscard]] bool is_verb(std::uint64_t word) const;
    [[nodiscard]] bool is_auxiliary(std::uint64_t word) const;
    [[nodiscard]] bool opens_clause(std::uint64_t word) const;

private:
    [[nodiscard]] std::uint32_t classes_of(std::uint64_t word) const;

    std::string code_;
    bool english_ = false;
    bool joins_by_preposition_ = false;
    Capitals capitals_ = Capitals::names;
    WordBits<std::uint32_t> classes_;
    std::vector<std::string> compound_ends_;  ///< folded
};

/// The languages that articles may be in.
class Languages {
public:
    explicit Languages(std::span<const Language> languages);

    /// The words of `code` ("pt-BR" takes those of "pt"); of the language that the text is in, when no code is given.
    ///
    /// A text is in the language whose function words it uses most. One that uses few of any is read as English when it
    /// is short, and is in no known language when it is long. Of languages without a file only the code is told.
    /// Complexity: O(1) for each of the first few hundred tokens.
    [[nodiscard]] const LanguageWords& of(std::string_view code, std::span<const Token> text) const;

private:
    /// A language whose lists are looked up by their hashes when the first text is in it: most runs see one or two.
    class Row {
    public:
        explicit Row(LanguageWords words) : code_(words.code()), words_(std::move(words)) {}
        explicit Row(const Language& language);

        [[nodiscard]] const std::string& code() const { return code_; }
        /// Safe on several threads. Complexity: O(words of the language) once, then O(1).
        [[nodiscard]] const LanguageWords& words() const;

    private:
        std::string code_;
        Language listed_;              ///< its words; of no language where there are none
        mutable LanguageWords words_;  ///< without words before the lists were read
        mutable std::once_flag is_read_;
    };

    void add_function_word(std::string_view word, std::size_t row);
    void add_function_word(std::uint64_t word, std::uint64_t rows);
    void add_other(const OtherLanguage& other);
    [[nodiscard]] const LanguageWords& named(std::string_view code) const;
    [[nodiscard]] const LanguageWords& told_by(std::span<const Token> text) const;

    std::deque<Row> rows_;                    ///< English, no known one, those with a file, others
    WordBits<std::uint64_t> function_words_;  ///< bits of `rows_`; no particles of names
    WordFilter<1U << 16U> filter_;            ///< of `function_words_`
};

}  // namespace entente
