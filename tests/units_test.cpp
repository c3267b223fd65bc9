// SPDX-License-Identifier: Apache-2.0
// What names two together, and how much: units, parts of them, distances; and who printed it.
#include "catch.hpp"

#include "tagged_news.hpp"

#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <entente/graph/backbone.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/pruning.hpp>
#include <entente/graph/units.hpp>
#include <entente/graph/weight.hpp>
#include <entente/text/fold.hpp>

using namespace entente;

namespace {

Network count(const std::vector<TaggedArticle>& articles, const CountOptions& options, bool clean = false) {
    Corpus corpus(options);
    for (const auto& article : articles) {
        corpus.add(article);
    }
    if (clean) corpus.clean();
    return corpus.count();
}

/// By the last words of the ids: "lavrov russia".
template <class Number>
std::map<std::string, double> edges_of(const Network& network, Number number) {
    const auto name = [&](std::uint32_t node) {
        const auto& id = network.nodes[node].id;
        return id.substr(id.find('/') + 1);
    };
    std::map<std::string, double> edges;
    for (const auto& edge : network.edges) {
        edges[name(edge.source) + " " + name(edge.target)] = static_cast<double>(edge.*number);
    }
    return edges;
}

using Edges = std::map<std::string, double>;

Edges weights(const std::vector<TaggedArticle>& articles, const CountOptions& options, bool clean = false) {
    return edges_of(count(articles, options, clean), &Edge::weight);
}

const char* const lavrov = "person/lavrov";
const char* const blinken = "person/blinken";
const char* const russia = "country/russia";
const char* const states = "country/us";
const char* const nations = "organization/un";

/// Two sentences of one paragraph, then one of another, four sentences later.
TaggedArticle report() {
    return News("report")
        .says("Lavrov spoke in Russia.", {lavrov, russia})
        .in_paragraph(7)
        .says("Blinken listened.", {blinken})
        .in_paragraph(7)
        .goes_on(3)
        .says("Lavrov left.", {lavrov})
        .in_paragraph(8);
}

CountOptions by(Unit unit, std::uint32_t window = 1) {
    CountOptions options;
    options.unit = unit;
    options.window = window;
    return options;
}

CountOptions fading(Decay decay, std::uint32_t reach) {
    CountOptions options;
    options.decay = decay;
    options.reach = reach;
    return options;
}

}  // namespace

TEST_CASE("an edge weighs the paragraphs, sentences or windows that name both of its ends") {
    CHECK(weights({report()}, by(Unit::article))
          == Edges{{"russia blinken", 1}, {"russia lavrov", 1}, {"blinken lavrov", 1}});
    CHECK(weights({report()}, by(Unit::paragraph))
          == Edges{{"russia blinken", 1}, {"russia lavrov", 1}, {"blinken lavrov", 1}});
    CHECK(weights({report()}, by(Unit::sentence)) == Edges{{"russia lavrov", 1}});
    CHECK(weights({report()}, by(Unit::window, 1)) == Edges{{"russia lavrov", 1}});
    // Two windows of two hold the first sentence, one of them the second too.
    CHECK(weights({report()}, by(Unit::window, 2))
          == Edges{{"russia blinken", 1}, {"russia lavrov", 2}, {"blinken lavrov", 1}});
    // Of five one window more holds Blinken and the last sentence, which are four apart.
    CHECK(weights({report()}, by(Unit::window, 5))
          == Edges{{"russia blinken", 4}, {"russia lavrov", 5}, {"blinken lavrov", 5}});
}

TEST_CASE("the articles of an edge are those in which a unit names both") {
    const std::vector<TaggedArticle> articles = {
        report(),
        News("2").says("Lavrov met Blinken.", {lavrov, blinken}).says("Lavrov left Blinken.", {lavrov, blinken})};
    CHECK(edges_of(count(articles, by(Unit::sentence)), &Edge::articles)
          == Edges{{"russia lavrov", 1}, {"blinken lavrov", 1}});
    CHECK(weights(articles, by(Unit::sentence)) == Edges{{"russia lavrov", 1}, {"blinken lavrov", 2}});
}

TEST_CASE("sentences of which nobody knows the paragraph make no edges with others by paragraph") {
    const std::vector<TaggedArticle> articles = {
        News("1").says("Lavrov spoke.", {lavrov}).says("Blinken left.", {blinken})};
    CHECK(weights(articles, by(Unit::paragraph)).empty());
    CHECK(weights(articles, by(Unit::article)).size() == 1);
}

TEST_CASE("an article that names four adds a third to each pair, or a sixth, when it is to weigh no more than others") {
    // The worked vector: units {L,B,RU,US} {L,B,RU} {L,RU} {B,US} {US,RU,L}.
    const std::vector<TaggedArticle> articles = {
        News("1").says("", {lavrov, blinken, russia, states}),
        News("2").says("", {lavrov, blinken, russia}),
        News("3").says("", {lavrov, russia}),
        News("4").says("", {blinken, states}),
        News("5").says("", {states, russia, lavrov}),
    };
    CountOptions options;
    options.counting = Counting::entity_one;
    CHECK(weights(articles, options)
          == Edges{{"russia lavrov", 2.33333},
                   {"us blinken", 1.33333},
                   {"blinken lavrov", 0.833333},
                   {"russia blinken", 0.833333},
                   {"us lavrov", 0.833333},
                   {"russia us", 0.833333}});
    options.counting = Counting::article_one;
    CHECK(weights(articles, options)
          == Edges{{"russia lavrov", 1.83333},
                   {"us blinken", 1.16667},
                   {"blinken lavrov", 0.5},
                   {"russia blinken", 0.5},
                   {"us lavrov", 0.5},
                   {"russia us", 0.5}});
}

TEST_CASE("a mention weighs less the further it is from another") {
    // Lavrov and Blinken are 1 and 4 apart, Blinken and Russia 1, Lavrov and Russia 0 and 5.
    CHECK(weights({report()}, fading(Decay::sum, 5))
          == Edges{{"russia blinken", 0.367879}, {"russia lavrov", 1.00674}, {"blinken lavrov", 0.386195}});
    CHECK(weights({report()}, fading(Decay::nearest, 5))
          == Edges{{"russia blinken", 0.367879}, {"russia lavrov", 1}, {"blinken lavrov", 0.367879}});
    CHECK(weights({report()}, fading(Decay::sum, 0)) == Edges{{"russia lavrov", 1}});
    const std::vector<TaggedArticle> twice = {News("1").says("Lavrov, Lavrov, Blinken.", {lavrov, lavrov, blinken})};
    CHECK(weights(twice, fading(Decay::sum, 5)) == Edges{{"blinken lavrov", 2}});
    CHECK(weights(twice, fading(Decay::nearest, 5)) == Edges{{"blinken lavrov", 1}});
}

TEST_CASE("in a list only sentences make edges, whatever the unit") {
    News list("table");
    std::vector<Named> all;
    for (int i = 0; i < 20; ++i) all.emplace_back("person/p" + std::to_string(10 + i));
    for (std::size_t i = 0; i < all.size(); i += 2) {
        list.says("Row.", {all[i], all[i + 1]}).in_paragraph(9);
    }
    list.says("Both again.", {all[0], all[1]}).in_paragraph(9);
    CountOptions options;
    options.max_entities = 10;
    for (const auto& [unit, weight] :
         std::map<Unit, double>{{Unit::article, 1}, {Unit::paragraph, 2}, {Unit::sentence, 2}, {Unit::window, 6}}) {
        options.unit = unit;
        options.window = 3;
        const auto edges = weights({list}, options, true);
        CHECK(edges.size() == 10);
        CHECK(edges.at("p10 p11") == weight);
    }
    options.unit = Unit::article;
    options.counting = Counting::entity_one;
    CHECK(weights({list}, options, true).at("p10 p11") == 0.0526316);  // of twenty names
    options.counting = Counting::full;
    options.decay = Decay::sum;
    CHECK(weights({list}, options, true).at("p10 p11") == 2);
    CHECK(weights({list}, options, true).size() == 10);
}

TEST_CASE("a paragraph that is cut for furniture leaves the ones around it apart") {
    const auto page = [](const std::string& id) {
        return News(id)
            .by("paper.com")
            .says("Lavrov spoke of " + id + ".", {lavrov})
            .in_paragraph(hash_of(id + " first"))
            .prints("Most read: UN votes on a budget", {nations})
            .says("Blinken spoke of " + id + ".", {blinken})
            .in_paragraph(hash_of(id + " last"));
    };
    const std::vector<TaggedArticle> pages = {page("a"), page("b"), page("c"), page("d"), page("e")};
    CHECK(weights(pages, by(Unit::paragraph), true).empty());
    CHECK(weights(pages, by(Unit::window, 3), true) == Edges{{"blinken lavrov", 5}});
}

TEST_CASE("names in doubt and copies count in parts by sentence as by article") {
    const Named whelan(Named::Candidates{{"person/paul", 60}, {"person/david", 40}});
    auto options = by(Unit::sentence);
    options.ambiguous = Ambiguous::split;
    const std::vector<TaggedArticle> articles = {
        News("1").says("Whelan met Lavrov.", {whelan, lavrov}).says("Whelan left Lavrov.", {whelan, lavrov})};
    CHECK(weights(articles, options) == Edges{{"lavrov paul", 1.2}, {"david lavrov", 0.8}});
    options.counting = Counting::entity_one;  // of three who may be meant
    CHECK(weights(articles, options) == Edges{{"lavrov paul", 0.6}, {"david lavrov", 0.4}});
}

TEST_CASE("an edge by paragraph or window quotes the nearest two sentences of one") {
    const std::vector<TaggedArticle> articles = {News("1")
                                                     .says("Lavrov came.", {lavrov})
                                                     .in_paragraph(1)
                                                     .says("Lavrov ate.", {lavrov})
                                                     .in_paragraph(2)
                                                     .goes_on(9)
                                                     .says("Lavrov spoke.", {lavrov})
                                                     .in_paragraph(3)
                                                     .says("Blinken answered.", {blinken})
                                                     .in_paragraph(3)};
    const auto quote = [&](const CountOptions& options) {
        return count(articles, options).edges.at(0).evidence.at(0).sentence;
    };
    CHECK(quote(by(Unit::article)) == "Lavrov came. … Blinken answered.");
    CHECK(quote(by(Unit::paragraph)) == "Lavrov spoke. … Blinken answered.");
    CHECK(quote(by(Unit::window, 20)) == "Lavrov spoke. … Blinken answered.");
    CHECK(quote(fading(Decay::nearest, 5)) == "Lavrov spoke. … Blinken answered.");
}

TEST_CASE("an edge has as many sources as publishers printed it, also where a copy of theirs does not count") {
    const auto shared = [] {
        Signature signature{.words = 60, .furniture = 0, .hashes = {}};
        for (std::uint32_t i = 1; i < 30; ++i) signature.hashes.push_back(100'000 * i);
        return signature;
    }();
    const auto story = [&](const std::string& id, const std::string& publisher) {
        return News(id).by(publisher).signed_with(shared).says("Lavrov met Blinken.", {lavrov, blinken});
    };
    const auto sources = [](const std::vector<TaggedArticle>& articles, Duplicates duplicates) {
        CountOptions options;
        options.duplicates = duplicates;
        const auto network = count(articles, options);
        CHECK(network.nodes.at(0).sources == network.edges.at(0).sources);
        return network.edges.at(0).sources;
    };
    const News own = News("own").by("b.com").says("Lavrov called Blinken.", {lavrov, blinken});
    for (const auto duplicates : {Duplicates::story, Duplicates::each, Duplicates::fraction}) {
        CHECK(sources({story("1", "a.com"), story("2", "b.com"), story("3", "b.com")}, duplicates) == 2);
        CHECK(sources({story("1", "a.com"), story("2", "b.com"), story("3", "c.com"), own}, duplicates) == 3);
    }
    TaggedArticle stray = News("stray").says("Lavrov met Blinken.", {lavrov, blinken});
    TaggedArticle other = News("other").says("Lavrov met Blinken.", {lavrov, blinken});
    stray.source.clear();  // nobody knows who printed them
    other.source.clear();
    CHECK(sources({stray, other}, Duplicates::story) == 1);
    CHECK(sources({stray, other, own}, Duplicates::story) == 2);
}

TEST_CASE("weights by sources or articles are the numbers of the columns") {
    auto network = count({report(), News("2").by("a.com").says("Lavrov, Blinken.", {lavrov, blinken})}, {});
    weigh(network, &Edge::sources);
    CHECK(edges_of(network, &Edge::weight)
          == Edges{{"russia blinken", 1}, {"russia lavrov", 1}, {"blinken lavrov", 2}});
}

TEST_CASE("measures of pairs that articles name apart are of numbers that can be") {
    const std::vector<TaggedArticle> articles = {
        News("1").says("Lavrov met Blinken.", {lavrov, blinken}),
        News("2").says("Lavrov spoke.", {lavrov}).says("Blinken spoke.", {blinken})};
    auto network = count(articles, by(Unit::sentence));
    for (const auto& measure : associations()) {
        INFO(measure.name);
        const Association* const measures[] = {&measure};
        CHECK_NOTHROW(add_measures(network, measures));
    }
    for (const auto& backbone : backbones()) {
        INFO(backbone.name);
        CHECK_NOTHROW(backbone.chances(network));
    }
    CHECK(counts_of(network, network.edges.at(0)).both == 2);  // both name both
}

TEST_CASE("edges below the least weight go and are told, before other options look at them") {
    auto network = count({News("1").says("", {lavrov, blinken, nations}), News("2").says("", {lavrov, nations})}, {});
    std::vector<std::string> gone;
    prune_light(network, 2, [&](const Edge& edge, std::string_view step) {
        gone.push_back(network.nodes[edge.source].id + " " + network.nodes[edge.target].id + " " + std::string(step));
    });
    CHECK(gone
          == std::vector<std::string>{"organization/un person/blinken min-weight",
                                      "person/blinken person/lavrov min-weight"});
    CHECK(edges_of(network, &Edge::weight) == Edges{{"un lavrov", 2}});
    CHECK(network.nodes.size() == 3);
}

TEST_CASE("a weight beyond all numbers stays the greatest") {
    constexpr auto greatest = std::numeric_limits<std::uint64_t>::max();
    CHECK(added(greatest - 1, 1) == greatest);
    CHECK(added(greatest, greatest) == greatest);
    CHECK(amount_of(Counting::article_one, 4'000'000'000) == 1);
    CHECK(amount_of(Counting::entity_one, 2) == weight_one);
}
