// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include <entente/graph/backbone.hpp>
#include <entente/graph/network.hpp>

namespace entente {

/// What of a network is wanted. The steps are taken in this order; 0 or nothing leaves a step out.
struct PruneOptions {
    std::vector<const Backbone*> backbones;  ///< an edge stays that one of them finds telling
    double level = 0.05;                     ///< that its chance has to be below
    std::uint32_t top_edges = 0;             ///< an edge stays that is among so many heaviest of one of its ends
    std::uint32_t core = 0;                  ///< who has so many neighbours left stays, as long as that is so
    bool giant = false;                      ///< the largest component only
    std::size_t max_nodes = 0;               ///< those in most articles; of equals those with more edges, then by id
    std::size_t max_edges = 0;  ///< the maximum spanning forest first, then by weight in proportion to chance
    bool keep_isolates = true;  ///< nodes that are left without an edge
};

/// The name of the option that took an edge away: "backbone".
using PrunedEdge = std::function<void(const Edge& edge, std::string_view step)>;
using PrunedNode = std::function<void(const Node& node, std::string_view step)>;

/// Leaves the edges that are marked in `kept`, with their measures.
void keep_edges(Network& network, const std::vector<bool>& kept);

/// Takes away the edges of less weight than `least`, with the step "min-weight".
void prune_light(Network& network, std::uint32_t least, const PrunedEdge& pruned_edge);

/// Takes away what the options do not want, and tells each edge and node that goes. What the shape of the network says
/// (degrees, components) is that of the whole until measure() is called again.
///
/// Complexity: O(edges log edges), and that of the backbones.
/// Source:     k-core: Batagelj & Zaversnik 2003, arXiv cs/0310049, by Boost.Graph.
void prune(Network& network, const PruneOptions& options, const PrunedEdge& pruned_edge, const PrunedNode& pruned_node);

}  // namespace entente
