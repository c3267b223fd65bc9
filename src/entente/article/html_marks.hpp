// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include <entente/article/html_tags.hpp>

namespace entente {

/// What an element says of its content by its name, its class, its id and other attributes. Bits of a set.
enum HtmlMark : std::uint32_t {
    marks_story = 1U << 0U,       ///< class="article-body", itemprop="articleBody"
    marks_content = 1U << 1U,     ///< class="content", <main>: holds the story and more
    marks_navigation = 1U << 2U,  ///< menus, breadcrumbs, page numbers
    marks_comments = 1U << 3U,
    marks_sharing = 1U << 4U,    ///< buttons to share, print, follow
    marks_related = 1U << 5U,    ///< links to other stories
    marks_promotion = 1U << 6U,  ///< newsletters, subscriptions, appeals, paywalls
    marks_advert = 1U << 7U,
    marks_sidebar = 1U << 8U,
    marks_footer = 1U << 9U,
    marks_tags = 1U << 10U,
    marks_author_box = 1U << 11U,
    marks_notice = 1U << 12U,  ///< cookies, terms, log-in, error messages
    marks_hidden = 1U << 13U,
    marks_form = 1U << 14U,
    marks_caption = 1U << 15U,
    marks_credit = 1U << 16U,
    marks_byline = 1U << 17U,
    marks_date = 1U << 18U,
    marks_headline = 1U << 19U,
    marks_figure = 1U << 20U,
    marks_teaser = 1U << 21U,
    marks_table = 1U << 22U,
    marks_link = 1U << 23U,
    marks_list = 1U << 24U,
    marks_header = 1U << 25U,
    marks_quote = 1U << 26U,
    marks_paragraph = 1U << 27U,
};
using HtmlMarks = std::uint32_t;

/// Marks of what is no part of a story.
inline constexpr HtmlMarks furniture_marks = marks_navigation | marks_comments | marks_sharing | marks_related
                                             | marks_promotion | marks_advert | marks_sidebar | marks_footer
                                             | marks_tags | marks_author_box | marks_notice | marks_hidden | marks_form;

/// The marks of an element's kind alone.
[[nodiscard]] HtmlMarks marks_of(HtmlTag tag);

/// The marks of one attribute of an element.
[[nodiscard]] HtmlMarks marks_of(std::string_view attribute, std::string_view value);

}  // namespace entente
