// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

/// Lengths and distances are whole numbers of this part of the length of the lightest tie, so that no sum of them and
/// no comparison depends on a machine's mathematics.
inline constexpr std::uint32_t length_unit = 4096;

/// No path leads there.
inline constexpr std::uint32_t out_of_reach = std::numeric_limits<std::uint32_t>::max();

/// One end of a tie.
struct Tie {
    std::uint32_t to = 0;
    std::uint32_t length = 0;  ///< in units of 1 / length_unit, at least 1
};

/// Nodes and the edges among them, as a layout sees them: how long each should be.
///
/// Lengths: 1 / (1 + ln(weight / least weight of the network)): that of the lightest edge is 1.
class Ties {
public:
    explicit Ties(const Network& network);

    /// Those among `nodes`, which are ascending: node i of what is returned is nodes[i] of this.
    [[nodiscard]] Ties among(std::span<const std::uint32_t> nodes) const;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(first_.size() - 1); }
    /// Ascending by where they lead.
    [[nodiscard]] std::span<const Tie> of(std::uint32_t node) const {
        return {ties_.data() + first_[node], ties_.data() + first_[node + 1]};
    }

    /// No tie is shorter.
    [[nodiscard]] std::uint32_t shortest() const { return shortest_; }

private:
    Ties() = default;

    std::vector<std::size_t> first_ = {0};
    std::vector<Tie> ties_;
    std::uint32_t shortest_ = length_unit;
};

/// The nodes of each connected component, ascending; the largest first, of equal ones that with the first node.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> components_of(const Ties& ties);

/// The length of the shortest path from `from` to each node, in units of 1 / length_unit.
///
/// Complexity: O(nodes + ties + d), d being the greatest distance in lengths of the shortest tie.
/// Source:     E. W. Dijkstra, 1959, with the buckets of E. A. Dinic, 1978.
[[nodiscard]] std::vector<std::uint32_t> distances(const Ties& ties, std::uint32_t from);

}  // namespace entente
