// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include <entente/graph/neato.hpp>
#include <entente/graph/stress.hpp>
#include <entente/graph/ties.hpp>
#include "catch.hpp"
#include "random_networks.hpp"
#include "small_networks.hpp"

using namespace entente;

namespace {

/// Every way over every third node: the slow and obvious twin of distances().
/// Source: R. W. Floyd and S. Warshall, 1962.
std::vector<std::vector<std::uint32_t>> distances_by_hand(const Ties& ties) {
    std::vector<std::vector<std::uint32_t>> distance(ties.size(),
                                                     std::vector<std::uint32_t>(ties.size(), out_of_reach));
    for (std::uint32_t i = 0; i < ties.size(); ++i) {
        distance[i][i] = 0;
        for (const auto& tie : ties.of(i)) {
            distance[i][tie.to] = tie.length;
        }
    }
    for (std::uint32_t over = 0; over < ties.size(); ++over) {
        for (auto& row : distance) {
            for (std::uint32_t to = 0; to < ties.size(); ++to) {
                if (row[over] != out_of_reach && distance[over][to] != out_of_reach) {
                    row[to] = std::min(row[to], row[over] + distance[over][to]);
                }
            }
        }
    }
    return distance;
}

Ties largest_component_of(const Network& network) {
    const Ties ties(network);
    return ties.among(components_of(ties).front());
}

}  // namespace

TEST_CASE("the way between two names is as short as any over other names", "[layout]") {
    const auto seed = GENERATE(range(1U, 21U));
    CAPTURE(seed);
    const Ties ties(news::network_of({.names = 60, .edges = 60 + 5 * seed, .beats = 5, .strangers = 0, .seed = seed}));
    const auto by_hand = distances_by_hand(ties);
    for (std::uint32_t from = 0; from < ties.size(); ++from) {
        CHECK(distances(ties, from) == by_hand[from]);
    }
}

TEST_CASE("the more often two names stand together, the shorter their tie", "[layout]") {
    Network network;
    for (std::uint32_t i = 0; i < 3; ++i) {
        network.nodes.push_back(news::node_named("person/p" + std::to_string(i), "Minister"));
    }
    network.edges = {news::edge_between(0, 1, 2), news::edge_between(0, 2, 2 * 2.718281828459045)};
    const Ties ties(network);
    CHECK(ties.of(0)[0].length == length_unit);  // the lightest
    CHECK(ties.of(0)[1].length == length_unit / 2);
    CHECK(ties.of(2)[0].to == 0);
    CHECK(distances(ties, 1) == std::vector<std::uint32_t>{length_unit, 0, length_unit * 3 / 2});
}

TEST_CASE("our layout has less stress than Graphviz neato with the same lengths", "[layout]") {
    const auto seed = GENERATE(1U, 2U, 3U);
    CAPTURE(seed);
    const auto ties = largest_component_of(
        news::network_of({.names = 250, .edges = 1200, .beats = 1 + 3 * (seed % 2), .seed = seed}));
    const auto neato = lay_out_by_neato({ties}, std::chrono::minutes(2));
    REQUIRE(neato.failure.empty());
    CHECK(stress_of(ties, lay_out_by_stress(ties)) < stress_of(ties, neato.positions.front()));
}

TEST_CASE("drawing some names in each round comes near to springs between all pairs", "[layout]") {
    const auto seed = GENERATE(1U, 2U, 3U, 4U);
    CAPTURE(seed);
    const auto ties = largest_component_of(
        news::network_of({.names = 500, .edges = 2500, .beats = 1 + 4 * (seed % 2), .seed = seed}));
    const auto all_pairs = stress_of(ties, lay_out_by_stress(ties, {.most_for_all_pairs = 500}));
    const auto drawn = stress_of(ties, lay_out_by_stress(ties, {.most_for_all_pairs = 0}));
    CAPTURE(all_pairs, drawn);
    CHECK(drawn < 1.25 * all_pairs);
}

TEST_CASE("a large network has the same layout for any number of threads", "[layout]") {
    const auto most_for_all_pairs = GENERATE(0U, 2000U);
    const auto ties = largest_component_of(news::network_of({.names = 400, .edges = 1500}));
    const auto one = lay_out_by_stress(ties, {.threads = 1, .most_for_all_pairs = most_for_all_pairs});
    for (const unsigned threads : {2U, 3U, 8U}) {
        const auto more = lay_out_by_stress(ties, {.threads = threads, .most_for_all_pairs = most_for_all_pairs});
        CHECK(std::ranges::equal(one, more, [](Point a, Point b) { return a.x == b.x && a.y == b.y; }));
    }
}

TEST_CASE("stress does not see how large a picture is, nor how it is turned", "[layout]") {
    const auto ties = largest_component_of(news::network_of({.names = 40, .edges = 90}));
    auto points = lay_out_by_stress(ties);
    const auto stress = stress_of(ties, points);
    for (auto& point : points) {
        point = {-7 * point.y, 7 * point.x};
    }
    CHECK(stress_of(ties, points) == Approx(stress));
    CHECK(stress_of(ties, points, 10) == Approx(stress).epsilon(0.5));
    CHECK(stress > 0);
}

TEST_CASE("names in a row have no stress when they stand in a row", "[layout]") {
    Network network;
    std::vector<Point> row;
    for (std::uint32_t i = 0; i < 5; ++i) {
        network.nodes.push_back(news::node_named("person/p" + std::to_string(i), "Minister"));
        row.push_back({2.0 * i, 1});
        if (i > 0) {
            network.edges.push_back(news::edge_between(i - 1, i, 1));
        }
    }
    const Ties ties(network);
    CHECK(stress_of(ties, row) == Approx(0).margin(1e-12));
    CHECK(stress_of(ties, lay_out_by_stress(ties)) == Approx(0).margin(0.01));
}

TEST_CASE("who has a place keeps it, whatever the ties say", "[layout]") {
    const auto ties = largest_component_of(news::network_of({.names = 30, .edges = 60}));
    std::vector<std::optional<Point>> start(ties.size());
    start[0] = Point{3, 4};
    start[5] = Point{-1, 0.5};
    const auto points = lay_out_by_stress(ties, {}, start);
    CHECK(points[0].x == 3);
    CHECK(points[0].y == 4);
    CHECK(points[5].x == -1);
}
