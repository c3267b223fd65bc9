// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/communities.hpp>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <numeric>
#include <span>
#include <utility>

#include <entente/graph/random.hpp>

namespace entente {
namespace {

using Partition = std::vector<std::uint32_t>;

struct Link {
    std::uint32_t to = 0;
    double weight = 0;
};

/// Undirected, by rows (CSR); every link stands in the rows of both ends. What was inside a merged node is in its
/// strength only: it is the same wherever the node goes.
struct Graph {
    std::vector<std::size_t> ends;
    std::vector<Link> links;
    std::vector<double> strengths;

    [[nodiscard]] std::size_t size() const { return strengths.size(); }
    [[nodiscard]] std::span<const Link> row(std::uint32_t node) const {
        return std::span(links).subspan(node == 0 ? 0 : ends[node - 1], ends[node] - (node == 0 ? 0 : ends[node - 1]));
    }
};

Graph graph_of(const Network& network) {
    Graph graph;
    graph.strengths.resize(network.nodes.size());
    graph.ends.resize(network.nodes.size());
    for (const auto& edge : network.edges) {
        ++graph.ends[edge.source];
        ++graph.ends[edge.target];
    }
    std::inclusive_scan(graph.ends.begin(), graph.ends.end(), graph.ends.begin());
    graph.links.resize(network.edges.size() * 2);
    auto places = graph.ends;
    for (auto edge = network.edges.rbegin(); edge != network.edges.rend(); ++edge) {
        graph.links[--places[edge->source]] = {edge->target, edge->weight};
        graph.links[--places[edge->target]] = {edge->source, edge->weight};
        graph.strengths[edge->source] += edge->weight;
        graph.strengths[edge->target] += edge->weight;
    }
    return graph;
}

/// One node for each community of `partition`, which are numbered without gaps.
Graph merged(const Graph& graph, const Partition& partition, std::uint32_t communities) {
    std::vector<std::vector<std::uint32_t>> members(communities);
    for (std::uint32_t node = 0; node < graph.size(); ++node) members[partition[node]].push_back(node);
    Graph result;
    result.strengths.resize(communities);
    std::vector<double> weights(communities);
    std::vector<std::uint32_t> touched;
    for (std::uint32_t community = 0; community < communities; ++community) {
        for (const auto node : members[community]) {
            result.strengths[community] += graph.strengths[node];
            for (const auto& link : graph.row(node)) {
                const auto to = partition[link.to];
                if (to == community) continue;
                if (weights[to] == 0) touched.push_back(to);
                weights[to] += link.weight;
            }
        }
        std::ranges::sort(touched);
        for (const auto to : touched) result.links.push_back({to, std::exchange(weights[to], 0)});
        touched.clear();
        result.ends.push_back(result.links.size());
    }
    return result;
}

/// Numbers the communities without gaps, in the order of their first nodes.
std::uint32_t renumber(Partition& partition) {
    constexpr auto unseen = static_cast<std::uint32_t>(-1);
    Partition numbers(partition.size(), unseen);
    std::uint32_t count = 0;
    for (auto& community : partition) {
        if (numbers[community] == unseen) numbers[community] = count++;
        community = numbers[community];
    }
    return count;
}

class Leiden {
public:
    Leiden(double total, double resolution, std::uint64_t seed)
        : share_(total > 0 ? resolution / total : 0), random_(seed) {}

    /// Betters a partition of the nodes of `graph`: moves nodes, then does the same with what is tightly knit in each
    /// community as the nodes of a smaller graph, until there is nothing left to merge.
    void better(const Graph& graph, Partition& partition) {
        move_nodes(graph, partition);
        auto refined = refine(graph, partition, renumber(partition));
        const auto parts = renumber(refined);
        if (parts == graph.size()) return;
        Partition outer(parts);
        for (std::size_t node = 0; node < graph.size(); ++node) outer[refined[node]] = partition[node];
        better(merged(graph, refined, parts), outer);
        for (std::size_t node = 0; node < graph.size(); ++node) partition[node] = outer[refined[node]];
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> in_random_order(std::size_t nodes) {
        std::vector<std::uint32_t> order(nodes);
        std::iota(order.begin(), order.end(), 0U);
        random_.shuffle(order);
        return order;
    }

    /// Adds up the weight between `node` and each community among its neighbours, in weights_ and touched_.
    template <class Wanted>
    void weigh_neighbours(const Graph& graph, const Partition& partition, std::uint32_t node, Wanted wanted) {
        for (const auto community : touched_) weights_[community] = 0;
        touched_.clear();
        for (const auto& link : graph.row(node)) {
            if (!wanted(link.to)) continue;
            const auto community = partition[link.to];
            if (weights_[community] == 0) touched_.push_back(community);
            weights_[community] += link.weight;
        }
    }

    /// Moves each node to the community it fits best, and those around a node that moved again.
    void move_nodes(const Graph& graph, Partition& partition) {
        std::vector<double> strengths(graph.size());
        std::vector<std::uint32_t> sizes(graph.size());
        for (std::size_t node = 0; node < graph.size(); ++node) {
            strengths[partition[node]] += graph.strengths[node];
            ++sizes[partition[node]];
        }
        std::vector<std::uint32_t> empty;
        for (std::uint32_t community = 0; community < graph.size(); ++community) {
            if (sizes[community] == 0) empty.push_back(community);
        }
        weights_.assign(graph.size(), 0);
        touched_.clear();
        const auto order = in_random_order(graph.size());
        std::deque<std::uint32_t> waiting(order.begin(), order.end());
        std::vector<bool> is_waiting(graph.size(), true);
        while (!waiting.empty()) {
            const auto node = waiting.front();
            waiting.pop_front();
            is_waiting[node] = false;
            const auto old = partition[node];
            strengths[old] -= graph.strengths[node];
            if (--sizes[old] == 0) empty.push_back(old);
            weigh_neighbours(graph, partition, node, [](std::uint32_t) { return true; });
            const auto gain = [&](std::uint32_t community) {
                return weights_[community] - share_ * graph.strengths[node] * strengths[community];
            };
            auto best = old;
            double best_gain = gain(old);
            const double least = 1e-12 / std::max(share_, 1e-300);  // what rounding alone may give
            for (const auto community : touched_) {
                if (gain(community) > best_gain + least) {
                    best = community;
                    best_gain = gain(community);
                }
            }
            if (best_gain < -least) best = empty.back();
            strengths[best] += graph.strengths[node];
            if (sizes[best]++ == 0) empty.pop_back();  // the one that was put there last
            if (best == old) continue;
            partition[node] = best;
            for (const auto& link : graph.row(node)) {
                if (partition[link.to] == best || is_waiting[link.to]) continue;
                waiting.push_back(link.to);
                is_waiting[link.to] = true;
            }
        }
    }

    /// Cuts each community into parts that are well connected inside it, by merging single nodes.
    Partition refine(const Graph& graph, const Partition& partition, std::uint32_t communities) {
        std::vector<double> whole(communities);  // strength of each community
        for (std::size_t node = 0; node < graph.size(); ++node) whole[partition[node]] += graph.strengths[node];
        Partition parts(graph.size());
        std::iota(parts.begin(), parts.end(), 0U);
        auto strengths = graph.strengths;           // of each part
        std::vector<double> outside(graph.size());  // weight between a part and the rest of its community
        std::vector<bool> is_single(graph.size(), true);
        for (std::uint32_t node = 0; node < graph.size(); ++node) {
            for (const auto& link : graph.row(node)) {
                if (partition[link.to] == partition[node]) outside[node] += link.weight;
            }
        }
        const auto well_connected = [&](std::uint32_t part, double community) {
            return outside[part] >= share_ * strengths[part] * (community - strengths[part]);
        };
        weights_.assign(graph.size(), 0);
        touched_.clear();
        for (const auto node : in_random_order(graph.size())) {
            const double community = whole[partition[node]];
            if (!is_single[node] || !well_connected(node, community)) continue;
            weigh_neighbours(graph, parts, node, [&](std::uint32_t to) { return partition[to] == partition[node]; });
            auto best = node;
            double best_gain = 0;
            for (const auto part : touched_) {
                const double gain = weights_[part] - share_ * graph.strengths[node] * strengths[part];
                if (gain > best_gain && well_connected(part, community)) {
                    best = part;
                    best_gain = gain;
                }
            }
            if (best == node) continue;
            parts[node] = best;
            strengths[best] += graph.strengths[node];
            outside[best] += outside[node] - 2 * weights_[best];
            is_single[best] = false;
        }
        return parts;
    }

    double share_;  ///< resolution, divided by the weight of all links in both directions
    Random random_;
    std::vector<double> weights_;  ///< between a node and each community
    std::vector<std::uint32_t> touched_;
};

void number_by_size(Partition& partition, std::uint32_t count) {
    std::vector<std::uint32_t> sizes(count);
    for (const auto community : partition) ++sizes[community];
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&sizes](auto community) { return sizes[community]; });
    std::vector<std::uint32_t> ranks(count);
    for (std::uint32_t rank = 0; rank < count; ++rank) ranks[order[rank]] = rank + 1;
    for (auto& community : partition) community = ranks[community];
}

}  // namespace

Communities communities_of(const Network& network, double resolution, std::uint64_t seed) {
    const auto graph = graph_of(network);
    const double total = std::accumulate(graph.strengths.begin(), graph.strengths.end(), 0.0);
    Communities result;
    result.of.resize(network.nodes.size());
    std::iota(result.of.begin(), result.of.end(), 0U);
    Leiden leiden(total, resolution, seed);
    constexpr double least = 1e-4;  // that a further round has to win
    double last = 0;
    do {
        last = result.modularity;
        leiden.better(graph, result.of);
        result.modularity = modularity_of(network, result.of, resolution);
    } while (result.modularity > last + least);
    result.count = renumber(result.of);
    number_by_size(result.of, result.count);
    return result;
}

double modularity_of(const Network& network, const std::vector<std::uint32_t>& communities, double resolution) {
    const auto most = communities.empty() ? 0 : *std::ranges::max_element(communities);
    std::vector<double> strengths(most + std::size_t{1});
    double total = 0;
    double inside = 0;
    for (const auto& edge : network.edges) {
        strengths[communities[edge.source]] += edge.weight;
        strengths[communities[edge.target]] += edge.weight;
        total += 2 * edge.weight;
        inside += communities[edge.source] == communities[edge.target] ? 2 * edge.weight : 0;
    }
    if (!(total > 0)) return 0;
    double expected = 0;
    for (const double strength : strengths) expected += strength * strength / total;
    return (inside - resolution * expected) / total;
}

}  // namespace entente
