// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

struct Neighbour {
    std::uint32_t node = 0;
    double weight = 0;  ///< of the edge to it
};

/// The edges of a graph by node (CSR): each stands in the rows of both ends.
struct Neighbours {
    std::vector<std::size_t> begins = {0};  ///< in `all`, of node n in begins[n]; and the end of all
    std::vector<Neighbour> all;

    [[nodiscard]] std::size_t nodes() const { return begins.size() - 1; }
    [[nodiscard]] std::span<const Neighbour> of(std::size_t node) const {
        return std::span(all).subspan(begins[node], begins[node + 1] - begins[node]);
    }
};

/// Each row in the order of the edges. Complexity: O(nodes + edges).
[[nodiscard]] Neighbours neighbours_in(const Network& network);

}  // namespace entente
