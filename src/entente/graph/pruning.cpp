// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/pruning.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include <entente/graph/centrality.hpp>
#include <entente/graph/structure.hpp>

namespace entente {
namespace {

using Kept = std::vector<bool>;

/// One run of prune(): takes edges and nodes away and tells of it.
class Pruner {
public:
    Pruner(Network& network, const PrunedEdge& pruned_edge, const PrunedNode& pruned_node)
        : network_(network), pruned_edge_(pruned_edge), pruned_node_(pruned_node) {}

    void keep_edges(const Kept& kept, std::string_view step) {
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (!kept[i]) pruned_edge_(network_.edges[i], step);
        }
        entente::keep_edges(network_, kept);
    }

    void keep_nodes(const Kept& kept, std::string_view step) {
        Kept edges(network_.edges.size());
        for (std::size_t i = 0; i < edges.size(); ++i) {
            edges[i] = kept[network_.edges[i].source] && kept[network_.edges[i].target];
        }
        keep_edges(edges, step);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (!kept[i]) pruned_node_(network_.nodes[i], step);
        }
        entente::keep_nodes(network_, kept);
    }

private:
    Network& network_;
    const PrunedEdge& pruned_edge_;
    const PrunedNode& pruned_node_;
};

TypePair types_of(const Network& network, const Edge& edge) {
    return std::minmax({network.nodes[edge.source].type, network.nodes[edge.target].type});
}

Kept between(const Network& network, const std::set<TypePair>& pairs) {
    Kept kept(network.edges.size());
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = pairs.contains(types_of(network, network.edges[i]));
    return kept;
}

Kept of_types_in(const Network& network, const std::set<TypePair>& pairs) {
    Kept kept(network.nodes.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        kept[i] = std::ranges::any_of(pairs, [type = network.nodes[i].type](const TypePair& pair) {
            return pair.first == type || pair.second == type;
        });
    }
    return kept;
}

Kept near_egos(const Network& network, const PruneOptions& options) {
    constexpr auto far = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> distances(network.nodes.size(), far);
    for (std::size_t i = 0; i < distances.size(); ++i) {
        if (options.egos.contains(network.nodes[i].id)) distances[i] = 0;
    }
    bool farther = true;
    for (std::uint32_t distance = 1; farther && distance <= options.distance; ++distance) {
        farther = false;
        for (const auto& edge : network.edges) {
            auto& one = distances[edge.source];
            auto& other = distances[edge.target];
            auto& later = one > other ? one : other;
            if (later == far && std::min(one, other) == distance - 1) {
                later = distance;
                farther = true;
            }
        }
    }
    Kept kept(distances.size());
    std::transform(distances.begin(), distances.end(), kept.begin(),
                   [](std::uint32_t distance) { return distance != far; });
    return kept;
}

Kept telling_edges(const Network& network, const PruneOptions& options) {
    Kept kept(network.edges.size());
    for (const auto* backbone : options.backbones) {
        const auto chances = backbone->chances(network);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (chances[i] < options.level) kept[i] = true;
        }
    }
    return kept;
}

/// The edges from the heaviest to the lightest; of equal ones the first comes first.
std::vector<std::size_t> by_weight(const Network& network) {
    std::vector<std::size_t> order(network.edges.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return network.edges[i].weight; });
    return order;
}

Kept heaviest_of_each(const Network& network, std::uint32_t most) {
    std::vector<std::uint32_t> taken(network.nodes.size());
    Kept kept(network.edges.size());
    for (const auto i : by_weight(network)) {
        const auto& edge = network.edges[i];
        kept[i] = taken[edge.source] < most || taken[edge.target] < most;
        ++taken[edge.source];
        ++taken[edge.target];
    }
    return kept;
}

Kept in_core(const Network& network, std::uint32_t least) {
    const auto cores = cores_of(network);
    Kept kept(cores.size());
    std::transform(cores.begin(), cores.end(), kept.begin(), [least](std::uint32_t core) { return core >= least; });
    return kept;
}

Kept in_giant(Network& network) {
    measure(network);
    Kept kept(network.nodes.size());
    std::transform(network.nodes.begin(), network.nodes.end(), kept.begin(),
                   [](const Node& node) { return node.component == 1; });
    return kept;
}

/// The first `most` of the indices that come first in `before`.
template <class Before>
Kept first_of(std::size_t all, std::size_t most, Before before) {
    std::vector<std::size_t> order(all);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, before);
    Kept kept(all);
    for (std::size_t i = 0; i < std::min(most, all); ++i) kept[order[i]] = true;
    return kept;
}

Kept most_named(Network& network, const PruneOptions& options) {
    measure(network);
    const auto merit = [&](std::size_t i) {
        const auto& node = network.nodes[i];
        const auto count = node.type == NodeType::article ? node.degree : node.articles;
        return std::tuple(options.egos.contains(node.id), count, node.degree);
    };
    return first_of(network.nodes.size(), options.max_nodes,
                    [&](std::size_t a, std::size_t b) { return merit(a) > merit(b); });
}

Kept most_telling(const Network& network, const PruneOptions& options) {
    const auto forest = backbone_called("forest")->chances(network);
    const auto noise = backbone_called("noise-corrected")->chances(network);
    const auto rank = [&](std::size_t i) {
        const auto& edge = network.edges[i];
        const bool of_ego = options.egos.contains(network.nodes[edge.source].id)
                            || options.egos.contains(network.nodes[edge.target].id);
        return std::tuple(!of_ego, forest[i], noise[i], -edge.weight);
    };
    return first_of(network.edges.size(), options.max_edges,
                    [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
}

Kept linked(const Network& network) {
    Kept kept(network.nodes.size());
    for (const auto& edge : network.edges) {
        kept[edge.source] = true;
        kept[edge.target] = true;
    }
    return kept;
}

}  // namespace

void keep_nodes(Network& network, const std::vector<bool>& kept) {
    std::vector<std::uint32_t> places(network.nodes.size());
    std::uint32_t left = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!kept[i]) continue;
        if (left != i) network.nodes[left] = std::move(network.nodes[i]);
        places[i] = left++;
    }
    network.nodes.resize(left);
    for (auto& edge : network.edges) {
        edge.source = places[edge.source];
        edge.target = places[edge.target];
    }
}

void keep_edges(Network& network, const std::vector<bool>& kept) {
    const auto columns = network.measures.size();
    const auto row = [&](std::size_t edge) {
        return network.measured.begin() + static_cast<std::ptrdiff_t>(edge * columns);
    };
    std::size_t left = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!kept[i]) continue;
        if (left != i) {
            network.edges[left] = std::move(network.edges[i]);
            std::copy_n(row(i), columns, row(left));
        }
        ++left;
    }
    network.edges.resize(left);
    network.measured.resize(left * columns);
}

void prune_light(Network& network, std::uint32_t least, const PrunedEdge& pruned_edge) {
    Kept kept(network.edges.size());
    std::transform(network.edges.begin(), network.edges.end(), kept.begin(),
                   [least](const Edge& edge) { return edge.weight >= least; });
    Pruner(network, pruned_edge, {}).keep_edges(kept, "min-weight");
}

void prune(Network& network, const PruneOptions& options, const PrunedEdge& pruned_edge,
           const PrunedNode& pruned_node) {
    Pruner pruner(network, pruned_edge, pruned_node);
    if (!options.pairs.empty()) {
        pruner.keep_edges(between(network, options.pairs), "pairs");
        pruner.keep_nodes(of_types_in(network, options.pairs), "pairs");
    }
    if (!options.backbones.empty()) pruner.keep_edges(telling_edges(network, options), "backbone");
    if (options.top_edges > 0) pruner.keep_edges(heaviest_of_each(network, options.top_edges), "top-edges");
    if (!options.egos.empty() && options.distance > 0) pruner.keep_nodes(near_egos(network, options), "ego");
    if (options.core > 0) pruner.keep_nodes(in_core(network, options.core), "core");
    if (options.giant) pruner.keep_nodes(in_giant(network), "giant");
    if (options.max_nodes > 0 && network.nodes.size() > options.max_nodes) {
        pruner.keep_nodes(most_named(network, options), "max-nodes");
    }
    if (options.max_edges > 0 && network.edges.size() > options.max_edges) {
        pruner.keep_edges(most_telling(network, options), "max-edges");
    }
    if (!options.keep_isolates) pruner.keep_nodes(linked(network), "no-isolates");
}

}  // namespace entente
