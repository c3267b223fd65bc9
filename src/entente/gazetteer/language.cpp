// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/language.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <entente/article/phrases.hpp>
#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/source_files.hpp>
#include <entente/gazetteer/yaml.hpp>
#include <entente/gazetteer/yaml_inflection.hpp>
#include <entente/text/file.hpp>

namespace entente {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::pair<std::string_view, Words Furniture::*>, 18> furniture_lists = {{
    {"lines", &Furniture::lines},
    {"line_starts", &Furniture::line_starts},
    {"list_openers", &Furniture::list_openers},
    {"appeal_openers", &Furniture::appeal_openers},
    {"appeal_words", &Furniture::appeal_words},
    {"appeal_phrases", &Furniture::appeal_phrases},
    {"page_ends", &Furniture::page_ends},
    {"notices", &Furniture::notices},
    {"notice_companions", &Furniture::notice_companions},
    {"navigation", &Furniture::navigation},
    {"photo_labels", &Furniture::photo_labels},
    {"credit_starts", &Furniture::credit_starts},
    {"credit_phrases", &Furniture::credit_phrases},
    {"agencies", &Furniture::agencies},
    {"byline_words", &Furniture::byline_words},
    {"date_labels", &Furniture::date_labels},
    {"publisher_labels", &Furniture::publisher_labels},
    {"url_labels", &Furniture::url_labels},
}};

constexpr std::array<std::pair<std::string_view, Words NeighbourWords::*>, 16> word_lists = {{
    {"function_words", &NeighbourWords::function_words},
    {"titles", &NeighbourWords::titles},
    {"men", &NeighbourWords::men},
    {"women", &NeighbourWords::women},
    {"calendar", &NeighbourWords::calendar},
    {"conjunctions", &NeighbourWords::conjunctions},
    {"of", &NeighbourWords::of},
    {"articles", &NeighbourWords::articles},
    {"places", &NeighbourWords::places},
    {"opens_name", &NeighbourWords::opens_name},
    {"opens_water", &NeighbourWords::opens_water},
    {"closes_name", &NeighbourWords::closes_name},
    {"verbs", &NeighbourWords::verbs},
    {"auxiliaries", &NeighbourWords::auxiliaries},
    {"clause_openers", &NeighbourWords::clause_openers},
    {"codes", &NeighbourWords::codes},
}};

// Patterns are compared with text in lower case, so that one with a capital would never be found.
void read_words(const YamlFile& file, const YamlNode& node, bool single, Words& words, Diagnostics& diagnostics) {
    if (node.kind != YamlNode::Kind::sequence) {
        diagnostics.push_back(file.fault(node, "a list is wanted here, this is " + std::string(name_of(node.kind))));
        return;
    }
    for (const auto& item : node.items) {
        const bool capital =
            std::any_of(item.text.begin(), item.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (item.kind != YamlNode::Kind::scalar || item.text.empty())
            diagnostics.push_back(file.fault(item, "a pattern is one text"));
        else if (capital)
            diagnostics.push_back(
                file.fault(item, "a pattern has a capital and would never be found", "write it in lower case"));
        else if (single && item.text.find_first_of(" -'") != std::string::npos)
            diagnostics.push_back(file.fault(item, "a list of single words", "write the part that is beside the name"));
        else
            words.push_back(item.text);
    }
}

/// A map of lists, each key with its place in `lists`.
template <typename Lists, std::size_t n>
void read_lists(const YamlFile& file, const YamlNode& node, std::string_view name, bool single,
                const std::array<std::pair<std::string_view, Words Lists::*>, n>& table, Lists& lists,
                Diagnostics& diagnostics) {
    if (node.kind != YamlNode::Kind::map) {
        diagnostics.push_back(
            file.fault(node, std::string(name) + " is a map of lists, this is " + std::string(name_of(node.kind))));
        return;
    }
    std::vector<std::string_view> keys;
    for (const auto& [key, list] : table) keys.push_back(key);
    for (const auto& [key, value] : entries_of(file, node, keys, diagnostics)) {
        const auto row = std::find_if(table.begin(), table.end(),
                                      [&, wanted = key](const auto& list) { return list.first == wanted; });
        read_words(file, *value, single, lists.*(row->second), diagnostics);
    }
}

bool has_capital_nouns(const YamlFile& file, const YamlNode& node, Diagnostics& diagnostics) {
    if (node.text != "names" && node.text != "nouns")
        diagnostics.push_back(file.fault(node, "capitals begin names or nouns", "write \"names\" or \"nouns\""));
    return node.text == "nouns";
}

Language read_document(const YamlFile& file, const YamlNode& document, Diagnostics& diagnostics) {
    Language language;
    for (const auto& [key, value] : entries_of(
             file, document, {"type", "language", "capitals", "furniture", "words", "common_words", "inflection"},
             diagnostics)) {
        if (key == "language") language.language = value->text;
        if (key == "capitals") language.capital_nouns = has_capital_nouns(file, *value, diagnostics);
        if (key == "furniture") read_lists(file, *value, key, false, furniture_lists, language.furniture, diagnostics);
        if (key == "words") read_lists(file, *value, key, true, word_lists, language.words, diagnostics);
        if (key == "common_words") read_words(file, *value, false, language.common_words, diagnostics);
        if (key == "inflection") language.inflection = read_inflection(file, *value, diagnostics);
    }
    if (language.language.empty())
        diagnostics.push_back(
            file.fault(document, "the file does not say which language it is for", "add \"language: en\""));
    return language;
}

}  // namespace

std::vector<Language> read_languages(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
    std::vector<Language> languages;
    for (const auto& source : source_files(paths)) {
        auto bytes = read_whole_file(source.path);
        // Thousands of names need not be parsed to see that they are no language.
        if (bytes.find("type: language") == std::string::npos) continue;
        const YamlFile file(source.path, std::move(bytes), diagnostics);
        for (const auto& document : file.documents()) {
            if (is_language(document)) languages.push_back(read_document(file, document, diagnostics));
        }
    }
    for (const auto& path : paths) {
        if (!is_image(path)) continue;
        auto compiled = languages_in(Image::open(path));
        std::move(compiled.begin(), compiled.end(), std::back_inserter(languages));
    }
    std::stable_sort(languages.begin(), languages.end(),
                     [](const auto& a, const auto& b) { return a.language < b.language; });
    return languages;
}

const Furniture& furniture_of(const std::vector<Language>& languages, std::string_view language) {
    static const Furniture none;
    for (auto wanted = language; !wanted.empty();
         wanted = wanted.substr(0, wanted.rfind('-') == std::string_view::npos ? 0 : wanted.rfind('-'))) {
        for (const auto& row : languages) {
            if (row.language == wanted) return row.furniture;
        }
    }
    return none;
}

Furniture furniture_of_all(const std::vector<Language>& languages, std::string_view language) {
    const auto& own = furniture_of(languages, language);
    auto all = own;
    for (const auto& row : languages) {
        if (&row.furniture != &own) all.others.push_back(row.furniture);
        all.language.learn(row.words.function_words, &row.furniture != &own ? all.others.size() : 0);
    }
    prepare(all);
    return all;
}

}  // namespace entente
