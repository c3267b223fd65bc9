// SPDX-License-Identifier: Apache-2.0
// A gazetteer of GATE (gate.ac.uk, user guide, "ANNIE Gazetteer"). A line of lists.def is a file with one name a line and
// what its names are: `city.lst:location:city:en:Lookup`, in which only file and major type are needed. Behind a name its
// features may stand: `Strelsau&country=Ruritania&id=7`.
#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include <entente/gazetteer/import/importers.hpp>
#include <entente/gazetteer/import/lines.hpp>
#include <entente/gazetteer/yaml.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

/// What the names of a list are. An empty minor type is any other.
struct ListKind {
    std::string_view major, minor;
    EntityType type;
    std::string_view category;
};

/// The types of ANNIE. Other lists of it hold parts of names, titles, dates and units.
constexpr std::array<ListKind, 22> kinds = {{
    {"person", "", EntityType::person, ""},
    {"person_full", "", EntityType::person, ""},
    {"location", "country", EntityType::country, ""},
    {"location", "city", EntityType::place, "city"},
    {"location", "province", EntityType::place, "state"},
    {"location", "region", EntityType::place, "region"},
    {"location", "continent", EntityType::place, "continent"},
    {"location", "mountain", EntityType::place, "mountain"},
    {"location", "water", EntityType::place, "water"},
    {"location", "ocean", EntityType::place, "water"},
    {"location", "river", EntityType::place, "water"},
    {"location", "island", EntityType::place, "island"},
    {"location", "", EntityType::place, ""},
    {"facility", "building", EntityType::place, "building"},
    {"organization", "company", EntityType::organization, "company"},
    {"organization", "newspaper", EntityType::organization, "media"},
    {"organization", "government", EntityType::organization, "government"},
    {"organization", "department", EntityType::organization, "government"},
    {"organization", "ministry", EntityType::organization, "government"},
    {"organization", "team", EntityType::organization, "sports"},
    {"organization", "university", EntityType::organization, "university"},
    {"organization", "", EntityType::organization, ""},
}};

/// Cuts `text` at each `separator`.
std::vector<std::string_view> parts_of(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + separator.size());
    }
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

/// One line of lists.def.
struct List {
    std::string_view file;
    std::optional<ListKind> kind;
    std::string_view language;
};

List list_in(std::string_view line, const ImportOptions& options) {
    const auto fields = parts_of(line, ":");
    const auto field = [&](std::size_t i) { return i < fields.size() ? trimmed(fields[i]) : std::string_view{}; };
    List list{field(0), {}, field(3)};
    const auto row = std::find_if(kinds.begin(), kinds.end(), [&](const ListKind& kind) {
        return kind.major == field(1) && (kind.minor.empty() || kind.minor == field(2));
    });
    if (row != kinds.end())
        list.kind = *row;
    else if (options.type)
        list.kind = ListKind{field(1), "", *options.type, ""};
    return list;
}

/// Sinks the names of one list.
class Reading {
public:
    Reading(const ImportOptions& options, const EntitySink& sink, ImportReport& report)
        : separator_(options.separator.empty() ? "&" : options.separator), sink_(sink), report_(report) {}

    void read(const std::string& path, const List& list) {
        auto lines = lines_of(path);
        report_.file = path;
        for (std::string line; lines.next(line);) {
            if (lines.overlong())
                report_.refuse("a line of over 32 MB", lines.number());
            else if (!trimmed(line).empty())
                sink_(entity_of(line, list, lines.number()));
        }
        report_.file.clear();
    }

private:
    [[nodiscard]] Entity entity_of(std::string_view line, const List& list, std::size_t number) const {
        Entity entity{};
        entity.origin.line = static_cast<std::uint32_t>(number);
        entity.type = list.kind->type;
        entity.category = list.kind->category;
        const auto parts = parts_of(line, separator_);
        Alias name{};
        name.text = trimmed(parts.front());
        if (!list.language.empty()) name.languages.emplace_back(list.language);
        entity.aliases.push_back(std::move(name));
        for (const auto part : std::span(parts).subspan(1)) {
            const auto equals = std::min(part.find('='), part.size());
            add_fact(trimmed(part.substr(0, equals)), trimmed(part.substr(std::min(equals + 1, part.size()))), entity);
        }
        return entity;
    }

    /// Features have any name; these say the same wherever they are used.
    static void add_fact(std::string_view key, std::string_view value, Entity& entity) {
        if (value.empty()) return;
        if (key == "id") entity.id = value;
        if (key == "country") entity.country = value;
        if (key == "wikidata") entity.wikidata.emplace_back(value);
        if (key == "gender")
            entity.gender = value == "m" || value == "male" ? 'm' : value == "f" || value == "female" ? 'f' : char{0};
    }

    std::string separator_;
    const EntitySink& sink_;
    ImportReport& report_;
};

/// The file of a list, which lies beside lists.def or below.
std::string path_of(const std::string& definition, std::string_view file, std::size_t line) {
    const std::filesystem::path name(file);
    const bool outside = name.is_absolute() || std::find(name.begin(), name.end(), "..") != name.end();
    const auto path = std::filesystem::path(definition).parent_path() / name;
    std::error_code error;
    if (outside || !std::filesystem::is_regular_file(path, error))
        throw Error(error_in(definition, "no list " + in_quotes(file) + " lies beside this file",
                             "put it there, or take the line out; nothing was imported", line));
    return path.string();
}

}  // namespace

bool is_gate(std::string_view path, std::string_view beginning) {
    return path.ends_with(".def") && beginning.substr(0, beginning.find('\n')).find(".lst:") != std::string_view::npos;
}

void import_gate(const std::string& path, const ImportOptions& options, const EntitySink& sink, ImportReport& report) {
    auto lines = lines_of(path);
    Reading reading(options, sink, report);
    for (std::string line; lines.next(line);) {
        if (trimmed(line).empty()) continue;
        const auto list = list_in(line, options);
        if (list.file.empty() || line.find(':') == std::string::npos)
            report.refuse("no file and major type with a colon between", lines.number());
        else if (!list.kind)
            report.refuse("a list of neither persons, organizations nor places; --type says what it is",
                          lines.number());
        else
            reading.read(path_of(path, list.file, lines.number()), list);
    }
}

}  // namespace entente
