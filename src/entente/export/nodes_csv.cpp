// SPDX-License-Identifier: Apache-2.0
//
// RFC 4180, and the headers that Gephi's spreadsheet import knows. No byte order mark: Gephi would read it as part of "Id".
#include <entente/export/writers.hpp>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>

namespace entente {
namespace {

void append_cell(Output& output, const Value& value) {
    output.append(',');
    append_value(output, value, append_csv);
}

void append_node(Output& output, const Network& network, const Node& node) {
    append_csv(output, node.id);
    output.append(',');
    append_csv(output, node.label);
    for (const auto& column : node_columns(network)) {
        append_cell(output, column.value(node));
    }
    if (network.laid_out) {
        append_cell(output, node.x);
        append_cell(output, node.y);
    }
    append_cell(output, node.size);
    output.append("\r\n");
}

}  // namespace

void write_nodes_csv(const Network& network, Output& output) {
    output.append("Id,Label");
    for (const auto& column : node_columns(network)) {
        output.append(',');
        output.append(column.name);
    }
    output.append(network.laid_out ? ",x,y,size\r\n" : ",size\r\n");
    for (const auto& node : network.nodes) {
        append_node(output, network, node);
    }
}

}  // namespace entente
