// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/text/span.hpp>

namespace entente {

/// Where the paragraphs of a page stand, without white space at their ends. A line is one, as news pages come from the
/// web, except in a page whose lines are all broken at some 70 columns: there a paragraph ends at an empty line.
///
/// Encoding: `text` must be valid UTF-8. Line ends may be \n, \r\n or \r.
[[nodiscard]] std::vector<Span> paragraph_spans(std::string_view text);

/// The same paragraphs, for who asks for few of them, in reading order.
class Paragraphs {
public:
    explicit Paragraphs(std::string_view text);

    /// The first that ends behind the byte at `offset`, which is never less than that asked for before.
    [[nodiscard]] std::optional<Span> at(std::uint32_t offset);

private:
    std::string_view text_;
    char end_of_line_;
    std::size_t line_ = 0;       ///< begin of the first line that was not passed, in a page whose lines are paragraphs
    bool all_;                   ///< whether all were found at once
    std::vector<Span> spans_{};  ///< then
};

/// Lower case, straight quotes, single spaces, without marks of Markdown and what stands before the first word:
/// the form in which furniture is compared. `origins`, if wanted, gets the byte of `text` behind each byte.
[[nodiscard]] std::string plain_form(std::string_view text, std::vector<std::uint32_t>* origins = nullptr);

/// The same written to `out`, which has plain_room() bytes for that many of `text`. Returns the end of what was written.
char* write_plain_form(std::string_view text, char* out, std::vector<std::uint32_t>* origins = nullptr);
[[nodiscard]] std::size_t plain_room(std::size_t bytes);

/// `text` as a reader sees it: without Markdown's marks, links as their texts.
[[nodiscard]] std::string without_markup(std::string_view text);

/// The letters and digits of a plain form, words joined by one space: equal for two copies of one sentence.
[[nodiscard]] std::string bare_words(std::string_view plain);

/// Whether the last letter or bracket is followed by a full stop, question or exclamation mark. Dots of
/// initials ("the U.S.") are none, closing quotes and brackets do not hide one.
[[nodiscard]] bool ends_sentence(std::string_view text);

}  // namespace entente
