// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

/// A network's positions and sizes are in units of half a point: then the marks of a picture and the discs of Gephi,
/// whose diameters go from 4 to 100 units, fit the same positions.
inline constexpr double units_per_point = 2;

/// How large a node and its name are when drawn, in points: the layout keeps this much room, the picture fills it.
/// The name stands under the mark.
struct NodeLook {
    double mark = 0;                 ///< width and height of the mark; its area is in proportion to articles
    double font = 0;                 ///< size of the letters
    std::vector<std::string> lines;  ///< of the name
    double name_width = 0;           ///< estimated, on the generous side: fonts differ from machine to machine
    double name_height = 0;

    [[nodiscard]] double width() const { return mark > name_width ? mark : name_width; }
    [[nodiscard]] double height() const { return mark + name_height; }
};

/// How much wider the shape of this type is than a circle of the same area: circle, square, diamond, triangle,
/// and a sheet for an article.
[[nodiscard]] double stretch_of(NodeType type);

/// `most_articles` is the highest count in the network.
[[nodiscard]] NodeLook look_of(const Node& node, std::uint32_t most_articles);

/// The highest count of articles of any node, at least 1; or what Scale says.
[[nodiscard]] std::uint32_t most_articles_of(const Network& network);

/// Breaks a text at blanks into as few lines as have about `line_bytes` each, of about the same length.
/// What is longer than `most_lines` lines ends in "…".
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text, std::size_t line_bytes, std::size_t most_lines);

/// Estimated width of one line in a sans-serif font.
[[nodiscard]] double text_width(std::string_view line, double font);

}  // namespace entente
