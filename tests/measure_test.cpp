// SPDX-License-Identifier: Apache-2.0
// Measures of edges, backbones and pruning: the numbers that a reader of the network relies on.
#include "catch.hpp"

#include "measured_networks.hpp"
#include "tagged_news.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <entente/graph/association.hpp>
#include <entente/graph/backbone.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/pruning.hpp>
#include <entente/graph/random_articles.hpp>
#include <entente/graph/structure.hpp>
#include <entente/graph/weight.hpp>
#include <entente/text/diagnostic.hpp>

using namespace entente;
using namespace news;

namespace {

double value_of(std::string_view measure, const PairCounts& counts) {
    const auto* row = association_called(measure);
    REQUIRE(row != nullptr);
    return row->of(counts);
}

double chance_of(std::string_view backbone, const Network& network, const std::string& one, const std::string& other) {
    const auto* row = backbone_called(backbone);
    REQUIRE(row != nullptr);
    const auto chances = row->chances(network);
    return chances[static_cast<std::size_t>(&edge_of(network, one, other) - network.edges.data())];
}

Approx printed(double value) { return Approx(value).margin(0.00005).epsilon(0); }

std::vector<std::string> pruned_steps(Network& network, const PruneOptions& options) {
    std::vector<std::string> steps;
    prune(
        network, options, [&](const Edge&, std::string_view step) { steps.emplace_back(step); },
        [&](const Node&, std::string_view step) { steps.emplace_back(std::string(step) + " node"); });
    return steps;
}

}  // namespace

TEST_CASE("the measures of two names are those of the worked vector") {
    const PairCounts always{4, 4, 4, 5};  // Lavrov and Russia
    const PairCounts often{2, 3, 3, 5};   // Blinken and the United States
    const PairCounts seldom{2, 4, 3, 5};  // Lavrov and Blinken
    const std::map<std::string, std::array<double, 3>> expected = {
        {"jaccard", {1, 0.5, 0.4}},
        {"dice", {1, 2.0 / 3, 4.0 / 7}},
        {"simpson", {1, 2.0 / 3, 2.0 / 3}},
        {"cosine", {1, 0.6667, 0.5774}},
        {"association", {1.25, 1.1111, 0.8333}},
        {"pmi", {0.3219, 0.1520, -0.2630}},
        {"ppmi", {0.3219, 0.1520, 0}},
        {"npmi", {1, 0.1150, -0.1990}},
        {"log-likelihood", {5.0040, 0.1384, -1.1849}},
        {"hypergeometric", {-std::log10(0.2), -std::log10(0.7), 0}},
    };
    for (const auto& [measure, values] : expected) {
        INFO(measure);
        CHECK(value_of(measure, always) == printed(values[0]));
        CHECK(value_of(measure, often) == printed(values[1]));
        CHECK(value_of(measure, seldom) == printed(values[2]));
    }
    CHECK(value_of("chi-squared", often) == Approx(5.0 / 36));  // 5 (2*1 - 1*1)^2 / (3 2 3 2)
}

TEST_CASE("measures have a value at their edges, and impossible counts are refused") {
    CHECK(value_of("npmi", {5, 5, 5, 5}) == 1);
    CHECK(value_of("npmi", {0, 2, 3, 9}) == -1);
    CHECK(value_of("ppmi", {0, 2, 3, 9}) == 0);
    CHECK(value_of("chi-squared", {2, 5, 2, 5}) == 0);
    CHECK(value_of("log-likelihood", {2, 5, 2, 5}) == Approx(0).margin(1e-12));
    CHECK(surprise({0, 2, 3, 9}) == 0);
    CHECK(surprise({1, 5, 1, 5}) == 0);
    // 40,000 articles that always name the same two of a million: p is less than any double.
    CHECK(surprise({40'000, 40'000, 40'000, 1'000'000}) > 60'000);
    CHECK_THROWS_AS(value_of("jaccard", {3, 2, 5, 9}), Error);
    CHECK_THROWS_AS(value_of("pmi", {1, 5, 5, 8}), Error);
    CHECK_THROWS_AS(value_of("dice", {0, 0, 5, 8}), Error);
}

TEST_CASE("the chance of a meeting adds up from the chances of all possible ones") {
    const auto choose = [](double n, double k) {
        double product = 1;
        for (double i = 1; i <= k; ++i) product *= (n - k + i) / i;
        return n < k ? 0 : product;
    };
    for (std::uint32_t articles = 1; articles <= 12; ++articles) {
        for (std::uint32_t one = 1; one <= articles; ++one) {
            for (std::uint32_t other = 1; other <= articles; ++other) {
                const auto least = one + other > articles ? one + other - articles : 0;
                for (auto both = least; both <= std::min(one, other); ++both) {
                    double tail = 0;
                    for (auto x = both; x <= std::min(one, other); ++x) {
                        tail += choose(one, x) * choose(articles - one, other - x) / choose(articles, other);
                    }
                    CAPTURE(articles, one, other, both);
                    CHECK(surprise({both, one, other, articles}) == Approx(-std::log10(tail)).margin(1e-9));
                }
            }
        }
    }
}

TEST_CASE("false discoveries are counted over all pairs that could have been found") {
    // Benjamini & Hochberg: p = .01 .02 .03 .04 of 4 tests all have q = .04, of 8 tests .08.
    const std::vector<double> surprises = {-std::log10(.03), -std::log10(.01), -std::log10(.04), -std::log10(.02)};
    for (const double q : false_discovery(surprises, 4)) CHECK(q == Approx(-std::log10(.04)));
    for (const double q : false_discovery(surprises, 8)) CHECK(q == Approx(-std::log10(.08)));
    CHECK(false_discovery(std::vector<double>{0.1, 9}, 1000)[0] == 0);
}

TEST_CASE("the backbones judge the edges of the worked vector as published") {
    const auto network = five_articles().count();
    CHECK(chance_of("disparity", network, lavrov, russia) == printed(.25));
    CHECK(chance_of("disparity", network, blinken, states) == printed(.4444));
    CHECK(chance_of("disparity", network, lavrov, blinken) == printed(.4444));
    const auto noise = [](double score, double deviation) { return std::erfc(score / deviation / std::sqrt(2)) / 2; };
    CHECK(chance_of("noise-corrected", network, lavrov, russia) == Approx(noise(.2727, .0256)).margin(1e-6));
    CHECK(chance_of("noise-corrected", network, blinken, states) == Approx(noise(.2174, .1146)).margin(1e-3));
    CHECK(chance_of("noise-corrected", network, lavrov, blinken) == Approx(noise(.0769, .1531)).margin(1e-3));
    CHECK(chance_of("marginal-likelihood", network, lavrov, russia) == printed(.1836));
    CHECK(chance_of("marginal-likelihood", network, blinken, states) == printed(.3729));
    CHECK(chance_of("marginal-likelihood", network, lavrov, blinken) == printed(.5256));
    CHECK(chance_of("hypergeometric", network, lavrov, russia) == printed(.2));
    CHECK(chance_of("forest", network, lavrov, russia) == 0);
}

TEST_CASE("who has one link does not make it telling, and two who have nobody else are left out by disparity") {
    const auto pair = unweighted(2, {{0, 1}});
    CHECK(backbone_called("disparity")->chances(pair) == std::vector<double>{1});
    const auto star = unweighted(4, {{0, 1}, {0, 2}, {0, 3}});
    for (const double chance : backbone_called("disparity")->chances(star)) CHECK(chance == Approx(4.0 / 9));
}

TEST_CASE("chance names everybody as often, and in each article as many, as the corpus does") {
    const std::vector<std::uint32_t> entities = {9, 7, 4, 4, 2, 2, 2, 1, 1, 1, 1};
    const std::vector<ArticleSize> sizes = {{1, 2}, {2, 2}, {3, 1}, {4, 2}, {6, 1}, {11, 1}};  // one names everybody
    const RandomArticles random(entities, sizes);
    for (const auto articles : entities) {
        double sum = 0;
        for (const auto& size : sizes) sum += size.articles * random.of_cell(articles, size.entities);
        CHECK(sum == Approx(articles));
    }
    for (const auto& size : sizes) {
        double sum = 0;
        for (const auto articles : entities) sum += random.of_cell(articles, size.entities);
        CHECK(sum == Approx(size.entities));
    }
    CHECK(random.of_cell(9, 1) == 1);   // in every article
    CHECK(random.of_cell(1, 11) == 1);  // and this article names everybody
}

TEST_CASE("the chance of two names meeting is that of throwing all the coins") {
    const auto network = random_network(7, 9, 14);
    std::vector<std::uint32_t> entities;
    for (const auto& node : network.nodes) entities.push_back(node.articles);
    const RandomArticles random(entities, network.article_sizes);
    std::vector<double> coins;
    for (const auto& size : network.article_sizes) {
        for (std::uint32_t i = 0; i < size.articles; ++i) {
            coins.push_back(random.of_cell(entities[0], size.entities) * random.of_cell(entities[1], size.entities));
        }
    }
    REQUIRE(coins.size() > 8);
    std::vector<double> exactly(coins.size() + 1);
    for (std::uint32_t heads = 0; heads < 1U << coins.size(); ++heads) {  // all ways the coins may fall
        double chance = 1;
        for (std::size_t i = 0; i < coins.size(); ++i) chance *= (heads >> i & 1U) != 0 ? coins[i] : 1 - coins[i];
        exactly[static_cast<std::size_t>(std::popcount(heads))] += chance;
    }
    double tail = 1;
    for (std::uint32_t both = 0; both < 6; ++both) {
        CHECK(random.chance(both, entities[0], entities[1]) == Approx(tail).margin(1e-12));
        tail -= exactly[both];
    }
}

TEST_CASE("the forest links all that the network links, by its heaviest edges") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        auto network = random_network(seed, 25, 30);
        measure(network);
        const auto components = std::ranges::max(network.nodes, {}, &Node::component).component;
        const auto nodes = network.nodes.size();
        PruneOptions options;
        options.backbones = {backbone_called("forest")};
        pruned_steps(network, options);
        CHECK(network.edges.size() == nodes - components);
        measure(network);
        CHECK(std::ranges::max(network.nodes, {}, &Node::component).component == components);
    }
}

TEST_CASE("an edge stays among the heaviest of either end") {
    Network network = unweighted(4, {{0, 1}, {0, 2}, {0, 3}, {1, 2}});
    network.edges[0].weight = 9;
    network.edges[1].weight = 8;
    network.edges[3].weight = 7;
    PruneOptions options;
    options.top_edges = 1;
    CHECK(pruned_steps(network, options) == std::vector<std::string>{"top-edges"});
    CHECK(network.edges.size() == 3);  // 0-1 of both, 0-2 of 2, 0-3 of 3
}

TEST_CASE("a network cut to so many edges falls apart last of all") {
    auto network = random_network(3, 30, 60);
    measure(network);
    const auto components = std::ranges::max(network.nodes, {}, &Node::component).component;
    PruneOptions options;
    options.max_edges = network.nodes.size() + 5;
    pruned_steps(network, options);
    CHECK(network.edges.size() == options.max_edges);
    measure(network);
    CHECK(std::ranges::max(network.nodes, {}, &Node::component).component == components);
    options.max_nodes = 7;
    const auto least = [&] {
        std::vector<std::uint32_t> counts;
        for (const auto& node : network.nodes) counts.push_back(node.articles);
        std::ranges::sort(counts, std::greater{});
        return counts[6];
    }();
    pruned_steps(network, options);
    CHECK(network.nodes.size() == 7);
    for (const auto& node : network.nodes) CHECK(node.articles >= least);
}

TEST_CASE("in a core everybody keeps so many neighbours, and no larger part does") {
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        auto network = random_network(seed, 25, 20);
        auto rest = network;
        for (bool again = true; again;) {  // the obvious way: take away who has too few until nobody has
            measure(rest);
            again = false;
            PruneOptions one;
            one.max_nodes = rest.nodes.size();
            Network next = rest;
            next.nodes.clear();
            next.edges.clear();
            std::vector<std::uint32_t> places(rest.nodes.size());
            for (std::size_t i = 0; i < rest.nodes.size(); ++i) {
                places[i] = static_cast<std::uint32_t>(next.nodes.size());
                if (rest.nodes[i].degree >= 4)
                    next.nodes.push_back(rest.nodes[i]);
                else
                    again = true;
            }
            for (auto edge : rest.edges) {
                if (rest.nodes[edge.source].degree < 4 || rest.nodes[edge.target].degree < 4) continue;
                edge.source = places[edge.source];
                edge.target = places[edge.target];
                next.edges.push_back(edge);
            }
            rest = next;
        }
        PruneOptions options;
        options.core = 4;
        pruned_steps(network, options);
        REQUIRE(network.nodes.size() == rest.nodes.size());
        for (std::size_t i = 0; i < rest.nodes.size(); ++i) CHECK(network.nodes[i].id == rest.nodes[i].id);
        CHECK(network.edges.size() == rest.edges.size());
    }
}

TEST_CASE("an edge that is no more than chance has no weight by mutual information, and is told of") {
    auto network = five_articles().count();
    std::vector<std::string> gone;
    const Association* const measures[] = {association_called("jaccard"), association_called("hypergeometric")};
    add_measures(network, measures);
    weigh(network, *association_called("npmi"), [&](const Edge& edge, std::string_view step) {
        gone.push_back(std::string(step) + " " + std::to_string(edge.articles));
    });
    CHECK(gone == std::vector<std::string>(4, "weight 2"));
    REQUIRE(network.edges.size() == 2);
    CHECK(network.measures == std::vector<std::string>{"jaccard", "hypergeometric", "hypergeometric_q"});
    REQUIRE(network.measured.size() == 6);
    const auto& always = edge_of(network, lavrov, russia);
    CHECK(always.weight == 1);
    CHECK(network.measured[static_cast<std::size_t>(&always - network.edges.data()) * 3] == 1);
    CHECK(edge_of(network, blinken, states).weight == Approx(0.115).epsilon(0.01));
}
