// SPDX-License-Identifier: Apache-2.0
// Counting of whole corpora: random ones against the slow twin, and such as others have counted before.
#include "catch.hpp"

#include "reference/count_by_hand.hpp"
#include "tagged_news.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include <entente/graph/pruning.hpp>

using namespace entente;

namespace {

using Weights = std::map<std::pair<std::string, std::string>, std::uint64_t>;

Network count(const std::vector<TaggedArticle>& articles, const CountOptions& options) {
    Corpus corpus(options);
    for (const auto& article : articles) {
        corpus.add(article);
    }
    return corpus.count();
}

/// ENTENTE_SEED=… repeats a run.
unsigned seed() {
    const char* given = std::getenv("ENTENTE_SEED");
    return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
}

class RandomNews {
public:
    explicit RandomNews(unsigned seed) : engine_(seed) {}

    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine_); }
    bool one_in(std::size_t many) { return below(many) == 0; }

    std::vector<TaggedArticle> articles() {
        std::vector<TaggedArticle> articles;
        const auto many = below(30);
        entities_ = 1 + below(12);
        for (std::size_t i = 0; i < many; ++i) {
            articles.push_back(one_in(10) && i > 0 ? articles[below(i)] : article(std::to_string(i)));
        }
        return articles;
    }

    CountOptions options() {
        CountOptions options;
        for (auto& kind : options.kinds) {
            kind = !one_in(4);
        }
        if (one_in(3)) {
            options.types.insert(EntityType::place);
        }
        if (one_in(4)) {
            options.types.erase(EntityType::country);
        }
        options.ambiguous = static_cast<Ambiguous>(below(3));
        options.duplicates = static_cast<Duplicates>(below(3));
        options.unit = static_cast<Unit>(below(4));
        options.window = static_cast<std::uint32_t>(1 + below(5));
        options.counting = static_cast<Counting>(below(3));
        options.decay = one_in(2) ? Decay::none : static_cast<Decay>(below(3));
        options.reach = static_cast<std::uint32_t>(below(5));
        options.evidence = below(5);
        options.memory = one_in(2) ? 0 : std::size_t{1} << 30;
        return options;
    }

    void shuffle(std::vector<TaggedArticle>& articles) { std::shuffle(articles.begin(), articles.end(), engine_); }

private:
    TaggedArticle article(const std::string& id) {
        News news("article-" + id);
        if (!one_in(4)) {
            news.on(date());
        }
        if (one_in(2)) {
            news.signed_with(signature(below(8)));
        }
        if (one_in(2)) {
            news.by("paper" + std::to_string(below(3)) + ".com");
        }
        for (std::size_t i = below(6); i > 0; --i) {
            news.goes_on(static_cast<std::uint32_t>(below(3))).says(sentence(), names()).in_paragraph(below(3));
        }
        return news;
    }

    /// Of one of a few stories, which have no shingle in common; some are short.
    static Signature signature(std::size_t story) {
        Signature signature{.words = static_cast<std::uint32_t>(20 + 10 * story), .furniture = 0, .hashes = {}};
        for (std::uint32_t i = 1; i < 30; ++i) {
            signature.hashes.push_back(static_cast<std::uint32_t>(100'000 * i + story));
        }
        return signature;
    }

    std::string date() {
        const auto two = [this](std::size_t limit) { return std::string("-0") + std::to_string(1 + below(limit)); };
        auto date = std::to_string(2020 + below(3));
        if (!one_in(4)) {
            date += two(3);
            date += one_in(4) ? "" : two(5);
        }
        return date;
    }

    std::string sentence() {
        std::string text;
        for (std::size_t i = below(one_in(4) ? 400 : 60); i > 0; --i) {
            text += one_in(5) ? "й" : "a";
        }
        return text;
    }

    std::vector<Named> names() {
        static const std::vector<std::string> types = {"person/", "country/", "organization/", "place/"};
        std::vector<Named> names;
        for (std::size_t i = below(5); i > 0; --i) {
            const auto number = below(entities_);
            Named named(types[number % types.size()] + std::to_string(number));
            if (one_in(5)) {
                named = Named(candidates(types));
            }
            named.kind = static_cast<MentionKind>(below(mention_kinds));
            named.zone = one_in(2) ? Zone::body : static_cast<Zone>(below(7));
            names.push_back(named);
        }
        return names;
    }

    /// From none to three, none of them twice.
    Named::Candidates candidates(const std::vector<std::string>& types) {
        std::map<std::string, std::uint32_t> scores;
        for (std::size_t i = below(4); i > 0; --i) {
            const auto number = below(entities_);
            scores[types[number % types.size()] + std::to_string(number)] = static_cast<std::uint32_t>(1 + below(99));
        }
        return {scores.begin(), scores.end()};
    }

    std::mt19937 engine_;
    std::size_t entities_ = 1;
};

/// The chapters of Hugo's Les Misérables (Knuth's Stanford GraphBase): each encounter is a sentence.
std::vector<TaggedArticle> les_miserables() {
    std::vector<TaggedArticle> chapters;
    std::ifstream file("../shared/data/sgb/jean.dat");
    for (std::string line; std::getline(file, line);) {
        const auto colon = line.find(':');
        if (line.empty() || line[0] < '0' || line[0] > '9' || colon == std::string::npos) {
            continue;
        }
        News chapter(line.substr(0, colon));
        std::vector<Named> names;
        for (std::size_t at = colon; at < line.size(); at += 3) {  // a sign and a person's two letters
            if (line[at] == ';') {
                chapter.says("", names);
                names.clear();
            }
            names.emplace_back("person/" + line.substr(at + 1, 2));
        }
        chapters.push_back(chapter.says("", names));
    }
    return chapters;
}

struct Summary {
    std::size_t nodes = 0;  ///< with an edge
    std::size_t edges = 0;
    double weight = 0;
    std::uint32_t articles = 0;

    friend bool operator==(const Summary&, const Summary&) = default;
};

Summary summary(const Network& network) {
    std::set<std::uint32_t> linked;
    Summary sums{.edges = network.edges.size()};
    for (const auto& edge : network.edges) {
        linked.insert({edge.source, edge.target});
        sums.weight += edge.weight;
        sums.articles += edge.articles;
    }
    sums.nodes = linked.size();
    return sums;
}

using simdjson::dom::element;

/// A line of the gold set as an article that was tagged without a fault.
TaggedArticle gold_article(element page) {
    News news(std::string(page["file"].get_string().value()));
    for (const element mention : page["mentions"].get_array()) {
        const auto type = std::string(mention["type"].get_string().value());
        Named named(type + "/" + std::string(mention["entity"].get_string().value()));
        named.kind = mention_kind_of(mention["kind"].get_string().value()).value();
        if (mention["in_boilerplate"].get_bool().value()) {
            named.zone = Zone::boilerplate;
        } else if (mention["credit"].get_bool().value()) {
            named.zone = Zone::credit;
        }
        news.says("", {named});
    }
    return news;
}

/// The pages of the scenario, tagged.
std::vector<TaggedArticle> gold_articles(element scenario) {
    std::set<std::string_view> files;
    for (const element file : scenario["files"].get_array()) {
        files.insert(file.get_string().value());
    }
    simdjson::dom::parser parser;
    std::vector<TaggedArticle> articles;
    for (const element page : parser.load_many("../shared/gold/mentions.jsonl")) {
        if (files.contains(page["file"].get_string().value())) {
            articles.push_back(gold_article(page));
        }
    }
    return articles;
}

std::pair<std::string, std::string> ordered(std::string one, std::string other) {
    return {std::min(one, other), std::max(one, other)};
}

/// Ids of the gold set have no type in front.
Weights weights_of(const Network& network) {
    const auto bare = [&network](std::uint32_t node) {
        const auto& id = network.nodes[node].id;
        return id.substr(id.find('/') + 1);
    };
    Weights weights;
    for (const auto& edge : network.edges) {
        weights[ordered(bare(edge.source), bare(edge.target))] = edge.articles;
    }
    return weights;
}

Weights gold_weights(element scenario) {
    Weights weights;
    for (const element edge : scenario["edges"].get_array()) {
        weights[ordered(std::string(edge.at(0).get_string().value()), std::string(edge.at(1).get_string().value()))] =
            edge.at(2).get_uint64().value();
    }
    return weights;
}

}  // namespace

TEST_CASE("random corpora are counted as by hand, in whatever order their articles come") {
    const auto first = seed();
    CAPTURE(first);
    for (unsigned round = 0; round < 300; ++round) {
        const auto seed = first + round;
        INFO("repeat with ENTENTE_SEED=" << seed);
        RandomNews news(seed);
        auto articles = news.articles();
        const auto options = news.options();
        const auto expected = as_text(count_by_hand(articles, options));
        REQUIRE(as_text(count(articles, options)) == expected);
        news.shuffle(articles);
        REQUIRE(as_text(count(articles, options)) == expected);
    }
}

TEST_CASE("edges that are too light are left out while counting as they are afterwards") {
    const auto first = seed();
    CAPTURE(first);
    for (unsigned round = 0; round < 300; ++round) {
        const auto seed = first + round;
        INFO("repeat with ENTENTE_SEED=" << seed);
        RandomNews news(seed);
        const auto articles = news.articles();
        auto options = news.options();
        if (round % 2 == 0) options.duplicates = Duplicates::story;
        if (round % 4 == 0) options = {};
        Corpus corpus(options);
        for (const auto& article : articles) corpus.add(article);
        const auto least = 1 + round % 5;
        auto expected = corpus.count_pairs();
        std::uint64_t light = 0;
        prune_light(expected, least, [&](const Edge&, std::string_view) { ++light; });
        const auto network = corpus.count_pairs(least);
        REQUIRE(as_text(network) == as_text(expected));
        REQUIRE(network.light_edges == light);
    }
}

TEST_CASE("Les Misérables has the network that the literature knows") {
    NEEDS_SHARED("data/sgb/jean.dat");
    CountOptions options;
    CHECK(summary(count(les_miserables(), options)) == Summary{78, 321, 986, 986});
    options.unit = Unit::sentence;
    CHECK(summary(count(les_miserables(), options)) == Summary{77, 254, 820, 765});
}

TEST_CASE("the gold mentions of five articles give the gold edges") {
    NEEDS_SHARED("gold/edges.json");
    simdjson::dom::parser parser;
    const element gold = parser.load("../shared/gold/edges.json");
    for (const std::string name : {"a", "b", "c"}) {
        INFO("scenario " << name);
        const element scenario = gold["scenarios"][name];
        CountOptions options;
        options.count_kind(MentionKind::demonym, name != "a");
        options.count_kind(MentionKind::metonym, name != "a");
        const auto network = count(gold_articles(scenario), options);
        CHECK(weights_of(network) == gold_weights(scenario));
        CHECK(network.nodes.size() == scenario["node_count"].get_uint64().value());
        std::uint64_t mentions = 0;
        for (const element node : scenario["nodes"].get_array()) {
            mentions += node["mentions"].get_uint64().value();
        }
        std::uint64_t counted = 0;
        for (const auto& node : network.nodes) {
            counted += node.mentions;
        }
        CHECK(counted == mentions);
    }
}
