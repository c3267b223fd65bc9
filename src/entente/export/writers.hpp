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
/// GraphML with the shapes, colours and names that yEd draws.
void write_yed(const Network& network, Output& output);
/// GEXF 1.3 with colours, sizes and positions.
void write_gexf(const Network& network, Output& output);
/// The same with the days from which and to which each node and edge lasts.
void write_dynamic_gexf(const Network& network, Output& output);
/// Node-link JSON, as d3 and networkx read it; always with the evidence.
void write_json(const Network& network, Output& output);
/// What Graph.from() of graphology reads.
void write_graphology(const Network& network, Output& output);
/// JSON of Cytoscape, with a style for Cytoscape.js.
void write_cyjs(const Network& network, Output& output);
/// JSON of VOSviewer: items, links and clusters.
void write_vosviewer(const Network& network, Output& output);
/// A network of Pajek.
void write_pajek(const Network& network, Output& output);
/// The table of nodes that Gephi and spreadsheets read.
void write_nodes_csv(const Network& network, Output& output);
/// The table of edges that Gephi and spreadsheets read.
void write_edges_csv(const Network& network, Output& output);
/// The tables of nodes and of relationships that neo4j-admin imports.
void write_neo4j_nodes(const Network& network, Output& output);
void write_neo4j_relationships(const Network& network, Output& output);
/// The table of what there was when.
void write_slices_csv(const Network& network, Output& output);
/// Pictures, drawn by Graphviz. Errors: throws Error when it cannot draw in this format or takes too long.
void write_svg(const Network& network, Output& output);
void write_png(const Network& network, Output& output);
void write_pdf(const Network& network, Output& output);

}  // namespace entente
