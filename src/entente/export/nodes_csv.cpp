// SPDX-License-Identifier: Apache-2.0
//
// RFC 4180, and the headers that Gephi's spreadsheet import knows. No byte order mark: Gephi would read it as part of "Id".
#include <entente/export/writers.hpp>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>

namespace entente {
namespace {

void append_node(Output& output, const Network& network, const Node& node) {
    append_csv(output, node.id);
    output.append(',');
    append_csv(output, node.label);
    for (const auto& column : node_columns(network)) {
        output.append(',');
        append_value(output, column.value(node), append_csv);
    }
    for (const double number : {node.x, node.y, node.size}) {
        output.append(',');
        output.append_number(number);
    }
    output.append("\r\n");
}

}  // namespace

void write_nodes_csv(const Network& network, Output& output) {
    output.append("Id,Label");
    for (const auto& column : node_columns(network)) {
        output.append(',');
        output.append(column.name);
    }
    output.append(",x,y,size\r\n");
    for (const auto& node : network.nodes) {
        append_node(output, network, node);
    }
}

}  // namespace entente
