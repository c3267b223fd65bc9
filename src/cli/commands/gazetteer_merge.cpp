// SPDX-License-Identifier: Apache-2.0
#include <entente/suggest/patch.hpp>
#include <entente/text/file.hpp>
#include "../gazetteer_in_use.hpp"
#include "../run.hpp"
#include "commands.hpp"

#include <filesystem>

namespace entente::cli {

Exit gazetteer_merge(const Settings& settings) {
    if (settings.into.empty()) {
        throw UsageError("nothing says which gazetteer file takes the merge", "give --into my-names.yaml");
    }
    Run run("gazetteer merge", settings);
    Diagnostics faults;
    const auto gazetteer = read_gazetteer(gazetteer_paths(settings.gazetteers), faults);
    const auto bytes = std::filesystem::exists(settings.into) ? read_whole_file(settings.into) : std::string();
    const auto& from = settings.arguments.front();
    const auto& to = settings.arguments.back();
    const auto merged = append_merge(from, to, settings.into, bytes, gazetteer, faults);
    run.stop_at(faults, "the gazetteer file was left as it was");
    if (merged != bytes) {
        run.files.add(settings.into).append(merged);
    }
    return run.finish(
        from + (merged == bytes ? " was merged before" : " is " + to + " where " + settings.into + " is read"));
}

}  // namespace entente::cli
