// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/findings.hpp>

#include <algorithm>

#include <entente/tag/english.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

bool same_but_for_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](unsigned char x, unsigned char y) {
               const auto lower = [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : int{c}; };
               return lower(x) == lower(y);
           });
}

/// "Russian speakers", "Spanish-language", "speaks German", "translated from Russian": a language, nobody. "African
/// Americans", "Latin American": other people.
bool reads_as_language(const ReadText& text, const NameMatch& match) {
    if (!text.language->is_english()) return false;
    const auto& tokens = text.tokens();
    if (match.first > 0 && text.adjoins(match.first) && english::makes_other_people(tokens[match.first - 1].hash)
        && tokens[match.first - 1].is(Token::capital))
        return true;
    const bool noun_follows = text.adjoins(match.last) && !tokens[match.last].is(Token::possessive);
    if (noun_follows && english::follows_language(tokens[match.last].hash)) return true;
    const bool small_noun =
        noun_follows && tokens[match.last].is(Token::lower) && !english::is_common(tokens[match.last].hash);
    return match.first > 0 && !small_noun && text.adjoins(match.first)
           && english::precedes_language(tokens[match.first - 1].hash) && !tokens[match.last - 1].is(Token::capitals)
           && !(noun_follows && tokens[match.last].is(Token::capital));
}

/// "It", "May": whatever the gazetteer says, such a word alone is no name, acronyms in their own case apart.
bool is_plain_word(const ReadText& text, const NameMatch& match, std::span<const NameForm> owners) {
    if (match.last - match.first > 1 || owners.front().exact_case) return false;
    const Token& word = text.tokens()[match.first];
    return text.language->is_function_word(word.hash) || text.language->is_calendar_word(word.hash)
           || word.is(Token::digits);
}

/// A name of one word that may well be something else here.
bool is_doubtful(const Findings& findings, const Finding& finding, const NameForm& form) {
    if (finding.last - finding.first > 1 || finding.way == NameMatch::elliptic) return false;
    const ReadText& text = *findings.text;
    const Token& word = text.tokens()[finding.first];
    const EntityType type = findings.entity(form.entity).type;
    const bool on_the_map = type == EntityType::country || type == EntityType::place;
    if (form.exact_case)
        return on_the_map && word.end - word.begin == 2 && !text.language->is_famous_code(word.hash);  // IT, DE
    if (type == EntityType::country) return false;
    const bool capital_says_nothing = word.gap >= Gap::sentence || text.casing_at(finding.first) != Casing::sentence;
    return capital_says_nothing && text.language->is_common(word.hash);
}

/// Another finding takes its place.
void replace(Finding& finding) {
    finding.open = true;
    finding.owners = {};
}

}  // namespace

void Findings::add(Finding finding) {
    for (std::uint32_t token = finding.first; token < finding.last; ++token) {
        if (covering[token] != uncovered) replace(rows[covering[token]]);
        covering[token] = static_cast<std::uint32_t>(rows.size());
    }
    rows.push_back(std::move(finding));
}

void choose(const NameMatches& matches, Findings& findings) {
    findings.rows.clear();
    findings.covering.assign(findings.text->tokens().size(), Findings::uncovered);
    std::uint32_t outer_end = 0;
    for (const NameMatch& match : matches.matches) {
        const auto owners = matches.owners_of(match);
        const bool demonym = std::all_of(owners.begin(), owners.end(),
                                         [](const NameForm& form) { return form.kind == AliasKind::demonym; });
        const auto refuse = [&](std::string_view why, Span quoted = {}) {
            findings.remark(Remark::Kind::refusal, match.first, match.last, why, quoted);
        };
        if (demonym && reads_as_language(*findings.text, match)) {
            refuse("the words around make it a language, or other people");
            continue;
        }
        if (is_plain_word(*findings.text, match, owners)) {
            refuse("a word of grammar, a day, a month or a number is no name by itself");
            continue;
        }
        Finding finding;
        finding.first = match.first;
        finding.last = match.last;
        finding.owners = owners;
        finding.way = match.way;
        if (match.first >= outer_end) {
            outer_end = match.last;
            findings.add(std::move(finding));
        } else if (match.last <= outer_end) {
            finding.nested = true;
            findings.rows.push_back(std::move(finding));
        } else {
            const Finding& outer = findings.rows[findings.covering[match.first]];
            refuse("a name that begins before it takes a part of it", findings.span_of(outer.first, outer.last));
        }
    }
}

bool is_before_their_time(const Findings& findings, std::uint32_t person) {
    static constexpr int years = 10;
    const std::vector<Role>& roles = findings.entity(person).roles;
    const Date day = findings.article->date;
    return day.known() && !roles.empty() && std::all_of(roles.begin(), roles.end(), [&](const Role& role) {
               return role.from.known() && day.year + years < role.from.year;
           });
}

MentionKind kind_of(const Findings& findings, const Finding& finding, const NameForm& form) {
    const Entity& entity = findings.entity(form.entity);
    switch (form.kind) {
        case AliasKind::acronym: return MentionKind::acronym;
        case AliasKind::demonym: return MentionKind::demonym;
        case AliasKind::capital:
        case AliasKind::metonym: return MentionKind::metonym;
        case AliasKind::name:
        case AliasKind::alias: break;
    }
    const auto& tokens = findings.text->tokens();
    const std::string_view surface =
        slice(findings.text->text, {tokens[finding.first].begin, tokens[finding.last - 1].end});
    if (same_but_for_case(surface, entity.name)) return MentionKind::name;
    if (form.kind == AliasKind::name && spelling_of(surface) == spelling_of(entity.name)) return MentionKind::name;
    if (entity.aliases[form.alias].standalone) return MentionKind::surname;
    return MentionKind::alias;
}

void decide_only_owners(Findings& findings) {
    for (Finding& finding : findings.rows) {
        if (!finding.open || finding.owners.empty()) continue;
        const auto full =
            std::find_if(finding.owners.begin(), finding.owners.end(), [](const NameForm& form) { return !form.bare; });
        const bool shared = std::any_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
            return form.entity != finding.owners.front().entity;
        });
        if (full == finding.owners.end())
            findings.remark(Remark::Kind::refusal, finding.first, finding.last,
                            "one word of a person's name needs the full name in the article");
        if (shared || full == finding.owners.end() || full->kind == AliasKind::capital) continue;
        if (is_doubtful(findings, finding, *full)) {
            finding.doubtful = true;
            findings.remark(Remark::Kind::ground, finding.first, finding.last,
                            "also a common word or a code of two letters, so the article has to support it");
            continue;
        }
        if (finding.way == NameMatch::by_sound) {
            finding.decide(full->entity, MentionKind::alias, Rule::regular_transliteration);
            continue;
        }
        if (finding.way == NameMatch::inflected) {
            finding.decide(full->entity, kind_of(findings, finding, *full), Rule::inflected_form);
            continue;
        }
        const bool standalone = findings.entity(full->entity).aliases[full->alias].standalone;
        if (standalone && is_before_their_time(findings, full->entity)) {
            findings.remark(Remark::Kind::refusal, finding.first, finding.last,
                            "the article is older than any office of this person", {}, full->entity);
            replace(finding);
            continue;
        }
        finding.decide(full->entity, kind_of(findings, finding, *full),
                       standalone ? Rule::standalone_surname : Rule::only_owner);
    }
}

}  // namespace entente
