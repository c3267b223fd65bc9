// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

/// A node or edge that two networks do not have alike. One that is in neither has the weight 0 there.
struct NetworkChange {
    enum class Kind : std::uint8_t { fresh, gone, stronger, weaker };

    std::vector<std::string> ids;  ///< of a node, or of the two ends of an edge
    double before = 0;             ///< weight of an edge, articles of a node
    double after = 0;
    EdgeEvidence evidence;  ///< of an edge: from the network in which it weighs more

    [[nodiscard]] Kind kind() const {
        return before == 0 ? Kind::fresh : after == 0 ? Kind::gone : after > before ? Kind::stronger : Kind::weaker;
    }
};

/// "new", "gone", "stronger", "weaker"
[[nodiscard]] std::string_view name_of(NetworkChange::Kind kind);

/// Nodes first, then edges, each ordered by id. Complexity: O(n log n) in nodes and edges.
[[nodiscard]] std::vector<NetworkChange> changes_between(const Network& before, const Network& after);

}  // namespace entente
