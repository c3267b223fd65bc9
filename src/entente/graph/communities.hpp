// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

/// A network cut into communities: groups with more weight inside than chance would give them.
struct Communities {
    std::vector<std::uint32_t> of;  ///< of each node, from 1, the largest first; of equals that with the first node
    std::uint32_t count = 0;
    double modularity = 0;  ///< Newman & Girvan 2004, of the weights: from -1/2 to 1
};

/// The Leiden algorithm on modularity: every community is connected. Repeated until no round betters it.
///
/// `resolution`: more than 1 gives smaller communities (Reichardt & Bornholdt 2006, PRE 74:016110).
/// `seed`:       of the order in which nodes are visited. The same network and seed give the same communities.
/// Complexity:   near O(edges) a round, a few rounds.
/// Source:       Traag, Waltman & van Eck 2019, Sci. Rep. 9:5233.
[[nodiscard]] Communities communities_of(const Network& network, double resolution = 1, std::uint64_t seed = 1);

/// Modularity of any cut.
[[nodiscard]] double modularity_of(const Network& network, const std::vector<std::uint32_t>& communities,
                                   double resolution = 1);

}  // namespace entente
