// SPDX-License-Identifier: Apache-2.0
// By itself, for Boost's header of flat graphs hides what its Dijkstra needs.
#include <entente/graph/centrality.hpp>

#include <utility>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/core_numbers.hpp>

namespace entente {

std::vector<std::uint32_t> cores_of(const Network& network) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> both_ways;
    both_ways.reserve(2 * network.edges.size());
    for (const auto& edge : network.edges) {
        both_ways.emplace_back(edge.source, edge.target);
        both_ways.emplace_back(edge.target, edge.source);
    }
    using Flat = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                    boost::no_property, std::uint32_t>;
    const Flat graph(boost::edges_are_unsorted, both_ways.begin(), both_ways.end(),
                     static_cast<std::uint32_t>(network.nodes.size()));
    std::vector<std::uint32_t> cores(network.nodes.size());
    boost::core_numbers(graph,
                        boost::make_iterator_property_map(cores.begin(), boost::get(boost::vertex_index, graph)));
    return cores;
}

}  // namespace entente
