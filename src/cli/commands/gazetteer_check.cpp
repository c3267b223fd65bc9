// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/gazetteer/lint.hpp>
#include <entente/tag/english.hpp>
#include <entente/text/fold.hpp>
#include "../console.hpp"
#include "../gazetteer_in_use.hpp"
#include "../name_use.hpp"
#include "../stats.hpp"
#include "../tagging.hpp"
#include "commands.hpp"

#include <algorithm>

namespace entente::cli {
namespace {

std::uint64_t names_in(const Gazetteer& gazetteer) {
    std::uint64_t names = 0;
    for (const auto& entity : gazetteer.entities()) {
        names += entity.aliases.size();
    }
    return names;
}

LintWords lint_words(const std::vector<Language>& languages) {
    return {.languages = languages,
            .is_stop_word =
                [](std::string_view word) {
                    return english::is_function_word(entente::hash_of(word))
                           || english::is_calendar_word(entente::hash_of(word));
                },
            .is_given_name = [](std::string_view word) { return english::is_given_name(entente::hash_of(word)); }};
}

/// Tags the corpus with the names that were checked.
Exit try_on_corpus(const Settings& settings) {
    auto tagging_settings = settings;
    tagging_settings.gazetteers = settings.arguments;
    tagging_settings.arguments = settings.corpus;
    Run run("gazetteer check", tagging_settings);
    const Tagging tagging(tagging_settings, run);
    NameUse use(tagging.gazetteer(), settings.count);
    tagging.tag_all([&](TaggedArticle&& article, const Article&) {
        use.add(article);
        return true;
    });
    print(use.text());
    return run.finish(counted(use.articles(), "article") + " tagged");
}

}  // namespace

Exit gazetteer_check(const Settings& settings) {
    Diagnostics faults;
    const auto paths = gazetteer_paths(settings.arguments);
    const auto gazetteer = read_gazetteer(paths, faults);
    Diagnostics of_languages;
    const auto languages = languages_for(paths, of_languages);
    for (auto& fault : of_languages) {
        // A file that is no YAML is told once.
        if (std::none_of(faults.begin(), faults.end(), [&](const auto& f) { return to_text(f) == to_text(fault); })) {
            faults.push_back(std::move(fault));
        }
    }
    for (auto& fault : lint(gazetteer, lint_words(languages))) {
        faults.push_back(std::move(fault));
    }
    Console console;
    std::uint64_t errors = 0;
    for (const auto& fault : faults) {
        const bool error = fault.severity == Severity::error;
        errors += error ? 1 : 0;
        if (error || !settings.quiet) {
            console.tell(fault);
        }
    }
    const auto warnings = faults.size() - errors;
    if (!settings.quiet) {
        print(counted(gazetteer.files().size(), "file") + ", " + counted(gazetteer.entities().size(), "entity") + ", "
              + counted(names_in(gazetteer), "name") + "; " + counted(errors, "error") + ", "
              + counted(warnings, "warning") + '\n');
    }
    if (errors > 0 || (settings.strict && warnings > 0)) return Exit::failed;
    return settings.corpus.empty() ? Exit::done : try_on_corpus(settings);
}

}  // namespace entente::cli
