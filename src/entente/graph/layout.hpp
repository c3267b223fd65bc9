// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include <entente/graph/network.hpp>

namespace entente {

/// Gives every node its position and, by set_sizes(), its size.
///
/// Positions:  Graphviz neato with edge lengths 1 / (1 + ln weight) up to 1,000 nodes (it obeys `len`; sfdp obeys
///             neither `len` nor `weight`), sfdp above; in a child process that is ended at `time_limit`. When
///             that fails, nodes are set on a circle in the order of their ids. Nodes without an edge stand in rows
///             below. Weights count as multiples of the
///             least. Neither marks nor names cover each other when they are drawn as look.hpp says.
///             Rounded to hundredths; the sum of all x, and of all y, is 0.
/// Determinism: the same network gives the same bytes on one version of Graphviz.
/// Threads:    the caller's other threads must be joined, see run_in_child().
/// Returns:    an empty text, or what went wrong, for a warning.
[[nodiscard]] std::string lay_out(Network& network, std::chrono::milliseconds time_limit);

/// Sizes (diameters) whose area grows in proportion to the articles: 4 for the least, 100 for the most, and 4 for all
/// when none differ. Gephi leaves positions and sizes in the file alone just when the sizes go from 4 to 100.
void set_sizes(Network& network);

}  // namespace entente
