// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <entente/graph/point.hpp>
#include <entente/graph/ties.hpp>

namespace entente {

struct NeatoAnswer {
    std::vector<std::vector<Point>> positions;  ///< for each of the graphs, in lengths of the lightest tie
    std::string failure;                        ///< what went wrong, for a reader; then there are no positions
};

/// Lays out connected graphs by Graphviz's neato, which obeys the lengths of edges (its other engines do not), in a
/// child process that is ended at `time_limit`.
///
/// Determinism: the same bytes on one version of Graphviz.
/// Threads:     the caller's other threads must be joined, see run_in_child().
[[nodiscard]] NeatoAnswer lay_out_by_neato(const std::vector<Ties>& graphs, std::chrono::milliseconds time_limit);

}  // namespace entente
