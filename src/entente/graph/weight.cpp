// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/weight.hpp>

#include <algorithm>
#include <string>

#include <entente/graph/significant.hpp>

namespace entente {
namespace {

std::string column_of(std::string_view measure) {
    std::string name(measure);
    std::ranges::replace(name, '-', '_');
    return name;
}

std::vector<double> values_of(const Network& network, const Association& measure) {
    std::vector<double> values;
    values.reserve(network.edges.size());
    for (const auto& edge : network.edges) values.push_back(measure.of(counts_of(network, edge)));
    return values;
}

}  // namespace

PairCounts counts_of(const Network& network, const Edge& edge) {
    const auto one = network.nodes[edge.source].articles;
    const auto other = network.nodes[edge.target].articles;
    const auto least = std::max(std::uint64_t{one} + other, std::uint64_t{network.counted}) - network.counted;
    return {std::max(edge.articles, static_cast<std::uint32_t>(least)), one, other, network.counted};
}

void add_measures(Network& network, std::span<const Association* const> measures) {
    std::vector<std::vector<double>> columns;
    for (const auto* measure : measures) {
        network.measures.push_back(column_of(measure->name));
        columns.push_back(values_of(network, *measure));
        if (measure->of == &surprise) {
            const std::uint64_t nodes = network.nodes.size();
            network.measures.push_back(column_of(measure->name) + "_q");
            columns.push_back(false_discovery(columns.back(), nodes * (nodes - 1) / 2));
        }
    }
    network.measured.resize(network.edges.size() * columns.size());
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        for (std::size_t column = 0; column < columns.size(); ++column) {
            network.measured[i * columns.size() + column] = significant(columns[column][i]);
        }
    }
}

void weigh(Network& network, const Association& measure, const PrunedEdge& pruned) {
    std::vector<bool> kept(network.edges.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        auto& edge = network.edges[i];
        edge.weight = significant(measure.of(counts_of(network, edge)));
        kept[i] = edge.weight > 0;
        if (!kept[i]) pruned(edge, "weight");
    }
    keep_edges(network, kept);
}

void weigh(Network& network, std::uint32_t Edge::*number) {
    for (auto& edge : network.edges) edge.weight = edge.*number;
}

}  // namespace entente
