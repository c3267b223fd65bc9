// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/structure.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <numeric>
#include <vector>

#include <boost/pending/disjoint_sets.hpp>

#include <entente/graph/centrality.hpp>
#include <entente/graph/communities.hpp>
#include <entente/graph/in_parallel.hpp>
#include <entente/graph/significant.hpp>

namespace entente {
namespace {

constexpr double finest = 1e6;  // no weight has more than six decimals

/// Numbered in the order of their first nodes.
std::vector<std::uint32_t> components_of(const Network& network, std::uint32_t& count) {
    const auto nodes = network.nodes.size();
    std::vector<std::uint32_t> ranks(nodes);
    std::vector<std::uint32_t> parents(nodes);
    boost::disjoint_sets sets(ranks.data(), parents.data());
    for (std::uint32_t node = 0; node < nodes; ++node) sets.make_set(node);
    for (const auto& edge : network.edges) sets.union_set(edge.source, edge.target);
    constexpr auto unseen = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> numbers(nodes, unseen);  // by the node that stands for its component
    std::vector<std::uint32_t> component_of(nodes);
    count = 0;
    for (std::uint32_t node = 0; node < nodes; ++node) {
        auto& number = numbers[sets.find_set(node)];
        if (number == unseen) number = count++;
        component_of[node] = number;
    }
    return component_of;
}

/// For each component its place by size, from 1.
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
    for (auto& node : network.nodes) node.degree = 0;
    std::vector<double> weights(network.nodes.size());
    for (const auto& edge : network.edges) {
        for (const auto end : {edge.source, edge.target}) {
            ++network.nodes[end].degree;
            weights[end] += edge.weight;
        }
    }
    std::uint32_t components = 0;
    const auto component_of = components_of(network, components);
    const auto ranks = ranks_by_size(component_of, components);
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        auto& node = network.nodes[i];
        node.weighted_degree = std::round(weights[i] * finest) / finest;  // 0.1 + 0.2 is 0.3
        node.component = ranks[component_of[i]];
    }
}

void describe(Network& network, bool with_betweenness, unsigned threads) {
    const auto nodes = network.nodes.size();
    Communities communities;
    std::vector<std::uint32_t> cores;
    std::vector<double> pageranks;
    std::vector<double> betweenness;
    const std::function<void()> works[] = {
        [&] { communities = communities_of(network); },
        [&] {
            if (with_betweenness)
                betweenness = betweenness_of(network, nodes > most_nodes_exact ? betweenness_samples : nodes);
        },
        [&] { pageranks = pagerank_of(network); },
        [&] { cores = cores_of(network); },
    };
    in_parallel(threads, std::size(works), [&](std::size_t work) { works[work](); });
    network.modularity = significant(communities.modularity);
    for (std::size_t i = 0; i < nodes; ++i) {
        network.nodes[i].community = communities.of[i];
        network.nodes[i].core = cores[i];
        network.nodes[i].pagerank = significant(pageranks[i]);
    }
    network.has_betweenness = with_betweenness;
    for (std::size_t i = 0; i < betweenness.size(); ++i) network.nodes[i].betweenness = significant(betweenness[i]);
}

}  // namespace entente
