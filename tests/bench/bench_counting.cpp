// SPDX-License-Identifier: Apache-2.0
// How fast pairs are counted: see README.md.
#include <entente/graph/count.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <random>
#include <string>

namespace {

using namespace entente;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Ten sentences of none to three names; the names follow Zipf's law.
class RandomNews {
public:
    TaggedArticle next() {
        TaggedArticle article;
        article.id = "a" + std::to_string(number_++);
        article.source = "https://paper" + std::to_string(engine_() % 200) + ".com/" + article.id;
        article.date = {.year = 2024, .month = static_cast<std::uint8_t>(1 + engine_() % 12), .day = 1};
        std::map<std::string, std::uint32_t> places;
        std::vector<std::pair<std::string, std::uint32_t>> named;
        for (std::uint32_t sentence = 0; sentence < 10; ++sentence) {
            article.sentences.emplace_back();
            article.sentences.back().block.fingerprint = engine_();
            for (auto names = engine_() % 4; names > 0; --names) {
                named.emplace_back(name(), sentence);
                places[named.back().first] = 0;
            }
        }
        for (auto& [id, place] : places) {
            place = static_cast<std::uint32_t>(article.entities.size());
            article.entities.push_back({id, id, EntityType::person, {}});
        }
        for (const auto& [id, sentence] : named) {
            Mention mention;
            mention.entity = places[id];
            mention.sentence = sentence;
            article.mentions.push_back(mention);
        }
        return article;
    }

private:
    /// The n-th most frequent of 20,000.
    std::string name() {
        const auto number = std::exp(std::uniform_real_distribution(0.0, std::log(20000.0))(engine_));
        return "person/p" + std::to_string(static_cast<int>(number));
    }

    std::mt19937 engine_{1};
    std::uint64_t number_ = 0;
};

void measure(const char* name, const CountOptions& options, std::uint64_t articles) {
    Corpus corpus(options);
    RandomNews news;
    for (std::uint64_t i = 0; i < articles; ++i) corpus.add(news.next());
    double best = 1e9;
    std::uint64_t pairs = 0;
    std::size_t edges = 0;
    for (int round = 0; round < 3; ++round) {
        const auto begin = cpu_seconds();
        const auto network = corpus.count_pairs();
        best = std::min(best, cpu_seconds() - begin);
        edges = network.edges.size();
        pairs = 0;
        for (const auto& edge : network.edges) pairs += edge.articles;
    }
    std::printf("%-22s %9zu edges %10llu pairs %7.2f s %6.1f M pairs/s\n", name, edges,
                static_cast<unsigned long long>(pairs), best, static_cast<double>(pairs) / best / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
    const auto articles = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
    CountOptions options;
    options.evidence = 0;
    options.duplicates = Duplicates::each;
    measure("article", options, articles);
    options.counting = Counting::entity_one;
    measure("article, entity-one", options, articles);
    options.counting = Counting::full;
    options.unit = Unit::paragraph;
    measure("paragraph", options, articles);
    options.unit = Unit::sentence;
    measure("sentence", options, articles);
    options.unit = Unit::window;
    options.window = 3;
    measure("window=3", options, articles);
    options.unit = Unit::article;
    options.decay = Decay::sum;
    measure("decay sum=5", options, articles);
    options.decay = Decay::nearest;
    measure("decay nearest=5", options, articles);
}
