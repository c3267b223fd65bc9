// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

/// A node or edge that two networks do not have alike. One that is in neither has the weight 0 there.
struct NetworkChange {
    std::vector<std::string> ids;  ///< of a node, or of the two ends of an edge
    double before = 0;             ///< weight of an edge, articles of a node
    double after = 0;
    EdgeEvidence evidence;  ///< of an edge: from the network in which it weighs more
};

/// Nodes first, then edges, each ordered by id. Complexity: O(n log n) in nodes and edges.
[[nodiscard]] std::vector<NetworkChange> changes_between(const Network& before, const Network& after);

}  // namespace entente
