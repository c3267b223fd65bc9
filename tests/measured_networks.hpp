// SPDX-License-Identifier: Apache-2.0
// Networks to measure.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <entente/graph/count.hpp>

#include "small_networks.hpp"
#include "tagged_news.hpp"

/// Names at random in articles, from a few to many.
inline entente::Network random_network(std::uint32_t seed, std::uint32_t names, std::uint32_t articles) {
    std::mt19937 random(seed);
    entente::Corpus corpus;
    for (std::uint32_t article = 0; article < articles; ++article) {
        std::vector<std::string> named;
        for (std::uint32_t name = 0; name < names; ++name) {
            if (random() % (names + 5) < 2 + 40 / (name + 4)) named.push_back("person/p" + std::to_string(100 + name));
        }
        News news(std::to_string(article));
        corpus.add(news.says("They met.", {named.begin(), named.end()}));
    }
    return corpus.count_pairs();
}

inline entente::Network unweighted(std::uint32_t nodes,
                                   const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
    entente::Network network;
    for (std::uint32_t i = 0; i < nodes; ++i) {
        network.nodes.push_back(news::node_named("person/n" + std::to_string(100 + i), "N"));
    }
    for (const auto& [source, target] : edges) network.edges.push_back(news::edge_between(source, target, 1));
    return network;
}
