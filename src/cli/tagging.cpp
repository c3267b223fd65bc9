// SPDX-License-Identifier: Apache-2.0
#include "tagging.hpp"

#include <entente/gazetteer/language.hpp>
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

/// The names, the words of languages around them, and how the pages of the assumed language word what is not their story.
struct Words {
    Gazetteer gazetteer;
    std::vector<Language> languages;
    Furniture furniture;
};

/// The languages beside the names, and those of the shipped ones that are not among them: other names are printed in the
/// same languages.
std::vector<Language> languages_for(const std::vector<std::string>& paths, Diagnostics& faults) {
    const auto shipped_names = shipped_gazetteer();
    auto languages = read_languages(paths, faults);
    if (std::find(paths.begin(), paths.end(), shipped_names) != paths.end()) return languages;
    const auto own = languages.size();
    for (auto& shipped : read_languages({shipped_names + "/languages"}, faults)) {
        const auto same = [&](const Language& language) { return language.language == shipped.language; };
        const auto end = languages.begin() + static_cast<std::ptrdiff_t>(own);
        if (std::find_if(languages.begin(), end, same) == end) languages.push_back(std::move(shipped));
    }
    return languages;
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
    auto furniture = furniture_of(languages, settings.language.empty() ? "en" : settings.language);
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
    stats.cpu_seconds = {{"read", report.read_seconds}, {"tag", report.tag_seconds}};
}

}  // namespace

void tag_all(const Settings& settings, Run& run, const std::function<bool(TaggedArticle&&)>& sink) {
    const auto inputs = run.stage("find", [&] { return inputs_for(settings, run); });
    const auto words = run.stage("gazetteer", [&] { return words_for(settings, run); });
    const auto roles = settings.roles || settings.count.counts(MentionKind::role) ? Roles::read : Roles::leave;
    const auto tagger = run.stage("compile", [&] { return Tagger(words.gazetteer, words.languages, roles); });
    std::uint64_t refused = 0;
    const auto start = std::chrono::steady_clock::now();
    const auto report = run.stage("tag", [&] {
        return tag_articles(
            inputs, words.furniture, tagger, {.threads = threads_for(settings), .language = settings.language},
            [&](TaggedArticle&& article) {
                article.gazetteer = run.stats.gazetteer;
                refused += sink(std::move(article)) ? 0 : 1;
            },
            [&](const TagReport& so_far) {
                stop_if_interrupted();
                run.warn_of_new(so_far.diagnostics);
                run.progress(progress_text(so_far, start));
            });
    });
    run.warn_of_new(report.diagnostics);
    note(report, refused, run.stats);
    if (report.articles == refused) {
        throw Error("no article could be read");
    }
}

}  // namespace entente::cli
