// SPDX-License-Identifier: Apache-2.0
//
// VOSviewer JSON: https://app.vosviewer.com/docs/file-types/json-file-type/. Each type is a cluster of its colour, numbered
// from 1 without gaps, for VOSviewer gives out colours in that order. It counts links and their strength itself. What it
// shows of a link is HTML.
#include <entente/export/writers.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>
#include <entente/export/json_values.hpp>

namespace entente {
namespace {

/// The types of a network; the first is cluster 1.
std::vector<NodeType> clusters_of(const Network& network) {
    std::vector<NodeType> types;
    for (const auto type : node_types) {
        if (std::ranges::any_of(network.nodes, [type](const Node& node) { return node.type == type; })) {
            types.push_back(type);
        }
    }
    return types;
}

void append_html(Output& output, std::string_view text) {
    Output html;
    append_xml(html, text);
    append_json_string(output, html.take());
}

/// An object for each cluster, with what `append` says of its type.
template <class Append>
void append_clusters(Output& output, const std::vector<NodeType>& clusters, Append append) {
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        output.append(i == 0 ? "{\"cluster\":" : ",{\"cluster\":");
        output.append_number(std::uint64_t{i + 1});
        append(clusters[i]);
        output.append('}');
    }
}

void append_item(Output& output, const Node& node, bool laid_out, const std::vector<NodeType>& clusters) {
    output.append("{\"id\":");
    append_json_string(output, node.id);
    append_json_name(output, "label");
    append_json_string(output, node.label);
    if (laid_out) {
        append_json_member(output, "x", node.x);
        append_json_member(output, "y", node.y);
    }
    const auto cluster = std::ranges::find(clusters, node.type) - clusters.begin() + 1;
    append_json_member(output, "cluster", static_cast<std::uint32_t>(cluster));
    output.append(",\"weights\":{\"Articles\":");
    output.append_number(std::uint64_t{node.articles});
    append_json_member(output, "Mentions", node.mentions);
    output.append("}}");
}

void append_link(Output& output, const Network& network, const Edge& edge) {
    output.append("{\"source_id\":");
    append_json_string(output, network.nodes[edge.source].id);
    append_json_name(output, "target_id");
    append_json_string(output, network.nodes[edge.target].id);
    append_json_member(output, "strength", weight_of(network, edge));
    const auto& last = edge_columns(network).back();
    if (last.kind == ValueKind::evidence && !edge.evidence.empty()) {
        append_json_name(output, "description");
        append_value(output, last.value(edge), append_html);
    }
    output.append('}');
}

}  // namespace

void write_vosviewer(const Network& network, Output& output) {
    const auto clusters = clusters_of(network);
    output.append(
        "{\"config\":{\"terminology\":{\"item\":\"Name\",\"items\":\"Names\",\"cluster\":\"Type\",\"clusters\":"
        "\"Types\"}");
    output.append(",\"color_schemes\":{\"cluster_colors\":[");
    append_clusters(output, clusters, [&](NodeType type) {
        append_json_member(output, "color", std::string_view(hexadecimal(colour_of(type))));
    });
    output.append("]}},\n\"info\":{\"title\":");
    append_html(output, network.title);
    output.append("},\n\"network\":{\"items\":[");
    append_json_items(output, network.nodes,
                      [&](const Node& node) { append_item(output, node, network.laid_out, clusters); });
    output.append("\n],\n\"links\":[");
    append_json_items(output, network.edges, [&](const Edge& edge) { append_link(output, network, edge); });
    output.append("\n],\n\"clusters\":[");
    append_clusters(output, clusters, [&](NodeType type) { append_json_member(output, "label", name_of(type)); });
    output.append("]}}\n");
}

}  // namespace entente
