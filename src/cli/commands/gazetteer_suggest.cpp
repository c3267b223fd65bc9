// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/refused.hpp>
#include <entente/suggest/patch.hpp>
#include <entente/suggest/suggestion.hpp>
#include "../gazetteer_in_use.hpp"
#include "../tagging.hpp"
#include "commands.hpp"

namespace entente::cli {
namespace {

/// The file of -o, or null for standard output.
Output* file_for_patch(const Settings& settings, Run& run) {
    if (settings.outputs.size() > 1) {
        throw UsageError("suggestions are written to one file only", "leave one -o");
    }
    if (settings.outputs.empty() || settings.outputs.front() == "-") {
        return nullptr;
    }
    const auto& path = settings.outputs.front();
    if (!path.ends_with(".yaml") && !path.ends_with(".yml")) {
        throw UsageError("suggestions are written as YAML, which " + path + " does not say", "name the file .yaml");
    }
    return &run.files.add(path);
}

std::vector<std::string> refused_names(const Settings& settings, Run& run) {
    Diagnostics faults;
    auto names = read_refused(gazetteer_paths(settings.gazetteers), faults);
    for (const auto& fault : faults) {
        run.warn(fault);
    }
    return names;
}

}  // namespace

Exit gazetteer_suggest(const Settings& settings) {
    Run run("gazetteer suggest", settings);
    auto* file = file_for_patch(settings, run);
    const Tagging tagging(settings, run);
    const auto refused = refused_names(settings, run);
    Suggester suggester(tagging.gazetteer(), tagging.languages(), refused);
    std::uint64_t articles = 0;
    tagging.tag_all([&](TaggedArticle&& tagged, const Article& article) {
        suggester.add(article, tagged);
        ++articles;
        return true;
    });
    const auto suggestions = run.stage("suggest", [&] { return suggester.ranked(); });
    const auto patch = write_patch(suggestions);
    if (file != nullptr) {
        file->append(patch);
    } else {
        print(patch);
    }
    return run.finish(counted(articles, "article") + ", " + counted(suggestions.size(), "suggestion"));
}

}  // namespace entente::cli
