// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/import/import.hpp>
#include <entente/tag/compile.hpp>
#include "../gazetteer_in_use.hpp"
#include "../run.hpp"
#include "commands.hpp"

#include <filesystem>

namespace entente::cli {
namespace {

std::string file_for_image(const Settings& settings) {
    if (settings.outputs.size() != 1) {
        throw UsageError("names are compiled into one file", "name it with -o, such as -o names.entente");
    }
    const auto& path = settings.outputs.front();
    if (!path.ends_with(".entente")) {
        throw UsageError("a compiled gazetteer has the suffix .entente, not that of " + path,
                         "for YAML use `entente gazetteer import`");
    }
    return path;
}

/// The format of a list that others made; null when the names are YAML or compiled.
const Importer* importer_of_list(const Settings& settings) {
    if (settings.arguments.size() != 1) return nullptr;
    const auto& path = settings.arguments.front();
    if (!settings.format.empty()) return find_importer(settings.format);
    if (std::filesystem::is_directory(path) || path.ends_with(".yaml") || path.ends_with(".yml") || is_image(path)) {
        return nullptr;
    }
    return recognize_importer(path);
}

Image compiled_list(const Settings& settings, const Importer& importer, Run& run) {
    const auto& path = settings.arguments.front();
    ImportReport report;
    const auto entities = import_entities(path, importer, settings.import, {}, report);
    for (const auto& [reason, left_out] : report.refused) {
        run.warn(warning_in(path, "refused: " + reason + "; " + counted(left_out.count, "time"), {},
                            left_out.lines.front()));
    }
    Diagnostics faults;
    const auto languages = languages_for({}, faults);
    const Gazetteer gazetteer(entities.unpacked(), {std::filesystem::path(path).filename().string()});
    return compile(gazetteer, languages);
}

Image compiled_yaml(const Settings& settings, Run& run) {
    Diagnostics faults;
    const auto paths = gazetteer_paths(settings.arguments);
    const auto image = compiled_names(paths, false, faults);
    std::uint64_t errors = 0;
    for (const auto& fault : faults) {
        run.warn(fault);
        errors += fault.severity == Severity::error ? 1 : 0;
    }
    if (errors > 0) {
        throw Error("the gazetteer has " + counted(errors, "fault"), "mend it first; nothing was written");
    }
    return image;
}

}  // namespace

Exit gazetteer_compile(const Settings& settings) {
    Run run("gazetteer compile", settings);
    const auto target = file_for_image(settings);
    auto& output = run.files.add(target);
    const auto* importer = importer_of_list(settings);
    const auto image = importer != nullptr ? compiled_list(settings, *importer, run) : compiled_yaml(settings, run);
    const CompiledGazetteer names(image);
    if (names.size() == 0) {
        throw Error("there are no names to compile", "look at the file with `entente gazetteer check`");
    }
    output.append(image.bytes());
    return run.finish(counted(names.size(), "entity") + ", " + counted(names.aliases().size(), "name") + " in "
                      + grouped((image.bytes().size() + 999'999) / 1'000'000) + " MB");
}

}  // namespace entente::cli
