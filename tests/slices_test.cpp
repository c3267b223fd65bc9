// SPDX-License-Identifier: Apache-2.0
// A network in time, and the part of a large one that a picture shows.
#include "catch.hpp"

#include "measured_networks.hpp"
#include "tagged_news.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <entente/export/format.hpp>
#include <entente/export/output.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/network_slices.hpp>
#include <entente/graph/readable_part.hpp>
#include <entente/graph/slice.hpp>

using namespace entente;

namespace {

const char* const lavrov = "person/sergey-lavrov";
const char* const blinken = "person/antony-blinken";
const char* const russia = "country/russia";

std::string name_at(std::string_view date, SliceUnit unit) {
    return name_of_slice(slice_at(*parse_iso_date(date), unit), unit);
}

/// Talks in July and November, and two articles that no month has.
Corpus talks() {
    Corpus corpus;
    corpus.add(News("bali").on("2022-07-08").says("Lavrov met Blinken.", {lavrov, blinken}));
    corpus.add(News("moscow").on("2022-07-31").says("Lavrov was in Russia.", {lavrov, russia}));
    corpus.add(News("again").on("2022-11").says("Lavrov met Blinken again.", {lavrov, blinken}));
    corpus.add(News("year").on("2022").says("Lavrov met Blinken in Russia.", {lavrov, blinken, russia}));
    corpus.add(News("letter").says("Lavrov wrote to Blinken.", {lavrov, blinken}));
    return corpus;
}

}  // namespace

TEST_CASE("a day lies in its week, month, quarter and year") {
    CHECK(name_at("2024-02-29", SliceUnit::day) == "2024-02-29");
    CHECK(name_at("2024-12-30", SliceUnit::week) == "2025-W01");  // a Monday
    CHECK(name_at("2021-01-03", SliceUnit::week) == "2020-W53");  // a Sunday
    CHECK(name_at("2024-09-20", SliceUnit::week) == "2024-W38");
    CHECK(name_at("2024-02-29", SliceUnit::month) == "2024-02");
    CHECK(name_at("2024-12-31", SliceUnit::quarter) == "2024-Q4");
    CHECK(name_at("1989-11-09", SliceUnit::year) == "1989");
    const auto quarter = slice_at({2024, 12, 31}, SliceUnit::quarter);
    CHECK(quarter.from == Date{2024, 10, 1});
    CHECK(quarter.to == Date{2024, 12, 31});
    CHECK(name_of_slice(next_slice(quarter, SliceUnit::quarter), SliceUnit::quarter) == "2025-Q1");
}

TEST_CASE("the slices of a corpus go from its first article to its last, and tell which have no place in them") {
    const auto corpus = talks();
    const auto months = corpus.slices(SliceUnit::month);
    REQUIRE(months.periods.size() == 5);
    CHECK(months.periods.front().from == Date{2022, 7, 1});
    CHECK(months.periods.back().to == Date{2022, 11, 30});
    CHECK(months.undated == 1);
    CHECK(months.unclear == 1);
    CHECK(months.articles == std::vector<std::uint32_t>{2, 0, 0, 0, 1});
    CHECK(corpus.slices(SliceUnit::year).unclear == 0);
    CHECK(corpus.slices(SliceUnit::day).unclear == 2);
}

TEST_CASE("a slice has the numbers and the evidence of its own articles, in the places of the whole") {
    auto corpus = talks();
    auto whole = corpus.count();
    for (std::size_t i = 0; i < whole.nodes.size(); ++i) whole.nodes[i].x = static_cast<double>(i) + 1;
    corpus.narrow({{2022, 11, 0}, {2022, 11, 0}});
    auto november = corpus.count();
    NetworkSlice slice;
    fit_into(whole, november, false, slice);
    CHECK(november.articles == 1);
    REQUIRE(november.edges.size() == 1);
    CHECK(november.edges.front().weight == 1);
    REQUIRE(november.edges.front().evidence.size() == 1);
    CHECK(november.edges.front().evidence.front().article == "again");
    REQUIRE(november.nodes.size() == 2);
    for (std::size_t i = 0; i < november.nodes.size(); ++i) {
        CHECK(november.nodes[i].id == whole.nodes[slice.nodes[i]].id);
        CHECK(november.nodes[i].x == whole.nodes[slice.nodes[i]].x);
    }
    const auto seen = seen_in(whole, november);
    REQUIRE(seen.nodes.size() == 3);
    CHECK(seen.nodes.front().id == russia);
    CHECK(seen.nodes.front().articles == 0);
    CHECK(seen.edges.size() == 1);
    CHECK(seen.scale.most_articles == 5);
    corpus.narrow({});
    CHECK(corpus.count_pairs().articles == 5);
}

TEST_CASE("what the whole does not have is in no slice") {
    auto corpus = talks();
    auto whole = corpus.count();
    std::erase_if(whole.edges, [&](const Edge& edge) { return whole.nodes[edge.source].id == russia; });
    corpus.narrow({{2022, 7, 0}, {2022, 7, 0}});
    auto july = corpus.count();
    REQUIRE(july.edges.size() == 2);
    auto linked = july;
    NetworkSlice slice;
    fit_into(whole, july, false, slice);
    CHECK(slice.edges == std::vector<std::uint32_t>{0});
    CHECK(july.nodes.size() == 3);
    fit_into(whole, linked, true, slice);
    CHECK(slice.nodes.size() == 2);
    CHECK(linked.nodes.size() == 2);
}

TEST_CASE("the months of dated articles add up to the whole, for stories counted once or by parts") {
    for (const auto duplicates : {Duplicates::story, Duplicates::each, Duplicates::fraction}) {
        std::mt19937 random(7);
        CountOptions options;
        options.duplicates = duplicates;
        Corpus corpus(options);
        for (int article = 0; article < 80; ++article) {
            std::vector<Named> named;
            for (int name = 0; name < 9; ++name) {
                if (random() % 3 == 0) named.emplace_back("person/p" + std::to_string(name));
            }
            Signature signature;
            signature.words = 200;
            const auto story = static_cast<std::uint32_t>(1000 * (random() % 30));
            for (std::uint32_t hash = 0; hash < 40; ++hash) signature.hashes.push_back(story + hash);
            const auto date = "2024-0" + std::to_string(1 + random() % 9) + "-1" + std::to_string(random() % 10);
            corpus.add(News(std::to_string(article)).on(date).says("They met.", named).signed_with(signature));
        }
        const auto whole = corpus.count_pairs();
        std::map<std::pair<std::string, std::string>, double> sums;
        std::uint32_t articles = 0;
        for (const auto& period : corpus.slices(SliceUnit::month).periods) {
            corpus.narrow(period);
            const auto part = corpus.count_pairs();
            articles += part.articles;
            for (const auto& edge : part.edges) {
                sums[{part.nodes[edge.source].id, part.nodes[edge.target].id}] += edge.weight;
            }
        }
        CHECK(articles == whole.articles);
        REQUIRE(sums.size() == whole.edges.size());
        for (const auto& edge : whole.edges) {
            CHECK(sums.at({whole.nodes[edge.source].id, whole.nodes[edge.target].id}) == Approx(edge.weight));
        }
    }
}

TEST_CASE("on Gephi's timeline a name is there during the slices that name it") {
    auto network = unweighted(2, {{0, 1}});
    const auto slice = [](int month, std::vector<std::uint32_t> nodes, std::vector<std::uint32_t> edges) {
        const auto period = slice_at({2024, static_cast<std::uint8_t>(month), 1}, SliceUnit::month);
        return NetworkSlice{
            name_of_slice(period, SliceUnit::month), period.from, period.to, 1, std::move(nodes), std::move(edges)};
    };
    network.slices = {slice(1, {0, 1}, {0}), slice(2, {0}, {}), slice(3, {}, {}), slice(4, {0, 1}, {})};
    Output output;
    format_of("talks.dynamic.gexf").write(network, output);
    const auto gexf = output.take();
    const auto holds = [&](std::string_view text) { return gexf.find(text) != std::string::npos; };
    CHECK(
        holds("<spell start=\"2024-01-01\" end=\"2024-02-29\"/><spell start=\"2024-04-01\" "
              "end=\"2024-04-30\"/>"));
    CHECK(
        holds("<spell start=\"2024-01-01\" end=\"2024-01-31\"/><spell start=\"2024-04-01\" "
              "end=\"2024-04-30\"/>"));
    CHECK(holds("<spell start=\"2024-01-01\" end=\"2024-01-31\"/></spells></edge>"));
    Output table;
    format_of("talks.slices.csv").write(network, table);
    CHECK(table.take()
          == "slice,from,to,articles,nodes,edges,new_nodes,new_edges\r\n"
             "2024-01,2024-01-01,2024-01-31,1,2,1,2,1\r\n"
             "2024-02,2024-02-01,2024-02-29,1,1,0,0,0\r\n"
             "2024-03,2024-03-01,2024-03-31,1,0,0,0,0\r\n"
             "2024-04,2024-04-01,2024-04-30,1,2,0,0,0\r\n");
}

TEST_CASE("a picture of too much shows the most telling part, and says of how much") {
    auto network = random_network(5, 200, 400);
    REQUIRE(network.nodes.size() > readable_nodes);
    const auto& rare = std::ranges::min(network.nodes, {}, &Node::articles);
    const auto part = readable_part(network, {rare.id});
    REQUIRE(part);
    CHECK(part->nodes.size() <= readable_nodes);
    CHECK(part->edges.size() <= readable_edges);
    CHECK(part->whole_nodes == network.nodes.size());
    CHECK(part->whole_edges == network.edges.size());
    CHECK(std::ranges::all_of(part->nodes, [](const Node& node) { return node.degree > 0; }));
    CHECK(std::ranges::count(part->nodes, rare.id, &Node::id) == 1);
    CHECK_FALSE(readable_part(*part, {}));
}
