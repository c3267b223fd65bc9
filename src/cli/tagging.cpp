// SPDX-License-Identifier: Apache-2.0
#include "tagging.hpp"

#include <entente/gazetteer/language.hpp>
#include "gazetteer_in_use.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace entente::cli {
namespace {

using Seconds = std::chrono::duration<double>;

/// Tells the faults and counts those that no run should go on with.
std::uint64_t errors_among(const Diagnostics& faults, Run& run) {
    std::uint64_t errors = 0;
    for (const auto& fault : faults) {
        run.warn(fault);
        errors += fault.severity == Severity::error ? 1 : 0;
    }
    return errors;
}

Words words_for(const Settings& settings, Run& run) {
    const auto paths = gazetteer_paths(settings.gazetteers);
    Diagnostics faults;
    auto gazetteer = read_gazetteer(paths, faults);
    auto languages = languages_for(paths, faults);
    if (const auto errors = errors_among(faults, run); errors > 0) {
        throw Error("the gazetteer has " + counted(errors, "fault"),
                    "mend it first; `entente gazetteer check` tells when it is whole");
    }
    if (gazetteer.entities().empty()) {
        throw Error("the gazetteer holds no names", "give another with --gazetteer PATH");
    }
    run.stats.gazetteer = hash_of(paths);
    auto furniture = furniture_of_all(languages, settings.language.empty() ? "en" : settings.language);
    return {std::move(gazetteer), std::move(languages), std::move(furniture)};
}

const Reader* reader_named(std::string_view name) {
    const auto rows = readers();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Reader& reader) { return reader.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

/// The inputs that the arguments name. One that was named and is not there ends the run before it starts.
std::vector<Input> inputs_for(const Settings& settings, Run& run) {
    Diagnostics faults;
    auto inputs = find_inputs(settings.arguments, faults);
    if (const auto errors = errors_among(faults, run); errors > 0) {
        throw Error(counted(errors, "input") + " that you named cannot be read");
    }
    if (inputs.empty()) {
        throw Error("no article was found", "give files or folders of articles, or - for standard input");
    }
    for (auto& input : inputs) {
        if (input.path == "-" && !settings.input_format.empty()) {
            input.reader = reader_named(settings.input_format);
        }
    }
    return inputs;
}

/// `1,234 articles, 5 MB (412 articles a second)`
std::string progress_text(const TagReport& report, std::chrono::steady_clock::time_point start) {
    const auto seconds = std::max(Seconds(std::chrono::steady_clock::now() - start).count(), 0.001);
    return counted(report.articles, "article") + ", " + grouped(report.bytes / 1'000'000) + " MB ("
           + grouped(static_cast<std::uint64_t>(static_cast<double>(report.articles) / seconds))
           + " articles a second)";
}

unsigned threads_for(const Settings& settings) {
    return settings.threads > 0 ? settings.threads : std::max(1U, std::thread::hardware_concurrency());
}

void note(const TagReport& report, std::uint64_t refused, Stats& stats) {
    stats.counts = {{"articles", report.articles - refused},
                    {"skipped", report.skipped + refused},
                    {"bytes", report.bytes},
                    {"mentions", report.mentions},
                    {"undecided", report.undecided}};
    std::map<std::string, std::uint64_t> bytes;
    std::map<std::string, std::uint64_t> boilerplate;
    for (const auto& [publisher, delivery] : report.publishers) {
        bytes[publisher] = delivery.bytes;
        boilerplate[publisher] = delivery.boilerplate;
    }
    stats.tables = {{"languages", report.languages}, {"source_bytes", bytes}, {"source_boilerplate", boilerplate}};
    stats.cpu_seconds = {{"read", report.read_seconds}, {"tag", report.tag_seconds}};
}

/// Articles in languages of which no file tells more than how to know them.
void tell_of_languages(const TagReport& report, const std::vector<Language>& languages, Run& run) {
    std::uint64_t articles = 0;
    std::string named;
    for (const auto& [code, count] : report.languages) {
        const auto primary = code.substr(0, code.find('-'));
        if (std::ranges::find(languages, primary, &Language::language) == languages.end()) {
            articles += count;
            named += (named.empty() ? "" : ", ") + (code.empty() ? "unknown" : code) + ' ' + grouped(count);
        }
    }
    if (articles > 0) {
        run.note(counted(articles, "article") + " in languages without data: " + named);
    }
}

/// How much of the text is page furniture, those sources first that have most.
void tell_of_boilerplate(const TagReport& report, Run& run) {
    std::vector<std::pair<std::uint64_t, std::string>> shares;
    for (const auto& [publisher, delivery] : report.publishers) {
        if (delivery.boilerplate > 0) {
            shares.emplace_back(100 * delivery.boilerplate / delivery.bytes, publisher);
        }
    }
    std::ranges::stable_sort(shares, std::greater<>(), &std::pair<std::uint64_t, std::string>::first);
    for (const auto& [percent, publisher] : shares) {
        run.note("marked as page furniture: " + std::to_string(percent) + " % of "
                     + (publisher.empty() ? "the articles of no source" : publisher),
                 Run::Note::verbose);
    }
}

Tagger tagger_for(const Words& words, const Settings& settings) {
    const bool wanted = settings.roles || settings.count.counts(MentionKind::role);
    return Tagger(words.gazetteer, words.languages, wanted ? Roles::read : Roles::leave);
}

}  // namespace

Tagging::Tagging(const Settings& settings, Run& run)
    : settings_(settings),
      run_(run),
      inputs_(run.stage("find", [&] { return inputs_for(settings, run); })),
      words_(run.stage("gazetteer", [&] { return words_for(settings, run); })),
      tagger_(run.stage("compile", [&] { return tagger_for(words_, settings); })) {}

void Tagging::tag_all(const std::function<bool(TaggedArticle&&, const Article&)>& sink) const {
    std::uint64_t refused = 0;
    const auto start = std::chrono::steady_clock::now();
    const auto report = run_.stage("tag", [&] {
        return tag_articles(
            inputs_, words_.furniture, tagger_, {.threads = threads_for(settings_), .language = settings_.language},
            [&](TaggedArticle&& tagged, const Article& article) {
                tagged.gazetteer = run_.stats.gazetteer;
                refused += sink(std::move(tagged), article) ? 0 : 1;
            },
            [&](const TagReport& so_far) {
                stop_if_interrupted();
                run_.warn_of_new(so_far.diagnostics);
                run_.progress(progress_text(so_far, start));
            });
    });
    run_.warn_of_new(report.diagnostics);
    note(report, refused, run_.stats);
    tell_of_languages(report, words_.languages, run_);
    tell_of_boilerplate(report, run_);
    if (report.articles == refused) {
        throw Error("no article could be read");
    }
}

}  // namespace entente::cli
