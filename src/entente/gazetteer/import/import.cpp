// SPDX-License-Identifier: Apache-2.0
// The table of importers: one row each. To add one, write a row here and a file in this folder.
#include <entente/gazetteer/import/import.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

#include <entente/gazetteer/import/importers.hpp>
#include <entente/gazetteer/import/lines.hpp>
#include <entente/gazetteer/import/merge.hpp>
#include <entente/text/unpack.hpp>

namespace entente {
namespace {

constexpr Importer rows[] = {
    {.name = "csv",
     .summary = "a table with a header (.csv, .tsv); --columns says which column holds what",
     .recognizes = is_csv,
     .read = import_csv},
    {.name = "spacy",
     .summary = "patterns of spaCy's EntityRuler, JSON lines",
     .recognizes = is_spacy,
     .read = import_spacy},
    {.name = "opensanctions",
     .summary = "entities of OpenSanctions (FollowTheMoney), JSON lines",
     .source = "OpenSanctions",
     .licence = "CC-BY-NC-4.0",
     .recognizes = is_opensanctions,
     .read = import_opensanctions},
    {.name = "wikidata",
     .summary = "a JSON dump of Wikidata, one entity a line: people, countries and what --classes names",
     .source = "Wikidata",
     .licence = "CC0-1.0",
     .recognizes = is_wikidata,
     .read = import_wikidata},
    {.name = "jrc-names",
     .summary = "JRC-Names: id, type, language and name between tabs",
     .source = "JRC-Names",
     .recognizes = is_jrc_names,
     .read = import_jrc_names},
    {.name = "popolo",
     .summary = "Popolo JSON, as of EveryPolitician: persons, organizations and their memberships",
     .recognizes = is_popolo,
     .read = import_popolo},
    {.name = "gate",
     .summary = "gazetteer of GATE: a lists.def and the .lst files beside it",
     .recognizes = is_gate,
     .read = import_gate},
};

constexpr std::size_t most_lines_named = 3;
constexpr std::size_t most_looked_at = std::size_t{1} << 16;  // bytes of the beginning; an object may be longer

}  // namespace

void ImportReport::note(std::map<std::string, LeftOut, std::less<>>& rows_by_reason, std::string_view reason,
                        std::size_t line) const {
    const auto key = file.empty() ? std::string(reason)
                                  : std::string(reason) + " in " + std::filesystem::path(file).filename().string();
    auto& [count, lines, of] = rows_by_reason[key];
    of = file;
    ++count;
    const bool again = !lines.empty() && lines.back() == line;
    if (lines.size() < most_lines_named && !again) lines.push_back(line);
}

std::span<const Importer> importers() { return rows; }

const Importer* find_importer(std::string_view name) {
    const auto row = std::find_if(std::begin(rows), std::end(rows), [&](const auto& r) { return r.name == name; });
    return row == std::end(rows) ? nullptr : row;
}

const Importer* recognize_importer(const std::string& path) {
    if (path == "-") return nullptr;  // what is read to look at it would be gone
    auto lines = lines_of(path);
    std::string beginning;
    for (std::string line; beginning.size() < most_looked_at && lines.next(line);) beginning += line + '\n';
    const auto name = without_packing(path);
    const auto row =
        std::find_if(std::begin(rows), std::end(rows), [&](const auto& r) { return r.recognizes(name, beginning); });
    return row == std::end(rows) ? nullptr : row;
}

PackedEntities import_entities(const std::string& path, const Importer& importer, const ImportOptions& options,
                               PackedEntities known, ImportReport& report) {
    auto source = options.source;
    if (source.empty()) source = importer.source;
    if (source.empty())
        source = path == "-" ? "stdin" : std::filesystem::path(without_packing(path)).filename().string();
    auto licence = options.licence.empty() ? std::string(importer.licence) : options.licence;
    Merge merge(std::move(known), std::move(source), std::move(licence), report);
    importer.read(
        path, options, [&](Entity&& entity) { merge.add(std::move(entity)); }, report);
    return merge.take();
}

}  // namespace entente
