// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <simdjson.h>

#include <entente/article/html_facts.hpp>

namespace entente {
namespace {

namespace dom = simdjson::dom;

constexpr int deepest = 8;  // of nodes in nodes
constexpr std::size_t longest_script = std::size_t{4} << 20U;

constexpr std::array<std::string_view, 4> article_types = {"Article", "BlogPosting", "Report", "LiveBlogPosting"};

std::string_view text_at(const dom::object& node, std::string_view key) {
    std::string_view text;
    return node[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// NewsArticle, ReportageNewsArticle, OpinionNewsArticle …
bool is_article_type(std::string_view type) {
    return std::any_of(article_types.begin(), article_types.end(),
                       [&](std::string_view known) { return type.ends_with(known); });
}

bool is_article(const dom::object& node) {
    dom::array types;
    if (node["@type"].get(types) != simdjson::SUCCESS) return is_article_type(text_at(node, "@type"));
    return std::any_of(types.begin(), types.end(), [](dom::element type) {
        std::string_view name;
        return type.get(name) == simdjson::SUCCESS && is_article_type(name);
    });
}

/// One script's nodes.
class Graph {
public:
    explicit Graph(dom::element root) { add(root, 0); }
    [[nodiscard]] std::optional<HtmlFacts> facts() const;

private:
    void add(dom::element value, int depth);
    [[nodiscard]] std::string names(dom::element value, int depth) const;
    [[nodiscard]] std::string names(const dom::object& node, std::string_view key) const;

    std::optional<dom::object> article_;
    std::map<std::string_view, dom::object> by_id_;
};

void Graph::add(dom::element value, int depth) {
    if (depth > deepest) return;
    dom::array array;
    if (value.get(array) == simdjson::SUCCESS) {
        for (const auto item : array) add(item, depth + 1);
    }
    dom::object node;
    if (value.get(node) != simdjson::SUCCESS) return;
    if (!article_ && is_article(node)) article_ = node;
    if (const auto id = text_at(node, "@id"); !id.empty() && node.size() > 1) by_id_.emplace(id, node);
    for (const auto* const key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        dom::element inner;
        if (node[key].get(inner) == simdjson::SUCCESS) add(inner, depth + 1);
    }
}

// The names of a person or organization, of several of them, or of what an "@id" stands for.
std::string Graph::names(dom::element value, int depth) const {
    std::string_view text;
    if (depth > deepest) return {};
    if (value.get(text) == simdjson::SUCCESS) return text.starts_with("http") ? std::string() : words_of_value(text);
    dom::object node;
    if (value.get(node) == simdjson::SUCCESS) {
        dom::element name;
        if (node["name"].get(name) == simdjson::SUCCESS) return names(name, depth + 1);
        const auto known = by_id_.find(text_at(node, "@id"));
        return known == by_id_.end() ? std::string() : words_of_value(text_at(known->second, "name"));
    }
    dom::array array;
    std::string all;
    if (value.get(array) != simdjson::SUCCESS) return {};
    for (const auto item : array) {
        const auto one = names(item, depth + 1);
        if (!one.empty()) all += (all.empty() ? "" : ", ") + one;
    }
    return all;
}

std::string Graph::names(const dom::object& node, std::string_view key) const {
    dom::element value;
    return node[key].get(value) == simdjson::SUCCESS ? names(value, 0) : std::string();
}

std::optional<HtmlFacts> Graph::facts() const {
    if (!article_) return {};
    const auto& node = *article_;
    HtmlFacts facts;
    facts.title = words_of_value(text_at(node, "headline"));
    if (facts.title.empty()) facts.title = words_of_value(text_at(node, "name"));
    facts.date = date_of_value(text_at(node, "datePublished"));
    if (!facts.date.known()) facts.date = date_of_value(text_at(node, "dateCreated"));
    facts.publisher = names(node, "publisher");
    if (facts.publisher.empty()) facts.publisher = names(node, "sourceOrganization");
    facts.author = names(node, "author");
    facts.language = names(node, "inLanguage");
    facts.url = text_at(node, "url");
    dom::object page;
    if (facts.url.empty()) facts.url = text_at(node, "mainEntityOfPage");
    if (facts.url.empty() && node["mainEntityOfPage"].get(page) == simdjson::SUCCESS) facts.url = text_at(page, "@id");
    facts.body = text_at(node, "articleBody");
    return facts;
}

// Some systems wrap the script in a comment, and some print line ends inside strings, which JSON forbids.
std::string json_of(std::string_view script) {
    const auto begin = script.find_first_of("{[");
    const auto end = script.find_last_of("}]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
    std::string json(script.substr(begin, end + 1 - begin));
    std::replace_if(
        json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return json;
}

}  // namespace

HtmlFacts json_ld_facts(const HtmlDocument& document) {
    dom::parser parser;
    for (const auto script : document.json_ld) {
        if (script.size() > longest_script) continue;
        dom::element root;
        if (parser.parse(json_of(script)).get(root) != simdjson::SUCCESS) continue;
        if (auto facts = Graph(root).facts()) return *std::move(facts);
    }
    return {};
}

}  // namespace entente
