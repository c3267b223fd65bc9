// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/packed_entities.hpp>

namespace entente {

/// How somebody else's list of names is to be read.
struct ImportOptions {
    std::string source = {};   ///< what entities call their source = {}; empty: the importer's word, or the file's name
    std::string licence = {};  ///< of the source = {}; empty: the importer's, if it is known
    std::optional<EntityType> type = {};  ///< of entities that do not say theirs
    std::map<std::string, std::string, std::less<>> columns =
        {};                      ///< a key of csv_keys() to the column's name in the file
    std::string separator = {};  ///< between the values in one field of CSV, or a name and its features of GATE
    std::map<std::string, std::string, std::less<>> classes = {};  ///< class of Wikidata to our `class`, or to nothing
    std::set<std::string, std::less<>> languages = {};             ///< of names that say theirs; empty: all
};

/// Something that was not taken: how often, and the lines where it first stood.
struct LeftOut {
    std::uint64_t count = 0;
    std::vector<std::size_t> lines;  ///< at most three
    std::string file = {};           ///< of the lines, where the format has several files; else empty
};

/// What became of a file.
struct ImportReport {
    std::uint64_t taken = 0;        ///< entities that were not there before
    std::uint64_t merged = 0;       ///< entities that were there and have something new
    std::uint64_t unchanged = 0;    ///< entities that were there with all that the file says
    std::uint64_t passed_over = 0;  ///< entities of kinds that nobody asked for: addresses, rivers
    std::map<std::string, LeftOut, std::less<>> refused;  ///< lines and entities, by reason
    std::map<std::string, LeftOut, std::less<>> trimmed;  ///< names and facts of entities that were taken, by reason

    std::string file = {};  ///< that is being read, where the format has several; else empty

    void refuse(std::string_view reason, std::size_t line) { note(refused, reason, line); }
    void trim(std::string_view reason, std::size_t line) { note(trimmed, reason, line); }

private:
    void note(std::map<std::string, LeftOut, std::less<>>& rows, std::string_view reason, std::size_t line) const;
};

/// Takes an entity as the source has it: `id` is the source's or empty, `country` an ISO code, a Wikidata id, an id of
/// the source or a name, Role::of an id of the source, Origin::line the line of the file, and the name is no alias.
using EntitySink = std::function<void(Entity&& entity)>;

/// One format of names. Command, help and search for the format know no more of it than this row.
struct Importer {
    std::string_view name;          ///< as --format says it: "opensanctions"
    std::string_view summary;       ///< one line for the user
    std::string_view source = {};   ///< what its entities call their source; empty: the file's name
    std::string_view licence = {};  ///< SPDX, when all files of the format are under the same; else empty
    /// Whether a file with this name, less a suffix of compression, that begins like this is of the format for certain.
    bool (*recognizes)(std::string_view path, std::string_view beginning) = nullptr;
    /// Errors: throws Error when the file is cut off or damaged; a line that cannot be used goes to the report.
    void (*read)(const std::string& path, const ImportOptions& options, const EntitySink& sink,
                 ImportReport& report) = nullptr;
};

[[nodiscard]] std::span<const Importer> importers();
[[nodiscard]] const Importer* find_importer(std::string_view name);

/// The importer whose form the file has, by name and content; null when none is certain.
/// Errors: throws Error when the file cannot be read.
[[nodiscard]] const Importer* recognize_importer(const std::string& path);

/// The keys that a column of a CSV file may be named for.
[[nodiscard]] std::span<const std::string_view> csv_keys();

/// Adds the entities of the file at `path` (packed or not; `-` is standard input) to `known`.
///
/// An entity is the one of `known` that has its id of the same source, or its Wikidata id, or, where the source has no
/// ids, its name and type. Whoever is new gets the slug of the name as id, with the id of the source behind it where
/// another has that id; ids of `known` never change. So a second import of the same file changes nothing.
/// Errors:     throws Error, when the file is cut off or damaged.
/// Complexity: one line in memory at a time, beside the entities.
[[nodiscard]] PackedEntities import_entities(const std::string& path, const Importer& importer,
                                             const ImportOptions& options, PackedEntities known, ImportReport& report);

}  // namespace entente
