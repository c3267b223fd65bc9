// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/article/line_shapes.hpp>
#include <entente/article/phrases.hpp>

namespace entente {

/// A stretch of a page that its layout sets apart, as the rules read it.
struct Paragraph {
    Span span;               ///< of the page
    std::string_view words;  ///< its text
    std::string_view plain;  ///< see plain_form()
    PhraseHits hits{};       ///< in the plain form
};

/// Where a picture's credit stands in a paragraph, and whether the words before it are its caption.
struct PictureCredit {
    Span span;
    bool captions = false;
};

/// "Photo: X", "… in Geneva. Alex Doe/Pool via Reuters", "… (Jane Doe/AFP)", "… **Jane Doe / TASS**". `marks` are those of
/// the page.
[[nodiscard]] std::optional<PictureCredit> picture_credit(const Paragraph& paragraph, const PageMarks& marks,
                                                          const Phrases& phrases);

/// The sentences of a paragraph that name a source: "Reuters contributed to this report."
[[nodiscard]] std::vector<Span> source_credits(const Paragraph& paragraph);

/// "KYIV, May 3 (Reuters) - " at the start of a story.
[[nodiscard]] std::optional<Span> dateline(const Paragraph& paragraph);

/// "By Jane Doe", "By [AFP](#)".
[[nodiscard]] bool is_byline(const Paragraph& paragraph);

/// A line of two to four capitalised words, such as an author's name.
[[nodiscard]] bool looks_like_name(std::string_view line);

}  // namespace entente
