// SPDX-License-Identifier: Apache-2.0
//
// RFC 4180, and the headers that Gephi's spreadsheet import knows. Without the column Type it takes edges for directed.
#include <entente/export/writers.hpp>

#include <string>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>

namespace entente {
namespace {

/// `id_field` is lent by the caller, so that no edge costs an allocation: the two halves are one field, quoted as a whole.
void append_edge(Output& output, const Network& network, const Edge& edge, std::string& id_field) {
    const auto& source = network.nodes[edge.source].id;
    const auto& target = network.nodes[edge.target].id;
    append_csv(output, source);
    output.append(',');
    append_csv(output, target);
    output.append(",Undirected,");
    id_field.assign(source).append("--").append(target);
    append_csv(output, id_field);
    output.append(',');
    output.append_number(weight_of(network, edge));
    for (const auto& column : edge_columns(network)) {
        output.append(',');
        append_value(output, column.value(edge), append_csv);
    }
    output.append("\r\n");
}

}  // namespace

void write_edges_csv(const Network& network, Output& output) {
    output.append("Source,Target,Type,Id,Weight");
    for (const auto& column : edge_columns(network)) {
        output.append(',');
        output.append(column.name);
    }
    output.append("\r\n");
    std::string id_field;
    for (const auto& edge : network.edges) {
        append_edge(output, network, edge, id_field);
    }
}

}  // namespace entente
