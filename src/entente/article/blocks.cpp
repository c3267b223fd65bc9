// SPDX-License-Identifier: Apache-2.0
#include <entente/article/blocks.hpp>

#include <algorithm>

#include <entente/article/paragraphs.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr std::size_t longest_line = 220;  // bytes; a longer one is prose that lost its full stop

/// How many of the words begin before `offset`, found without a branch that nobody can guess.
std::size_t words_before(std::span<const Token> words, std::uint32_t offset) {
    std::size_t before = 0;
    std::size_t left = words.size();
    while (left > 0) {
        const auto half = (left + 1) / 2;
        before += words[before + half - 1].begin < offset ? half : 0;
        left -= half;
    }
    return before;
}

}  // namespace

std::uint64_t fingerprint_of(std::span<const Token> paragraph) {
    const auto first = std::ranges::find_if_not(paragraph, [](const Token& word) {
        return word.is(Token::digits);
    });  // "1. Talks" and "2. Talks" are one title
    if (first == paragraph.end()) return 0;
    HashOfWord hash(0);
    for (auto word = first; word != paragraph.end(); ++word) hash.add(word->hash);
    return hash.value();
}

Blocks::Blocks(std::string_view text, std::span<const Token> words) : text_(text), words_(words), paragraphs_(text) {}

std::span<const Token> Blocks::words_in(Span paragraph) {
    words_ = words_.subspan(words_before(words_, paragraph.begin));
    const auto words = words_.first(words_before(words_, paragraph.end));
    words_ = words_.subspan(words.size());
    return words;
}

Block Blocks::at(std::uint32_t offset) {
    if (offset < last_.end) return found_;
    const auto span = paragraphs_.at(offset);
    if (!span) return {};
    last_ = *span;
    const auto paragraph = slice(text_, last_);
    // Unlike a headline, prose may end in "the U.S."
    const bool stops = ends_sentence(paragraph) || paragraph.ends_with('.') || paragraph.ends_with(':');
    const bool line = paragraph.size() <= longest_line && !stops;
    found_ = {fingerprint_of(words_in(last_)), line};
    return found_;
}

}  // namespace entente
