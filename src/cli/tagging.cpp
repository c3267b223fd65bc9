// SPDX-License-Identifier: Apache-2.0
#include "tagging.hpp"

#include "gazetteer_in_use.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

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
    auto furniture = furniture_of(languages, settings.language.empty() ? "en" : settings.language);
    return {std::move(names), std::move(languages), std::move(furniture)};
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
    stats.cpu_seconds = {{"read", report.read_seconds}, {"tag", report.tag_seconds}};
}

Tagger tagger_for(const Words& words, const Settings& settings) {
    const bool wanted = settings.roles || settings.count.counts(MentionKind::role);
    return Tagger(words.names, words.languages, wanted ? Roles::read : Roles::leave);
}

}  // namespace

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
    if (report.articles == refused) {
        throw Error("no article could be read");
    }
}

}  // namespace entente::cli
