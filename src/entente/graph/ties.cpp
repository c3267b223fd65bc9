// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/ties.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

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
    for (const auto& tie : ties_) {
        shortest_ = std::min(shortest_, tie.length);
    }
}

Ties Ties::among(std::span<const std::uint32_t> nodes) const {
    Ties part;
    part.shortest_ = shortest_;
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
    // No tie is shorter than a bucket is wide: what leaves a bucket never falls into it again, so order within is all one.
    const auto width_bits = static_cast<unsigned>(std::bit_width(ties.shortest()) - 1);
    std::vector<std::vector<std::uint32_t>> buckets((length_unit >> width_bits) + 2);
    std::vector<std::uint32_t> distance(ties.size(), out_of_reach);
    std::vector<char> left(ties.size());
    distance[from] = 0;
    buckets.front().push_back(from);
    std::size_t waiting = 1;
    for (std::size_t number = 0; waiting > 0; ++number) {
        auto& bucket = buckets[number % buckets.size()];
        for (const auto node : bucket) {
            if (std::exchange(left[node], 1) != 0) {
                continue;  // it was reached by a shorter path since
            }
            const auto so_far = distance[node];
            for (const auto& tie : ties.of(node)) {
                const auto here = so_far + tie.length;
                if (here < distance[tie.to]) {
                    distance[tie.to] = here;
                    buckets[(here >> width_bits) % buckets.size()].push_back(tie.to);
                    ++waiting;
                }
            }
        }
        waiting -= bucket.size();
        bucket.clear();
    }
    return distance;
}

}  // namespace entente
