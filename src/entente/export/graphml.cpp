// SPDX-License-Identifier: Apache-2.0
//
// The profile that Gephi, networkx, igraph, Cytoscape and graphology all read without a warning: six portable types,
// every key for nodes or for edges and never for "all", ids that are the names (Gephi and Cytoscape show the id).
// Gephi takes label, x, y, size, r, g, b and weight for its own; igraph wants `name` and mixes up edge ids, hence `edge_id`.
// Each node and edge is one line: a fifth less to write and to read, and what has changed shows line by line.
//
// yEd draws nothing of that: its flavour has y:ShapeNode and y:PolyLineEdge instead, with y downwards.
#include <entente/export/writers.hpp>

#include <string>
#include <string_view>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>
#include <entente/graph/palette.hpp>

namespace entente {
namespace {

enum class Flavour : bool { portable, yed };

constexpr std::string_view type_of(ValueKind kind) {
    switch (kind) {
        case ValueKind::integer: return "int";  // never long: yEd warns of it
        case ValueKind::real: return "double";
        case ValueKind::text:
        case ValueKind::date:  // "date" is refused by networkx and igraph
        case ValueKind::evidence: break;
    }
    return "string";
}

struct Key {
    std::string_view name;
    std::string_view type;
};

constexpr Key node_keys[] = {{"label", "string"}, {"name", "string"}, {"r", "int"},    {"g", "int"},
                             {"b", "int"},        {"x", "double"},    {"y", "double"}, {"size", "double"}};
constexpr Key edge_keys[] = {{"weight", "double"}, {"edge_id", "string"}};

/// An id may stand once in a file: where nodes and edges share a name, the edges' key gets a longer id.
bool is_node_column(const Network& network, std::string_view name) {
    for (const auto& column : node_columns(network)) {
        if (column.name == name) {
            return true;
        }
    }
    return false;
}

void declare(Output& output, std::string_view prefix, Key key, std::string_view owner) {
    output.append("  <key id=\"");
    output.append(prefix);
    output.append(key.name);
    output.append("\" for=\"");
    output.append(owner);
    output.append("\" attr.name=\"");
    output.append(key.name);
    output.append("\" attr.type=\"");
    output.append(key.type);
    output.append("\"/>\n");
}

std::string_view edge_prefix(const Network& network, std::string_view name) {
    return is_node_column(network, name) ? "edge_" : "";
}

void declare_columns(Output& output, const Network& network) {
    for (const auto& column : node_columns(network)) {
        declare(output, "", {column.name, type_of(column.kind)}, "node");
    }
    for (const auto key : edge_keys) {
        declare(output, "", key, "edge");
    }
    for (const auto& column : edge_columns(network)) {
        declare(output, edge_prefix(network, column.name), {column.name, type_of(column.kind)}, "edge");
    }
}

std::string opening(std::string_view prefix, std::string_view key) {
    return std::string("<data key=\"").append(prefix).append(key).append("\">");
}

constexpr std::string_view closing = "</data>";

/// One <data> element of a value that is always there.
void append_data(Output& output, std::string_view key, const Value& value) {
    output.append("<data key=\"");
    output.append(key);
    output.append("\">");
    append_value(output, value, append_xml);
    output.append(closing);
}

/// What Gephi takes for its own.
void append_look(Output& output, const Node& node, bool laid_out) {
    const auto colour = colour_of(node.type);
    append_data(output, "label", std::string_view(node.label));
    append_data(output, "name", std::string_view(node.label));
    append_data(output, "r", std::uint32_t{colour.red});
    append_data(output, "g", std::uint32_t{colour.green});
    append_data(output, "b", std::uint32_t{colour.blue});
    if (laid_out) {
        append_data(output, "x", node.x);
        append_data(output, "y", node.y);
    }
    append_data(output, "size", node.size);
}

std::string_view shape_of(NodeType type) {
    switch (type) {
        case NodeType::person: return "ellipse";
        case NodeType::country: return "rectangle";
        case NodeType::organization: return "diamond";
        case NodeType::place: return "triangle";
        case NodeType::article: return "roundrectangle";
    }
    return "ellipse";
}

/// ` name="number"`
void append_number(Output& output, std::string_view name, double number) {
    output.append(' ');
    output.append(name);
    output.append("=\"");
    output.append_number(number);
    output.append('"');
}

/// A shape whose upper left corner is at x, y, and the name below it.
void append_yed_look(Output& output, const Node& node) {
    output.append("<data key=\"nodegraphics\"><y:ShapeNode><y:Geometry");
    append_number(output, "x", node.x - node.size / 2);
    append_number(output, "y", -node.y - node.size / 2);
    append_number(output, "width", node.size);
    append_number(output, "height", node.size);
    output.append("/><y:Fill color=\"");
    output.append(hexadecimal(colour_of(node.type)));
    output.append(
        "\" transparent=\"false\"/><y:BorderStyle color=\"#FFFFFF\" type=\"line\" width=\"1.0\"/>"
        "<y:NodeLabel fontFamily=\"Dialog\" fontSize=\"12\" modelName=\"sides\" modelPosition=\"s\">");
    append_xml(output, node.label);
    output.append("</y:NodeLabel><y:Shape type=\"");
    output.append(shape_of(node.type));
    output.append("\"/></y:ShapeNode></data>");
}

void append_yed_look(Output& output, const Edge& edge) {
    output.append("<data key=\"edgegraphics\"><y:PolyLineEdge><y:LineStyle color=\"#94A0B0\" type=\"line\" width=\"");
    output.append_fixed(line_width(edge.weight), 3);
    output.append("\"/><y:Arrows source=\"none\" target=\"none\"/></y:PolyLineEdge></data>");
}

void append_node(Output& output, const Node& node, bool laid_out, const Cells<Node>& cells, Flavour flavour) {
    output.append("    <node id=\"");
    append_xml(output, node.id);
    output.append("\">");
    if (flavour == Flavour::yed) {
        append_yed_look(output, node);
    } else {
        append_look(output, node, laid_out);
    }
    cells.append(output, node);
    output.append("</node>\n");
}

void append_ends(Output& output, PaddedView source, PaddedView target, double weight) {
    constexpr std::size_t most_of_rest = 140 + most_digits;
    Pen pen(output, 3 * (source.size + target.size) + most_of_rest);
    pen.put("    ");
    put_edge_tag(pen, source, target);
    pen.put("><data key=\"weight\">");
    pen.put(weight);
    pen.put("</data><data key=\"edge_id\">");
    pen.put(source);
    pen.put("--");
    pen.put(target);
    pen.put("</data>");
}

void append_edge(Output& output, const Edge& edge, double weight, const EscapedIds& ids, const Cells<Edge>& cells,
                 Flavour flavour) {
    append_ends(output, ids[edge.source], ids[edge.target], weight);
    if (flavour == Flavour::yed) {
        append_yed_look(output, edge);
    }
    cells.append(output, edge);
    output.append("</edge>\n");
}

void write(const Network& network, Output& output, Flavour flavour) {
    output.append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"");
    if (flavour == Flavour::yed) {
        output.append(
            " xmlns:y=\"http://www.yworks.com/xml/graphml\">\n"
            "  <key id=\"nodegraphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
            "  <key id=\"edgegraphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n");
    } else {
        output.append(">\n");
        for (const auto key : node_keys) {
            const bool is_position = key.name == "x" || key.name == "y";
            if (network.laid_out || !is_position) declare(output, "", key, "node");
        }
    }
    declare_columns(output, network);
    output.append("  <graph id=\"entente\" edgedefault=\"undirected\">\n");
    const Cells<Node> node_cells(
        node_columns(network), [](const auto& column) { return opening("", column.name); }, std::string(closing),
        append_xml);
    for (const auto& node : network.nodes) {
        append_node(output, node, network.laid_out, node_cells, flavour);
    }
    const EscapedIds ids(network, append_xml);
    const Cells<Edge> edge_cells(
        edge_columns(network),
        [&](const auto& column) { return opening(edge_prefix(network, column.name), column.name); },
        std::string(closing), append_xml);
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        ids.prefetch_behind(network.edges, i);
        const auto& edge = network.edges[i];
        append_edge(output, edge, weight_of(network, edge), ids, edge_cells, flavour);
    }
    output.append("  </graph>\n</graphml>\n");
}

}  // namespace

void write_graphml(const Network& network, Output& output) { write(network, output, Flavour::portable); }

void write_yed(const Network& network, Output& output) { write(network, output, Flavour::yed); }

}  // namespace entente
