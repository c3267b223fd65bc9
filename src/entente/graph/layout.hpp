// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include <entente/graph/network.hpp>
#include <entente/graph/point.hpp>

namespace entente {

/// Where the nodes of a network stand, by their ids, as Node::x and Node::y say it.
using Positions = std::map<std::string, Point, std::less<>>;

/// In a drawing of more nodes nobody can tell them apart: on a screen of two megapixels so many have 20 by 20 pixels each, and
/// Gephi Lite gives up at about as many. The layout of 5,000 takes half a second, that of 50,000 takes ten.
inline constexpr std::size_t most_nodes_told_apart = 5'000;

struct LayoutOptions {
    std::chrono::milliseconds graphviz_time{60'000};  ///< after which Graphviz is done without
    unsigned threads = 1;                             ///< for large networks
    Positions start{};  ///< of an earlier network: names in both keep their places, new ones come near their neighbours
};

/// Gives every node its position and, by set_sizes(), its size.
///
/// Positions:  each connected component so that distances are like those along shortest paths, where an edge is
///             1 / (1 + ln(weight / least weight)) long: by Graphviz neato up to 500 linked nodes, by lay_out_by_stress() above,
///             from a `start`, and when Graphviz fails. Then rooms that overlap are pushed apart: neither marks nor names
///             cover each other when they are drawn as look.hpp says; in networks of more than 2,000 nodes, marks only.
///             Components stand round the largest, or round those that have a start. Nodes without an edge stand in
///             rows below. Rounded to hundredths; the sum of all x, and of all y, is 0.
/// Determinism: the same network gives the same bytes for any number of threads; with Graphviz, on one version of it.
/// Threads:    the caller's other threads must be joined, see run_in_child().
/// Returns:    an empty text, or what went wrong, for a warning.
[[nodiscard]] std::string lay_out(Network& network, const LayoutOptions& options = {});

/// Sizes (diameters) whose area grows in proportion to the articles: 4 for the least, 100 for the most, and 4 for all
/// when none differ. Gephi leaves positions and sizes in the file alone just when the sizes go from 4 to 100.
void set_sizes(Network& network);

}  // namespace entente
