// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

/// An entity of nearly every article: the paper itself, the agency, or what all articles are about.
struct Narrator {
    std::string id;
    std::uint32_t articles = 0;
    std::uint32_t edges = 0;           ///< that go with it
    std::uint32_t left_alone = 0;      ///< nodes that have no other edge
    std::uint32_t weight_percent = 0;  ///< of all edges' weight, that goes with it
};

/// Those named in at least four fifths of the articles, most articles first; nobody in fewer than fifty articles, which
/// may well be about one.
///
/// Complexity: O(nodes + edges).
[[nodiscard]] std::vector<Narrator> narrators_in(const Network& network);

}  // namespace entente
