// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <entente/graph/association.hpp>
#include <entente/graph/network.hpp>
#include <entente/graph/pruning.hpp>

namespace entente {

/// The numbers of articles that measures are of, whatever an edge weighs: of those that count, those that name either end,
/// and Edge::articles. Where articles name both ends apart, in a list or in no unit, these may be fewer than the ends
/// leave no choice about: then so many as that.
[[nodiscard]] PairCounts counts_of(const Network& network, const Edge& edge);

/// Measures of every edge, as columns beside its weight: those of `measures`, and "q" where hypergeometric is among
/// them. Values have six significant digits. Call it before the network is pruned: q counts all edges.
void add_measures(Network& network, std::span<const Association* const> measures);

/// Gives every edge this measure as its weight, with six significant digits. An edge whose weight would not be above 0,
/// for its ends are together as seldom as by chance, goes and is told with the step "weight".
void weigh(Network& network, const Association& measure, const PrunedEdge& pruned);

/// Gives every edge one of its own numbers as its weight, such as &Edge::sources.
void weigh(Network& network, std::uint32_t Edge::*number);

}  // namespace entente
