// SPDX-License-Identifier: Apache-2.0
//
// Cytoscape's JSON. Cytoscape.js takes the object as it is, cytoscape({container, ...json}), style and positions included;
// the desktop reads the elements and shows `name`, and its style is set by mapping `color`, `size`, `shape` and `width`.
// Both count y downwards.
#include <entente/export/writers.hpp>

#include <string_view>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>
#include <entente/export/json_values.hpp>

namespace entente {
namespace {

constexpr std::string_view style = R"json("style":[
{"selector":"node","style":{"label":"data(name)","width":"data(size)","height":"data(size)","shape":"data(shape)",
"background-color":"data(color)","border-width":1,"border-color":"#ffffff","font-family":"Helvetica","font-size":20,
"text-valign":"bottom","text-margin-y":2,"text-background-color":"#ffffff","text-background-opacity":0.7}},
{"selector":"edge","style":{"width":"data(width)","line-color":"#4a5a6a","opacity":0.5,"curve-style":"haystack"}}
],
"layout":{"name":"preset","fit":true}}
)json";

std::string_view shape_of(NodeType type) {
    switch (type) {
        case NodeType::person: return "ellipse";
        case NodeType::country: return "rectangle";
        case NodeType::organization: return "diamond";
        case NodeType::place: return "triangle";
        case NodeType::article: return "round-rectangle";
    }
    return "ellipse";
}

void append_node(Output& output, const Network& network, const Node& node) {
    output.append("{\"data\":{\"id\":");
    append_json_string(output, node.id);
    append_json_name(output, "name");
    append_json_string(output, node.label);
    append_json_name(output, "shared_name");
    append_json_string(output, node.label);
    for (const auto& column : node_columns(network)) {
        append_known_member(output, column.name, column.value(node));
    }
    append_json_member(output, "size", node.size);
    append_json_member(output, "shape", shape_of(node.type));
    append_json_member(output, "color", std::string_view(hexadecimal(colour_of(node.type))));
    output.append("},\"position\":{\"x\":");
    output.append_number(node.x);
    append_json_member(output, "y", -node.y);
    output.append("}}");
}

void append_edge(Output& output, const Network& network, const Edge& edge) {
    const double weight = weight_of(network, edge);
    output.append("{\"data\":{\"id\":\"");
    append_edge_id(output, network, edge, append_json);
    output.append("\",\"source\":");
    append_json_string(output, network.nodes[edge.source].id);
    append_json_name(output, "target");
    append_json_string(output, network.nodes[edge.target].id);
    append_json_member(output, "interaction", std::string_view(network.two_mode ? "names" : "named with"));
    append_json_member(output, "weight", weight);
    for (const auto& column : edge_columns(network)) {
        append_known_member(output, column.name, column.value(edge));
    }
    append_json_member(output, "width", line_width(weight));
    output.append("}}");
}

}  // namespace

void write_cyjs(const Network& network, Output& output) {
    output.append(
        "{\"format_version\":\"1.0\",\"generated_by\":\"entente\",\"target_cytoscapejs_version\":\"~3\",\n\"data\":{"
        "\"name\":");
    append_json_string(output, network.title);
    append_json_member(output, "articles", network.articles);
    append_known_member(output, "gazetteer", std::string_view(network.gazetteer));
    output.append("},\n\"elements\":{\"nodes\":[");
    append_json_items(output, network.nodes, [&](const Node& node) { append_node(output, network, node); });
    output.append("\n],\n\"edges\":[");
    append_json_items(output, network.edges, [&](const Edge& edge) { append_edge(output, network, edge); });
    output.append("\n]},\n");
    output.append(style);
}

}  // namespace entente
