// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/text/span.hpp>

namespace entente {

/// A stretch of a page that its layout sets apart.
struct Paragraph {
    Span span;                  ///< without white space at its ends
    std::string plain{};        ///< see plain_form()
    bool after_blank = false;   ///< an empty line, or the start of the page, stands before it
    bool before_blank = false;  ///< an empty line, or the end of the page, stands behind it
};

/// Cuts a page into paragraphs. A line is one, as news pages come from the web, except in a page whose lines are
/// all broken at some 70 columns: there a paragraph ends at an empty line.
///
/// Encoding: `text` must be valid UTF-8. Line ends may be \n, \r\n or \r.
[[nodiscard]] std::vector<Paragraph> paragraphs_of(std::string_view text);

/// Where the same paragraphs stand.
[[nodiscard]] std::vector<Span> paragraph_spans(std::string_view text);

/// Lower case, straight quotes, single spaces, without marks of Markdown and what stands before the first word:
/// the form in which furniture is compared. `origins`, if wanted, gets the byte of `text` behind each byte.
[[nodiscard]] std::string plain_form(std::string_view text, std::vector<std::uint32_t>* origins = nullptr);

/// `text` as a reader sees it: without Markdown's marks, links as their texts.
[[nodiscard]] std::string without_markup(std::string_view text);

/// The letters and digits of a plain form, words joined by one space: equal for two copies of one sentence.
[[nodiscard]] std::string bare_words(std::string_view plain);

/// Whether the last letter or bracket is followed by a full stop, question or exclamation mark. Dots of
/// initials ("the U.S.") are none, closing quotes and brackets do not hide one.
[[nodiscard]] bool ends_sentence(std::string_view text);

}  // namespace entente
