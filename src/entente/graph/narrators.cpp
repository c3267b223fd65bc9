// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/narrators.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace entente {
namespace {

constexpr std::uint32_t fewest_articles = 50;
constexpr std::uint64_t nearly_every_percent = 80;

Narrator without(const Network& network, std::uint32_t node, const std::vector<std::uint32_t>& degrees, double weight) {
    Narrator narrator{.id = network.nodes[node].id, .articles = network.nodes[node].articles};
    double own = 0;
    for (const auto& edge : network.edges) {
        if (edge.source == node || edge.target == node) {
            ++narrator.edges;
            own += edge.weight;
            narrator.left_alone += degrees[edge.source == node ? edge.target : edge.source] == 1 ? 1 : 0;
        }
    }
    narrator.weight_percent = weight > 0 ? static_cast<std::uint32_t>(std::lround(100 * own / weight)) : 0;
    return narrator;
}

}  // namespace

std::vector<Narrator> narrators_in(const Network& network) {
    std::vector<Narrator> narrators;
    if (network.articles < fewest_articles) {
        return narrators;
    }
    std::vector<std::uint32_t> degrees(network.nodes.size());
    double weight = 0;
    for (const auto& edge : network.edges) {
        ++degrees[edge.source];
        ++degrees[edge.target];
        weight += edge.weight;
    }
    for (std::uint32_t node = 0; node < network.nodes.size(); ++node) {
        if (std::uint64_t{network.nodes[node].articles} * 100 >= network.articles * nearly_every_percent) {
            narrators.push_back(without(network, node, degrees, weight));
        }
    }
    std::ranges::sort(narrators, [](const Narrator& one, const Narrator& other) {
        return std::tie(other.articles, one.id) < std::tie(one.articles, other.id);
    });
    return narrators;
}

}  // namespace entente
