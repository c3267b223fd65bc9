// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <entente/gazetteer/word_forms.hpp>
#include <entente/tag/language_words.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// How a sentence is printed, which decides what a capital letter says. A German sentence is `title`, for its nouns have
/// capitals too, and so is one in a script without small letters.
enum class Casing : std::uint8_t { sentence, title, capitals };

/// A text cut into words, with the casing of each sentence.
struct ReadText {
    std::string_view text;
    const LanguageWords* language = nullptr;
    TokenizedText words;
    std::vector<Casing> casing;           ///< of each sentence
    const WordForms* forms = nullptr;     ///< of the names in the text's language, if it declines them
    std::vector<std::uint32_t> capitals;  ///< the words that begin with one
    bool has_dashes = false;              ///< before some word stands a Gap::dash

    [[nodiscard]] const std::vector<Token>& tokens() const { return words.tokens; }
    /// The words of the sentence that holds the token.
    [[nodiscard]] std::span<const Token> sentence_around(std::size_t token) const;
    [[nodiscard]] Casing casing_at(std::size_t token) const { return casing[words.sentence_of(token)]; }
    [[nodiscard]] std::string_view word(std::size_t token) const { return slice(text, words.tokens[token].span()); }
    /// Whether two neighbouring words stand in one sentence with nothing but a blank or hyphen between.
    [[nodiscard]] bool adjoins(std::size_t later) const {
        return later > 0 && later < words.tokens.size() && words.tokens[later].gap <= Gap::dot;
    }
    /// "der Koch", "ein Fischer", but not the relative clause in "…, der Koch vertraut": where nouns have capitals.
    [[nodiscard]] bool is_noun_with_article(std::size_t token) const {
        return language->capitals() == LanguageWords::Capitals::nouns && adjoins(token)
               && language->is_article(words.tokens[token - 1].hash) && words.tokens[token - 1].gap != Gap::comma;
    }
    /// A form of address, a rank or an office, also as the end of a compound.
    [[nodiscard]] bool is_title(std::size_t token) const {
        return language->is_title(words.tokens[token].hash) || language->ends_in_title(word(token));
    }
};

/// `breaks`: see tokenize(). The language is the one named by `code`, else the one that the text tells; `languages` must
/// outlive the result.
void read(std::string_view text, std::span<const std::uint32_t> breaks, const Languages& languages,
          std::string_view code, ReadText& result);

}  // namespace entente
