// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/ties.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <queue>

namespace entente {

namespace {

std::uint32_t length_of(double weight, double least) {
    return std::max(1U, static_cast<std::uint32_t>(std::round(length_unit / (1 + std::log(weight / least)))));
}

}  // namespace

Ties::Ties(const Network& network) : first_(network.nodes.size() + 1) {
    double least = std::numeric_limits<double>::infinity();
    for (const auto& edge : network.edges) {
        ++first_[edge.source + 1];
        ++first_[edge.target + 1];
        least = std::min(least, edge.weight);
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    ties_.resize(first_.back());
    auto next = first_;
    // Edges are ordered by (source, target): first those to smaller nodes, then those to larger ones, each ascending.
    for (const auto& edge : network.edges) {
        ties_[next[edge.target]++] = {edge.source, length_of(edge.weight, least)};
    }
    for (const auto& edge : network.edges) {
        ties_[next[edge.source]++] = {edge.target, length_of(edge.weight, least)};
    }
}

Ties Ties::among(std::span<const std::uint32_t> nodes) const {
    Ties part;
    for (const auto node : nodes) {
        for (const auto& tie : of(node)) {
            const auto found = std::ranges::lower_bound(nodes, tie.to);
            if (found != nodes.end() && *found == tie.to) {
                part.ties_.push_back({static_cast<std::uint32_t>(found - nodes.begin()), tie.length});
            }
        }
        part.first_.push_back(part.ties_.size());
    }
    return part;
}

std::vector<std::vector<std::uint32_t>> components_of(const Ties& ties) {
    std::vector<bool> seen(ties.size());
    std::vector<std::vector<std::uint32_t>> components;
    for (std::uint32_t i = 0; i < ties.size(); ++i) {
        if (seen[i]) {
            continue;
        }
        seen[i] = true;
        auto& nodes = components.emplace_back(1, i);
        for (std::size_t at = 0; at < nodes.size(); ++at) {
            for (const auto& tie : ties.of(nodes[at])) {
                if (!seen[tie.to]) {
                    seen[tie.to] = true;
                    nodes.push_back(tie.to);
                }
            }
        }
        std::ranges::sort(nodes);
    }
    std::ranges::stable_sort(components, std::greater<>{}, [](const auto& nodes) { return nodes.size(); });
    return components;
}

std::vector<std::uint32_t> distances(const Ties& ties, std::uint32_t from) {
    using Reached = std::uint64_t;  // distance in the upper half, node in the lower
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
    std::vector<std::uint32_t> distance(ties.size(), out_of_reach);
    distance[from] = 0;
    queue.push(from);
    while (!queue.empty()) {
        const auto so_far = static_cast<std::uint32_t>(queue.top() >> 32U);
        const auto node = static_cast<std::uint32_t>(queue.top());
        queue.pop();
        if (so_far > distance[node]) {
            continue;  // reached by a shorter path since
        }
        for (const auto& tie : ties.of(node)) {
            if (so_far + tie.length < distance[tie.to]) {
                distance[tie.to] = so_far + tie.length;
                queue.push(Reached{so_far + tie.length} << 32U | tie.to);
            }
        }
    }
    return distance;
}

}  // namespace entente
