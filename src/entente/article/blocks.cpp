// SPDX-License-Identifier: Apache-2.0
#include <entente/article/blocks.hpp>

#include <entente/article/paragraphs.hpp>

namespace entente {
namespace {

constexpr std::size_t longest_line = 220;  // bytes; a longer one is prose that lost its full stop

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Bytes of a no-break space, a quotation mark, a dash or another mark of U+2010 to U+203F at `at`; else 0.
std::size_t mark_at(std::string_view text, std::size_t at) {
    if (text[at] == '\xC2' && at + 1 < text.size())
        return text[at + 1] == '\xA0' || text[at + 1] == '\xAB' || text[at + 1] == '\xBB' ? 2 : 0;
    return text[at] == '\xE2' && at + 2 < text.size() && text[at + 1] == '\x80' ? 3 : 0;
}

}  // namespace

std::uint64_t fingerprint_of(std::string_view paragraph) {
    constexpr std::uint64_t prime = 0x100000001B3;
    std::uint64_t hash = 0xCBF29CE484222325;
    const auto add = [&hash](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * prime; };
    bool begun = false;  // at the first letter: "1. Talks" and "2. Talks" are one title
    bool space = false;
    for (std::size_t at = 0; at < paragraph.size();) {
        const char c = lower(paragraph[at]);
        const std::size_t mark = c >= 'a' && c <= 'z' ? 0 : mark_at(paragraph, at);
        if (mark == 0 && (is_letter(c) || (begun && is_digit(c)))) {
            if (space && begun) add(' ');
            add(c);
            begun = true;
            space = false;
        } else if (c != '\'') {
            space = true;
        }
        at += mark == 0 ? 1 : mark;
    }
    return begun ? hash : 0;
}

Blocks::Blocks(std::string_view text) : text_(text), paragraphs_(paragraph_spans(text)) {}

Block Blocks::at(std::uint32_t offset) {
    if (next_ > 0 && offset < paragraphs_[next_ - 1].end) return found_;
    while (next_ < paragraphs_.size() && paragraphs_[next_].end <= offset) ++next_;
    if (next_ == paragraphs_.size()) return {};
    const auto paragraph = slice(text_, paragraphs_[next_++]);
    // Unlike a headline, prose may end in "the U.S."
    const bool stops = ends_sentence(paragraph) || paragraph.ends_with('.') || paragraph.ends_with(':');
    const bool line = paragraph.size() <= longest_line && !stops;
    found_ = {fingerprint_of(paragraph), line};
    return found_;
}

}  // namespace entente
