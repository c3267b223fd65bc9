// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/changes.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

namespace entente {
namespace {

std::set<std::string> names_of(const Entity& entity) {
    std::set<std::string> names;
    for (const Alias& alias : entity.aliases) names.insert(alias.text);
    return names;
}

std::vector<std::string> only_in(const std::set<std::string>& one, const std::set<std::string>& other) {
    std::vector<std::string> names;
    std::set_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(names));
    return names;
}

std::string roles_of(const Entity& entity) {
    std::string text;
    for (const Role& role : entity.roles) {
        text += (text.empty() ? "" : "; ") + role.title + " of " + role.of + ' ' + to_string(role.from) + " to "
                + to_string(role.to);
    }
    return text;
}

std::vector<std::string> facts_between(const Entity& before, const Entity& after) {
    const auto gender = [](const Entity& entity) { return std::string(entity.gender == 0 ? 0 : 1, entity.gender); };
    const std::array<std::pair<std::string_view, std::pair<std::string, std::string>>, 8> facts{{
        {"name", {before.name, after.name}},
        {"country", {before.country, after.country}},
        {"surname", {before.surname, after.surname}},
        {"gender", {gender(before), gender(after)}},
        {"class", {before.category, after.category}},
        {"part_of", {before.part_of, after.part_of}},
        {"until", {to_string(before.until), to_string(after.until)}},
        {"roles", {roles_of(before), roles_of(after)}},
    }};
    std::vector<std::string> changed;
    for (const auto& [key, values] : facts) {
        const auto& [was, is] = values;
        if (was != is)
            changed.push_back(std::string(key) + ": " + (was.empty() ? "none" : was) + " -> "
                              + (is.empty() ? "none" : is));
    }
    return changed;
}

}  // namespace

std::vector<EntityChange> changes_between(const Gazetteer& before, const Gazetteer& after) {
    using Kind = EntityChange::Kind;
    std::vector<EntityChange> changes;
    for (const Entity& old : before.entities()) {
        const auto found = after.find(old.id);
        if (!found) {
            std::vector<std::string> now;
            for (const auto number : after.meant_by(old.id)) now.push_back("now " + after.entities()[number].id);
            changes.push_back({Kind::removed, old.id, {}, only_in(names_of(old), {}), std::move(now)});
            continue;
        }
        const Entity& now = after.entities()[*found];
        EntityChange change{Kind::changed, old.id, only_in(names_of(now), names_of(old)),
                            only_in(names_of(old), names_of(now)), facts_between(old, now)};
        if (!change.added_names.empty() || !change.removed_names.empty() || !change.facts.empty())
            changes.push_back(std::move(change));
    }
    for (const Entity& now : after.entities())
        if (!before.find(now.id)) changes.push_back({Kind::added, now.id, only_in(names_of(now), {}), {}, {}});
    std::sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return changes;
}

}  // namespace entente
