// SPDX-License-Identifier: Apache-2.0
#include "name_use.hpp"

#include "stats.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <tuple>

namespace entente::cli {
namespace {

constexpr std::size_t most_unprinted = 50;
constexpr std::size_t most_deciding = 20;

}  // namespace

NameUse::NameUse(const Gazetteer& gazetteer, const CountOptions& count) : gazetteer_(gazetteer), count_(count) {
    for (const auto& entity : gazetteer.entities()) {
        for (const auto& alias : entity.aliases) {
            const auto number = static_cast<std::uint32_t>(names_.size());
            const bool is_new = by_text_.emplace(key_of(entity.id, alias.text), number).second;
            if (is_new) names_.push_back({&entity, &alias, false});
        }
    }
}

// Words are compared as the tagger does: case, accents, dots and hyphens make no difference.
std::string NameUse::key_of(std::string_view entity, std::string_view text) {
    tokenize(text, words_);
    std::string key(entity);
    for (const auto& word : words_.tokens) {
        key += ' ' + std::to_string(word.hash);
    }
    return key;
}

void NameUse::add(const TaggedArticle& article) {
    ++articles_;
    std::map<std::string, std::set<std::uint32_t>> named;  // by id: the listed names that count
    for (const auto& mention : article.mentions) {
        if (mention.entity == undecided) continue;
        const auto& entity = article.entities[mention.entity];
        const bool counts = count_.refusal(mention, entity).empty();
        if (counts) named[entity.id];
        const auto found = by_text_.find(key_of(entity.id, mention.text));
        if (found == by_text_.end()) continue;  // a case, a short form: it rests on a listed name
        names_[found->second].printed = true;
        if (counts) named[entity.id].insert(found->second);
    }
    const auto sole = [](const std::set<std::uint32_t>& names) { return names.size() == 1 ? *names.begin() : none; };
    for (auto first = named.begin(); first != named.end(); ++first) {
        for (auto second = std::next(first); second != named.end(); ++second) {
            const Sole here{sole(first->second), sole(second->second)};
            const auto [edge, is_new] = edges_.try_emplace({first->first, second->first}, here);
            if (edge->second.first != here.first) edge->second.first = none;
            if (edge->second.second != here.second) edge->second.second = none;
        }
    }
}

std::string NameUse::place_of(const Name& name) const {
    return '"' + name.alias->text + "\" of " + name.entity->id + " (" + gazetteer_.where(name.alias->origin) + ")\n";
}

std::string NameUse::unprinted() const {
    std::vector<const Name*> rows;
    for (const auto& name : names_) {
        if (!name.printed) rows.push_back(&name);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Name* a, const Name* b) {
        const auto& [one, other] = std::pair(a->alias->origin, b->alias->origin);
        return std::tie(one.file, one.line) < std::tie(other.file, other.line);
    });
    auto text = counted(names_.size() - rows.size(), "name") + " of " + grouped(names_.size()) + " found in "
                + counted(articles_, "article") + (rows.empty() ? "\n" : "; never found:\n");
    for (const auto* row : std::span(rows).first(std::min(rows.size(), most_unprinted))) {
        text += "  " + place_of(*row);
    }
    if (rows.size() > most_unprinted) text += "  ... and " + grouped(rows.size() - most_unprinted) + " more\n";
    return text;
}

std::string NameUse::deciding() const {
    std::map<std::uint32_t, std::uint64_t> made;
    for (const auto& [edge, sole] : edges_) {
        for (const auto name : {sole.first, sole.second}) {
            if (name != none) ++made[name];
        }
    }
    std::vector<std::pair<std::uint32_t, std::uint64_t>> rows(made.begin(), made.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    rows.resize(std::min(rows.size(), most_deciding));
    std::string text = rows.empty() ? "" : "edges that one name alone makes, of " + grouped(edges_.size()) + ":\n";
    for (const auto& [name, edges] : rows) {
        text += "  " + counted(edges, "edge") + ": " + place_of(names_[name]);
    }
    return text;
}

std::string NameUse::text() const { return unprinted() + deciding(); }

}  // namespace entente::cli
