// SPDX-License-Identifier: Apache-2.0
#include "network_shape.hpp"

#include <entente/graph/weight.hpp>
#include "exit.hpp"

#include <algorithm>

namespace entente::cli {
namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/// Those whose label has what was typed in it, who are in most articles first; else who is spelled most alike.
std::vector<std::string_view> like(const Network& network, const std::string& typed) {
    std::vector<const Node*> found;
    for (const auto& node : network.nodes) {
        if (lower(node.label).find(lower(typed)) != std::string::npos) found.push_back(&node);
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Node::articles);
    std::vector<std::string_view> ids;
    for (const auto* node : found) ids.emplace_back(node->id);
    if (!ids.empty()) return ids;
    std::vector<std::string_view> names;
    for (const auto& node : network.nodes) names.insert(names.end(), {node.id, node.label});
    if (const auto near = nearest_of(typed, names); !near.empty()) ids.push_back(near);
    return ids;
}

std::string listed(const std::vector<std::string_view>& ids) {
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(ids.size(), most); ++i) text.append(i == 0 ? "" : ", ").append(ids[i]);
    return text;
}

const std::string& ego_in(const Network& network, const std::string& typed) {
    if (const auto node = std::ranges::find(network.nodes, typed, &Node::id); node != network.nodes.end()) {
        return node->id;
    }
    std::vector<std::string_view> labelled;
    const std::string* id = nullptr;
    for (const auto& node : network.nodes) {
        if (node.label == typed) {
            labelled.emplace_back(node.id);
            id = &node.id;
        }
    }
    if (labelled.size() > 1) {
        throw UsageError("--ego: several nodes are called " + in_quotes(typed), "give the id: " + listed(labelled));
    }
    if (id == nullptr) {
        const auto near = like(network, typed);
        throw UsageError("--ego: the network has no node " + in_quotes(typed),
                         near.empty() ? "give an id such as country/russia, or the label of a node"
                                      : "did you mean " + listed(near) + "?");
    }
    return *id;
}

}  // namespace

void give_weights(Network& network, const Settings& settings, const PrunedEdge& pruned_edge) {
    if (settings.weight != nullptr) {
        weigh(network, *settings.weight, pruned_edge);
    } else if (settings.weight_number != nullptr) {
        weigh(network, settings.weight_number);
    }
}

void shape(Network& network, const Settings& settings, const PrunedEdge& pruned_edge, const PrunedNode& pruned_node) {
    auto options = settings.prune;
    for (const auto& typed : settings.egos) options.egos.insert(ego_in(network, typed));
    add_measures(network, settings.measures);
    if (settings.min_weight > 0) {
        prune_light(network, settings.min_weight, pruned_edge);
    }
    give_weights(network, settings, pruned_edge);
    prune(network, options, pruned_edge, pruned_node);
}

}  // namespace entente::cli
