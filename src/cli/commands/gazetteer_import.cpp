// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/import/import.hpp>
#include <entente/gazetteer/yaml_writer.hpp>
#include <entente/text/file.hpp>
#include "../run.hpp"
#include "commands.hpp"

#include <filesystem>

namespace entente::cli {
namespace {

constexpr std::string_view mark = "Written by `entente gazetteer import`, which keeps what is added but no comments.";

std::string file_for_names(const Settings& settings) {
    if (settings.outputs.size() != 1) {
        throw UsageError("names are imported into one file", "name it with -o, such as -o names.yaml");
    }
    const auto& path = settings.outputs.front();
    if (!path.ends_with(".yaml") && !path.ends_with(".yml")) {
        throw UsageError("a gazetteer is YAML, which " + path + " does not say", "name the file .yaml");
    }
    return path;
}

const Importer& importer_for(const Settings& settings) {
    const auto& path = settings.arguments.front();
    const auto* importer = settings.format.empty() ? recognize_importer(path) : find_importer(settings.format);
    if (importer != nullptr) {
        return *importer;
    }
    std::string names;
    for (const auto& row : importers()) {
        names += (names.empty() ? "" : ", ") + std::string(row.name);
    }
    throw Error(error_in(path, "the format is not certain", "say it with --format; there are " + names));
}

/// What earlier imports wrote. A file of a person's own is never written over, for its comments would be lost.
std::vector<Entity> entities_at(const std::string& path) {
    if (!std::filesystem::exists(path)) {
        return {};
    }
    if (!read_whole_file(path).starts_with("# " + std::string(mark))) {
        throw Error(error_in(path, "this file was not made by entente gazetteer import", "name another file with -o"));
    }
    Diagnostics faults;
    const auto gazetteer = read_gazetteer({path}, faults);
    if (!faults.empty()) {
        throw Error(faults.front());  // what cannot be read would be lost
    }
    if (!gazetteer.redirects().empty()) {
        throw Error(error_in(path, "an import would take the redirects out of this file", "keep them in another one"));
    }
    return gazetteer.entities();
}

/// One line for each reason, with the first lines of the file that it holds for.
void tell_of(Run& run, const std::string& path, std::string_view verb, const auto& reasons) {
    for (const auto& [reason, left_out] : reasons) {
        auto message = std::string(verb) + ": " + reason;
        if (left_out.count > 1) {
            message += "; " + grouped(left_out.count) + " times";
        }
        for (std::size_t i = 1; i < left_out.lines.size(); ++i) {
            message += (i == 1 ? ", next in line " : " and ") + std::to_string(left_out.lines[i]);
        }
        run.warn(warning_in(left_out.file.empty() ? path : left_out.file, message, {}, left_out.lines.front()));
    }
}

}  // namespace

Exit gazetteer_import(const Settings& settings) {
    Run run("gazetteer import", settings);
    const auto target = file_for_names(settings);
    const auto& path = settings.arguments.front();
    const auto& importer = importer_for(settings);
    const auto known = entities_at(target);
    auto* output = settings.dry_run ? nullptr : &run.files.add(target);
    ImportReport report;
    const auto entities =
        run.stage("import", [&] { return import_entities(path, importer, settings.import, PackedEntities(known), report); });
    tell_of(run, path, "refused", report.refused);
    tell_of(run, path, "left out", report.trimmed);
    if (report.taken + report.merged + report.unchanged == 0) {
        throw Error(error_in(path, "nothing in this file could be imported as " + std::string(importer.name),
                             "see whether --format is right; nothing was written"));
    }
    if (settings.import.licence.empty() && importer.licence.empty()) {
        run.warn(warning_in(path, "the licence of these names is not known", "say it with --licence"));
    }
    const auto in_all = entities.size();
    if (output != nullptr) {
        output->append(to_yaml(entities.unpacked(), std::string(mark)));
    }
    std::uint64_t refused = 0;
    for (const auto& [reason, left_out] : report.refused) {
        refused += left_out.count;
    }
    return run.finish(grouped(report.taken) + " taken, " + grouped(report.merged) + " merged, "
                      + grouped(report.unchanged) + " unchanged, " + grouped(refused) + " refused, "
                      + grouped(report.passed_over) + " passed over; "
                      + (settings.dry_run ? "nothing was written" : counted(in_all, "entity") + " in " + target));
}

}  // namespace entente::cli
