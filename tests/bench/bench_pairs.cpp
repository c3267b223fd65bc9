// SPDX-License-Identifier: Apache-2.0
// Pairs of entities counted by Corpus::count_pairs() and by a hash map, in turns: see README.md.
#include <entente/graph/count.hpp>

#if __has_include(<absl/container/flat_hash_map.h>)
#include <absl/container/flat_hash_map.h>
#define HAS_HASH_MAP 1
#endif

#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace entente;

struct Asked {
    std::uint32_t articles = 1'000'000;
    std::uint32_t entities = 100'000;
    std::uint32_t of_article = 12;
    std::uint32_t min_weight = 10;
    std::uint32_t memory = 1000;  ///< MB for rows
    std::uint32_t rounds = 5;
};

/// What was counted of the edges of the least weight and more.
struct Counted {
    std::uint64_t edges = 0;
    std::uint64_t lighter = 0;  ///< edges
    std::uint64_t pairs = 0;    ///< of all articles, as the weights of those edges
    std::uint64_t checksum = 0;

    void add(std::uint64_t source, std::uint64_t target, std::uint64_t weight) {
        ++edges;
        pairs += weight;
        checksum += (source << 32U | target) * 0x9E3779B97F4A7C15 * weight;
    }
    friend bool operator==(const Counted&, const Counted&) = default;
};

struct Measured {
    Counted counted;
    double seconds = 0;  ///< of CPU time
    double before = 0;   ///< MB of memory
    double most = 0;     ///< MB of memory, while it counted
};

double cpu_seconds() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// MB of this process, by the name that Linux has for it.
double memory(std::string_view name) {
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(name)) return std::strtod(line.c_str() + name.size() + 1, nullptr) / 1024;
    }
    return 0;
}

/// Different entities, the n-th most frequent of them as often as one in n.
class ZipfArticles {
public:
    explicit ZipfArticles(const Asked& asked) : asked_(asked), sums_(asked.entities), names_(asked.entities) {
        double sum = 0;
        for (std::uint32_t i = 0; i < asked.entities; ++i) sums_[i] = sum += 1.0 / (i + 1);
        std::iota(names_.begin(), names_.end(), 0U);
        for (auto i = asked.entities - 1; i > 0; --i) std::swap(names_[i], names_[random() % (i + 1)]);
    }

    /// Of one article, ascending.
    std::span<const std::uint32_t> next() {
        named_.clear();
        while (named_.size() < asked_.of_article) {
            const double place = static_cast<double>(random() >> 11U) * 0x1p-53 * sums_.back();
            const auto name = names_[static_cast<std::size_t>(std::ranges::lower_bound(sums_, place) - sums_.begin())];
            if (std::ranges::find(named_, name) == named_.end()) named_.push_back(name);
        }
        std::ranges::sort(named_);
        return named_;
    }

    std::uint64_t random() {
        state_ += 0x9E3779B97F4A7C15;
        auto mixed = (state_ ^ state_ >> 30U) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EB;
        return mixed ^ mixed >> 31U;
    }

private:
    const Asked& asked_;
    std::uint64_t state_ = 0x12345678;
    std::vector<double> sums_;
    std::vector<std::uint32_t> names_;
    std::vector<std::uint32_t> named_;
};

/// The product's way: with the dates and the publishers of each edge, nodes with names, all in order.
class ByProduct {
public:
    explicit ByProduct(const Asked& asked) : asked_(asked), corpus_(options(asked)) {
        ZipfArticles articles(asked);
        for (std::uint32_t i = 0; i < asked.articles; ++i) corpus_.add(tagged(i, articles));
    }

    Counted count() {
        const auto network = corpus_.count_pairs(asked_.min_weight);
        Counted counted;
        counted.lighter = network.light_edges;
        std::vector<std::uint32_t> numbers;
        for (const auto& node : network.nodes) numbers.push_back(number_of(node));
        for (const auto& edge : network.edges) {
            counted.add(numbers[edge.source], numbers[edge.target], edge.articles);
        }
        return counted;
    }

private:
    static constexpr std::uint32_t first = 10'000'000;  // so that ids are in the order of numbers

    static CountOptions options(const Asked& asked) {
        CountOptions options;
        options.evidence = 0;
        options.duplicates = Duplicates::each;
        options.memory = std::size_t{asked.memory} << 20U;
        return options;
    }

    static std::uint32_t number_of(const Node& node) {
        const auto* const digits = node.id.c_str() + node.id.find('/') + 1;
        return static_cast<std::uint32_t>(std::strtoul(digits, nullptr, 10)) - first;
    }

    static TaggedArticle tagged(std::uint32_t number, ZipfArticles& articles) {
        TaggedArticle article;
        article.id = "a" + std::to_string(number);
        for (const auto entity : articles.next()) {
            const auto name = std::to_string(first + entity);
            Mention mention;
            mention.entity = static_cast<EntityIndex>(article.entities.size());
            mention.sentence = 1;  // of none: units are articles
            article.mentions.push_back(mention);
            article.entities.push_back({"person/" + name, name, EntityType::person, {}});
        }
        const auto days = number * 2654435761U;
        article.source = "https://paper" + std::to_string(days % 211) + ".com/" + article.id;
        article.date = {.year = static_cast<std::int16_t>(2000 + days % 25),
                        .month = static_cast<std::uint8_t>(1 + days / 25 % 12),
                        .day = static_cast<std::uint8_t>(1 + days / 300 % 28)};
        return article;
    }

    const Asked& asked_;
    Corpus corpus_;
};

#ifdef HAS_HASH_MAP
/// What a good programmer writes in ten lines: weights alone.
class ByHashMap {
public:
    explicit ByHashMap(const Asked& asked) : asked_(asked) {
        ZipfArticles articles(asked);
        for (std::uint32_t i = 0; i < asked.articles; ++i) {
            const auto named = articles.next();
            named_.insert(named_.end(), named.begin(), named.end());
        }
    }

    Counted count() {
        absl::flat_hash_map<std::uint64_t, std::uint32_t> weights;
        for (auto begin = named_.begin(); begin != named_.end(); begin += asked_.of_article) {
            for (auto one = begin; one != begin + asked_.of_article; ++one) {
                for (auto other = one + 1; other != begin + asked_.of_article; ++other) {
                    ++weights[std::uint64_t{*one} << 32U | *other];
                }
            }
        }
        Counted counted;
        for (const auto& [pair, weight] : weights) {
            if (weight < asked_.min_weight) {
                ++counted.lighter;
            } else {
                counted.add(pair >> 32U, pair & 0xFFFFFFFFU, weight);
            }
        }
        return counted;
    }

private:
    const Asked& asked_;
    std::vector<std::uint32_t> named_;
};
#endif

/// A process of its own, which keeps its articles and counts them whenever it is asked to.
class Counter {
public:
    template <class Way>
    static Counter start(const Asked& asked) {
        int orders[2];
        int answers[2];
        if (::pipe(orders) != 0 || ::pipe(answers) != 0) std::abort();
        const auto process = ::fork();
        if (process == 0) {
            ::close(orders[1]);
            ::close(answers[0]);
            serve<Way>(asked, orders[0], answers[1]);
            std::_Exit(0);
        }
        ::close(orders[0]);
        ::close(answers[1]);
        return {process, orders[1], answers[0]};
    }

    [[nodiscard]] Measured measure() const {
        Measured measured;
        if (::write(orders_, "c", 1) != 1 || ::read(answers_, &measured, sizeof measured) != sizeof measured) {
            std::fputs("bench_pairs: a process ended early\n", stderr);
            std::exit(1);
        }
        return measured;
    }

    void stop() const {
        ::close(orders_);
        ::waitpid(process_, nullptr, 0);
    }

private:
    Counter(pid_t process, int orders, int answers) : process_(process), orders_(orders), answers_(answers) {}

    template <class Way>
    static void serve(const Asked& asked, int orders, int answers) {
        Way way(asked);
        for (char order = 0; ::read(orders, &order, 1) == 1;) {
            std::ofstream("/proc/self/clear_refs") << 5;  // the most memory so far is forgotten
            Measured measured;
            measured.before = memory("VmRSS:");
            const auto begin = cpu_seconds();
            measured.counted = way.count();
            measured.seconds = cpu_seconds() - begin;
            measured.most = memory("VmHWM:");
            if (::write(answers, &measured, sizeof measured) != sizeof measured) return;
        }
    }

    pid_t process_;
    int orders_;
    int answers_;
};

/// "median (least to most)".
std::string spread(std::vector<double> values) {
    std::ranges::sort(values);
    char text[64];
    std::snprintf(text, sizeof text, "%.2f (%.2f to %.2f)", values[values.size() / 2], values.front(), values.back());
    return text;
}

struct Rounds {
    std::vector<double> seconds;
    Measured first;  ///< later ones use memory again that the first has left
    Counted counted;

    void add(const Measured& measured) {
        if (seconds.empty()) first = measured;
        seconds.push_back(measured.seconds);
        counted = measured.counted;
    }
    void print(const char* name) const {
        std::printf("%-14s %s s of CPU time; memory %.0f MB, of which counting added %.0f MB\n", name,
                    spread(seconds).c_str(), first.most, first.most - first.before);
    }
};

void print(const Counted& counted) {
    std::printf("%llu edges kept, which weigh %llu; %llu lighter ones\n",
                static_cast<unsigned long long>(counted.edges), static_cast<unsigned long long>(counted.pairs),
                static_cast<unsigned long long>(counted.lighter));
}

Asked asked_for(int count, char** words) {
    Asked asked;
    const std::pair<std::string_view, std::uint32_t*> options[] = {
        {"--articles", &asked.articles},     {"--entities", &asked.entities}, {"--of-article", &asked.of_article},
        {"--min-weight", &asked.min_weight}, {"--memory", &asked.memory},     {"--rounds", &asked.rounds}};
    for (int i = 1; i + 1 < count; i += 2) {
        for (const auto& [name, value] : options) {
            if (words[i] == name) *value = static_cast<std::uint32_t>(std::strtoul(words[i + 1], nullptr, 10));
        }
    }
    return asked;
}

}  // namespace

int main(int count, char** words) {
    const auto asked = asked_for(count, words);
    const auto ours = Counter::start<ByProduct>(asked);
    std::optional<Counter> theirs;
#ifdef HAS_HASH_MAP
    theirs = Counter::start<ByHashMap>(asked);
#else
    std::puts("absl::flat_hash_map is missing: install libabsl-dev");
#endif
    Rounds product;
    Rounds map;
    std::vector<double> ratios;
    bool same = true;
    for (std::uint32_t round = 0; round < asked.rounds; ++round) {
        product.add(ours.measure());
        if (!theirs) continue;
        map.add(theirs->measure());
        ratios.push_back(map.seconds.back() / product.seconds.back());
        same = same && product.counted == map.counted;
    }
    if (theirs) theirs->stop();  // the second process holds the pipe of the first
    ours.stop();
    print(product.counted);
    product.print("count_pairs()");
    if (!theirs) return 0;
    map.print("flat_hash_map");
    std::printf("times as fast: %s; edges and weights are %s\n", spread(ratios).c_str(),
                same ? "the same" : "NOT the same");
    return same ? 0 : 1;
}
