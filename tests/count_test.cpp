// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include "reference/count_by_hand.hpp"
#include "tagged_news.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <entente/text/diagnostic.hpp>

using namespace entente;

namespace {

using Weights = std::map<std::string, int>;

Network count(const std::vector<TaggedArticle>& articles, const CountOptions& options = {}) {
    Corpus corpus(options);
    for (const auto& article : articles) {
        corpus.add(article);
    }
    return corpus.count();
}

/// Edges as "person/a country/b".
Weights weights_of(const Network& network) {
    Weights weights;
    for (const auto& edge : network.edges) {
        weights[network.nodes[edge.source].id + " " + network.nodes[edge.target].id] = static_cast<int>(edge.weight);
    }
    return weights;
}

std::vector<std::string> quotes_of(const Edge& edge) {
    std::vector<std::string> quotes;
    for (const auto& item : edge.evidence) {
        quotes.push_back(item.article + ": " + item.sentence);
    }
    return quotes;
}

using Quotes = std::vector<std::string>;

const char* const lavrov = "person/sergey-lavrov";
const char* const blinken = "person/antony-blinken";
const char* const russia = "country/russia";
const char* const states = "country/united-states";
const char* const nations = "organization/united-nations";

}  // namespace

TEST_CASE("an edge weighs as many articles as name both of its ends") {
    // The worked vector: units {L,B,RU,US} {L,B,RU} {L,RU} {B,US} {US,RU,L}.
    const auto network = count({
        News("1").says("All four were there.", {lavrov, blinken, russia, states}),
        News("2").says("Lavrov met Blinken in Russia.", {lavrov, blinken, russia}),
        News("3").says("Lavrov returned to Russia.", {lavrov, russia}),
        News("4").says("Blinken returned to the United States.", {blinken, states}),
        News("5").says("The United States answered Russia's Lavrov.", {states, russia, lavrov}),
    });
    CHECK(network.articles == 5);
    CHECK(weights_of(network)
          == Weights{{"country/russia person/sergey-lavrov", 4},
                     {"country/united-states person/antony-blinken", 2},
                     {"person/antony-blinken person/sergey-lavrov", 2},
                     {"country/russia person/antony-blinken", 2},
                     {"country/united-states person/sergey-lavrov", 2},
                     {"country/russia country/united-states", 2}});
    std::map<std::string, std::uint32_t> articles;
    for (const auto& node : network.nodes) {
        articles[node.id] = node.articles;
    }
    CHECK(articles == std::map<std::string, std::uint32_t>{{russia, 4}, {states, 3}, {blinken, 3}, {lavrov, 4}});
}

TEST_CASE("nodes come in the order of their ids and edges in that of their ends") {
    const auto network =
        count({News("b").says("", {states, lavrov, russia}), News("a").says("", {blinken, russia, nations})});
    CHECK(std::ranges::is_sorted(network.nodes, {}, &Node::id));
    CHECK(std::ranges::is_sorted(network.edges, {},
                                 [](const Edge& edge) { return std::pair(edge.source, edge.target); }));
    CHECK(std::ranges::all_of(network.edges, [](const Edge& edge) { return edge.source < edge.target; }));
}

TEST_CASE("an entity named ten times in one article counts once") {
    News article("long-read");
    for (int i = 0; i < 10; ++i) {
        article.says("Lavrov spoke of the United Nations.", {lavrov, nations});
    }
    const auto network = count({article});
    REQUIRE(network.edges.size() == 1);
    CHECK(network.edges[0].weight == 1);
    CHECK(network.edges[0].articles == 1);
    CHECK(network.edges[0].sentences == 10);
    CHECK(network.nodes[0].articles == 1);
    CHECK(network.nodes[0].mentions == 10);
}

TEST_CASE("a sentence counts for an edge once, and only when it names both") {
    const auto network = count({News("1")
                                    .says("Lavrov and Blinken met.", {lavrov, blinken})
                                    .says("Lavrov, Lavrov said, would wait for Blinken.", {lavrov, lavrov, blinken})
                                    .says("Lavrov left first.", {lavrov})});
    REQUIRE(network.edges.size() == 1);
    CHECK(network.edges[0].sentences == 2);
}

TEST_CASE("photo credits, by-lines and page furniture never make an edge") {
    for (const auto zone : {Zone::credit, Zone::byline, Zone::boilerplate}) {
        const auto network = count({News("1").says("Lavrov spoke. Photo: UN.", {lavrov, {nations, zone}})});
        CHECK(network.edges.empty());
        REQUIRE(network.nodes.size() == 1);
        CHECK(network.nodes[0].id == lavrov);
    }
}

TEST_CASE("headlines, captions and datelines make edges as the body does") {
    for (const auto zone : {Zone::headline, Zone::caption, Zone::dateline}) {
        CHECK(count({News("1").says("Lavrov at the UN", {lavrov, {nations, zone}})}).edges.size() == 1);
    }
}

TEST_CASE("a name that stayed undecided makes neither node nor edge") {
    const auto network = count({News("1").says("Georgia thanked Lavrov.", {"", lavrov})});
    CHECK(network.nodes.size() == 1);
    CHECK(network.edges.empty());
}

TEST_CASE("the first candidate of an undecided name stands for it when that is asked for") {
    const Named whelan(Named::Candidates{{"person/paul-whelan", 60}, {"person/david-whelan", 40}});
    CountOptions options;
    options.ambiguous = Ambiguous::top;
    const auto network = count({News("1").says("Whelan thanked Lavrov.", {whelan, lavrov})}, options);
    CHECK(network.nodes.size() == 2);
    CHECK(weights_of(network) == Weights{{"person/paul-whelan person/sergey-lavrov", 1}});
    options.types.erase(EntityType::person);  // the second candidate never takes the place of the first
    options.types.insert(EntityType::place);
    const Named georgia(Named::Candidates{{"person/georgia", 60}, {"country/georgia", 40}});
    CHECK(count({News("1").says("Georgia thanked Russia.", {georgia, russia})}, options).nodes.size() == 1);
}

TEST_CASE("an undecided name is shared among its candidates when that is asked for") {
    // Worked by hand. 1: Paul 0.6 and David 0.4, each beside Lavrov and the United Nations, who are certain; Paul and
    // David exclude each other. 2: Paul is certain, so David's 0.3 stands beside him too. 3: nobody is in doubt.
    const auto whelan = [](std::uint32_t paul, std::uint32_t david) {
        return Named(Named::Candidates{{"person/paul-whelan", paul}, {"person/david-whelan", david}});
    };
    const std::vector<TaggedArticle> articles = {
        News("1").says("Whelan thanked Lavrov.", {whelan(60, 40), lavrov}).says("The UN did not.", {nations}),
        News("2")
            .says("Paul Whelan met Lavrov.", {"person/paul-whelan", lavrov})
            .says("Whelan left.", {whelan(70, 30)}),
        News("3").says("Lavrov went to the UN.", {lavrov, nations}),
    };
    CountOptions options;
    options.ambiguous = Ambiguous::split;
    const auto network = count(articles, options);
    std::map<std::string, std::pair<double, std::uint32_t>> edges;
    for (const auto& edge : network.edges) {
        edges[network.nodes[edge.source].id + " " + network.nodes[edge.target].id] = {edge.weight, edge.articles};
    }
    CHECK(edges
          == std::map<std::string, std::pair<double, std::uint32_t>>{
              {"person/paul-whelan person/sergey-lavrov", {0.6 + 1, 2}},
              {"person/david-whelan person/sergey-lavrov", {0.7, 2}},
              {"person/david-whelan person/paul-whelan", {0.3, 1}},
              {"organization/united-nations person/paul-whelan", {0.6, 1}},
              {"organization/united-nations person/david-whelan", {0.4, 1}},
              {"organization/united-nations person/sergey-lavrov", {2, 2}}});
}

TEST_CASE("two names in doubt weigh the product of their shares, and the highest score of each counts") {
    const Named::Candidates whelan = {{"person/paul-whelan", 50}, {"person/david-whelan", 50}};
    const Named::Candidates surer = {{"person/paul-whelan", 80}, {"person/david-whelan", 20}};
    const Named::Candidates georgia = {{"country/georgia", 90}, {"place/georgia", 10}};
    CountOptions options;
    options.ambiguous = Ambiguous::split;
    const auto network =
        count({News("1").says("Whelan, Georgia.", {whelan, georgia}).says("Whelan again.", {surer})}, options);
    REQUIRE(network.edges.size() == 2);
    CHECK(network.edges[0].weight == 0.45);  // David 0.5, Georgia 0.9
    CHECK(network.edges[1].weight == 0.72);  // Paul 0.8, Georgia 0.9
}

TEST_CASE("a name inside a longer name and a bare role count only when asked for") {
    for (const auto kind : {MentionKind::nested, MentionKind::role}) {
        const std::vector<TaggedArticle> articles = {
            News("1").says("The Russian foreign minister met Blinken.", {{russia, kind}, blinken})};
        CHECK(count(articles).edges.empty());
        CountOptions options;
        options.count_kind(kind, true);
        CHECK(count(articles, options).edges.size() == 1);
    }
}

TEST_CASE("a kind that is switched off is as good as absent") {
    const std::vector<TaggedArticle> articles = {
        News("1").says("Russian planes carried Lavrov.", {{russia, MentionKind::demonym}, lavrov})};
    CHECK(count(articles).edges.size() == 1);
    CountOptions options;
    options.count_kind(MentionKind::demonym, false);
    CHECK(count(articles, options).edges.empty());
}

TEST_CASE("a place becomes a node only when places are asked for") {
    const std::vector<TaggedArticle> articles = {
        News("1").says("Lavrov landed in New York.", {lavrov, "place/new-york"})};
    CHECK(count(articles).nodes.size() == 1);
    CountOptions options;
    options.types.insert(EntityType::place);
    CHECK(weights_of(count(articles, options)) == Weights{{"person/sergey-lavrov place/new-york", 1}});
}

TEST_CASE("an article that names nobody is counted as an article") {
    const auto network = count({News("weather"), News("1").says("Lavrov spoke.", {lavrov})});
    CHECK(network.articles == 2);
    CHECK(network.nodes.size() == 1);
    CHECK(count({}).articles == 0);
}

TEST_CASE("an edge lasts from its first dated article to its last") {
    const auto network =
        count({News("b").on("2024-09-20").says("", {lavrov, blinken}), News("undated").says("", {lavrov, blinken}),
               News("a").on("2023-02-01").says("", {lavrov, blinken}), News("c").on("2025-01-01").says("", {lavrov})});
    REQUIRE(network.edges.size() == 1);
    CHECK(to_string(network.edges[0].first_date) == "2023-02-01");
    CHECK(to_string(network.edges[0].last_date) == "2024-09-20");
    CHECK(to_string(network.nodes[1].last_date) == "2025-01-01");
    CHECK(to_string(network.nodes[0].last_date) == "2024-09-20");
}

TEST_CASE("a month or a year covers all the days it may mean") {
    const auto ends = [](const std::vector<std::string>& dates) {
        std::vector<TaggedArticle> articles;
        for (const auto& date : dates) {
            articles.push_back(News(date).on(date).says("", {lavrov, blinken}));
        }
        const auto edge = count(articles).edges.at(0);
        return to_string(edge.first_date) + " to " + to_string(edge.last_date);
    };
    CHECK(ends({"2024", "2024-03-05"}) == "2024 to 2024");
    CHECK(ends({"2024", "2024-01-01", "2024-12-31"}) == "2024-01-01 to 2024-12-31");
    CHECK(ends({"2024-02", "2024-02-29", "2024-01-31"}) == "2024-01-31 to 2024-02-29");
    CHECK(ends({"2024-02", "2024-02-28"}) == "2024-02 to 2024-02");
    CHECK(ends({"2023-12", "2024"}) == "2023-12 to 2024");
    CountOptions options;
    CHECK_FALSE(count({News("1").says("", {lavrov, blinken})}, options).edges.at(0).first_date.known());
}

TEST_CASE("an edge quotes the sentence that names both") {
    const auto network = count({News("1")
                                    .says("Lavrov flew to New York.", {lavrov})
                                    .says("Nobody expected him to meet Blinken there.", {blinken})
                                    .says("Lavrov and Blinken met after all, for ten minutes.", {lavrov, blinken})});
    CHECK(quotes_of(network.edges.at(0)) == Quotes{"1: Lavrov and Blinken met after all, for ten minutes."});
    CHECK(network.edges[0].evidence[0].title == "Title of 1");
}

TEST_CASE("an edge quotes the first sentences of either when none names both") {
    const auto network = count({News("1")
                                    .says("Blinken spoke first.", {blinken})
                                    .says("Lavrov answered.", {lavrov})
                                    .says("Lavrov went home.", {lavrov})});
    CHECK(quotes_of(network.edges.at(0)) == Quotes{"1: Blinken spoke first. … Lavrov answered."});
}

TEST_CASE("an edge quotes the shortest sentence that is long enough to read") {
    const std::string endless(500, 'x');
    const auto network =
        count({News("1")
                   .says("Lavrov, Blinken", {lavrov, blinken})
                   .says(endless, {lavrov, blinken})
                   .says("On Friday, after two days of talks, Lavrov and Blinken shook hands.", {lavrov, blinken})
                   .says("Lavrov and Blinken shook hands on Friday.", {lavrov, blinken})});
    CHECK(quotes_of(network.edges.at(0)) == Quotes{"1: Lavrov and Blinken shook hands on Friday."});
}

TEST_CASE("an edge quotes different articles, those that name both in one sentence first, then by date") {
    const auto together = "Lavrov and Blinken met for ten minutes in New Delhi.";
    std::vector<TaggedArticle> articles = {
        News("undated").says(together, {lavrov, blinken}),
        News("late").on("2024-05-01").says(together, {lavrov, blinken}),
        News("apart").on("2020-01-01").says("Lavrov left.", {lavrov}).says("Blinken stayed.", {blinken}),
        News("early").on("2022-03-01").says(together, {lavrov, blinken}),
    };
    CountOptions options;
    options.evidence = 4;
    CHECK(quotes_of(count(articles, options).edges.at(0))
          == Quotes{"early: " + std::string(together), "late: " + std::string(together),
                    "undated: " + std::string(together), "apart: Lavrov left. … Blinken stayed."});
    options.evidence = 2;
    CHECK(quotes_of(count(articles, options).edges.at(0)).size() == 2);
    options.evidence = 0;
    CHECK(quotes_of(count(articles, options).edges.at(0)).empty());
}

TEST_CASE("a credit is never quoted") {
    const auto network = count({News("1")
                                    .says("Photo: United Nations, of Lavrov", {{nations, Zone::credit}, lavrov})
                                    .says("The United Nations welcomed him.", {nations})});
    CHECK(quotes_of(network.edges.at(0))
          == Quotes{"1: Photo: United Nations, of Lavrov … The United Nations welcomed him."});
    CHECK(network.edges[0].sentences == 0);
}

TEST_CASE("a network that was pruned after counting is quoted as before") {
    const std::vector<TaggedArticle> articles = {
        News("1").says("Blinken met Lavrov in the United States.", {blinken, lavrov, states}),
        News("2").says("Lavrov went home to Russia.", {lavrov, russia})};
    Corpus corpus;
    for (const auto& article : articles) {
        corpus.add(article);
    }
    auto network = corpus.count_pairs();
    REQUIRE(network.edges.size() == 4);
    CHECK(std::ranges::all_of(network.edges, [](const Edge& edge) { return edge.evidence.empty(); }));
    // Of russia, united-states, antony-blinken and sergey-lavrov the second goes, with its edges.
    network.nodes.erase(network.nodes.begin() + 1);
    std::erase_if(network.edges, [](const Edge& edge) { return edge.source == 1 || edge.target == 1; });
    for (auto& edge : network.edges) {
        edge.source -= edge.source > 1 ? 1 : 0;
        edge.target -= edge.target > 1 ? 1 : 0;
    }
    corpus.add_evidence(network);
    REQUIRE(network.edges.size() == 2);
    CHECK(quotes_of(network.edges[0]) == Quotes{"2: Lavrov went home to Russia."});
    CHECK(quotes_of(network.edges[1]) == Quotes{"1: Blinken met Lavrov in the United States."});
}

TEST_CASE("a shard that is read twice counts once") {
    const TaggedArticle article = News("1").says("Lavrov met Blinken.", {lavrov, blinken});
    Corpus corpus;
    CHECK(corpus.add(article));
    auto again = article;
    again.source = "backup/articles/1";
    CHECK_FALSE(corpus.add(again));
    CHECK(corpus.articles() == 1);
    CHECK(as_text(corpus.count()) == as_text(count({article})));
    CHECK_FALSE(corpus.add(again));  // after counting too
    CHECK(corpus.add(News("2").says("Blinken spoke.", {blinken})));
    CHECK_FALSE(corpus.add(article));
    CHECK(corpus.articles() == 2);
}

TEST_CASE("two different articles with one id are refused, and the first stays counted") {
    Corpus corpus;
    corpus.add(News("1").says("Lavrov met Blinken.", {lavrov, blinken}));
    try {
        corpus.add(News("1").tagged_with("other").says("Lavrov met nobody.", {lavrov, russia}));
        FAIL("the second article was taken");
    } catch (const Error& error) {
        CHECK(error.diagnostic().message == "two different articles have the id \"1\"");
        CHECK_FALSE(error.diagnostic().hint.empty());
    }
    CHECK(as_text(corpus.count()) == as_text(count({News("1").says("Lavrov met Blinken.", {lavrov, blinken})})));
}

TEST_CASE("the network carries the gazetteer it was tagged with, or all of them") {
    const TaggedArticle one = News("1").tagged_with("beef").says("", {lavrov});
    const TaggedArticle two = News("2").tagged_with("beef").says("", {lavrov});
    const TaggedArticle three = News("3").tagged_with("1dea").says("", {lavrov});
    CHECK(count({one, two}).gazetteer == "beef");
    CHECK(count({one, three, two}).gazetteer == "1dea,beef");
    CHECK(count({News("4")}).gazetteer.empty());
}
