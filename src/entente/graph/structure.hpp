// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/graph/network.hpp>

namespace entente {

/// Fills in what a network's shape says of each node: degree, weighted degree and connected component.
/// Components are counted from 1, the one with most nodes first; of equal ones, that with the first node first.
/// Complexity: O(nodes + edges), and O(components log components) for their order.
void measure(Network& network);

/// Fills in how its nodes hang together: communities and their modularity, cores, PageRank and, where it is asked
/// for, betweenness; see communities.hpp and centrality.hpp. Shares have six significant digits. The number of threads changes
/// nothing.
void describe(Network& network, bool with_betweenness, unsigned threads = 1);

}  // namespace entente
