// SPDX-License-Identifier: Apache-2.0
#include "network_shape.hpp"

#include <entente/graph/weight.hpp>

namespace entente::cli {

void shape(Network& network, const Settings& settings, const PrunedEdge& pruned_edge, const PrunedNode& pruned_node) {
    add_measures(network, settings.measures);
    if (settings.weight != nullptr) {
        weigh(network, *settings.weight, pruned_edge);
    }
    auto options = settings.prune;
    options.keep_isolates = settings.count.keep_isolates;
    prune(network, options, pruned_edge, pruned_node);
}

}  // namespace entente::cli
