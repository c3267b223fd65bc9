// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/graph/backbone.hpp>
#include <entente/graph/network.hpp>

namespace entente {

using TypePair = std::pair<NodeType, NodeType>;  ///< ascending

/// What of a network is wanted. The steps are taken in this order; 0 or nothing leaves a step out. None changes what the
/// articles say: nodes keep their numbers of articles, from which measures are made.
struct PruneOptions {
    std::set<TypePair> pairs;                ///< edges between other types go, and nodes of a type that is in no pair
    std::vector<const Backbone*> backbones;  ///< an edge stays that one of them finds telling
    double level = 0.05;                     ///< that its chance has to be below
    std::uint32_t top_edges = 0;             ///< an edge stays that is among so many heaviest of one of its ends
    std::set<std::string> egos;  ///< ids: who is at most `distance` edges from one of them stays, with all edges among
                                 ///< those who stay
    std::uint32_t distance = 1;  ///< 0: everybody stays
    std::uint32_t core = 0;      ///< who has so many neighbours left stays, as long as that is so
    bool giant = false;          ///< the largest component only
    std::size_t max_nodes =
        0;  ///< the egos, then those in most articles, or articles that name most; of equals those with more edges, then by id
    std::size_t max_edges =
        0;  ///< those of egos first, then the maximum spanning forest, then by weight in proportion to chance
    bool keep_isolates = true;  ///< nodes that are left without an edge
};

/// The name of the option that took an edge away: "backbone".
using PrunedEdge = std::function<void(const Edge& edge, std::string_view step)>;
using PrunedNode = std::function<void(const Node& node, std::string_view step)>;

/// Leaves the edges that are marked in `kept`, with their measures.
void keep_edges(Network& network, const std::vector<bool>& kept);

/// Leaves the nodes that are marked in `kept`; the others have no edges.
void keep_nodes(Network& network, const std::vector<bool>& kept);

/// Takes away the edges of less weight than `least`, with the step "min-weight".
void prune_light(Network& network, std::uint32_t least, const PrunedEdge& pruned_edge);

/// Takes away what the options do not want, and tells each edge and node that goes. What the shape of the network says
/// (degrees, components) is that of the whole until measure() is called again.
///
/// Complexity: O(edges log edges), and that of the backbones.
/// Source:     k-core: Batagelj & Zaversnik 2003, arXiv cs/0310049, by Boost.Graph.
void prune(Network& network, const PruneOptions& options, const PrunedEdge& pruned_edge, const PrunedNode& pruned_node);

}  // namespace entente
