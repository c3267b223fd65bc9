// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/read_text.hpp>

#include <algorithm>
#include <array>

namespace entente {
namespace {

/// What a word adds to the counts of its sentence, by its shape: 1 for being a word, 1 << 16 for its capital, 1 << 32 for nothing
/// but capitals and 1 << 48 for letters of a script without small ones.
constexpr auto counts_of_shape = [] {
    constexpr unsigned no_word = Token::digits | Token::dotted | Token::url;
    constexpr unsigned cases = Token::capital | Token::capitals | Token::lower;
    std::array<std::uint64_t, 0x100> counts{};
    for (unsigned shape = 0; shape < counts.size(); ++shape) {
        if ((shape & no_word) != 0) continue;
        counts[shape] = 1 | std::uint64_t{(shape & Token::capital) != 0} << 16
                        | std::uint64_t{(shape & Token::capitals) != 0} << 32
                        | std::uint64_t{(shape & cases) == Token::capital} << 48;
    }
    return counts;
}();

/// How many words of a sentence are printed how.
struct WordCounts {
    std::size_t words = 0;
    std::size_t capital = 0;
    std::size_t all_capitals = 0;
    std::size_t caseless = 0;
    bool dashes = false;  ///< before some of them
};

/// Counts the words from `at` to `end`, and writes the numbers of those with a capital where `capitals` points to.
WordCounts count_words(std::span<const Token> tokens, std::size_t at, std::size_t end, std::uint32_t*& capitals) {
    WordCounts all;
    while (at < end) {
        const std::size_t some = std::min<std::size_t>(end, at + 0xFFFF);  // that 16 bits count
        std::uint64_t counts = 0;
        for (; at < some; ++at) {
            const Token& token = tokens[at];
            counts += counts_of_shape[token.shape] & (std::uint64_t{0} - std::uint64_t{token.end - token.begin >= 4});
            *capitals = static_cast<std::uint32_t>(at);  // which have one nobody can guess: no branch
            capitals += token.is(Token::capital) ? 1 : 0;
            all.dashes |= token.gap == Gap::dash;
        }
        all.words += counts & 0xFFFF;
        all.capital += counts >> 16 & 0xFFFF;
        all.all_capitals += counts >> 32 & 0xFFFF;
        all.caseless += counts >> 48;
    }
    return all;
}

/// How the words of a sentence are printed. One with a full stop is no headline, however many names it holds.
Casing casing_of(const WordCounts& counts, bool full_stop, LanguageWords::Capitals capitals) {
    if (counts.words >= 2 && counts.all_capitals * 10 >= counts.words * 7) return Casing::capitals;
    if (capitals == LanguageWords::Capitals::nouns) return Casing::title;
    const std::size_t titled =
        capitals == LanguageWords::Capitals::titles && !full_stop ? counts.capital : counts.caseless;
    return counts.words >= 3 && titled * 10 >= counts.words * 8 ? Casing::title : Casing::sentence;
}

}  // namespace

void read(std::string_view text, std::span<const std::uint32_t> breaks, const Languages& languages,
          std::string_view code, ReadText& result) {
    result.text = text;
    tokenize(text, result.words, breaks);
    const std::span<const Token> tokens(result.words.tokens);
    result.language = &languages.of(code, tokens);
    result.capitals.resize(tokens.size());
    std::uint32_t* capitals_end = result.capitals.data();
    const auto& first = result.words.first_token;
    result.casing.resize(first.size());
    result.has_dashes = false;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const std::size_t end = i + 1 < first.size() ? first[i + 1] : tokens.size();
        const WordCounts counts = count_words(tokens, first[i], end, capitals_end);
        result.has_dashes |= counts.dashes;
        const bool full_stop =
            slice(text, result.words.sentences[i]).ends_with('.') && !tokens[end - 1].is(Token::dotted);
        result.casing[i] = casing_of(counts, full_stop, result.language->capitals());
    }
    result.capitals.resize(static_cast<std::size_t>(capitals_end - result.capitals.data()));
}

std::span<const Token> ReadText::sentence_around(std::size_t token) const {
    const std::uint32_t sentence = words.sentence_of(token);
    const auto& first = words.first_token;
    const std::size_t end = sentence + 1 < first.size() ? first[sentence + 1] : words.tokens.size();
    return std::span(words.tokens).subspan(first[sentence], end - first[sentence]);
}

}  // namespace entente
