// SPDX-License-Identifier: Apache-2.0
#include <entente/suggest/patch.hpp>
#include <entente/text/file.hpp>
#include "../gazetteer_in_use.hpp"
#include "../run.hpp"
#include "commands.hpp"

#include <filesystem>
#include <iterator>

namespace entente::cli {
namespace {

std::vector<PatchEntry> read_patches(const Settings& settings, Run& run) {
    Diagnostics faults;
    std::vector<PatchEntry> entries;
    for (const auto& path : settings.arguments) {
        auto more = read_patch(path, read_whole_file(path), faults);
        entries.insert(entries.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    run.stop_at(faults, "the gazetteer file was left as it was");
    return entries;
}

std::string summary_of(const AppliedPatch& applied) {
    return counted(applied.accepted, "entity") + " accepted, " + grouped(applied.aliases) + " taken as another name, "
           + grouped(applied.refused) + " refused, " + grouped(applied.already) + " there before, "
           + grouped(applied.open) + " undecided";
}

}  // namespace

Exit gazetteer_apply(const Settings& settings) {
    if (settings.into.empty()) {
        throw UsageError("nothing says which gazetteer file takes the names", "give --into my-names.yaml");
    }
    Run run("gazetteer apply", settings);
    const auto entries = read_patches(settings, run);
    Diagnostics faults;
    const auto gazetteer = read_gazetteer(gazetteer_paths(settings.gazetteers), faults);
    const auto bytes = std::filesystem::exists(settings.into) ? read_whole_file(settings.into) : std::string();
    const auto applied = apply_patch(entries, settings.into, bytes, gazetteer, faults);
    run.stop_at(faults, "the gazetteer file was left as it was");
    if (applied.bytes != bytes) {
        run.files.add(settings.into).append(applied.bytes);
    }
    return run.finish(summary_of(applied));
}

}  // namespace entente::cli
