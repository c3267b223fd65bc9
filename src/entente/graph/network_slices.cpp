// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/network_slices.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include <entente/graph/pruning.hpp>

namespace entente {
namespace {

constexpr auto nowhere = std::numeric_limits<std::uint32_t>::max();
using Places = std::vector<std::uint32_t>;

/// For each node of `part` its place in `whole`, or nowhere.
Places places_in(const Network& whole, const Network& part) {
    Places places(part.nodes.size(), nowhere);
    std::size_t at = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        while (at < whole.nodes.size() && whole.nodes[at].id < part.nodes[i].id) ++at;
        if (at < whole.nodes.size() && whole.nodes[at].id == part.nodes[i].id) {
            places[i] = static_cast<std::uint32_t>(at);
        }
    }
    return places;
}

/// For each edge of `part` its number in `whole`, or nowhere.
Places numbers_in(const Network& whole, const Network& part, const Places& places) {
    Places numbers(part.edges.size(), nowhere);
    std::size_t at = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::pair ends{places[part.edges[i].source], places[part.edges[i].target]};
        if (ends.first == nowhere || ends.second == nowhere) continue;
        const auto ends_at = [&] { return std::pair(whole.edges[at].source, whole.edges[at].target); };
        while (at < whole.edges.size() && ends_at() < ends) ++at;
        if (at < whole.edges.size() && ends_at() == ends) numbers[i] = static_cast<std::uint32_t>(at);
    }
    return numbers;
}

std::vector<bool> known(const Places& places) {
    std::vector<bool> is_known(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) is_known[i] = places[i] != nowhere;
    return is_known;
}

}  // namespace

void fit_into(const Network& whole, Network& part, bool linked_only, NetworkSlice& slice) {
    auto places = places_in(whole, part);
    auto numbers = numbers_in(whole, part, places);
    keep_edges(part, known(numbers));
    std::erase(numbers, nowhere);
    if (linked_only) {
        std::vector<bool> linked(places.size());
        for (const auto& edge : part.edges) linked[edge.source] = linked[edge.target] = true;
        for (std::size_t i = 0; i < places.size(); ++i) places[i] = linked[i] ? places[i] : nowhere;
    }
    keep_nodes(part, known(places));
    std::erase(places, nowhere);
    for (std::size_t i = 0; i < places.size(); ++i) {
        part.nodes[i].x = whole.nodes[places[i]].x;
        part.nodes[i].y = whole.nodes[places[i]].y;
    }
    part.laid_out = whole.laid_out;
    slice.articles = part.articles;
    slice.nodes = std::move(places);
    slice.edges = std::move(numbers);
}

Network seen_in(const Network& whole, const Network& part) {
    Network seen = whole;
    seen.slices.clear();
    if (whole.whole_nodes > 0) {
        seen.whole_nodes = part.nodes.size();
        seen.whole_edges = part.edges.size();
    }
    for (const auto& node : whole.nodes) seen.scale.most_articles = std::max(seen.scale.most_articles, node.articles);
    for (const auto& edge : whole.edges) {
        auto& [most_articles, least, most] = seen.scale;
        least = least == 0 ? edge.weight : std::min(least, edge.weight);
        most = std::max(most, edge.weight);
    }
    seen.title = part.title;
    seen.articles = part.articles;
    seen.stories = part.stories;
    for (auto& node : seen.nodes) node.articles = 0;
    const auto places = places_in(whole, part);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] != nowhere) seen.nodes[places[i]].articles = part.nodes[i].articles;
    }
    const auto numbers = numbers_in(whole, part, places);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] == nowhere) continue;
        seen.edges[numbers[i]].weight = part.edges[i].weight;
        seen.edges[numbers[i]].articles = part.edges[i].articles;
    }
    std::vector<bool> kept(seen.edges.size());
    for (const auto number : numbers) {
        if (number != nowhere) kept[number] = true;
    }
    keep_edges(seen, kept);
    return seen;
}

}  // namespace entente
