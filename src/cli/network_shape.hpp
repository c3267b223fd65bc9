// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/graph/network.hpp>
#include <entente/graph/pruning.hpp>
#include "settings.hpp"

namespace entente::cli {

/// Gives edges the weight that --weight asks for, and takes away those that would weigh nothing.
void give_weights(Network& network, const Settings& settings, const PrunedEdge& pruned_edge);

/// Gives a counted network the measures and weights that are asked for and takes away what is not wanted, telling each
/// edge and node that goes and the option that took it.
/// Errors: throws UsageError when nobody in the network, or several, are whom --ego asks for.
void shape(Network& network, const Settings& settings, const PrunedEdge& pruned_edge, const PrunedNode& pruned_node);

}  // namespace entente::cli
