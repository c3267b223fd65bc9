// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/communities.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <ranges>
#include <span>
#include <utility>

#include <entente/graph/neighbours.hpp>
#include <entente/graph/random.hpp>

namespace entente {
namespace {

using Partition = std::vector<std::uint32_t>;

/// What was inside a merged node is in its strength only: it is the same wherever the node goes.
struct Graph {
    Neighbours neighbours;
    std::vector<double> strengths;

    [[nodiscard]] std::size_t size() const { return strengths.size(); }
    [[nodiscard]] std::span<const Neighbour> row(std::uint32_t node) const { return neighbours.of(node); }
};

Graph graph_of(const Network& network) {
    Graph graph{neighbours_in(network), std::vector<double>(network.nodes.size())};
    for (std::uint32_t node = 0; node < graph.size(); ++node) {
        for (const auto& link : graph.row(node) | std::views::reverse) graph.strengths[node] += link.weight;
    }
    return graph;
}

/// The nodes of each community together, each ascending.
std::vector<std::uint32_t> by_community(const Partition& partition, std::uint32_t communities) {
    std::vector<std::uint32_t> places(communities + std::size_t{1});
    for (const auto community : partition) ++places[community + std::size_t{1}];
    std::partial_sum(places.begin(), places.end(), places.begin());
    std::vector<std::uint32_t> members(partition.size());
    for (std::uint32_t node = 0; node < partition.size(); ++node) members[places[partition[node]]++] = node;
    return members;
}

/// Adds up weights by community, and tells which have some.
class Weights {
public:
    void start(std::size_t communities) {
        weights_.assign(communities, 0);
        touched_.resize(communities + 1);  // one more than there may be
        count_ = 0;
    }
    void add(std::uint32_t community, double weight) {
        touched_[count_] = community;  // stays when it is new: branches that nobody can guess cost more
        count_ += weights_[community] == 0 ? 1 : 0;
        weights_[community] += weight;
    }
    void clear() {
        for (const auto community : touched()) weights_[community] = 0;
        count_ = 0;
    }
    [[nodiscard]] double operator[](std::uint32_t community) const { return weights_[community]; }
    [[nodiscard]] std::span<std::uint32_t> touched() { return std::span(touched_).first(count_); }

private:
    std::vector<double> weights_;
    std::vector<std::uint32_t> touched_;
    std::size_t count_ = 0;
};

/// Puts the links of `from` into the rows of their other ends, which are in ascending order then. Each pair has a link both ways.
void turn(const Neighbours& from, Neighbours& to) {
    to.begins = from.begins;
    to.all.resize(from.all.size());
    auto places = from.begins;
    for (std::uint32_t node = 0; node < from.nodes(); ++node) {
        for (const auto& link : from.of(node)) to.all[places[link.node]++] = {node, link.weight};
    }
}

/// Makes one node of each community. What it works with is kept from one graph to the next.
class Merging {
public:
    /// The communities of `partition` are numbered without gaps.
    Graph merged(const Graph& graph, const Partition& partition, std::uint32_t communities) {
        Graph result{{}, std::vector<double>(communities)};
        weights_.start(communities);
        met_.begins.resize(1);
        met_.all.clear();
        const auto members = by_community(partition, communities);
        for (auto member = members.begin(); member != members.end();) {
            const auto community = partition[*member];
            for (; member != members.end() && partition[*member] == community; ++member) {
                if (member + 1 != members.end()) graph.neighbours.fetch(member[1]);
                result.strengths[community] += graph.strengths[*member];
                for (const auto& link : graph.row(*member)) {
                    if (partition[link.node] != community) weights_.add(partition[link.node], link.weight);
                }
            }
            for (const auto to : weights_.touched()) met_.all.push_back({to, weights_[to]});
            weights_.clear();
            met_.begins.push_back(met_.all.size());
        }
        turn(met_, turned_);
        turn(turned_, result.neighbours);
        return result;
    }

private:
    Weights weights_;  ///< between the community at work and each other
    Neighbours met_;   ///< each row in the order in which its links were met
    Neighbours turned_;
};

/// Nodes that wait their turn, each once at most; at first all, in the order that is given.
class Waiting {
public:
    explicit Waiting(std::vector<std::uint32_t> order) : nodes_(std::move(order)), waits_(nodes_.size(), 1) {}

    [[nodiscard]] bool empty() const { return count_ == 0; }
    [[nodiscard]] std::uint32_t next() const { return nodes_[first_]; }
    [[nodiscard]] std::uint32_t take() {
        const auto node = next();
        first_ = first_ + 1 == nodes_.size() ? 0 : first_ + 1;
        --count_;
        waits_[node] = 0;
        return node;
    }
    void add(std::uint32_t node) {
        if (waits_[node] != 0) return;
        const auto behind = first_ + count_;
        nodes_[behind < nodes_.size() ? behind : behind - nodes_.size()] = node;
        ++count_;
        waits_[node] = 1;
    }

private:
    std::vector<std::uint32_t> nodes_;  ///< a ring
    std::vector<std::uint8_t> waits_;   ///< by node
    std::size_t first_ = 0;
    std::size_t count_ = nodes_.size();
};

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
        better(merging_.merged(graph, refined, parts), outer);
        for (std::size_t node = 0; node < graph.size(); ++node) partition[node] = outer[refined[node]];
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> in_random_order(std::size_t nodes) {
        std::vector<std::uint32_t> order(nodes);
        std::iota(order.begin(), order.end(), 0U);
        random_.shuffle(order);
        return order;
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
        weights_.start(graph.size());
        const double least = 1e-12 / std::max(share_, 1e-300);  // what rounding alone may give
        for (Waiting waiting(in_random_order(graph.size())); !waiting.empty();) {
            const auto node = waiting.take();
            graph.neighbours.fetch(waiting.next());
            const auto old = partition[node];
            strengths[old] -= graph.strengths[node];
            if (--sizes[old] == 0) empty.push_back(old);
            for (const auto& link : graph.row(node)) weights_.add(partition[link.node], link.weight);
            const double scale = share_ * graph.strengths[node];
            auto best = old;
            double best_gain = weights_[old] - scale * strengths[old];
            for (const auto community : weights_.touched()) {
                const double gain = weights_[community] - scale * strengths[community];
                if (gain > best_gain + least) {
                    best = community;
                    best_gain = gain;
                }
            }
            weights_.clear();
            if (best_gain < -least) best = empty.back();
            strengths[best] += graph.strengths[node];
            if (sizes[best]++ == 0) empty.pop_back();  // the one that was put there last
            if (best == old) continue;
            partition[node] = best;
            for (const auto& link : graph.row(node)) {
                if (partition[link.node] != best) waiting.add(link.node);
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
                if (partition[link.node] == partition[node]) outside[node] += link.weight;
            }
        }
        const auto well_connected = [&](std::uint32_t part, double community) {
            return outside[part] >= share_ * strengths[part] * (community - strengths[part]);
        };
        weights_.start(graph.size());
        for (const auto node : in_random_order(graph.size())) {
            const double community = whole[partition[node]];
            if (!is_single[node] || !well_connected(node, community)) continue;
            weights_.clear();
            for (const auto& link : graph.row(node)) {
                if (partition[link.node] == partition[node]) weights_.add(parts[link.node], link.weight);
            }
            auto best = node;
            double best_gain = 0;
            for (const auto part : weights_.touched()) {
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
    Weights weights_;  ///< between the node at work and each community
    Merging merging_;
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
