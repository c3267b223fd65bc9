// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/structure.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/range/iterator_range.hpp>

#include <entente/graph/centrality.hpp>
#include <entente/graph/communities.hpp>
#include <entente/graph/significant.hpp>

namespace entente {
namespace {

using Weight = boost::property<boost::edge_weight_t, double>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Weight>;

constexpr double finest = 1e6;  // no weight has more than six decimals

Graph graph_of(const Network& network) {
    Graph graph(network.nodes.size());
    for (const auto& edge : network.edges) {
        boost::add_edge(edge.source, edge.target, Weight(edge.weight), graph);
    }
    return graph;
}

/// For each of Boost's components, in the order of their first nodes, its place by size, from 1.
std::vector<std::uint32_t> ranks_by_size(const std::vector<std::uint32_t>& component_of, std::size_t components) {
    std::vector<std::size_t> sizes(components);
    for (const auto component : component_of) {
        ++sizes[component];
    }
    std::vector<std::size_t> order(components);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&sizes](auto a, auto b) { return sizes[a] > sizes[b]; });
    std::vector<std::uint32_t> ranks(components);
    for (std::size_t i = 0; i < components; ++i) {
        ranks[order[i]] = static_cast<std::uint32_t>(i + 1);
    }
    return ranks;
}

}  // namespace

void measure(Network& network) {
    const auto graph = graph_of(network);
    std::vector<std::uint32_t> component_of(network.nodes.size());
    const auto components = boost::connected_components(graph, component_of.data());
    const auto ranks = ranks_by_size(component_of, static_cast<std::size_t>(components));
    const auto weights = boost::get(boost::edge_weight, graph);
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        auto& node = network.nodes[i];
        node.degree = static_cast<std::uint32_t>(boost::out_degree(i, graph));
        node.weighted_degree = 0;
        for (const auto edge : boost::make_iterator_range(boost::out_edges(i, graph))) {
            node.weighted_degree += weights[edge];
        }
        node.weighted_degree = std::round(node.weighted_degree * finest) / finest;  // 0.1 + 0.2 is 0.3
        node.component = ranks[component_of[i]];
    }
}

void describe(Network& network, bool with_betweenness) {
    const auto communities = communities_of(network);
    const auto cores = cores_of(network);
    const auto pageranks = pagerank_of(network);
    const auto nodes = network.nodes.size();
    network.modularity = significant(communities.modularity);
    for (std::size_t i = 0; i < nodes; ++i) {
        network.nodes[i].community = communities.of[i];
        network.nodes[i].core = cores[i];
        network.nodes[i].pagerank = significant(pageranks[i]);
    }
    network.has_betweenness = with_betweenness;
    if (!with_betweenness) return;
    const auto betweenness = betweenness_of(network, nodes > most_nodes_exact ? betweenness_samples : nodes);
    for (std::size_t i = 0; i < nodes; ++i) network.nodes[i].betweenness = significant(betweenness[i]);
}

}  // namespace entente
