// SPDX-License-Identifier: Apache-2.0
//
// Node-link JSON: d3 reads it as it is, networkx by node_link_graph(data, edges="links"). One line for each node and
// link, so that two runs can be compared line by line. A value that is not known is null: every row has the same keys, but
// for positions, of which d3 takes null for 0.
#include <entente/export/writers.hpp>

#include <string_view>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>
#include <entente/export/json_values.hpp>
#include <entente/graph/palette.hpp>

namespace entente {
namespace {

void append_node(Output& output, const Network& network, const Node& node) {
    output.append("{\"id\":");
    append_json_string(output, node.id);
    append_json_name(output, "label");
    append_json_string(output, node.label);
    for (const auto& column : node_columns(network)) {
        append_json_member(output, column.name, column.value(node));
    }
    if (network.laid_out) {
        append_json_member(output, "x", node.x);
        append_json_member(output, "y", node.y);
    }
    append_json_member(output, "size", node.size);
    append_json_member(output, "color", std::string_view(hexadecimal(colour_of(node.type))));
    output.append('}');
}

void append_evidence(Output& output, const EdgeEvidence& evidence) {
    output.append("{\"article\":");
    append_json_string(output, evidence.article);
    append_json_member(output, "title", std::string_view(evidence.title));
    append_json_member(output, "date", evidence.date);
    append_json_member(output, "sentence", std::string_view(evidence.sentence));
    append_json_name(output, "copies");
    char before = '[';
    for (const auto& copy : evidence.copies) {
        output.append(before);
        append_json_string(output, copy);
        before = ',';
    }
    output.append(evidence.copies.empty() ? "[]}" : "]}");
}

void append_link(Output& output, const Network& network, const Edge& edge) {
    output.append("{\"id\":\"");
    append_edge_id(output, network, edge, append_json);
    output.append("\",\"source\":");
    append_json_string(output, network.nodes[edge.source].id);
    append_json_name(output, "target");
    append_json_string(output, network.nodes[edge.target].id);
    append_json_member(output, "weight", weight_of(network, edge));
    for (const auto& column : edge_columns(network)) {
        if (column.kind != ValueKind::evidence) {
            append_json_member(output, column.name, column.value(edge));
        }
    }
    append_json_name(output, "evidence");
    output.append('[');
    for (const auto& evidence : edge.evidence) {
        output.append(&evidence == edge.evidence.data() ? "" : ",");
        append_evidence(output, evidence);
    }
    output.append("]}");
}

void append_head(Output& output, const Network& network) {
    output.append("{\"directed\":false,\"multigraph\":false,\n\"graph\":{\"title\":");
    append_json_string(output, network.title);
    append_json_member(output, "articles", network.articles);
    append_json_member(output, "stories", network.stories);
    append_json_member(output, "gazetteer", std::string_view(network.gazetteer));
    append_json_member(output, "modularity", network.modularity);
    output.append("},\n\"nodes\":[");
}

}  // namespace

void write_json(const Network& network, Output& output) {
    append_head(output, network);
    append_json_items(output, network.nodes, [&](const Node& node) { append_node(output, network, node); });
    output.append("\n],\n\"links\":[");
    append_json_items(output, network.edges, [&](const Edge& edge) { append_link(output, network, edge); });
    output.append("\n]}\n");
}

}  // namespace entente
