// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include <entente/graph/network.hpp>

namespace entente {

/// How many names and links a picture on one page holds so that each can still be told from the others; found by looking
/// at pictures of 300 to 600 articles by news agencies.
inline constexpr std::size_t readable_nodes = 60;
inline constexpr std::size_t readable_edges = 150;

/// The most telling part of a network that has more than these, without evidence and positions: the `egos` and the nodes in
/// most articles, of their edges those that PruneOptions::max_edges keeps, and no nodes without an edge. Nothing when the
/// whole can be read.
[[nodiscard]] std::optional<Network> readable_part(const Network& network, const std::set<std::string>& egos);

}  // namespace entente
