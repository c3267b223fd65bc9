// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <entente/text/span.hpp>

namespace entente {

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
    none,        ///< nothing: "G|20"; only digits and letters part without a separator
    space,       ///< white space, also a line wrap inside a paragraph
    hyphen,      ///< a hyphen or dash without blanks: "al-Assad", "US-led"
    apostrophe,  ///< "O'Brien", "Lavrov's"
    dot,         ///< a full stop that ends no sentence: "St. Petersburg", "George W. Bush"
    comma,
    ampersand,  ///< never stored: "&" is a word of its own, "and"
    slash,
    dash,       ///< a dash with blanks around it, or a long one
    other,      ///< brackets, quotes, colons: a name never runs across
    sentence,   ///< a new sentence begins
    paragraph,  ///< a new paragraph begins
};

/// One word. A possessive 's is a word of its own, as are the letters and the digits of "G20"; a dotted
/// acronym with its last full stop ("U.S.") is one word; each Chinese or Japanese character is one.
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint64_t hash = 0;    ///< of the folded word
    Gap gap = Gap::paragraph;  ///< before the word
    std::uint8_t shape = 0;

    enum Shape : std::uint8_t {
        capital = 1,   ///< begins with a capital, or with a letter of a script that has none
        capitals = 2,  ///< every letter that has a case is a capital
        lower = 4,     ///< has a small letter
        digits = 8,
        dotted = 16,      ///< "U.S."
        possessive = 32,  ///< the "s" of 's, or the apostrophe's place in s'
        ideograph = 64,   ///< may be a word's end without a separator
        url = 128,        ///< part of a web or mail address
    };
    [[nodiscard]] bool is(Shape bits) const { return (shape & bits) != 0; }
    [[nodiscard]] Span span() const { return {begin, end}; }
    /// A name that starts at this word does not tear a word apart.
    [[nodiscard]] bool begins_word() const { return gap != Gap::none || is(ideograph); }
};

/// A text cut into words and sentences. Kept by the caller so that its memory is used again.
struct TokenizedText {
    std::vector<Token> tokens;
    std::vector<Span> sentences;             ///< ascending; with their full stop, without blanks around
    std::vector<std::uint32_t> first_token;  ///< of each sentence

    /// The sentence that holds the token. Complexity: O(log sentences).
    [[nodiscard]] std::uint32_t sentence_of(std::size_t token) const;
};

/// Cuts `text` into words and sentences.
///
/// Lines:      an empty line ends a paragraph. A single line end is a wrap when the next line goes on in small
///             letters or its first word would not have fitted into the width of the lines around it; else
///             it ends a paragraph too, for most news pages have one paragraph on each line.
///             A line end beside one of `breaks` (byte offsets, ascending) always ends one: what an article knows
///             of its headline and by-line.
/// Encoding:   `text` must be valid UTF-8; pass foreign bytes through decode() first.
/// Complexity: O(n).
/// Source:     Unicode 15.0, UAX #29 word boundaries, with the departures named at Token.
void tokenize(std::string_view text, TokenizedText& result, std::span<const std::uint32_t> breaks = {});

}  // namespace entente
