// SPDX-License-Identifier: Apache-2.0
// A table with a header.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <entente/gazetteer/import/importers.hpp>
#include <entente/gazetteer/import/lines.hpp>
#include <entente/gazetteer/yaml.hpp>
#include <entente/text/csv.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

constexpr std::size_t longest_record = std::size_t{1} << 20;  // bytes; a longer one has a quote that never closes

constexpr std::array<std::string_view, 10> keys = {"id",    "name",    "aliases",  "acronyms", "type",
                                                   "class", "country", "language", "wikidata", "gender"};
enum Key : std::size_t { id, name, aliases, acronyms, type, category, country, language, wikidata, gender };

using Fields = std::vector<std::string>;

/// For each key the column that holds it, if any.
using Columns = std::array<std::optional<std::size_t>, keys.size()>;

Columns columns_of(const std::string& path, const Fields& header, const ImportOptions& options) {
    Columns columns;
    for (std::size_t key = 0; key < keys.size(); ++key) {
        const auto given = options.columns.find(keys[key]);
        const std::string_view wanted = given == options.columns.end() ? keys[key] : std::string_view(given->second);
        const auto found = std::find(header.begin(), header.end(), wanted);
        if (found != header.end()) {
            columns[key] = static_cast<std::size_t>(found - header.begin());
        } else if (given != options.columns.end()) {
            throw Error(error_in(path, "no column is called " + in_quotes(wanted),
                                 did_you_mean(wanted, {header.begin(), header.end()}, "Columns"), 1));
        }
    }
    if (!columns[name]) {
        throw Error(error_in(path, "no column is called \"name\"",
                             "say which one holds the names: --columns name=" + header.front(), 1));
    }
    if (!columns[type] && !options.type) {
        throw Error(error_in(path, "nothing says what is listed here",
                             "add --type person, country, organization or place, or --columns type=COLUMN", 1));
    }
    return columns;
}

/// Makes entities of records.
class Reading {
public:
    Reading(const ImportOptions& options, const Columns& columns) : options_(options), columns_(columns) {}

    /// Reads a record into an entity that may hold another; false when it says no known type.
    [[nodiscard]] bool read(const Fields& fields, Entity& entity) const {
        const auto of = type_of(at(fields, type));
        if (!of) return false;
        forget(entity);
        entity.type = *of;
        entity.id = at(fields, id);
        entity.name = at(fields, name);
        add_names(at(fields, aliases), at(fields, language), AliasKind::alias, entity);
        add_names(at(fields, acronyms), {}, AliasKind::acronym, entity);
        entity.category = at(fields, category);
        entity.country = at(fields, country);
        const auto sex = at(fields, gender);
        entity.gender = sex == "m" || sex == "male" ? 'm' : sex == "f" || sex == "female" ? 'f' : char{0};
        if (const auto number = at(fields, wikidata); !number.empty()) entity.wikidata.emplace_back(number);
        return true;
    }

private:
    [[nodiscard]] std::string_view at(const Fields& fields, Key key) const {
        return columns_[key] ? std::string_view(fields[*columns_[key]]) : std::string_view{};
    }
    [[nodiscard]] std::optional<EntityType> type_of(std::string_view written) const {
        if (written.empty()) return options_.type;
        if (const auto type = entity_type_of(written)) return type;
        std::string word(written);
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return entity_type_of(word);
    }
    void add_names(std::string_view list, std::string_view of_language, AliasKind kind, Entity& entity) const {
        const std::string_view separator = options_.separator.empty() ? ";" : std::string_view(options_.separator);
        while (!list.empty()) {
            const auto end = std::min(list.find(separator), list.size());
            if (list.substr(0, end).find_first_not_of(' ') < end) {
                Alias& alias = entity.aliases.emplace_back();
                alias.text = list.substr(0, end);
                alias.kind = kind;
                if (!of_language.empty()) alias.languages.emplace_back(of_language);
            }
            list.remove_prefix(std::min(end + separator.size(), list.size()));
        }
    }

    const ImportOptions& options_;
    const Columns& columns_;
};

bool next_row(CsvRows& rows, CsvRow& row) {
    const bool any = rows.next(row);
    if (any && row.unclosed) {
        throw Error(error_in(rows.path(), "the quote that opens in this row is never closed",
                             "double a quote that is part of a text; nothing was imported", row.line));
    }
    return any;
}

}  // namespace

std::span<const std::string_view> csv_keys() { return keys; }

bool is_csv(std::string_view path, std::string_view beginning) {
    return path.ends_with(".csv") || (path.ends_with(".tsv") && !is_jrc_names(path, beginning));
}

void import_csv(const std::string& path, const ImportOptions& options, const EntitySink& sink, ImportReport& report) {
    CsvRows rows(lines_of(path), longest_record);
    CsvRow row;
    if (!next_row(rows, row)) throw Error(error_in(path, "the file is empty", "its first line names the columns"));
    const auto columns = columns_of(path, row.fields, options);
    const auto width = row.fields.size();
    const Reading reading(options, columns);
    Entity entity;
    while (next_row(rows, row)) {
        if (row.fields.size() == 1 && row.fields.front().empty()) continue;
        if (row.misquoted) {
            report.refuse("a quote inside a field that is not in quotes", row.line);
        } else if (row.fields.size() != width) {
            report.refuse("not as many fields as the header has", row.line);
        } else if (reading.read(row.fields, entity)) {
            entity.origin.line = static_cast<std::uint32_t>(row.line);
            sink(std::move(entity));
        } else {
            report.refuse("a type that is none of person, country, organization and place", row.line);
        }
    }
}

}  // namespace entente
