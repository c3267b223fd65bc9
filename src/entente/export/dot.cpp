// SPDX-License-Identifier: Apache-2.0
//
// The part of DOT that Graphviz and Gephi both read (Gephi 0.10's reader is a StreamTokenizer): everything quoted, blanks
// round "--", one block of attributes to a statement, colours as hue, saturation and value, and what holds for the whole
// graph in the last statement, for Gephi skips all that follows a `graph` or `node`. Defaults for nodes would have to come
// first, so each node carries its own. Any program of Graphviz draws the positions as they stand (layout="nop2").
#include <entente/export/writers.hpp>

#include <algorithm>
#include <string_view>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>
#include <entente/graph/palette.hpp>

namespace entente {
namespace {

std::string_view shape_of(EntityType type) {
    switch (type) {
        case EntityType::person: return "ellipse";
        case EntityType::country: return "box";
        case EntityType::organization: return "hexagon";
        case EntityType::place: return "octagon";
    }
    return "ellipse";
}

/// `, color="0.555 1.000 0.698"`: Gephi takes #rrggbb for invisible and stops at #rrggbbaa.
void append_colour(Output& output, Colour colour) {
    const double red = colour.red, green = colour.green, blue = colour.blue;
    const double most = std::max({red, green, blue});
    const double range = most - std::min({red, green, blue});
    double hue = 0;
    if (range > 0) {
        hue = most == red     ? (green - blue) / range
              : most == green ? 2 + (blue - red) / range
                              : 4 + (red - green) / range;
    }
    output.append(", color=\"");
    output.append_fixed((hue < 0 ? hue + 6 : hue) / 6, 3);
    output.append(' ');
    output.append_fixed(most > 0 ? range / most : 0, 3);
    output.append(' ');
    output.append_fixed(most / 255, 3);
    output.append('"');
}

void append_name(Output& output, std::string_view name) {
    output.append(", ");
    output.append(name);
    output.append('=');
}

void append_attribute(Output& output, std::string_view name, const Value& value) {
    if (is_missing(value)) {
        return;
    }
    append_name(output, name);
    output.append('"');
    append_value(output, value, append_dot);
    output.append('"');
}

void append_node(Output& output, const Network& network, const Node& node) {
    output.append("  \"");
    append_dot(output, node.id);
    output.append("\" [label=\"");
    append_dot(output, node.label);
    output.append('"');
    for (const auto& column : node_columns(network)) {
        append_attribute(output, column.name, column.value(node));
    }
    append_attribute(output, "shape", shape_of(node.type));
    append_attribute(output, "style", std::string_view("filled"));
    append_attribute(output, "fontname", std::string_view("Helvetica"));
    append_colour(output, colour_of(node.type));
    append_name(output, "pos");
    output.append('"');
    output.append_number(node.x);
    output.append(',');
    output.append_number(node.y);
    output.append("\"];\n");
}

void append_edge(Output& output, const Network& network, const Edge& edge) {
    const double weight = weight_of(network, edge);
    output.append("  \"");
    append_dot(output, network.nodes[edge.source].id);
    output.append("\" -- \"");
    append_dot(output, network.nodes[edge.target].id);
    output.append("\" [weight=\"");
    output.append_number(weight);
    output.append('"');
    for (const auto& column : edge_columns(network)) {
        append_attribute(output, column.name, column.value(edge));
    }
    append_name(output, "penwidth");
    output.append('"');
    output.append_fixed(line_width(weight), 3);
    output.append("\", color=\"0.580 0.120 0.760\"];\n");
}

}  // namespace

void write_dot(const Network& network, Output& output) {
    output.append("graph entente {\n");
    for (const auto& node : network.nodes) {
        append_node(output, network, node);
    }
    for (const auto& edge : network.edges) {
        append_edge(output, network, edge);
    }
    output.append(
        "  graph [layout=\"nop2\", outputorder=\"edgesfirst\", fontname=\"Helvetica\", fontsize=\"24\", label=\"");
    append_dot(output, network.title);
    output.append("\"];\n}\n");
}

}  // namespace entente
