// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/yaml_redirects.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t most_steps = 64;  // from an id to who has its meaning at last

std::string_view type_of(std::string_view id) { return id.substr(0, id.find('/')); }

template <class Value>
void fill(Value& ours, Value& theirs) {
    if (ours == Value{}) ours = std::move(theirs);
}

template <class Value>
void append(std::vector<Value>& ours, std::vector<Value>& theirs) {
    ours.insert(ours.end(), std::make_move_iterator(theirs.begin()), std::make_move_iterator(theirs.end()));
}

}  // namespace

void YamlRedirects::fault(const Row& row, const YamlNode& node, std::string message, std::string hint) {
    diagnostics_.push_back(row.file->fault(node, std::move(message), std::move(hint)));
}

void YamlRedirects::read(const YamlFile& file, const YamlNode& document) {
    for (const auto& [key, list] : entries_of(file, document, {"type", "redirects"}, diagnostics_)) {
        if (key != "redirects") continue;
        for (const auto& item : list->items) {
            Row row{.file = &file};
            for (const auto& [word, value] : entries_of(file, item, {"from", "merge", "to"}, diagnostics_)) {
                if (word != "to") {
                    row.from = value;
                    row.merges = word == "merge";
                } else if (value->kind == YamlNode::Kind::scalar) {
                    row.to.push_back(value);
                } else {
                    for (const auto& to : value->items) row.to.push_back(&to);
                }
            }
            if (row.from == nullptr || row.to.empty())
                fault(row, item, "a redirect without the id that is given up, or the one that is meant now",
                      "write {from: person/old-id, to: person/new-id}");
            else
                rows_.push_back(std::move(row));
        }
    }
}

bool YamlRedirects::is_sound(const Row& row, const std::function<bool(std::string_view)>& is_listed) {
    const auto& from = row.from->text;
    const auto [first, is_new] = by_from_.emplace(from, &row);
    if (!is_new) {
        fault(row, *row.from, "the id " + in_quotes(from) + " is redirected twice",
              "it is first in " + first->second->file->name() + ':' + std::to_string(first->second->from->line)
                  + "; a split has one row: to: [person/one, person/other]");
        return false;
    }
    if (is_listed(from) && !row.merges) {
        fault(row, *row.from, "the id " + in_quotes(from) + " is given up here and still in use",
              "an id is never reused: give the entity another one, or write merge: in place of from:");
    } else if (is_listed(from) && (row.to.size() > 1 || type_of(from) != type_of(row.to.front()->text))) {
        fault(row, *row.from, in_quotes(from) + " can be merged into one other of its type only",
              "take the entity out, give its names to the others, and write from: in place of merge:");
    } else {
        return true;
    }
    by_from_.erase(first);
    return false;
}

/// Who is reached over any number of rows; nobody when the way leads back.
std::vector<std::string> YamlRedirects::ends_of(const Row& row) const {
    std::set<std::string> ends;
    std::set<std::string> seen{row.from->text};
    std::vector<const Row*> open{&row};
    while (!open.empty()) {
        const Row& step = *open.back();
        open.pop_back();
        for (const auto* to : step.to) {
            const auto next = by_from_.find(to->text);
            if (next == by_from_.end()) {
                ends.insert(to->text);
            } else if (to->text == row.from->text || seen.size() > most_steps) {
                return {};
            } else if (seen.insert(to->text).second) {
                open.push_back(next->second);
            }
        }
    }
    return {ends.begin(), ends.end()};
}

void YamlRedirects::follow(const std::function<bool(std::string_view id)>& is_listed) {
    std::vector<const Row*> sound;
    for (const auto& row : rows_)
        if (is_sound(row, is_listed)) sound.push_back(&row);
    for (const auto* row : sound) {
        auto ends = ends_of(*row);
        const auto nobody = std::ranges::find_if_not(ends, is_listed);
        if (ends.empty()) {
            fault(*row, *row->from,
                  "the redirects of " + in_quotes(row->from->text) + " lead back to it, or over more than 64 others",
                  "let the last of them name an id that is in use");
        } else if (nobody != ends.end()) {
            fault(*row, *row->to.front(), "no entity has the id " + in_quotes(*nobody),
                  "write it with its type, as in person/sergey-lavrov");
        } else {
            if (is_listed(row->from->text)) merges_.emplace_back(row->from->text, ends.front());
            ends_.emplace(row->from->text, std::move(ends));
        }
    }
}

const std::vector<std::string>* YamlRedirects::find(const std::string& id) const {
    const auto found = ends_.find(id);
    return found == ends_.end() ? nullptr : &found->second;
}

std::vector<Redirect> YamlRedirects::take() const {
    std::vector<Redirect> redirects;
    for (const auto& [from, to] : ends_) redirects.push_back({from, to});
    return redirects;  // Gazetteer sorts them
}

void absorb(Entity& into, Entity&& other) {
    for (auto& alias : other.aliases) {
        const auto same = [&](const Alias& known) { return known.text == alias.text; };
        if (std::ranges::any_of(into.aliases, same)) continue;
        if (alias.kind == AliasKind::name) alias.kind = AliasKind::alias;
        into.aliases.push_back(std::move(alias));
    }
    for (auto& role : other.roles) {
        const auto same = [&](const Role& known) {
            return known.title == role.title && known.of == role.of && known.from == role.from && known.to == role.to;
        };
        if (std::ranges::none_of(into.roles, same)) into.roles.push_back(std::move(role));
    }
    fill(into.country, other.country);
    fill(into.gender, other.gender);
    fill(into.iso, other.iso);
    fill(into.category, other.category);
    fill(into.part_of, other.part_of);
    fill(into.until, other.until);
    fill(into.wikidata, other.wikidata);
    fill(into.source, other.source);
    fill(into.licence, other.licence);
    append(into.not_same, other.not_same);
    std::erase(into.not_same, into.id);
    append(into.allowed, other.allowed);
    auto& ours = into.evidence.to_write();
    auto& theirs = other.evidence.to_write();
    append(ours.near, theirs.near);
    append(ours.not_near, theirs.not_near);
    append(ours.not_followed_by, theirs.not_followed_by);
    append(ours.not_preceded_by, theirs.not_preceded_by);
}

}  // namespace entente
