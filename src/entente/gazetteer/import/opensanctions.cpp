// SPDX-License-Identifier: Apache-2.0
// Entities of OpenSanctions in the model FollowTheMoney (followthemoney.tech), one JSON object a line:
// {"id": "NK-…", "schema": "Person", "caption": …, "properties": {"name": […], "alias": […], …}}.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <entente/gazetteer/import/importers.hpp>
#include <entente/gazetteer/import/json_lines.hpp>

namespace entente {
namespace {

struct Schema {
    std::string_view name;
    EntityType type;
    std::string_view category;
};

constexpr std::array<Schema, 5> schemas = {{
    {"Person", EntityType::person, ""},
    {"Organization", EntityType::organization, ""},
    {"Company", EntityType::organization, "company"},
    {"PublicBody", EntityType::organization, "government"},
    {"LegalEntity", EntityType::organization, ""},
}};

/// The one value behind the first of `keys` that has any; two values are no certain one.
std::string only_value(const simdjson::dom::object& properties, std::initializer_list<std::string_view> keys) {
    for (const auto key : keys) {
        std::string found;
        std::size_t count = 0;
        for_each_text(properties, key, [&](std::string_view text) {
            found = text;
            ++count;
        });
        if (count > 0) return count == 1 ? found : std::string{};
    }
    return {};
}

/// Fills an entity from one object.
class Reading {
public:
    Reading(const simdjson::dom::object& properties, Entity& entity, ImportReport& report)
        : properties_(properties), entity_(entity), report_(report) {}

    void names() {
        for_each_text(properties_, "name", [&](std::string_view text) { add(text); });
        for_each_text(properties_, "alias", [&](std::string_view text) { add(text); });
        // "Igor" or "The Doctor": kept apart by the source for matching on anything else too.
        for_each_text(properties_, "weakAlias", [&](std::string_view text) {
            if (text.find(' ') == std::string_view::npos)
                report_.trim("a weak alias of one word", entity_.origin.line);
            else
                add(text);
        });
    }
    void facts() {
        entity_.country =
            only_value(properties_, {"citizenship", "nationality", "jurisdiction", "mainCountry", "country"});
        const auto gender = only_value(properties_, {"gender"});
        entity_.gender = gender == "male" ? 'm' : gender == "female" ? 'f' : char{0};
        for_each_text(properties_, "wikidataId", [&](std::string_view id) { entity_.wikidata.emplace_back(id); });
    }

private:
    void add(std::string_view text) {
        if (entity_.type == EntityType::person && text.find(',') != std::string_view::npos) {
            return report_.trim("a person's name with a comma, as registers turn it", entity_.origin.line);
        }
        Alias alias{};
        alias.text = text;
        entity_.aliases.push_back(std::move(alias));
    }

    const simdjson::dom::object& properties_;
    Entity& entity_;
    ImportReport& report_;
};

}  // namespace

bool is_opensanctions(std::string_view, std::string_view beginning) {
    simdjson::dom::parser parser;
    simdjson::dom::object row;
    simdjson::dom::object properties;
    return begins_with_object(beginning, parser, row) && !text_at(row, "schema").empty()
           && row.at_key("properties").get(properties) == simdjson::SUCCESS;
}

void import_opensanctions(const std::string& path, const ImportOptions&, const EntitySink& sink, ImportReport& report) {
    read_json_lines(path, report, [&](const simdjson::dom::object& row, std::size_t line) {
        const auto named = text_at(row, "schema");
        const auto schema =
            std::find_if(schemas.begin(), schemas.end(), [&](const Schema& s) { return s.name == named; });
        if (schema == schemas.end()) {
            ++report.passed_over;
            return;
        }
        simdjson::dom::object properties;
        if (row.at_key("properties").get(properties) != simdjson::SUCCESS) return report.refuse("no properties", line);
        Entity entity{};
        entity.origin.line = static_cast<std::uint32_t>(line);
        entity.type = schema->type;
        entity.category = schema->category;
        entity.id = text_at(row, "id");
        if (entity.id.empty()) return report.refuse("no id", line);
        entity.name = text_at(row, "caption");
        Reading reading(properties, entity, report);
        reading.names();
        reading.facts();
        sink(std::move(entity));
    });
}

}  // namespace entente
