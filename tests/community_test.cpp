// SPDX-License-Identifier: Apache-2.0
// Betweenness, PageRank and communities: what the shape of a network says of its names.
#include "catch.hpp"

#include "measured_networks.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>

#include <entente/graph/centrality.hpp>
#include <entente/graph/communities.hpp>
#include <entente/graph/structure.hpp>

using namespace entente;

namespace {

/// Zachary 1977: who met whom outside the karate club.
Network karate_club() {
    return unweighted(
        34, {{0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},   {0, 8},   {0, 10},  {0, 11},
             {0, 12},  {0, 13},  {0, 17},  {0, 19},  {0, 21},  {0, 31},  {1, 2},   {1, 3},   {1, 7},   {1, 13},
             {1, 17},  {1, 19},  {1, 21},  {1, 30},  {2, 3},   {2, 7},   {2, 8},   {2, 9},   {2, 13},  {2, 27},
             {2, 28},  {2, 32},  {3, 7},   {3, 12},  {3, 13},  {4, 6},   {4, 10},  {5, 6},   {5, 10},  {5, 16},
             {6, 16},  {8, 30},  {8, 32},  {8, 33},  {9, 33},  {13, 33}, {14, 32}, {14, 33}, {15, 32}, {15, 33},
             {18, 32}, {18, 33}, {19, 33}, {20, 32}, {20, 33}, {22, 32}, {22, 33}, {23, 25}, {23, 27}, {23, 29},
             {23, 32}, {23, 33}, {24, 25}, {24, 27}, {24, 31}, {25, 31}, {26, 29}, {26, 33}, {27, 33}, {28, 31},
             {28, 33}, {29, 32}, {29, 33}, {30, 32}, {30, 33}, {31, 32}, {31, 33}, {32, 33}});
}

}  // namespace

TEST_CASE("betweenness agrees with Boost's, and a sample of all names is all of them") {
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        const auto network = random_network(seed, 30, 25);
        using Length = boost::property<boost::edge_weight_t, double>;
        boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Length> graph(
            network.nodes.size());
        for (const auto& edge : network.edges) boost::add_edge(edge.source, edge.target, 1 / edge.weight, graph);
        std::vector<double> expected(network.nodes.size());
        boost::brandes_betweenness_centrality(
            graph, boost::centrality_map(
                       boost::make_iterator_property_map(expected.begin(), boost::get(boost::vertex_index, graph)))
                       .weight_map(boost::get(boost::edge_weight, graph)));
        const auto n = static_cast<double>(network.nodes.size());
        const auto betweenness = betweenness_of(network, network.nodes.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            CHECK(betweenness[i] == Approx(expected[i] * 2 / ((n - 1) * (n - 2))).margin(1e-12));
        }
    }
}

TEST_CASE("a walk along the edges is where the weight is, and never lost") {
    auto network = unweighted(4, {{0, 1}, {0, 2}});
    const auto ranks = pagerank_of(network);
    CHECK(ranks[0] + ranks[1] + ranks[2] + ranks[3] == Approx(1));
    // A star of two and one alone: a = .0375 + .85 (b + c) + lost, b = c = .0375 + .425 a + lost, lost = .85 d / 4.
    const double d = .0375 / (1 - .2125);
    CHECK(ranks[3] == Approx(d));
    CHECK(ranks[1] == Approx(d + .425 * ranks[0]));
    CHECK(ranks[0] == Approx(d + .85 * (ranks[1] + ranks[2])));
}

TEST_CASE("the karate club falls into the four groups of the best modularity") {
    const auto club = karate_club();
    const auto communities = communities_of(club);
    CHECK(communities.modularity == Approx(0.4197896));  // the optimum: Brandes et al. 2008
    CHECK(communities.count == 4);
    CHECK(communities.of[0] != communities.of[33]);
    CHECK(communities_of(club).of == communities.of);
}

TEST_CASE("communities hold together, are numbered by size, and none is better off in two") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        auto network = random_network(seed, 60, 50);
        const auto communities = communities_of(network, 1, seed);
        std::vector<std::uint32_t> sizes(communities.count + 1);
        for (const auto community : communities.of) ++sizes[community];
        CHECK(std::ranges::is_sorted(sizes.begin() + 1, sizes.end(), std::greater{}));
        auto inside = network;
        std::erase_if(inside.edges,
                      [&](const Edge& edge) { return communities.of[edge.source] != communities.of[edge.target]; });
        measure(inside);
        std::map<std::uint32_t, std::uint32_t> components;  // the component of each community
        for (std::size_t i = 0; i < inside.nodes.size(); ++i) {
            const auto [first, isnew] = components.emplace(communities.of[i], inside.nodes[i].component);
            CHECK(first->second == inside.nodes[i].component);
        }
        for (std::size_t i = 0; i < network.nodes.size(); ++i) {  // nor is anybody better off elsewhere
            auto other = communities.of;
            for (std::uint32_t to = 1; to <= communities.count; ++to) {
                other[i] = to;
                CHECK(modularity_of(network, other) <= communities.modularity + 1e-9);
            }
        }
    }
}
