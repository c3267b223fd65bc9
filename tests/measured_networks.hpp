// SPDX-License-Identifier: Apache-2.0
// Networks to measure.
#pragma once

#include "catch.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
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

namespace news {

inline const char* const lavrov = "person/sergey-lavrov";
inline const char* const blinken = "person/antony-blinken";
inline const char* const russia = "country/russia";
inline const char* const states = "country/united-states";

/// The worked vector of the literature notes: units {L,B,RU,US} {L,B,RU} {L,RU} {B,US} {US,RU,L}.
inline entente::Corpus five_articles() {
    entente::Corpus corpus;
    corpus.add(News("1").says("All four were there.", {lavrov, blinken, russia, states}));
    corpus.add(News("2").says("Lavrov met Blinken in Russia.", {lavrov, blinken, russia}));
    corpus.add(News("3").says("Lavrov returned to Russia.", {lavrov, russia}));
    corpus.add(News("4").says("Blinken left the United States.", {blinken, states}));
    corpus.add(News("5").says("The United States heard Lavrov, Russia's minister.", {states, russia, lavrov}));
    return corpus;
}

}  // namespace news

/// The edge between the two, whichever stands first.
inline const entente::Edge& edge_of(const entente::Network& network, std::string_view one, std::string_view other) {
    const auto found = std::ranges::find_if(network.edges, [&](const entente::Edge& edge) {
        const auto& source = network.nodes[edge.source].id;
        const auto& target = network.nodes[edge.target].id;
        return (source == one && target == other) || (source == other && target == one);
    });
    REQUIRE(found != network.edges.end());
    return *found;
}
