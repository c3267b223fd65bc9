// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/html_marks.hpp>
#include <entente/article/html_tags.hpp>
#include <entente/text/encoding.hpp>
#include <entente/text/span.hpp>

namespace entente {

/// An element that has lines of its own, or says something of its content. Those of one page stand in the order in
/// which they begin, so that what an element holds is one range of elements and one of blocks.
struct HtmlElement {
    HtmlTag tag = HtmlTag::other_block;
    HtmlMarks marks = 0;            ///< its own
    std::uint32_t parent = 0;       ///< the first one, which holds all, is its own parent
    std::uint32_t end = 0;          ///< the first element behind it
    std::uint32_t first_block = 0;  ///< the first block in it
    std::uint32_t end_block = 0;    ///< the first one behind it
    Span text;                      ///< what it holds of the document's text, with white space before it
};

/// A paragraph, a headline, a menu's entry: text that is set apart from others.
struct HtmlBlock {
    Span span;                  ///< of the document's text
    std::uint32_t element = 0;  ///< the innermost that holds all of it
    std::uint32_t letters = 0;  ///< characters but blanks; one of Chinese, Japanese or Korean counts as two
    std::uint32_t linked = 0;   ///< those inside links
    std::uint32_t stops = 0;    ///< full stops, commas and other marks of sentences
    std::uint32_t links = 0;    ///< how many links begin in it
};

/// A property that a page gives a value: <meta property="og:title">, <link rel="canonical">, itemprop, <time>.
struct HtmlProperty {
    std::string_view name;      ///< as it is written
    std::string_view value;     ///< with character references; empty when the element's text says it
    std::uint32_t element = 0;  ///< that holds it, or is it
    bool in_meta = false;       ///< of a <meta> or <link>, which no reader sees
};

/// A page as text with its structure.
struct HtmlDocument {
    std::string text;    ///< blocks, parted by empty lines; <br> is a line break
    OffsetMap original;  ///< to the html
    std::vector<HtmlElement> elements;
    std::vector<HtmlBlock> blocks;
    std::string_view title;     ///< content of <title>, with character references
    std::string_view language;  ///< <html lang>
    std::vector<HtmlProperty> properties;
    std::vector<std::string_view> json_ld;  ///< contents of <script type="application/ld+json">
};

/// Reads a page. Scripts, styles, <noscript>, <template> and what stands in for pictures and films are no text;
/// hidden elements are, and their mark says so. Soft hyphens and zero-width spaces are left out.
///
/// Encoding:   `html` must be valid UTF-8, and outlive the document.
/// Complexity: O(n), however deep elements are nested.
/// Source:     HTML Living Standard, section 13.2, as far as news needs it: implied end tags, tables, misnesting.
[[nodiscard]] HtmlDocument read_html(std::string_view html);

}  // namespace entente
