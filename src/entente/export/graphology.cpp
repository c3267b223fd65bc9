// SPDX-License-Identifier: Apache-2.0
//
// What Graph.from() of graphology reads, and so Gephi Lite and sigma. To sigma a node's `type` is the program that draws it,
// and one that it does not have ends the drawing: the type of an entity is `entity_type` here. An edge's `size` is its width.
#include <entente/export/writers.hpp>

#include <string_view>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>
#include <entente/export/json_values.hpp>

namespace entente {
namespace {

std::string_view name_for_sigma(std::string_view column) { return column == "type" ? "entity_type" : column; }

void append_node(Output& output, const Network& network, const Node& node) {
    output.append("{\"key\":");
    append_json_string(output, node.id);
    output.append(",\"attributes\":{\"label\":");
    append_json_string(output, node.label);
    append_json_member(output, "x", node.x);
    append_json_member(output, "y", node.y);
    append_json_member(output, "size", node.size);
    append_json_member(output, "color", std::string_view(hexadecimal(colour_of(node.type))));
    for (const auto& column : node_columns(network)) {
        append_known_member(output, name_for_sigma(column.name), column.value(node));
    }
    output.append("}}");
}

void append_edge(Output& output, const Network& network, const Edge& edge) {
    const double weight = weight_of(network, edge);
    output.append("{\"key\":\"");
    append_edge_id(output, network, edge, append_json);
    output.append("\",\"source\":");
    append_json_string(output, network.nodes[edge.source].id);
    append_json_name(output, "target");
    append_json_string(output, network.nodes[edge.target].id);
    output.append(",\"undirected\":true,\"attributes\":{\"weight\":");
    output.append_number(weight);
    append_json_member(output, "size", line_width(weight));
    for (const auto& column : edge_columns(network)) {
        append_known_member(output, name_for_sigma(column.name), column.value(edge));
    }
    output.append("}}");
}

}  // namespace

void write_graphology(const Network& network, Output& output) {
    output.append(
        "{\"options\":{\"type\":\"undirected\",\"multi\":false,\"allowSelfLoops\":false},\n\"attributes\":{\"title\":");
    append_json_string(output, network.title);
    append_json_member(output, "articles", network.articles);
    append_known_member(output, "gazetteer", std::string_view(network.gazetteer));
    output.append("},\n\"nodes\":[");
    append_json_items(output, network.nodes, [&](const Node& node) { append_node(output, network, node); });
    output.append("\n],\n\"edges\":[");
    append_json_items(output, network.edges, [&](const Edge& edge) { append_edge(output, network, edge); });
    output.append("\n]}\n");
}

}  // namespace entente
