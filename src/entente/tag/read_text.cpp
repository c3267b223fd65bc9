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

/// How the words of a sentence are printed. One with a full stop is no headline, however many names it holds.
Casing casing_of(std::span<const Token> sentence, bool full_stop, LanguageWords::Capitals capitals) {
    std::size_t words = 0, capital = 0, all_capitals = 0, caseless = 0;
    while (!sentence.empty()) {
        const auto some = sentence.first(std::min<std::size_t>(sentence.size(), 0xFFFF));  // that 16 bits count
        sentence = sentence.subspan(some.size());
        std::uint64_t counts = 0;
        for (const Token& token : some)
            counts += counts_of_shape[token.shape] & (std::uint64_t{0} - std::uint64_t{token.end - token.begin >= 4});
        words += counts & 0xFFFF;
        capital += counts >> 16 & 0xFFFF;
        all_capitals += counts >> 32 & 0xFFFF;
        caseless += counts >> 48;
    }
    if (words >= 2 && all_capitals * 10 >= words * 7) return Casing::capitals;
    if (capitals == LanguageWords::Capitals::nouns) return Casing::title;
    const std::size_t titled = capitals == LanguageWords::Capitals::titles && !full_stop ? capital : caseless;
    return words >= 3 && titled * 10 >= words * 8 ? Casing::title : Casing::sentence;
}

/// Notes the words with a capital, and whether there are dashes.
void look_at_words(ReadText& text) {
    const std::span<const Token> words(text.tokens());
    text.capitals.resize(words.size());
    std::size_t count = 0;
    bool dashes = false;
    for (std::uint32_t at = 0; at < words.size(); ++at) {
        text.capitals[count] = at;  // which have one nobody can guess: no branch
        count += words[at].is(Token::capital) ? 1 : 0;
        dashes |= words[at].gap == Gap::dash;
    }
    text.capitals.resize(count);
    text.has_dashes = dashes;
}

}  // namespace

void read(std::string_view text, std::span<const std::uint32_t> breaks, const Languages& languages,
          std::string_view code, ReadText& result) {
    result.text = text;
    tokenize(text, result.words, breaks);
    result.language = &languages.of(code, result.words.tokens);
    const auto& first = result.words.first_token;
    look_at_words(result);
    result.casing.clear();
    for (std::size_t i = 0; i < first.size(); ++i) {
        const std::size_t end = i + 1 < first.size() ? first[i + 1] : result.words.tokens.size();
        const bool full_stop =
            slice(text, result.words.sentences[i]).ends_with('.') && !result.words.tokens[end - 1].is(Token::dotted);
        result.casing.push_back(casing_of(std::span(result.words.tokens).subspan(first[i], end - first[i]), full_stop,
                                          result.language->capitals()));
    }
}

std::span<const Token> ReadText::sentence_around(std::size_t token) const {
    const std::uint32_t sentence = words.sentence_of(token);
    const auto& first = words.first_token;
    const std::size_t end = sentence + 1 < first.size() ? first[sentence + 1] : words.tokens.size();
    return std::span(words.tokens).subspan(first[sentence], end - first[sentence]);
}

}  // namespace entente
