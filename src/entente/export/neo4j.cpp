// SPDX-License-Identifier: Apache-2.0
//
// The two tables that `neo4j-admin database import full --nodes=FILE --relationships=FILE` takes, with the types of their
// columns in the header. Neo4j shows `name`. A node's labels are Entity and its type; dates stay texts, for they may lack a day.
#include <entente/export/writers.hpp>

#include <algorithm>
#include <string>
#include <string_view>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>

namespace entente {
namespace {

/// What stands behind a column's name.
constexpr std::string_view type_of(ValueKind kind) {
    switch (kind) {
        case ValueKind::integer: return ":long";
        case ValueKind::real: return ":double";
        case ValueKind::text:
        case ValueKind::date:
        case ValueKind::evidence: break;
    }
    return "";
}

constexpr std::string_view labels_of(NodeType type) {
    switch (type) {
        case NodeType::person: return "Entity;Person";
        case NodeType::country: return "Entity;Country";
        case NodeType::organization: return "Entity;Organization";
        case NodeType::place: return "Entity;Place";
        case NodeType::article: return "Article";
    }
    return "Entity";
}

/// To neo4j-admin a line end is the end of a row even between quotes, unless it is told otherwise.
void append_field(Output& output, std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    append_csv(output, line);
}

template <class Columns>
void append_header(Output& output, const Columns& columns) {
    for (const auto& column : columns) {
        output.append(',');
        output.append(column.name);
        output.append(type_of(column.kind));
    }
}

void append_cell(Output& output, const Value& value) {
    output.append(',');
    append_value(output, value, append_field);
}

}  // namespace

void write_neo4j_nodes(const Network& network, Output& output) {
    output.append("id:ID,name,:LABEL");
    append_header(output, node_columns(network));
    output.append(network.laid_out ? ",x:double,y:double" : "");
    output.append(",size:double,color\r\n");
    for (const auto& node : network.nodes) {
        append_field(output, node.id);
        append_cell(output, std::string_view(node.label));
        append_cell(output, labels_of(node.type));
        for (const auto& column : node_columns(network)) {
            append_cell(output, column.value(node));
        }
        if (network.laid_out) {
            append_cell(output, node.x);
            append_cell(output, node.y);
        }
        append_cell(output, node.size);
        append_cell(output, std::string_view(hexadecimal(colour_of(node.type))));
        output.append("\r\n");
    }
}

void write_neo4j_relationships(const Network& network, Output& output) {
    output.append(":START_ID,:END_ID,:TYPE,weight:double");
    append_header(output, edge_columns(network));
    output.append("\r\n");
    for (const auto& edge : network.edges) {
        append_field(output, network.nodes[edge.source].id);
        append_cell(output, std::string_view(network.nodes[edge.target].id));
        output.append(network.two_mode ? ",NAMES" : ",NAMED_WITH");
        append_cell(output, weight_of(network, edge));
        for (const auto& column : edge_columns(network)) {
            append_cell(output, column.value(edge));
        }
        output.append("\r\n");
    }
}

}  // namespace entente
