// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <entente/graph/association.hpp>
#include <entente/graph/network.hpp>
#include <entente/graph/pruning.hpp>

namespace entente {

/// Measures of every edge, as columns beside its weight: those of `measures`, and "q" where hypergeometric is among
/// them. Values have six significant digits. Call it before the network is pruned: q counts all edges.
void add_measures(Network& network, std::span<const Association* const> measures);

/// Gives every edge this measure as its weight, with six significant digits. An edge whose weight would not be above 0,
/// for its ends are together as seldom as by chance, goes and is told with the step "weight".
void weigh(Network& network, const Association& measure, const PrunedEdge& pruned);

}  // namespace entente
