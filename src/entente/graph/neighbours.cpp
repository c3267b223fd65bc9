// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/neighbours.hpp>

#include <numeric>

namespace entente {

Neighbours neighbours_in(const Network& network) {
    Neighbours neighbours;
    auto& begins = neighbours.begins;
    begins.assign(network.nodes.size() + 1, 0);
    for (const auto& edge : network.edges) {
        ++begins[edge.source + std::size_t{1}];
        ++begins[edge.target + std::size_t{1}];
    }
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    neighbours.all.resize(begins.back());
    auto places = begins;
    for (const auto& edge : network.edges) {
        neighbours.all[places[edge.source]++] = {edge.target, edge.weight};
        neighbours.all[places[edge.target]++] = {edge.source, edge.weight};
    }
    return neighbours;
}

}  // namespace entente
