// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/look.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace entente {
namespace {

constexpr double largest_mark = 48;  // diameter, were it a circle
constexpr double single_mark = 14;   // at most, of one article: few articles make no large marks
constexpr double smallest_mark = 8;
constexpr double smallest_font = 9;
constexpr double largest_font = 15;
constexpr double line_height = 1.2;          // of the font's size; what Graphviz takes
constexpr std::size_t name_line_bytes = 18;  // a longer name is broken
constexpr std::size_t most_name_lines = 4;

/// The start of `text` that has at most `most` bytes and cuts no character in two.
std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) {
        return std::string(text);
    }
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) {
        --most;
    }
    return std::string(text.substr(0, most)) + "…";
}

/// Where to cut off the first of `lines` lines: at the blank nearest to an equal share; npos when there is none.
std::size_t cut_of(std::string_view text, std::size_t lines) {
    const auto goal = text.size() / lines;
    const auto before = text.rfind(' ', goal);
    const auto after = text.find(' ', goal);
    if (before == std::string_view::npos || after == std::string_view::npos) {
        return std::min(before, after);
    }
    return goal - before <= after - goal ? before : after;
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text, std::size_t line_bytes, std::size_t most_lines) {
    auto whole = shortened(text, line_bytes * most_lines * 3 / 2);
    std::ranges::replace_if(
        whole, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    std::string_view rest = whole;
    std::vector<std::string> lines;
    for (auto left = std::min(most_lines, rest.size() / line_bytes + 1); left > 1; --left) {
        const auto cut = cut_of(rest, left);
        if (cut == std::string_view::npos) {
            break;
        }
        lines.emplace_back(rest.substr(0, cut));
        rest.remove_prefix(cut + 1);
    }
    lines.push_back(shortened(rest, line_bytes * 2));
    return lines;
}

double text_width(std::string_view line, double font) {
    double ems = 0;
    for (const char byte : line) {
        const auto value = static_cast<unsigned char>(byte);
        // A sequence of three or four bytes is mostly CJK or an emoji, as wide as high; the bytes behind the first add nothing.
        ems += value < 0x80    ? (value >= 'A' && value <= 'Z' ? 0.70 : 0.57)
               : value >= 0xE0 ? 1.0
               : value >= 0xC0 ? 0.60
                               : 0.0;
    }
    return ems * font;
}

std::uint32_t most_articles_of(const Network& network) {
    std::uint32_t most = std::max(1U, network.scale.most_articles);
    for (const auto& node : network.nodes) {
        most = std::max(most, node.articles);
    }
    return most;
}

double stretch_of(NodeType type) {
    switch (type) {
        case NodeType::person: return 1.0;
        case NodeType::country: return 0.886;
        case NodeType::organization: return 1.253;
        case NodeType::place: return 1.35;
        case NodeType::article: return 0.886;
    }
    return 1.0;
}

NodeLook look_of(const Node& node, std::uint32_t most_articles) {
    const double largest = std::min(largest_mark, single_mark * std::sqrt(most_articles));
    const double diameter = largest * std::sqrt(static_cast<double>(node.articles) / most_articles);
    NodeLook look;
    look.mark = std::max(smallest_mark, diameter) * stretch_of(node.type);
    look.font = smallest_font + (largest_font - smallest_font) * diameter / largest_mark;
    look.lines = lines_of(node.label, name_line_bytes, most_name_lines);
    for (const auto& line : look.lines) {
        look.name_width = std::max(look.name_width, text_width(line, look.font));
    }
    look.name_height = line_height * look.font * static_cast<double>(look.lines.size());
    return look;
}

}  // namespace entente
