// SPDX-License-Identifier: Apache-2.0
//
// The part of DOT that Graphviz and Gephi both read (Gephi 0.10's reader is a StreamTokenizer): everything quoted, blanks
// round "--", one block of attributes to a statement, colours as hue, saturation and value, and what holds for the whole
// graph in the last statement, for Gephi skips all that follows a `graph` or `node`. Defaults for nodes would have to come
// first, so each node carries its own. Any program of Graphviz draws the positions as they stand (layout="nop2").
#include <entente/export/writers.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>
#include <entente/graph/palette.hpp>

namespace entente {
namespace {

std::string_view shape_of(NodeType type) {
    switch (type) {
        case NodeType::person: return "ellipse";
        case NodeType::country: return "box";
        case NodeType::organization: return "hexagon";
        case NodeType::place: return "octagon";
        case NodeType::article: return "note";
    }
    return "ellipse";
}

/// `0.555 1.000 0.698`: Gephi takes #rrggbb for invisible and stops at #rrggbbaa.
std::string name_of(Colour colour) {
    const double red = colour.red, green = colour.green, blue = colour.blue;
    const double most = std::max({red, green, blue});
    const double range = most - std::min({red, green, blue});
    double hue = 0;
    if (range > 0) {
        hue = most == red     ? (green - blue) / range
              : most == green ? 2 + (blue - red) / range
                              : 4 + (red - green) / range;
    }
    Output output;
    output.append_fixed((hue < 0 ? hue + 6 : hue) / 6, 3);
    output.append(' ');
    output.append_fixed(most > 0 ? range / most : 0, 3);
    output.append(' ');
    output.append_fixed(most / 255, 3);
    return output.take();
}

/// Shape and colour of each type.
std::vector<std::string> looks() {
    std::vector<std::string> all;
    for (const auto type : node_types) {
        all.push_back(", shape=\"" + std::string(shape_of(type))
                      + "\", style=\"filled\", fontname=\"Helvetica\", color=\"" + name_of(colour_of(type)) + '"');
    }
    return all;
}

/// `, name="`
std::string opening(std::string_view name) { return std::string(", ").append(name).append("=\""); }

void append_node(Output& output, const Node& node, bool laid_out, const Cells<Node>& cells, std::string_view look) {
    output.append("  \"");
    append_dot(output, node.id);
    output.append("\" [label=\"");
    append_dot(output, node.label);
    output.append('"');
    cells.append(output, node);
    output.append(look);
    if (laid_out) {
        output.append(", pos=\"");
        output.append_number(node.x);
        output.append(',');
        output.append_number(node.y);
        output.append('"');
    }
    output.append("];\n");
}

void append_ends(Output& output, PaddedView source, PaddedView target, double weight) {
    constexpr std::size_t most_of_rest = 50 + most_digits;
    Pen pen(output, source.size + target.size + most_of_rest);
    pen.put("  \"");
    pen.put(source);
    pen.put("\" -- \"");
    pen.put(target);
    pen.put("\" [weight=\"");
    pen.put(weight);
    pen.put("\"");
}

void append_edge(Output& output, const Edge& edge, double weight, const EscapedIds& ids, const Cells<Edge>& cells) {
    append_ends(output, ids[edge.source], ids[edge.target], weight);
    cells.append(output, edge);
    output.append(", penwidth=\"");
    output.append_fixed(line_width(weight), 3);
    output.append("\", color=\"0.580 0.120 0.760\"];\n");
}

}  // namespace

void write_dot(const Network& network, Output& output) {
    output.append("graph entente {\n");
    const auto before = [](const auto& column) { return opening(column.name); };
    const Cells<Node> node_cells(node_columns(network), before, "\"", append_dot);
    const auto look_of_type = looks();
    for (const auto& node : network.nodes) {
        append_node(output, node, network.laid_out, node_cells, look_of_type[static_cast<std::size_t>(node.type)]);
    }
    const EscapedIds ids(network, append_dot);
    const Cells<Edge> edge_cells(edge_columns(network), before, "\"", append_dot);
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        ids.prefetch_behind(network.edges, i);
        const auto& edge = network.edges[i];
        append_edge(output, edge, weight_of(network, edge), ids, edge_cells);
    }
    output.append(network.laid_out ? "  graph [layout=\"nop2\", " : "  graph [");
    output.append("outputorder=\"edgesfirst\", fontname=\"Helvetica\", fontsize=\"24\", label=\"");
    append_dot(output, network.title);
    output.append("\"];\n}\n");
}

}  // namespace entente
