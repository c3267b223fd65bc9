// SPDX-License-Identifier: Apache-2.0
// How fast texts are cut into words, with each set of instructions that the machine has, and names found in them: README.md.
#include <entente/article/reader.hpp>
#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/tag/compile.hpp>
#include <entente/tag/language_words.hpp>
#include <entente/tag/names.hpp>
#include <entente/text/byte_masks.hpp>
#include <entente/text/cpu_clock.hpp>
#include <entente/text/diagnostic.hpp>
#include <entente/text/tokenize_with.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <exception>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

using namespace entente;

namespace {

constexpr std::array<std::string_view, 5> instruction_names{"none", "plain", "SSE2", "AVX2", "NEON"};

struct Way {
    std::string name;
    std::function<std::size_t()> pass;  ///< over all texts; what it found
    std::vector<double> seconds = {};
    std::size_t found = 0;
};

/// What stands in the command line.
struct Settings {
    std::vector<std::string> articles = {};
    std::vector<std::string> gazetteers = {};
    std::size_t rounds = 9;
    std::string only = {};  ///< the ways whose name holds this word
};

void measure(std::vector<Way>& ways, std::size_t rounds, double megabytes) {
    for (std::size_t round = 0; round < rounds; ++round)
        for (Way& way : ways) {  // what slows one down slows all
            CpuClock clock;      // other programs of the machine do not count
            clock.lap();
            const std::size_t found = way.pass();
            way.seconds.push_back(clock.lap());
            if (round > 0 && way.found != found) throw Error(way.name + " does not find the same each time");
            way.found = found;
        }
    double first = 0;
    for (Way& way : ways) {
        std::ranges::sort(way.seconds);
        const double middle = way.seconds[rounds / 2];
        if (first == 0) first = middle;
        std::printf("%-28s %8.1f MB/s (%.1f to %.1f)  %5.2f times the first  %zu found\n", way.name.c_str(),
                    megabytes / middle, megabytes / way.seconds.back(), megabytes / way.seconds.front(), first / middle,
                    way.found);
    }
}

/// A gazetteer and what finds its names.
struct Names {
    explicit Names(Image compiled) : image(std::move(compiled)), gazetteer(image), finder(image, gazetteer) {}
    Image image;
    CompiledGazetteer gazetteer;
    NameFinder finder;
};

Image image_of(const std::string& path, Diagnostics& faults) {
    return is_image(path) ? Image::open(path) : compile(read_gazetteer({path}, faults));
}

void run(const Settings& settings) {
    Diagnostics faults;
    const auto languages = read_languages({"gazetteer"}, faults);
    std::vector<std::string> texts;
    for (const Input& input : find_inputs(settings.articles, faults))
        read_articles(
            input, furniture_of(languages, "en"), [&](Article&& article) { texts.push_back(std::move(article.text)); },
            faults);
    if (texts.empty()) throw Error("there is no article to read");
    double megabytes = 0;
    for (const std::string& text : texts) megabytes += 1e-6 * static_cast<double>(text.size());

    std::printf("%zu articles, %.2f MB, %zu rounds\n", texts.size(), megabytes, settings.rounds);
    std::vector<Way> ways;
    TokenizedText words;
    for (const Instructions instructions : instructions_here())
        ways.push_back(
            {"words, " + std::string(instruction_names[static_cast<std::size_t>(instructions)]), [&, instructions] {
                 std::size_t found = 0;
                 for (const std::string& text : texts) {
                     tokenize_with(find_masks_with(instructions), text, words);
                     found += words.tokens.size();
                 }
                 return found;
             }});
    const Languages known(languages);
    ReadText text;
    ways.push_back({"words and language", [&] {
                        std::size_t found = 0;
                        for (const std::string& one : texts) {
                            read(one, {}, known, "", text);
                            found += text.tokens().size();
                        }
                        return found;
                    }});
    std::deque<Names> names;
    NameMatches matches;
    for (const std::string& path : settings.gazetteers) {
        const Names& own = names.emplace_back(image_of(path, faults));
        ways.push_back({"words, language and names", [&] {
                            std::size_t found = 0;
                            for (const std::string& one : texts) {
                                read(one, {}, known, "", text);
                                own.finder.find(text, matches);
                                found += matches.matches.size();
                            }
                            return found;
                        }});
    }
    for (const Diagnostic& fault : faults) std::fprintf(stderr, "%s\n", to_text(fault).c_str());
    std::erase_if(ways, [&](const Way& way) { return way.name.find(settings.only) == std::string::npos; });
    measure(ways, settings.rounds, megabytes);
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
        } else if (word == "--rounds") {
            settings.rounds = std::max(1UL, std::strtoul(value, nullptr, 10));
        } else if (word == "--only") {
            settings.only = value;
        } else {
            throw Error("unknown option " + std::string(word), "there are --gazetteer, --rounds and --only");
        }
    }
    if (settings.articles.empty()) settings.articles = {"tests/articles"};
    if (settings.gazetteers.empty()) settings.gazetteers = {"gazetteer"};
    return settings;
}

}  // namespace

int main(int count, char** words) {
    try {
        run(settings_of(count, words));
    } catch (const Error& error) {
        std::fprintf(stderr, "bench_words: %s\n", to_text(error.diagnostic()).c_str());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_words: %s\n", error.what());
        return 1;
    }
}
