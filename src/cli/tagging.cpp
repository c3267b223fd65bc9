// SPDX-License-Identifier: Apache-2.0
#include "tagging.hpp"

#include <entente/text/file.hpp>
#include "gazetteer_in_use.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
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
    Diagnostics faults;
    auto names = compiled_names(gazetteer_paths(settings.gazetteers), settings.cache, faults);
    if (const auto errors = errors_among(faults, run); errors > 0) {
        throw Error("the gazetteer has " + counted(errors, "fault"),
                    "mend it first; `entente gazetteer check` tells when it is whole");
    }
    if (CompiledGazetteer(names).size() == 0) {
        throw Error("the gazetteer holds no names", "give another with --gazetteer PATH");
    }
    run.stats.gazetteer = hash_text(names.source_hash());
    auto languages = languages_in(names);
    auto furniture = furniture_of_all(languages, settings.language.empty() ? "en" : settings.language);
    return {std::move(names), std::move(languages), std::move(furniture)};
}

const Reader* reader_named(std::string_view name) {
    const auto rows = readers();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Reader& reader) { return reader.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

/// The paths that --files-from lists.
std::vector<std::string> listed_paths(const std::string& file) {
    const auto list = read_whole_file(file);
    const char end = list.find('\0') == std::string::npos ? '\n' : '\0';
    std::vector<std::string> paths;
    for (std::size_t begin = 0; begin < list.size();) {
        auto path = list.substr(begin, list.find(end, begin) - begin);
        begin += path.size() + 1;
        if (end == '\n' && path.ends_with('\r')) {
            path.pop_back();
        }
        if (!path.empty()) {
            paths.push_back(std::move(path));
        }
    }
    if (std::find(paths.begin(), paths.end(), "-") != paths.end()) {
        throw Error(error_in(file, "a list of files cannot name standard input", "give - as an argument"));
    }
    return paths;
}

/// The inputs that the arguments name. One that was named and is not there ends the run before it starts.
std::vector<Input> inputs_for(const Settings& settings, Run& run) {
    Diagnostics faults;
    auto paths = settings.arguments;
    if (!settings.files_from.empty()) {
        if (settings.files_from == "-" && std::find(paths.begin(), paths.end(), "-") != paths.end()) {
            throw UsageError("standard input holds either articles or a list of files", "give - only once");
        }
        auto listed = listed_paths(settings.files_from);
        std::move(listed.begin(), listed.end(), std::back_inserter(paths));
    }
    auto inputs = find_inputs(paths, faults);
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
        input.fields = settings.fields;
    }
    return inputs;
}

/// What is left of the time when so much of the work is done, as far as it can be told: `, 12 s left`
std::string time_left(double seconds, std::uint64_t done, std::optional<std::uint64_t> all) {
    if (!all || done == 0 || done >= *all) {
        return {};
    }
    const auto left =
        static_cast<std::uint64_t>(seconds * static_cast<double>(*all - done) / static_cast<double>(done));
    return left < 120 ? ", " + grouped(left) + " s left" : ", " + grouped(left / 60) + " min left";
}

/// `1,234 articles, 5 MB (412 articles a second), 12 s left`
std::string progress_text(const TagReport& report, std::optional<std::uint64_t> bytes_to_read,
                          std::chrono::steady_clock::time_point start) {
    const auto seconds = std::max(Seconds(std::chrono::steady_clock::now() - start).count(), 0.001);
    return counted(report.articles, "article") + ", " + grouped(report.bytes / 1'000'000) + " MB ("
           + grouped(static_cast<std::uint64_t>(static_cast<double>(report.articles) / seconds)) + " articles a second)"
           + time_left(seconds, report.bytes_read, bytes_to_read);
}

void note(const TagReport& report, std::uint64_t refused, Stats& stats) {
    stats.counts = {{"articles", report.articles - refused},
                    {"skipped", report.skipped + refused},
                    {"bytes", report.bytes},
                    {"mentions", report.mentions},
                    {"undecided", report.undecided}};
    std::map<std::string, std::uint64_t> dates;
    for (std::size_t source = 0; source < fact_sources; ++source) {
        dates[std::string(name_of(static_cast<FactSource>(source)))] = report.dates[source];
    }
    dates["without year"] = report.without_year;
    std::map<std::string, std::uint64_t> bytes;
    std::map<std::string, std::uint64_t> boilerplate;
    for (const auto& [publisher, delivery] : report.publishers) {
        bytes[publisher] = delivery.bytes;
        boilerplate[publisher] = delivery.boilerplate;
    }
    stats.tables = {{"dates", dates},
                    {"languages", report.languages},
                    {"source_bytes", bytes},
                    {"source_boilerplate", boilerplate}};
    const auto& [words, names, resolving, rows] = report.sampled;
    const auto all = words + names + resolving + rows;
    const auto share = [&](double step) { return all > 0 ? report.tag_seconds * step / all : 0; };
    stats.cpu_seconds = {{"read", report.read_seconds},  {"tag", report.tag_seconds},       {"tag_words", share(words)},
                         {"tag_names", share(names)},    {"tag_resolve", share(resolving)}, {"tag_rows", share(rows)},
                         {"print", report.print_seconds}};
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
    return Tagger(words.names, words.languages, wanted ? Roles::read : Roles::leave);
}

}  // namespace

unsigned threads_for(const Settings& settings) {
    return settings.threads > 0 ? settings.threads : std::max(1U, std::thread::hardware_concurrency());
}

Tagging::Tagging(const Settings& settings, Run& run)
    : settings_(settings),
      run_(run),
      inputs_(run.stage("find", [&] { return inputs_for(settings, run); })),
      words_(run.stage("gazetteer", [&] { return words_for(settings, run); })),
      tagger_(run.stage("compile", [&] { return tagger_for(words_, settings); })) {}

const Gazetteer& Tagging::gazetteer() const {
    if (!gazetteer_) {
        gazetteer_ = gazetteer_in(words_.names);
    }
    return *gazetteer_;
}

void Tagging::run_over_inputs(const Tag& tag, const std::uint64_t& refused) const {
    const auto bytes_to_read = bytes_of(inputs_);
    const auto start = std::chrono::steady_clock::now();
    const auto report = run_.stage("tag", [&] {
        return tag({.threads = threads_for(settings_), .language = settings_.language}, [&](const TagReport& so_far) {
            stop_if_interrupted();
            for (const auto& said : so_far.diagnostics) {
                run_.warn(said);
            }
            run_.progress(progress_text(so_far, bytes_to_read, start));
        });
    });
    note(report, refused, run_.stats);
    tell_of_languages(report, words_.languages, run_);
    tell_of_boilerplate(report, run_);
    if (report.articles == refused) {
        throw Error("no article could be read");
    }
}

void Tagging::tag_all(const std::function<bool(TaggedArticle&&, const Article&)>& sink) const {
    std::uint64_t refused = 0;
    const auto take = [&](TaggedArticle&& tagged, const Article& article) {
        tagged.gazetteer = run_.stats.gazetteer;
        refused += sink(std::move(tagged), article) ? 0 : 1;
    };
    run_over_inputs(
        [&](const TagOptions& options, const TagProgress& progress) {
            return tag_articles(inputs_, words_.furniture, tagger_, options, take, progress);
        },
        refused);
}

void Tagging::write_rows(const RowPrinter& print, const RowSink& sink) const {
    const auto print_all = [&](TaggedArticle&& tagged, Output& rows) {
        tagged.gazetteer = run_.stats.gazetteer;
        print(std::move(tagged), rows);
    };
    run_over_inputs(
        [&](const TagOptions& options, const TagProgress& progress) {
            return print_articles(inputs_, words_.furniture, tagger_, options, print_all, sink, progress);
        },
        0);
}

}  // namespace entente::cli
