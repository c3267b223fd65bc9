// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/import/import.hpp>
#include <entente/tag/compile.hpp>
#include "../gazetteer_in_use.hpp"
#include "../run.hpp"
#include "commands.hpp"

#include <algorithm>
#include <filesystem>
#include <span>
#include <vector>

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
const Importer* importer_of_list(const Settings& settings, const std::string& path) {
    if (path == "default" || std::filesystem::is_directory(path) || path.ends_with(".yaml") || path.ends_with(".yml")
        || is_image(path)) {
        return nullptr;
    }
    return settings.format.empty() ? recognize_importer(path) : find_importer(settings.format);
}

struct List {
    std::string path;
    const Importer* importer;
};

/// Names of lists that others made, added to those of `gazetteer`.
Image with_lists(const Settings& settings, const std::vector<List>& lists, const Gazetteer& gazetteer,
                 std::span<const Language> languages, ImageFile* file, Run& run) {
    PackedEntities entities(gazetteer.entities());
    auto files = gazetteer.files();
    for (const auto& [path, importer] : lists) {
        ImportReport report;
        entities = import_entities(path, *importer, settings.import, std::move(entities), report);
        for (const auto& [reason, left_out] : report.refused) {
            run.warn(warning_in(path, "refused: " + reason + "; " + counted(left_out.count, "time"), {},
                                left_out.lines.front()));
        }
        files.push_back(std::filesystem::path(path).filename().string());
    }
    return compile(std::move(entities), files, languages, file);
}

Image compiled(const Settings& settings, ImageFile* file, Run& run) {
    std::vector<List> lists;
    std::vector<std::string> paths;
    for (const auto& path : settings.arguments) {
        if (const auto* importer = importer_of_list(settings, path)) {
            lists.push_back({path, importer});
        } else {
            paths.push_back(path);
        }
    }
    if (lists.empty() || !paths.empty()) {
        paths = gazetteer_paths(paths);
    }
    Diagnostics faults;
    auto image = lists.empty()
                     ? compiled_names(paths, false, faults)
                     : with_lists(settings, lists, paths.empty() ? Gazetteer() : read_gazetteer(paths, faults),
                                  languages_for(paths, faults), file, run);
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
    ImageFile file(output.descriptor(), target);
    const auto image = compiled(settings, ImageFile::takes(output.descriptor()) ? &file : nullptr, run);
    const CompiledGazetteer names(image);
    if (names.size() == 0) {
        throw Error("there are no names to compile", "look at the file with `entente gazetteer check`");
    }
    constexpr std::size_t piece = std::size_t{1} << 18;  // bytes; as a whole it would be in memory twice
    for (auto rest = image.bytes(); file.size() == 0 && !rest.empty(); rest.remove_prefix(std::min(piece, rest.size())))
        output.append(rest.substr(0, piece));
    return run.finish(counted(names.size(), "entity") + ", " + counted(names.aliases().size(), "name") + " in "
                      + grouped((image.bytes().size() + 999'999) / 1'000'000) + " MB");
}

}  // namespace entente::cli
