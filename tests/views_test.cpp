// SPDX-License-Identifier: Apache-2.0
// Which network is wanted: of some days, round a name, of pairs of types, of articles and entities.
#include "catch.hpp"

#include "measured_networks.hpp"
#include "tagged_news.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <entente/graph/count.hpp>
#include <entente/graph/pruning.hpp>

using namespace entente;
using namespace news;

namespace {

/// Prunes, and tells what went by which option.
std::vector<std::string> pruned_steps(Network& network, const PruneOptions& options) {
    std::vector<std::string> steps;
    prune(
        network, options, [&](const Edge&, std::string_view step) { steps.emplace_back(step); },
        [&](const Node&, std::string_view step) { steps.emplace_back(std::string(step) + " node"); });
    return steps;
}

}  // namespace

TEST_CASE("a period counts as if no other articles had been read, and tells what it left out") {
    const std::vector<std::pair<const char*, const char*>> dates = {
        {"a", "2024-08-31"}, {"b", "2024-09-01"}, {"c", "2024-09"}, {"d", "2024-10-01"}, {"e", "2024"}};
    CountOptions options;
    options.period = {{2024, 9, 0}, {2024, 9, 0}};
    Corpus september(options);
    for (const auto& [id, date] : dates) {
        CHECK(september.add(News(id).on(date).says("They met.", {lavrov, russia})));
        CHECK_FALSE(september.add(News(id).on(date).says("They met.", {lavrov, russia})));
    }
    CHECK(september.add(News("f").says("They met.", {lavrov, russia})));
    const auto network = september.count();
    CHECK(network.articles == 2);
    REQUIRE(network.edges.size() == 1);
    CHECK(network.edges.front().weight == 2);
    CHECK(september.outside_period().outside() == 2);
    CHECK(september.outside_period().unclear() == 1);
    CHECK(september.outside_period().undated() == 1);
    options.period = {{}, {2024, 9, 1}};
    Corpus until(options);
    for (const auto& [id, date] : dates) until.add(News(id).on(date).says("They met.", {lavrov, russia}));
    CHECK(until.articles() == 2);  // of c some days are later
}

TEST_CASE("entities that share an article in the two-mode network have an edge for each in the other") {
    const auto corpus = five_articles();
    const auto two_mode = corpus.count_two_mode();
    REQUIRE(two_mode.nodes.size() == 9);
    CHECK(std::ranges::is_sorted(two_mode.nodes, {}, &Node::id));
    CHECK(two_mode.nodes.front().id == "article/1");
    CHECK(two_mode.nodes.front().label == "Title of 1");
    CHECK(two_mode.nodes.front().mentions == 4);
    std::map<std::pair<std::string, std::string>, double> shared;
    for (const auto& one : two_mode.edges) {
        CHECK(two_mode.nodes[one.source].type == NodeType::article);
        CHECK(one.articles == 1);
        for (const auto& other : two_mode.edges) {
            if (one.source == other.source && one.target < other.target) {
                ++shared[{two_mode.nodes[one.target].id, two_mode.nodes[other.target].id}];
            }
        }
    }
    const auto network = corpus.count();
    REQUIRE(network.edges.size() == shared.size());
    for (const auto& edge : network.edges) {
        CHECK(shared.at({network.nodes[edge.source].id, network.nodes[edge.target].id}) == edge.weight);
    }
}

TEST_CASE("an article that names somebody three times has a heavier edge to them, and quotes where it does so first") {
    Corpus corpus;
    corpus.add(News("talks")
                   .on("2022-07-08")
                   .says("Lavrov came.", {lavrov})
                   .says("Lavrov met Blinken, and Lavrov left.", {lavrov, blinken, lavrov}));
    corpus.add(News("weather").says("It rained.", {}));
    const auto network = corpus.count_two_mode();
    REQUIRE(network.nodes.size() == 3);  // who names nobody is no node
    CHECK(network.articles == 2);
    const auto& edge = edge_of(network, "article/talks", lavrov);
    CHECK(edge.weight == 3);
    CHECK(edge.sentences == 2);
    CHECK(edge.first_date == Date{2022, 7, 8});
    REQUIRE(edge.evidence.size() == 1);
    CHECK(edge.evidence.front().sentence == "Lavrov came.");
    CHECK(edge_of(network, "article/talks", blinken).weight == 1);
}

TEST_CASE("a network of pairs of types has no other edges, and no types that make none") {
    Corpus corpus;
    corpus.add(News("1").says("Lavrov met Blinken in Russia.", {lavrov, blinken, russia}));
    corpus.add(News("2").says("NATO wrote to Lavrov.", {"organization/nato", lavrov}));
    auto network = corpus.count();
    PruneOptions options;
    options.pairs = {{NodeType::person, NodeType::country}};
    CHECK(pruned_steps(network, options) == std::vector<std::string>{"pairs", "pairs", "pairs node"});
    REQUIRE(network.nodes.size() == 3);
    REQUIRE(network.edges.size() == 2);
    for (const auto& edge : network.edges) CHECK(network.nodes[edge.source].id == russia);
}

TEST_CASE("a network round a name has who is so many edges away, and all edges among them") {
    //  0 - 1 - 2 - 3 - 4,  1 - 5 - 2
    const auto whole = unweighted(7, {{0, 1}, {1, 2}, {1, 5}, {2, 3}, {2, 5}, {3, 4}});
    const auto ids_within = [&](std::set<std::string> egos, std::uint32_t distance) {
        auto network = whole;
        PruneOptions options;
        options.egos = std::move(egos);
        options.distance = distance;
        pruned_steps(network, options);
        std::string ids;
        for (const auto& node : network.nodes) ids += node.id.back();
        return ids + ' ' + std::to_string(network.edges.size());
    };
    CHECK(ids_within({"person/n100"}, 1) == "01 1");
    CHECK(ids_within({"person/n100"}, 2) == "0125 4");
    CHECK(ids_within({"person/n100"}, 9) == "012345 6");
    CHECK(ids_within({"person/n106"}, 2) == "6 0");
    CHECK(ids_within({"person/n100", "person/n104"}, 1) == "0134 2");
}

TEST_CASE("of a network round a name its own edges are kept first") {
    auto network = unweighted(5, {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}});
    network.edges[2].weight = network.edges[4].weight = 9;
    PruneOptions options;
    options.egos = {"person/n100"};
    options.distance = 3;
    options.max_edges = 2;
    pruned_steps(network, options);
    REQUIRE(network.edges.size() == 2);
    for (const auto& edge : network.edges) CHECK(edge.source == 0);
}

TEST_CASE("whom a network is about stays when the most named are kept") {
    auto network = unweighted(4, {{0, 1}, {0, 2}, {0, 3}});
    for (std::uint32_t i = 0; i < 4; ++i) network.nodes[i].articles = i + 1;
    PruneOptions options;
    options.egos = {"person/n100"};
    options.max_nodes = 2;
    pruned_steps(network, options);
    REQUIRE(network.nodes.size() == 2);
    CHECK(network.nodes.front().id == "person/n100");
    CHECK(network.nodes.back().id == "person/n103");
}
