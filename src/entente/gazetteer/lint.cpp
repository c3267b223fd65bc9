// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/lint.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include <entente/gazetteer/lint_report.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr std::string_view allow_unused = "allow-unused";

constexpr std::array<LintRow, 18> rows = {{
    {"alias-owned-twice", "two entities have one name, and nothing says when it is which"},
    {"alias-twice", "one entity has a name twice"},
    {allow_unused, "an `allow` silences nothing"},
    {"common-word", "a name is a common word and has no evidence"},
    {"given-name", "a single word that stands for a person is the given name of others"},
    {"iso-as-alias", "a name is the ISO code; IT, IN and NO are words"},
    {"mixed-scripts", "a Cyrillic letter inside a Latin word, or the like"},
    {"no-demonym", "a country has no demonym"},
    {"no-iso", "a country has neither an ISO code nor an end"},
    {"not-same-one-sided", "two have one name, and only one of them says that it is not the other"},
    {"odd-space", "two spaces together, or a no-break space"},
    {"office-shared", "two hold an office that only one can hold on one day"},
    {"role-capital", "a title starts with a capital"},
    {"role-overlaps", "one person holds one office twice at a time"},
    {"standalone-full-name", "`standalone` on a full name says nothing"},
    {"standalone-shared", "a surname that stands alone is also that of another who held an office"},
    {"unreachable", "nothing can be printed that means this entity"},
    {"wikidata-shared", "two entities have one Wikidata id"},
}};

void lint_country(const Entity& entity, LintReport& report) {
    const bool has_demonym = std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                         [](const Alias& alias) { return alias.kind == AliasKind::demonym; });
    if (!has_demonym) {
        report.warn("no-demonym", entity.origin, {{&entity}}, entity.id + " has no demonym",
                    "add demonyms: [Russian, Russians]");
    }
    if (entity.iso.empty() && !entity.until.known()) {
        report.warn("no-iso", entity.origin, {{&entity}}, entity.id + " has neither an ISO code nor an end",
                    "add iso: RU, or until: 1991-12-26");
    }
}

void lint_not_same(const Gazetteer& gazetteer, const Entity& entity, LintReport& report) {
    for (const auto& id : entity.not_same) {
        const auto number = gazetteer.find(id);
        if (!number) continue;
        const auto& other = gazetteer.entities()[*number];
        const auto& back = other.not_same;
        if (folded(other.name) != folded(entity.name)) continue;
        if (std::find(back.begin(), back.end(), entity.id) != back.end()) continue;
        report.warn("not-same-one-sided", other.origin, {{&other}},
                    other.id + " does not say that it is not " + entity.id + ", which has its name",
                    "add not_same: [" + entity.id + "]");
    }
}

void lint_wikidata(const Gazetteer& gazetteer, LintReport& report) {
    std::unordered_map<std::string_view, const Entity*> owners;
    for (const auto& entity : gazetteer.entities()) {
        for (const auto& id : entity.wikidata) {
            const auto [first, is_new] = owners.emplace(id, &entity);
            if (is_new) continue;
            report.warn(
                "wikidata-shared", entity.origin, {{&entity}, {first->second}},
                entity.id + " and " + first->second->id + " have the Wikidata id " + id,
                "the other stands in " + report.where(first->second->origin) + "; correct one, or join the two");
        }
    }
}

}  // namespace

std::span<const LintRow> lints() { return rows; }

std::vector<std::string_view> lint_codes() {
    std::vector<std::string_view> codes;
    for (const auto& row : rows) {
        if (row.code != allow_unused) codes.push_back(row.code);
    }
    return codes;
}

Diagnostics lint(const Gazetteer& gazetteer, const LintWords& words) {
    LintReport report(gazetteer);
    lint_names(gazetteer, words, report);
    lint_offices(gazetteer, report);
    for (const auto& entity : gazetteer.entities()) {
        if (entity.type == EntityType::country) lint_country(entity, report);
        lint_not_same(gazetteer, entity, report);
    }
    lint_wikidata(gazetteer, report);
    report.warn_of_unused();
    return report.take();
}

}  // namespace entente
