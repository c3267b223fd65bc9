// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/export/output.hpp>
#include <entente/graph/network.hpp>

namespace entente {

// One function for each format, each in the file of its name. format.cpp has the table of them.
// All of them write in one pass, take hostile names and throw Error when a weight is not above 0.

/// The part of DOT that Graphviz and Gephi both read.
void write_dot(const Network& network, Output& output);
/// GraphML with only the types that networkx, igraph, Gephi and graphology share.
void write_graphml(const Network& network, Output& output);
/// GEXF 1.3 with colours, sizes and positions.
void write_gexf(const Network& network, Output& output);
/// Node-link JSON, as d3 and networkx read it; the only format that holds the evidence.
void write_json(const Network& network, Output& output);
/// The table of nodes that Gephi and spreadsheets read.
void write_nodes_csv(const Network& network, Output& output);
/// The table of edges that Gephi and spreadsheets read.
void write_edges_csv(const Network& network, Output& output);
/// Pictures, drawn by Graphviz. Errors: throws Error when it cannot draw in this format or takes too long.
void write_svg(const Network& network, Output& output);
void write_png(const Network& network, Output& output);
void write_pdf(const Network& network, Output& output);

}  // namespace entente
