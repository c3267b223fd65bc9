// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <entente/article/html_tree.hpp>

namespace entente {

/// Letters of prose that make a story of their own.
inline constexpr std::uint64_t shortest_story = 400;

/// What is counted of a stretch of blocks.
struct BlockSums {
    std::uint64_t letters = 0;
    std::uint64_t linked = 0;
    std::uint64_t prose = 0;  ///< letters of blocks of prose
    std::uint64_t headlines = 0;
};

[[nodiscard]] BlockSums operator-(const BlockSums& a, const BlockSums& b);

/// What is counted before each block, and of all of them.
[[nodiscard]] std::vector<BlockSums> block_sums(const HtmlDocument& document);

/// The marks of each element and of those that hold it, as far as they can be believed, but for the ones in `ignored`.
/// An element that holds most of the page's prose ("has-sidebar"), or its headline and a story, is no furniture.
/// Comments, galleries and what runs beside a story may be longer than it, but hold no headline.
///
/// `before`: block_sums() of the document.
[[nodiscard]] std::vector<HtmlMarks> believed_marks(const HtmlDocument& document, const std::vector<BlockSums>& before,
                                                    HtmlMarks ignored);

}  // namespace entente
