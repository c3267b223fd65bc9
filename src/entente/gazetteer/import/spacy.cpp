// SPDX-License-Identifier: Apache-2.0
// Patterns of spaCy's EntityRuler, one JSON object a line: {"label": "ORG", "pattern": "Apple", "id": "apple"}, where the
// pattern may be a list of tokens: [{"LOWER": "san"}, {"LOWER": "francisco"}]. Patterns of one id are names of one entity.
#include <optional>
#include <utility>

#include <entente/gazetteer/import/importers.hpp>
#include <entente/gazetteer/import/json_lines.hpp>

namespace entente {
namespace {

/// Labels of OntoNotes and CoNLL. GPE is a country or a city, NORP a people or a party: they say too little.
std::optional<EntityType> type_of(std::string_view label) {
    if (label == "PERSON" || label == "PER") return EntityType::person;
    if (label == "ORG") return EntityType::organization;
    if (label == "LOC" || label == "FAC") return EntityType::place;
    return {};
}

/// The words of one token pattern, or nothing when it asks for more than its words.
std::string word_of(const simdjson::dom::object& token) {
    if (token.size() != 1) return {};
    for (const auto key : {"TEXT", "ORTH", "text", "orth"}) {
        if (const auto text = text_at(token, key); !text.empty()) return std::string(text);
    }
    auto lower = text_at(token, "LOWER");
    if (lower.empty()) lower = text_at(token, "lower");
    std::string word(lower);
    // The pattern leaves the case open; names are printed with a capital.
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

bool joins(std::string_view word) { return word == "-" || word == "'" || word == "/" || word == "’"; }

std::string name_of_pattern(const simdjson::dom::object& row) {
    if (const auto text = text_at(row, "pattern"); !text.empty()) return std::string(text);
    simdjson::dom::array tokens;
    if (row.at_key("pattern").get(tokens) != simdjson::SUCCESS) return {};
    std::string name;
    bool joined = true;
    for (const auto value : tokens) {
        simdjson::dom::object token;
        const auto word = value.get(token) == simdjson::SUCCESS ? word_of(token) : std::string{};
        if (word.empty()) return {};
        const bool glue = joins(word) || word == "." || word == "," || word.starts_with('\'');
        if (!joined && !glue) name += ' ';
        name += word;
        joined = joins(word);
    }
    return name;
}

}  // namespace

bool is_spacy(std::string_view, std::string_view beginning) {
    simdjson::dom::parser parser;
    simdjson::dom::object row;
    return begins_with_object(beginning, parser, row) && !text_at(row, "label").empty()
           && row.at_key("pattern").error() == simdjson::SUCCESS;
}

void import_spacy(const std::string& path, const ImportOptions& options, const EntitySink& sink, ImportReport& report) {
    read_json_lines(path, report, [&](const simdjson::dom::object& row, std::size_t line) {
        const auto label = text_at(row, "label");
        auto type = type_of(label);
        if (!type && (label == "GPE" || label == "NORP")) type = options.type;
        if (!type) return report.refuse("a label of no person, organization or place; --type says what GPE is", line);
        Entity entity{};
        entity.origin.line = static_cast<std::uint32_t>(line);
        entity.type = *type;
        entity.id = text_at(row, "id");
        entity.name = name_of_pattern(row);
        if (entity.name.empty()) return report.refuse("a pattern of more than words (TEXT, ORTH, LOWER)", line);
        if (const auto id = text_at(row, "kb_id"); id.starts_with('Q')) entity.wikidata.emplace_back(id);
        sink(std::move(entity));
    });
}

}  // namespace entente
