// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <entente/graph/point.hpp>
#include <entente/graph/ties.hpp>

namespace entente {

struct StressOptions {
    unsigned threads = 1;
    /// Up to so many nodes every pair is a spring in every round; above, each round draws some nodes and pulls all others
    /// to their distance from these.
    std::uint32_t most_for_all_pairs = 2000;
};

/// Sets nodes so that distances on paper are like those along shortest paths: lowers the weighted stress, the sum over
/// all pairs of d^-2 (|p - q| - d)^2, where d is the length of the shortest path. Pairs without a path are left alone.
///
/// Units:       a distance of 1 is the length of the lightest tie.
/// `start`:     empty, or for each node where it stands and stays; one without a place is set near its neighbours.
/// Determinism: the same bytes for any number of threads, on all machines with IEEE 754 doubles.
/// Complexity:  O((nodes + ties) log nodes) above `most_for_all_pairs` nodes, O(nodes^2) springs below.
/// Source:      J. X. Zheng, S. Pawar and D. F. M. Goodman, "Graph Drawing by Stochastic Gradient Descent", IEEE TVCG
///              25, 2019. Drawing other nodes in each round is ours: it needs no memory for pivots and, having no fixed
///              ones, does not fit the picture to where they happen to lie.
[[nodiscard]] std::vector<Point> lay_out_by_stress(const Ties& ties, const StressOptions& options = {},
                                                   std::span<const std::optional<Point>> start = {});

/// The weighted stress of positions, after the scaling that makes it least, divided by the number of pairs; pairs that
/// no path joins are left out.
///
/// Complexity: O(nodes (nodes + ties) log nodes), or with that many `sources`, spread over the nodes, instead of all nodes.
/// Source:     E. R. Gansner, Y. Koren and S. North, "Graph Drawing by Stress Majorization", 2004.
[[nodiscard]] double stress_of(const Ties& ties, std::span<const Point> positions,
                               std::uint32_t sources = out_of_reach);

}  // namespace entente
