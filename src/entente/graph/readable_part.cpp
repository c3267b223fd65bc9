// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/readable_part.hpp>

#include <entente/graph/pruning.hpp>
#include <entente/graph/structure.hpp>

namespace entente {
namespace {

/// Evidence may be most of a network's memory.
Network without_evidence(const Network& network) {
    Network copy;
    copy.nodes = network.nodes;
    copy.edges.reserve(network.edges.size());
    for (const auto& edge : network.edges) {
        copy.edges.push_back({.source = edge.source,
                              .target = edge.target,
                              .weight = edge.weight,
                              .articles = edge.articles,
                              .sentences = edge.sentences,
                              .sources = edge.sources,
                              .first_date = edge.first_date,
                              .last_date = edge.last_date,
                              .evidence = {}});
    }
    copy.articles = network.articles;
    copy.stories = network.stories;
    copy.title = network.title;
    copy.two_mode = network.two_mode;
    return copy;
}

}  // namespace

std::optional<Network> readable_part(const Network& network, const std::set<std::string>& egos) {
    if (network.nodes.size() <= readable_nodes && network.edges.size() <= readable_edges) return std::nullopt;
    auto part = without_evidence(network);
    PruneOptions options;
    options.egos = egos;
    options.distance = 0;
    options.max_nodes = readable_nodes;
    options.max_edges = readable_edges;
    options.keep_isolates = network.nodes.size() <= readable_nodes;
    prune(
        part, options, [](const Edge&, std::string_view) {}, [](const Node&, std::string_view) {});
    part.whole_nodes = network.nodes.size();
    part.whole_edges = network.edges.size();
    measure(part);
    return part;
}

}  // namespace entente
