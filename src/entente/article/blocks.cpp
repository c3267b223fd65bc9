// SPDX-License-Identifier: Apache-2.0
#include <entente/article/blocks.hpp>

#include <algorithm>

#include <entente/article/paragraphs.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr std::size_t longest_line = 220;  // bytes; a longer one is prose that lost its full stop

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

Blocks::Blocks(std::string_view text, std::span<const Token> words)
    : text_(text), words_(words), paragraphs_(paragraph_spans(text)) {}

std::span<const Token> Blocks::words_in(Span paragraph) {
    const auto begin = std::ranges::lower_bound(words_, paragraph.begin, {}, &Token::begin);
    const auto end = std::ranges::lower_bound(begin, words_.end(), paragraph.end, {}, &Token::begin);
    words_ = {end, words_.end()};
    return {begin, end};
}

Block Blocks::at(std::uint32_t offset) {
    if (next_ > 0 && offset < paragraphs_[next_ - 1].end) return found_;
    while (next_ < paragraphs_.size() && paragraphs_[next_].end <= offset) ++next_;
    if (next_ == paragraphs_.size()) return {};
    const Span span = paragraphs_[next_++];
    const auto paragraph = slice(text_, span);
    // Unlike a headline, prose may end in "the U.S."
    const bool stops = ends_sentence(paragraph) || paragraph.ends_with('.') || paragraph.ends_with(':');
    const bool line = paragraph.size() <= longest_line && !stops;
    found_ = {fingerprint_of(words_in(span)), line};
    return found_;
}

}  // namespace entente
