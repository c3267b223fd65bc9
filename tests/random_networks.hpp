// SPDX-License-Identifier: Apache-2.0
// Networks as news makes them, of any size, for the tests and the measuring of layouts.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/graph/random.hpp>
#include "small_networks.hpp"

namespace news {

/// How random articles name people.
struct Press {
    std::uint32_t names = 100;  ///< that may be named; those never named beside another become no node
    std::uint32_t edges = 500;  ///< articles are written until so many pairs have been named
    std::uint32_t beats = 1;    ///< groups of names that are mostly named together
    double strangers = 0.1;     ///< share of names that come from any beat
    std::uint64_t seed = 1;
};

/// Zipf's law: the name of rank k is drawn in proportion to 1/k.
class Zipf {
public:
    explicit Zipf(std::uint32_t count) {
        double sum = 0;
        for (std::uint32_t k = 1; k <= count; ++k) {
            sums_.push_back(sum += 1.0 / k);
        }
    }
    [[nodiscard]] std::uint32_t draw(entente::Random& random) const {
        return static_cast<std::uint32_t>(std::ranges::upper_bound(sums_, random.share() * sums_.back())
                                          - sums_.begin());
    }

private:
    std::vector<double> sums_;
};

/// Articles of two to eight names each; an edge weighs as many articles as name both. With more `edges` and all else the
/// same, the first articles are the same too.
inline entente::Network network_of(const Press& press) {
    entente::Random random(press.seed);
    const std::uint32_t beat_size = press.names / press.beats;
    const Zipf ranks(beat_size), beats(press.beats);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> pairs;
    std::vector<std::uint32_t> articles(press.names);
    while (pairs.size() < press.edges) {
        const auto beat = beats.draw(random);
        std::vector<std::uint32_t> named;
        for (auto left = 2 + random.below(7); left > 0; --left) {
            const auto from = random.share() < press.strangers ? random.below(press.beats) : beat;
            named.push_back(ranks.draw(random) * press.beats + from);
        }
        std::ranges::sort(named);
        named.erase(std::ranges::unique(named).begin(), named.end());
        for (std::size_t i = 0; i < named.size(); ++i) {
            ++articles[named[i]];
            for (std::size_t j = i + 1; j < named.size(); ++j) {
                ++pairs[{named[i], named[j]}];
            }
        }
    }
    std::vector<std::uint32_t> place(press.names, press.names);
    for (const auto& [pair, count] : pairs) {
        place[pair.first] = place[pair.second] = 0;
    }
    entente::Network network;
    for (std::uint32_t i = 0; i < press.names; ++i) {
        if (place[i] == 0) {
            place[i] = static_cast<std::uint32_t>(network.nodes.size());
            const auto* const type = i % 5 == 0 ? "country/" : i % 3 == 0 ? "organization/" : "person/";
            network.nodes.push_back(
                node_named(type + std::to_string(1'000'000 + i), "Name " + std::to_string(i), articles[i]));
        }
    }
    for (const auto& [pair, count] : pairs) {
        network.edges.push_back(edge_between(place[pair.first], place[pair.second], count));
    }
    std::ranges::sort(network.edges, {}, [](const entente::Edge& edge) { return std::pair(edge.source, edge.target); });
    return network;
}

}  // namespace news
