// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/network_changes.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace entente {
namespace {

using Changes = std::map<std::vector<std::string>, NetworkChange>;

void note(std::vector<std::string> ids, double weight, bool is_after, const std::vector<EdgeEvidence>& evidence,
          Changes& changes) {
    NetworkChange& change = changes[ids];
    change.ids = std::move(ids);
    (is_after ? change.after : change.before) = weight;
    if (!evidence.empty() && (!is_after || change.after > change.before)) change.evidence = evidence.front();
}

void take_changed(Changes& from, std::vector<NetworkChange>& into) {
    for (auto& [ids, change] : from)
        if (change.before != change.after) into.push_back(std::move(change));
}

}  // namespace

std::string_view name_of(NetworkChange::Kind kind) {
    constexpr std::array<std::string_view, 4> names = {"new", "gone", "stronger", "weaker"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<NetworkChange> changes_between(const Network& before, const Network& after) {
    Changes nodes;
    Changes edges;
    for (const bool is_after : {false, true}) {
        const Network& network = is_after ? after : before;
        for (const Node& node : network.nodes) note({node.id}, node.articles, is_after, {}, nodes);
        for (const Edge& edge : network.edges) {
            const auto [one, other] = std::minmax(network.nodes[edge.source].id, network.nodes[edge.target].id);
            note({one, other}, edge.weight, is_after, edge.evidence, edges);
        }
    }
    std::vector<NetworkChange> changes;
    take_changed(nodes, changes);
    take_changed(edges, changes);
    return changes;
}

}  // namespace entente
