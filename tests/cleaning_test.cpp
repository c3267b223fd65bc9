// SPDX-License-Identifier: Apache-2.0
// What shows only when all articles are known: paragraphs that a source repeats, lists, narrators.
#include "catch.hpp"

#include "tagged_news.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <entente/graph/count.hpp>
#include <entente/graph/narrators.hpp>
#include <entente/graph/publisher.hpp>

using namespace entente;

namespace {

const char* const lavrov = "person/sergey-lavrov";
const char* const blinken = "person/antony-blinken";
const char* const merkel = "person/angela-merkel";
const char* const macron = "person/emmanuel-macron";
const char* const russia = "country/russia";
const char* const norway = "country/norway";

struct Cleaned {
    Cleaning cleaning;
    Network network;

    [[nodiscard]] double weight(const std::string& one, const std::string& other) const {
        for (const auto& edge : network.edges) {
            if (network.nodes[edge.source].id == std::min(one, other)
                && network.nodes[edge.target].id == std::max(one, other)) {
                return edge.weight;
            }
        }
        return 0;
    }
};

Cleaned clean(const std::vector<TaggedArticle>& articles, const CountOptions& options = {}) {
    Corpus corpus(options);
    for (const auto& article : articles) {
        corpus.add(article);
    }
    Cleaned cleaned{corpus.clean(), {}};
    cleaned.network = corpus.count();
    return cleaned;
}

std::string person(std::size_t number) { return "person/politician-" + std::to_string(number); }
Named named(std::size_t number) { return std::string_view(person(number)); }

/// A story about its own two people, number `number` of its paper.
News story(std::size_t number) {
    const auto text = std::to_string(number);
    News news("page-" + text);
    news.by("example.com");
    news.prints("Politician " + text + " met a minister.", {named(2 * number), named(2 * number + 1)});
    return news;
}

}  // namespace

TEST_CASE("a list of the most read under every page of a paper makes no edge", "[clean]") {
    std::vector<TaggedArticle> paper;
    for (std::size_t i = 0; i < 4; ++i) {
        paper.push_back(story(i)
                            .prints("Merkel and Macron quarrel over the budget", {merkel, macron})
                            .prints("Lavrov visits Oslo again", {lavrov}));
    }
    const auto cleaned = clean(paper);
    CHECK(cleaned.weight(merkel, macron) == 0);
    CHECK(cleaned.weight(person(0), person(1)) == 1);
    CHECK(cleaned.network.nodes.size() == 8);
    REQUIRE(cleaned.cleaning.blocks.size() == 2);
    CHECK(cleaned.cleaning.blocks[0].publisher == "example.com");
    CHECK(cleaned.cleaning.blocks[0].text == "Merkel and Macron quarrel over the budget");
    CHECK(cleaned.cleaning.blocks[0].articles == 4);
    CHECK(cleaned.cleaning.blocks[0].mentions == 8);

    std::reverse(paper.begin(), paper.end());
    CHECK(clean(paper).network.edges.size() == cleaned.network.edges.size());

    CountOptions everything;
    everything.keep_boilerplate = true;
    CHECK(clean(paper, everything).weight(merkel, macron) == 4);
}

TEST_CASE("who is named in the story and in a list under it loses only the list", "[clean]") {
    std::vector<TaggedArticle> paper;
    for (std::size_t i = 0; i < 3; ++i) {
        paper.push_back(story(i).prints("Lavrov visits Oslo again", {lavrov}));
    }
    paper.push_back(News("own")
                        .by("example.com")
                        .prints("Lavrov visits Oslo again", {lavrov})
                        .prints("Lavrov spoke with Merkel.", {lavrov, merkel}));
    const auto cleaned = clean(paper);
    CHECK(cleaned.weight(lavrov, merkel) == 1);
    for (const auto& node : cleaned.network.nodes) {
        if (node.id == lavrov) {
            CHECK(node.articles == 1);
            CHECK(node.mentions == 1);
        }
    }
    REQUIRE(cleaned.network.edges.size() == 4);
    for (const auto& edge : cleaned.network.edges) {
        REQUIRE(edge.evidence.size() == 1);
        CHECK(edge.evidence[0].sentence.find("visits") == std::string::npos);
    }
}

TEST_CASE("two prints of a line are no furniture, and neither are three in three papers", "[clean]") {
    CHECK(clean({story(0).prints("Merkel and Macron quarrel", {merkel, macron}),
                 story(1).prints("Merkel and Macron quarrel", {merkel, macron})})
              .weight(merkel, macron)
          == 2);
    std::vector<TaggedArticle> papers;
    for (std::size_t i = 0; i < 10; ++i) {
        papers.push_back(News("wire-" + std::to_string(i))
                             .by("paper-" + std::to_string(i) + ".com")
                             .prints("Merkel and Macron quarrel", {merkel, macron})
                             .prints("Lavrov met Blinken.", {lavrov, blinken}));
    }
    const auto cleaned = clean(papers);
    CHECK(cleaned.cleaning.blocks.empty());
    CHECK(cleaned.weight(lavrov, blinken) == 10);
}

TEST_CASE("a story that a paper prints five times is no furniture", "[clean]") {
    std::vector<TaggedArticle> paper;
    for (std::size_t i = 0; i < 5; ++i) {
        paper.push_back(News("copy-" + std::to_string(i))
                            .by("example.com")
                            .prints("Merkel and Macron quarrel", {merkel, macron})
                            .prints("Lavrov met Blinken.", {lavrov, blinken})
                            .prints("Russia and Norway said nothing.", {russia, norway}));
    }
    const auto cleaned = clean(paper);
    CHECK(cleaned.cleaning.blocks.empty());
    CHECK(cleaned.weight(lavrov, merkel) == 5);
}

TEST_CASE("what an author tells again in each follow-up is story", "[clean]") {
    std::vector<TaggedArticle> series;
    for (std::size_t i = 0; i < 8; ++i) {
        const auto day = std::to_string(i);
        series.push_back(News("trial-" + day)
                             .by("example.com")
                             .prints("The trial of Blinken went into day " + day + ".", {blinken, named(i)})
                             .prints("Lavrov was sentenced with Merkel ten years ago.", {lavrov, merkel}));
    }
    const auto cleaned = clean(series);
    CHECK(cleaned.cleaning.blocks.empty());
    CHECK(cleaned.weight(lavrov, merkel) == 8);
}

TEST_CASE("prose that stands under unrelated stories is furniture, prose between their own paragraphs is not",
          "[clean]") {
    std::vector<TaggedArticle> under;
    std::vector<TaggedArticle> between;
    for (std::size_t i = 0; i < 6; ++i) {
        const std::string notice = "The paper has been banned in Russia since Lavrov complained.";
        under.push_back(story(i).prints(notice, {russia, lavrov}));
        between.push_back(
            story(i).prints(notice, {russia, lavrov}).prints("Number " + std::to_string(i) + " left.", {named(2 * i)}));
    }
    CHECK(clean(under).weight(russia, lavrov) == 0);
    CHECK(clean(between).weight(russia, lavrov) == 6);
}

TEST_CASE("a subhead that comes again is no furniture", "[clean]") {
    std::vector<TaggedArticle> digests;
    for (std::size_t i = 0; i < 5; ++i) {
        digests.push_back(story(i)
                              .prints("Russia", {russia})
                              .prints("Number " + std::to_string(i) + " went to Oslo.", {named(2 * i), norway}));
    }
    CHECK(clean(digests).weight(russia, norway) == 5);
}

TEST_CASE("an article that names too many makes edges only by sentence", "[clean]") {
    News table("standings");
    for (std::size_t i = 0; i < 30; ++i) {
        table.says("Politician " + std::to_string(i) + " beat another.", {named(2 * i), named(2 * i + 1)});
    }
    std::vector<Named> many;
    for (std::size_t i = 0; i < 12; ++i) {
        many.push_back(named(i * 3));
    }
    table.says("These twelve were there as well.", many);
    const auto cleaned = clean({table, News("talks").says("Lavrov met Blinken.", {lavrov, blinken})});
    CHECK(cleaned.cleaning.lists == std::vector<std::string>{"standings"});
    CHECK(cleaned.network.edges.size() == 31);
    CHECK(cleaned.network.nodes.size() == 62);
    CHECK(cleaned.weight(person(0), person(1)) == 1);
    CHECK(cleaned.weight(person(0), person(3)) == 0);

    CountOptions no_limit;
    no_limit.max_entities = 0;
    CHECK(clean({table}, no_limit).network.edges.size() == 60 * 59 / 2);
}

TEST_CASE("a table is a list though it names few, and so is no story", "[clean]") {
    News table("medals");
    News talks("talks");
    for (std::size_t i = 0; i < 9; ++i) {
        table.says("Politician " + std::to_string(i) + " 3 2 1", {named(i)});
        talks.says("Politician " + std::to_string(i) + " spoke in the U.S.", {named(i)});
    }
    const auto cleaned = clean({table, talks});
    CHECK(cleaned.cleaning.lists == std::vector<std::string>{"medals"});
    CHECK(cleaned.weight(person(0), person(8)) == 1);
    REQUIRE_FALSE(cleaned.network.edges.empty());
    for (const auto& edge : cleaned.network.edges) {
        REQUIRE(edge.evidence.size() == 1);
        CHECK(edge.evidence[0].article == "talks");
    }
}

TEST_CASE("who is left out is neither node nor edge, by id or label", "[clean]") {
    CountOptions options;
    options.omitted = {"country/russia", "Label of person/angela-merkel", "Nobody"};
    const auto cleaned = clean({News("1").says("All were there.", {lavrov, russia, merkel, blinken})}, options);
    CHECK(cleaned.network.nodes.size() == 2);
    CHECK(cleaned.network.edges.size() == 1);
    CHECK(cleaned.cleaning.unknown == std::vector<std::string>{"Nobody"});
}

TEST_CASE("who is named in nearly all of many articles is a narrator, and the subject of a few is none", "[clean]") {
    std::vector<TaggedArticle> articles;
    for (std::size_t i = 0; i < 60; ++i) {
        articles.push_back(News("page-" + std::to_string(i))
                               .says("The agency Russia said so of a politician.", {russia, named(i % 20)})
                               .says("Lavrov and Blinken met.",
                                     i % 2 == 0 ? std::vector<Named>{lavrov, blinken} : std::vector<Named>{}));
    }
    const auto narrators = narrators_in(clean(articles).network);
    REQUIRE(narrators.size() == 1);
    CHECK(narrators[0].id == russia);
    CHECK(narrators[0].articles == 60);
    CHECK(narrators[0].edges == 22);
    CHECK(narrators[0].left_alone == 10);  // politicians of the odd pages
    articles.resize(10);
    CHECK(narrators_in(clean(articles).network).empty());
}

TEST_CASE("a publisher is the host of a URL, the top folder of a path, or what the source is called", "[clean]") {
    const auto of = [](const std::string& id, const std::string& source) {
        TaggedArticle article;
        article.id = id;
        article.source = source;
        return publisher_of(article);
    };
    CHECK(of("a", "https://www.Example.com:8080/2024/talks?x=1") == "example.com");
    CHECK(of("a", "http://reader@news.example.org") == "news.example.org");
    CHECK(of("example/2024/talks.txt", "example/2024/talks.txt") == "example");
    CHECK(of("talks.txt", "talks.txt") == "");
    CHECK(of("17", "Example Wire") == "Example Wire");
    CHECK(of("talks.txt", "") == "");
}
