// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/gazetteer/large_memory.hpp>
#include <entente/graph/network.hpp>
#include <entente/text/prefetch.hpp>

namespace entente {

struct Neighbour {
    std::uint32_t node = 0;
    double weight = 0;  ///< of the edge to it
};

/// The edges of a graph by node (CSR): each stands in the rows of both ends.
struct Neighbours {
    std::vector<std::size_t> begins = {0};  ///< in `all`, of node n in begins[n]; and the end of all
    LargeVector<Neighbour> all;

    [[nodiscard]] std::size_t nodes() const { return begins.size() - 1; }
    [[nodiscard]] std::span<const Neighbour> of(std::size_t node) const {
        return std::span(all).subspan(begins[node], begins[node + 1] - begins[node]);
    }
    /// Says that the row of this node is about to be read: rows lie anywhere, and the processor guesses only how one goes on.
    void fetch(std::size_t node) const {
        constexpr std::size_t cache_line = 4;  // neighbours
        constexpr std::size_t lines = 4;
        const auto* const begin = all.data() + begins[node];
        for (std::size_t line = 0; line < lines; ++line) prefetch_line(begin + line * cache_line);
    }
};

/// Each row in the order of the edges. Complexity: O(nodes + edges).
[[nodiscard]] Neighbours neighbours_in(const Network& network);

}  // namespace entente
