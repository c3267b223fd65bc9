// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

/// Above so many nodes betweenness is estimated, from the closest ways that start at `betweenness_samples` of them.
inline constexpr std::size_t most_nodes_exact = 2000;
inline constexpr std::size_t betweenness_samples = 500;

/// For each node the share of the pairs of other nodes whose closest way leads over it; a pair with several closest ways
/// counts in parts. An edge is the shorter the heavier it is: 1 / weight.
///
/// `samples`:  how many nodes ways start from, spread at random; as many as there are nodes is exact.
/// Complexity: O(samples * (edges + nodes log nodes)).
/// Source:     Brandes 2001, J. Math. Sociol. 25:163; sampling of Brandes & Pich 2007, IJBC 17:2303.
[[nodiscard]] std::vector<double> betweenness_of(const Network& network, std::size_t samples);

/// Where a reader is who goes from name to name along the edges, each as likely as it is heavy, and starts anew anywhere
/// with a chance of 15 %. Adds up to 1.
///
/// Complexity: O(edges) a round, about a hundred rounds. Source: Page, Brin, Motwani & Winograd 1999.
[[nodiscard]] std::vector<double> pagerank_of(const Network& network);

/// Of each node the largest k so that it belongs to a part of the network in which everybody has k neighbours or more.
/// Complexity: O(edges). Source: Batagelj & Zaveršnik 2003, arXiv cs/0310049.
[[nodiscard]] std::vector<std::uint32_t> cores_of(const Network& network);

}  // namespace entente
