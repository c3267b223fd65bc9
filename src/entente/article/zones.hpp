// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/article/furniture.hpp>

namespace entente {

/// What a page says of itself, and which of its parts are the story.
struct Page {
    std::string title;            ///< without its site's name and without markup; empty when there is none
    Date date;                    ///< from a line of its own near the top or the foot, never from a sentence
    std::vector<ZoneSpan> zones;  ///< ascending, disjoint; the rest is body
};

/// Reads the layout of a page. Where in doubt a paragraph is story: text lost to the network is worse than a
/// line of furniture in it.
///
/// Encoding:   `text` must be valid UTF-8.
/// `title`:    what is known of the headline from elsewhere, or empty.
/// `known`:    zones that the page's markup tells, ascending and disjoint; only what they leave open is looked at.
/// Complexity: O(n).
[[nodiscard]] Page read_page(std::string_view text, std::string_view title, const Furniture& furniture,
                             const std::vector<ZoneSpan>& known = {});

}  // namespace entente
