// SPDX-License-Identifier: Apache-2.0
// A JSON dump of Wikidata: a list with one entity a line. Described at mediawiki.org/wiki/Wikibase/DataModel/JSON.
#include <algorithm>
#include <optional>
#include <utility>

#include <entente/gazetteer/import/importers.hpp>
#include <entente/gazetteer/import/json_lines.hpp>

namespace entente {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view human = "Q5";
constexpr std::string_view male = "Q6581097";
constexpr std::string_view female = "Q6581072";

/// The object behind keys that stand in each other.
std::optional<dom::object> object_at(dom::object row, std::initializer_list<std::string_view> keys) {
    for (const auto key : keys) {
        if (row.at_key(key).get(row) != simdjson::SUCCESS) return {};
    }
    return row;
}

/// Calls `visit` with the `datavalue` of each statement of a property that is not deprecated and has a value; only with
/// the preferred ones where there are any and `best` is asked for.
template <class Visit>
void for_each_value(const dom::object& claims, std::string_view property, bool best, Visit visit) {
    dom::array statements;
    if (claims.at_key(property).get(statements) != simdjson::SUCCESS) return;
    bool preferred = false;
    for (const dom::object statement : statements) preferred |= text_at(statement, "rank") == "preferred";
    for (const dom::object statement : statements) {
        const auto rank = text_at(statement, "rank");
        if (rank == "deprecated" || (best && preferred && rank != "preferred")) continue;
        if (const auto value = object_at(statement, {"mainsnak", "datavalue"})) visit(*value);
    }
}

std::vector<std::string_view> items(const dom::object& claims, std::string_view property, bool best) {
    std::vector<std::string_view> ids;
    for_each_value(claims, property, best, [&](const dom::object& value) {
        const auto item = object_at(value, {"value"});
        if (const auto id = item ? text_at(*item, "id") : std::string_view{}; !id.empty()) ids.push_back(id);
    });
    return ids;
}

std::string only_item(const dom::object& claims, std::string_view property) {
    const auto ids = items(claims, property, true);
    return ids.size() == 1 ? std::string(ids.front()) : std::string{};
}

/// `+1991-12-26T00:00:00Z` with the precision 11 for a day, 10 for a month, 9 for a year.
Date date_of(const dom::object& value) {
    std::int64_t precision = 0;
    const auto time = text_at(value, "time");
    if (value.at_key("precision").get(precision) != simdjson::SUCCESS || time.size() < 11 || time[0] != '+') return {};
    const std::size_t size = precision == 11 ? 10 : precision == 10 ? 7 : precision == 9 ? 4 : 0;
    return parse_iso_date(time.substr(1, size)).value_or(Date{});
}

/// Makes entities of objects of the dump.
class Reading {
public:
    Reading(const ImportOptions& options, const EntitySink& sink, ImportReport& report)
        : options_(options), sink_(sink), report_(report) {}

    void read(const dom::object& row, std::size_t line) {
        const auto claims = object_at(row, {"claims"});
        if (text_at(row, "type") != "item" || !claims) return report_.refuse("no item with claims", line);
        Entity entity{};
        entity.origin.line = static_cast<std::uint32_t>(line);
        if (!classify(*claims, entity)) {
            ++report_.passed_over;
            return;
        }
        entity.id = text_at(row, "id");
        if (entity.id.empty()) return report_.refuse("no id", line);
        entity.wikidata.push_back(entity.id);
        labels(row, entity);
        aliases(row, entity);
        facts(*claims, entity);
        sink_(std::move(entity));
    }

private:
    /// A person goes before a country, a country before an organization.
    [[nodiscard]] bool classify(const dom::object& claims, Entity& entity) const {
        bool organization = false;
        bool country = false;
        for (const auto id : items(claims, "P31", false)) {
            if (id == human) {
                entity.type = EntityType::person;
                return true;
            }
            country = country || id == "Q6256" || id == "Q3624078";
            const auto found = options_.classes.find(id);
            if (found == options_.classes.end() || organization) continue;
            organization = true;
            entity.category = found->second;
        }
        entity.type = country ? EntityType::country : EntityType::organization;
        if (country) entity.category.clear();
        return country || organization;
    }

    [[nodiscard]] bool wanted(std::string_view language) const {
        return options_.languages.empty() || language == "mul"
               || options_.languages.contains(language.substr(0, language.find('-')));
    }

    /// The English label is the name; "mul" holds in all languages and is the next choice.
    void labels(const dom::object& row, Entity& entity) const {
        const auto of = object_at(row, {"labels"});
        if (!of) return;  // PHP writes an empty map as a list
        for (const auto language : {"en", "mul"}) {
            const auto label = object_at(*of, {language});
            if (label && entity.name.empty()) entity.name = text_at(*label, "value");
        }
        for (const auto [language, value] : *of) {
            dom::object label;
            if (value.get(label) == simdjson::SUCCESS) add(text_at(label, "value"), language, entity);
        }
    }
    void aliases(const dom::object& row, Entity& entity) const {
        const auto of = object_at(row, {"aliases"});
        if (!of) return;
        for (const auto [language, value] : *of) {
            dom::array list;
            if (value.get(list) != simdjson::SUCCESS) continue;
            for (const auto item : list) {
                dom::object alias;
                if (item.get(alias) == simdjson::SUCCESS) add(text_at(alias, "value"), language, entity);
            }
        }
    }
    void add(std::string_view text, std::string_view language, Entity& entity,
             AliasKind kind = AliasKind::alias) const {
        if (text.empty() || text == entity.name || !wanted(language)) return;
        Alias alias{};
        alias.text = text;
        alias.kind = kind;
        if (language != "mul") alias.languages.emplace_back(language == "simple" ? "en" : language);
        entity.aliases.push_back(std::move(alias));
    }

    void facts(const dom::object& claims, Entity& entity) const {
        if (entity.type == EntityType::person) {
            const auto gender = only_item(claims, "P21");
            entity.gender = gender == male ? 'm' : gender == female ? 'f' : char{0};
            entity.country = only_item(claims, "P27");
        } else if (entity.type == EntityType::organization) {
            entity.country = only_item(claims, "P17");
        } else {
            for_each_value(claims, "P297", true,
                           [&](const dom::object& value) { entity.iso = text_at(value, "value"); });
            for_each_value(claims, "P1549", false, [&](const dom::object& value) {
                if (const auto text = object_at(value, {"value"}))
                    add(text_at(*text, "text"), text_at(*text, "language"), entity, AliasKind::demonym);
            });
            for_each_value(claims, "P576", true, [&](const dom::object& value) {
                if (const auto time = object_at(value, {"value"})) entity.until = date_of(*time);
            });
        }
    }

    const ImportOptions& options_;
    const EntitySink& sink_;
    ImportReport& report_;
};

}  // namespace

bool is_wikidata(std::string_view, std::string_view beginning) {
    simdjson::dom::parser parser;
    simdjson::dom::object row;
    if (begins_with_object(beginning, parser, row)) {
        return text_at(row, "type") == "item" && row.at_key("labels").error() == simdjson::SUCCESS;
    }
    return beginning.starts_with("[\n{\"type\":\"item\"");  // a line longer than what is looked at
}

void import_wikidata(const std::string& path, const ImportOptions& options, const EntitySink& sink,
                     ImportReport& report) {
    Reading reading(options, sink, report);
    read_json_lines(path, report, [&](const dom::object& row, std::size_t line) { reading.read(row, line); });
}

}  // namespace entente
