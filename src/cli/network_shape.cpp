// SPDX-License-Identifier: Apache-2.0
#include "network_shape.hpp"

#include <entente/graph/weight.hpp>

namespace entente::cli {

void shape(Network& network, const Settings& settings, const PrunedEdge& pruned_edge, const PrunedNode& pruned_node) {
    add_measures(network, settings.measures);
    if (settings.min_weight > 0) {
        prune_light(network, settings.min_weight, pruned_edge);
    }
    if (settings.weight != nullptr) {
        weigh(network, *settings.weight, pruned_edge);
    } else if (settings.weight_number != nullptr) {
        weigh(network, settings.weight_number);
    }
    prune(network, settings.prune, pruned_edge, pruned_node);
}

}  // namespace entente::cli
