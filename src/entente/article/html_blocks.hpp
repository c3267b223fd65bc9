// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/article/html_tree.hpp>

namespace entente {

/// Blocks of a page. Half open.
struct BlockRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// The share of a block's letters that stand in links, from 0 to 1.
[[nodiscard]] double link_share(const HtmlBlock& block);

/// Whether a block is whole sentences, mostly outside links.
[[nodiscard]] bool is_prose(const HtmlBlock& block);

/// Whether a block is a link long enough for the title of a story.
[[nodiscard]] bool is_link_title(const HtmlBlock& block);

/// Whether a block is a heading that is a link.
[[nodiscard]] bool is_linked_heading(const HtmlDocument& document, const HtmlBlock& block);

/// Boxes side by side, each a title that is a link with a few lines: other stories; and one such box in an
/// article. One range for each row of boxes.
/// Complexity: O(n) in elements and blocks.
[[nodiscard]] std::vector<BlockRange> teaser_boxes(const HtmlDocument& document);

/// Link, a line or two, link, a line or two, without boxes: other stories, one under the other.
[[nodiscard]] std::vector<BlockRange> teaser_lines(const HtmlDocument& document, BlockRange within);

/// Short lines one under the other, at least half of them with figures, outside lists and tables: the labels of a chart.
[[nodiscard]] std::vector<BlockRange> chart_labels(const HtmlDocument& document, BlockRange within);

/// Makes furniture of headings under which no text follows up to the next one: they head lists of other things.
void drop_empty_sections(const HtmlDocument& document, BlockRange within, std::vector<Zone>& zones);

/// The blocks of prose that make up `story`, in their order; none where a fifth of it is not on the page, or where
/// it is only a few lines.
[[nodiscard]] std::vector<std::uint32_t> prose_of(const HtmlDocument& document, std::string_view story);

}  // namespace entente
