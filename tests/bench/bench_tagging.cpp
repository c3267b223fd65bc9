// SPDX-License-Identifier: Apache-2.0
// How much the rules of tagging cost beyond exact matching of the same names: README.md.
#include <entente/article/reader.hpp>
#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/tag/compile.hpp>
#include <entente/tag/findings.hpp>
#include <entente/tag/language_words.hpp>
#include <entente/tag/names.hpp>
#include <entente/tag/tagger.hpp>
#include <entente/text/cpu_clock.hpp>
#include <entente/text/diagnostic.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

using namespace entente;

namespace {

struct Settings {
    std::vector<std::string> articles;
    std::vector<std::string> gazetteers;
    std::size_t megabytes = 4;  ///< of text in each measurement, reached by repetition
    std::size_t rounds = 15;
};

std::size_t number(std::string_view option, const char* text) {
    const auto value = std::strtoul(text, nullptr, 10);
    if (value == 0) throw Error(std::string(option) + " wants a number from 1 up, not " + text);
    return value;
}

Settings settings_of(int count, char** words) {
    Settings settings;
    for (int at = 1; at < count; ++at) {
        const std::string_view word = words[at];
        if (!word.starts_with("--")) {
            settings.articles.emplace_back(word);
            continue;
        }
        if (at + 1 == count) throw Error(std::string(word) + " needs a value");
        const char* value = words[++at];
        if (word == "--gazetteer") {
            settings.gazetteers.emplace_back(value);
        } else if (word == "--megabytes") {
            settings.megabytes = number(word, value);
        } else if (word == "--rounds") {
            settings.rounds = number(word, value);
        } else {
            throw Error("unknown option " + std::string(word), "there are --gazetteer, --megabytes and --rounds");
        }
    }
    if (settings.articles.empty()) settings.articles = {"tests/articles"};
    if (settings.gazetteers.empty()) settings.gazetteers = {"gazetteer"};
    return settings;
}

std::vector<Article> read_all(const std::vector<std::string>& paths, const Furniture& furniture, Diagnostics& faults) {
    std::vector<Article> articles;
    for (const Input& input : find_inputs(paths, faults)) {
        read_articles(
            input, furniture, [&](Article&& article) { articles.push_back(std::move(article)); }, faults);
    }
    if (articles.empty()) throw Error("there is no article to tag");
    return articles;
}

/// Looks the names up and gives each to its only owner: what every word list does.
class ExactMatching {
public:
    ExactMatching(const Image& compiled, const std::vector<Language>& languages)
        : gazetteer_(compiled), finder_(compiled, gazetteer_), languages_(languages) {}

    /// Names that were given to somebody.
    std::size_t operator()(const Article& article) const {
        ReadText text;
        NameMatches matches;
        read(article.text, {}, languages_, article.language, text);
        finder_.find(text, matches);
        Findings findings{&gazetteer_, &article, &text, {}, {}, {}, nullptr};
        choose(matches, findings);
        decide_only_owners(findings);
        return static_cast<std::size_t>(std::ranges::count_if(findings.rows, Findings::counts));
    }

private:
    CompiledGazetteer gazetteer_;
    NameFinder finder_;
    Languages languages_;
};

/// One way to tag.
struct Measured {
    std::string_view name;
    std::vector<double> seconds = {};  ///< of each round
    std::size_t names = 0;             ///< found in one pass over the articles

    template <class Tag>
    void pass(const std::vector<Article>& articles, const Tag& tag) {
        std::size_t found = 0;
        CpuClock clock;  // other programs of the machine do not count
        clock.lap();
        for (const Article& article : articles) found += tag(article);
        seconds.back() += clock.lap();
        if (names != 0 && names != found) throw Error(std::string(name) + " does not find the same names each time");
        names = found;
    }
};

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

void print(const Measured& measured, double megabytes) {
    const auto [least, most] = std::ranges::minmax(measured.seconds);
    const auto middle = median(measured.seconds);
    std::printf("%-16s %8.1f ms (%.1f to %.1f)  %6.2f MB/s  %zu names\n", std::string(measured.name).c_str(),
                1e3 * middle, 1e3 * least, 1e3 * most, megabytes / middle, measured.names);
}

void run(const Settings& settings) {
    Diagnostics faults;
    const auto gazetteer = read_gazetteer(settings.gazetteers, faults);
    const auto languages = read_languages({"gazetteer"}, faults);
    const auto articles = read_all(settings.articles, furniture_of(languages, "en"), faults);
    for (const Diagnostic& fault : faults) std::fprintf(stderr, "%s\n", to_text(fault).c_str());
    std::size_t bytes = 0;
    for (const Article& article : articles) bytes += article.text.size();
    const auto repetitions = std::max<std::size_t>(1, settings.megabytes * 1'000'000 / bytes);
    const auto megabytes = 1e-6 * static_cast<double>(bytes * repetitions);
    std::printf("%zu articles, %.2f MB, %zu entities, %zu rounds\n", articles.size() * repetitions, megabytes,
                gazetteer.entities().size(), settings.rounds);

    const Image compiled = compile(gazetteer);
    const ExactMatching exact_matching(compiled, languages);
    const Tagger tagger(compiled, languages);
    Measured exact{"exact matching"};
    Measured whole{"all rules"};
    std::vector<double> ratios;
    for (std::size_t round = 0; round < settings.rounds; ++round) {
        exact.seconds.push_back(0);
        whole.seconds.push_back(0);
        for (std::size_t repetition = 0; repetition < repetitions; ++repetition) {  // what slows one down slows both
            exact.pass(articles, exact_matching);
            whole.pass(articles, [&](const Article& article) { return tagger.tag(article).mentions.size(); });
        }
        ratios.push_back(whole.seconds.back() / exact.seconds.back());
    }
    print(exact, megabytes);
    print(whole, megabytes);
    const auto [least, most] = std::ranges::minmax(ratios);
    std::printf("%-16s %8.2f    (%.2f to %.2f)\n", "ratio", median(ratios), least, most);
    if (exact.names == 0 || whole.names == 0) throw Error("no name was found: is the gazetteer one of these articles?");
}

}  // namespace

int main(int count, char** words) {
    try {
        run(settings_of(count, words));
    } catch (const Error& error) {
        std::fprintf(stderr, "bench_tagging: %s\n", to_text(error.diagnostic()).c_str());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_tagging: %s\n", error.what());
        return 1;
    }
}
