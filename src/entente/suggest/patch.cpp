// SPDX-License-Identifier: Apache-2.0
#include <entente/suggest/patch.hpp>

#include <algorithm>

#include <entente/gazetteer/yaml.hpp>
#include <entente/suggest/yaml_text.hpp>

namespace entente {
namespace {

constexpr std::string_view head =
    "# Names that these articles say and the gazetteer does not list. Write a decision for each, then run\n"
    "#   entente gazetteer apply THIS-FILE --into my-names.yaml\n"
    "# decision: accept                    a new entity; mend its name, type, id and aliases first\n"
    "#           refuse                    never to be suggested again\n"
    "#           {alias-of: person/x}      another name of one who is listed\n"
    "#           \"?\"                       later\n"
    "type: suggestions\n";

constexpr std::size_t most_near = 5;

const std::vector<std::string_view> keys{"decision",   "name",    "type",     "id",   "aliases", "acronyms",
                                         "looks_like", "stories", "mentions", "near", "clues",   "examples"};

/// Reads the rows of a patch and says what is wrong in them.
class PatchReader {
public:
    PatchReader(const YamlFile& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

    PatchEntry read(const YamlNode& node) {
        PatchEntry entry;
        for (const auto& [key, value] : entries_of(file_, node, keys, diagnostics_)) {
            if (key == "decision") decide(*value, entry);
            if (key == "name") entry.name = text(*value);
            if (key == "id") entry.id = text(*value);
            if (key == "type") entry.type = entity_type_of(value->text);
            if (key == "aliases") entry.aliases = texts(*value);
            if (key == "acronyms") entry.acronyms = texts(*value);
        }
        if (entry.name.empty()) fault(node, "a suggestion without a name", "leave out the whole entry, or name it");
        if (entry.decision == Decision::accept && !entry.type)
            fault(node, "it is accepted and its type is not known",
                  "write the type: person, country, organization or place");
        if (entry.decision == Decision::accept && entry.id.empty())
            fault(node, "it is accepted and has no id", "write one, such as \"id: sergey-lavrov\"");
        return entry;
    }

private:
    void fault(const YamlNode& node, std::string message, std::string hint) {
        diagnostics_.push_back(file_.fault(node, std::move(message), std::move(hint)));
    }

    void decide(const YamlNode& node, PatchEntry& entry) {
        if (const auto* target = value_of(node, "alias-of")) {
            entry.decision = Decision::alias_of;
            entry.target = text(*target);
        } else if (node.text == "accept") {
            entry.decision = Decision::accept;
        } else if (node.text == "refuse") {
            entry.decision = Decision::refuse;
        } else if (node.text != "?") {
            fault(node, "unknown decision " + in_quotes(node.text),
                  "decisions are accept, refuse, {alias-of: ID} and \"?\"");
        }
    }

    std::string text(const YamlNode& node) {
        if (node.kind == YamlNode::Kind::scalar) return node.text;
        fault(node, "one text is wanted, this is " + std::string(name_of(node.kind)), "write it in double quotes");
        return {};
    }

    std::vector<std::string> texts(const YamlNode& node) {
        std::vector<std::string> found;
        for (const YamlNode& item : node.items) found.push_back(text(item));
        return found;
    }

    const YamlFile& file_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::string write_patch(std::span<const Suggestion> suggestions) {
    std::string text(head);
    text += suggestions.empty() ? "suggestions: []\n" : "suggestions:\n";
    for (const Suggestion& row : suggestions) {
        const auto list = [&](std::string_view key, std::span<const std::string> texts) {
            if (!texts.empty()) text += "    " + std::string(key) + ": " + yaml_list(texts) + '\n';
        };
        text += "  - decision: \"?\"\n    name: " + yaml_text(row.name) + '\n';
        text += "    type: " + std::string(row.type ? name_of(*row.type) : "unknown") + '\n';
        text += "    id: " + yaml_text(row.id) + '\n';
        list("aliases", row.aliases);
        list("acronyms", row.acronyms);
        if (!row.looks_like.empty()) text += "    looks_like: " + yaml_text(row.looks_like) + '\n';
        text +=
            "    stories: " + std::to_string(row.stories) + "\n    mentions: " + std::to_string(row.mentions) + '\n';
        list("near", std::span(row.near).first(std::min(row.near.size(), most_near)));
        list("clues", row.clues);
        text += "    examples:\n";
        for (const SuggestionExample& example : row.examples)
            text +=
                "      - {article: " + yaml_text(example.article) + ", text: " + yaml_text(example.sentence) + "}\n";
    }
    return text;
}

std::vector<PatchEntry> read_patch(std::string name, std::string bytes, Diagnostics& diagnostics) {
    const YamlFile file(std::move(name), std::move(bytes), diagnostics);
    std::vector<PatchEntry> entries;
    for (const YamlNode& document : file.documents()) {
        const YamlNode* type = value_of(document, "type");
        const YamlNode* rows = value_of(document, "suggestions");
        if (type == nullptr || type->text != "suggestions" || rows == nullptr) {
            diagnostics.push_back(file.fault(document, "this is no list of suggestions",
                                             "give a file that `entente gazetteer suggest` wrote"));
            continue;
        }
        for (const YamlNode& row : rows->items) entries.push_back(PatchReader(file, diagnostics).read(row));
    }
    return entries;
}

}  // namespace entente
