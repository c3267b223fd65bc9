// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/article/html_tree.hpp>

namespace entente {

/// Which blocks of a page are its story.
struct HtmlStory {
    std::vector<Zone> zones;  ///< one for each block
    bool is_list = false;     ///< a page of links to stories, with none of its own
};

/// Finds the story of a page by its structure and the density of its text, in any language.
///
/// `article_body`: what schema.org's articleBody says that the story is, or empty.
/// Complexity:     O(n) in elements and blocks.
/// Source:         the element whose blocks weigh most: prose for, links and menus against (after J. Pasternack and
///                 D. Roth, "Extracting article text from the web with maximum subsequence segmentation", 2009); words
///                 of class names as in Arc90's Readability.
[[nodiscard]] HtmlStory find_story(const HtmlDocument& document, std::string_view article_body);

}  // namespace entente
