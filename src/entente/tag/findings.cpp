// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/findings.hpp>

#include <algorithm>
#include <optional>

#include <entente/tag/english.hpp>
#include <entente/tag/word_set.hpp>
#include <entente/text/fold.hpp>
#include <entente/text/prefetch.hpp>

namespace entente {
namespace {

bool same_but_for_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](unsigned char x, unsigned char y) {
               const auto lower = [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : int{c}; };
               return lower(x) == lower(y);
           });
}

/// "delight" of "Turkish delight", "army knife" of "Swiss army knife"
bool is_thing(const ReadText& text, std::size_t noun) {
    static const std::uint64_t army = hash_of("army");
    static const WordSet knives{"knife knives"};
    const auto& tokens = text.tokens();
    return english::names_thing(tokens[noun].hash)
           || (tokens[noun].hash == army && text.adjoins(noun + 1) && knives.holds(tokens[noun + 1].hash));
}

/// The first of the capital words that commas and "and" join to this one: "Arabic" for "German" in "Arabic, Russian and
/// German".
std::size_t head_of_list(const ReadText& text, std::size_t at) {
    static const std::uint64_t conjunction = hash_of("and");
    const auto& tokens = text.tokens();
    for (;;) {
        const bool joined = at > 1 && text.adjoins(at) && tokens[at - 1].hash == conjunction;
        const std::size_t previous = joined ? at - 2 : at - 1;
        if (at == 0 || (!joined && tokens[at].gap != Gap::comma) || !tokens[previous].is(Token::capital)) return at;
        at = previous;
    }
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
    if (noun_follows && (english::follows_language(tokens[match.last].hash) || is_thing(text, match.last))) return true;
    const bool small_noun =
        noun_follows && tokens[match.last].is(Token::lower) && !english::is_common(tokens[match.last].hash);
    const std::size_t head = head_of_list(text, match.first);
    return head > 0 && !small_noun && text.adjoins(head) && english::precedes_language(tokens[head - 1].hash)
           && !tokens[match.last - 1].is(Token::capitals) && !(noun_follows && tokens[match.last].is(Token::capital));
}

/// "up the Amazon for nine days": a company is not called "the", unless that is its name or a noun follows.
bool is_named_thing(const CompiledGazetteer::Entity& entity, const ReadText& text, const NameMatch& match) {
    static const std::uint64_t article = hash_of("the");
    const auto& tokens = text.tokens();
    if (match.last - match.first > 1 || !text.language->is_common(tokens[match.first].hash)) return false;
    if (entity.category() != "company" || match.first == 0 || !text.adjoins(match.first)
        || tokens[match.first - 1].hash != article)
        return false;
    return !text.adjoins(match.last) || text.language->is_function_word(tokens[match.last].hash);
}

/// "It", "May": whatever the gazetteer says, such a word alone is no name, acronyms in their own case apart.
bool is_plain_word(const ReadText& text, const NameMatch& match, std::span<const NameForm> owners) {
    if (match.last - match.first > 1 || owners.front().exact_case) return false;
    const Token& word = text.tokens()[match.first];
    return text.language->is_function_word(word.hash) || text.language->is_calendar_word(word.hash)
           || word.is(Token::digits);
}

// Points of evidence.
constexpr int for_a_word = 5;
constexpr int for_a_condition = 3;  // one of the alias's own `near`

/// A name that may well be something or somebody else here.
bool is_doubtful(const Findings& findings, const Finding& finding, const NameForm& form) {
    if (finding.way == NameMatch::by_short_given_name)  // "Ron Howard" need not be Ronald Howard
        return english::is_common_surname(findings.text->tokens()[finding.last - 1].hash);
    if (finding.last - finding.first > 1 || finding.way == NameMatch::elliptic) return false;
    const ReadText& text = *findings.text;
    const Token& word = text.tokens()[finding.first];
    const EntityType type = findings.entity(form.entity).type();
    const bool on_the_map = type == EntityType::country || type == EntityType::place;
    if (form.exact_case)
        return on_the_map && word.end - word.begin == 2 && !text.language->is_famous_code(word.hash);  // IT, DE
    if (type == EntityType::country) return false;
    const bool plain =
        type == EntityType::organization && text.language->is_english() && english::is_plain_word(word.hash);
    if (!plain && !text.language->is_common(word.hash)) return false;
    const bool states = text.adjoins(finding.last) && english::is_stating_verb(text.tokens()[finding.last].hash);
    const bool capital_says_nothing = word.gap >= Gap::sentence || text.casing_at(finding.first) != Casing::sentence;
    return capital_says_nothing && !states;
}

/// The rule that reads a name otherwise than it is listed.
std::optional<Rule> reading_of(NameMatch::Way way, const NameForm& form) {
    switch (way) {
        case NameMatch::elliptic: return Rule::coordination_ellipsis;
        case NameMatch::with_initial: return Rule::middle_initial;
        case NameMatch::with_nickname: return Rule::quoted_nickname;
        case NameMatch::cut_at_line_end: return Rule::cut_at_line_end;
        case NameMatch::inflected: return Rule::inflected_form;
        case NameMatch::by_short_given_name: return Rule::short_given_name;
        case NameMatch::by_sound: return Rule::regular_transliteration;
        case NameMatch::exact: break;
    }
    return form.derived ? std::optional(Rule::shorter_form) : std::nullopt;
}

/// The points that an alias asks for by its own `near`, when it is a person's ("John Lee, near: [Hong Kong]"), or by `not_near`.
std::optional<int> condition_of(EntityType type, const AliasRow& alias) {
    if (type == EntityType::person && alias.is(AliasRow::has_near)) return for_a_condition;
    return alias.is(AliasRow::has_not_near) ? std::optional(0) : std::nullopt;
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
        if (is_named_thing(findings.entity(owners.front().entity), *findings.text, match)) {
            refuse("the word behind it makes it the name of a thing");
            continue;
        }
        if (const auto rule = reading_of(match.way, owners.front()); rule && !findings.rules.holds(*rule)) continue;
        prefetch_line(&findings.entity(owners.front().entity).alias(owners.front().alias));  // looked at soon
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
    const auto roles = findings.entity(person).roles();
    const Date day = findings.article->date;
    return day.known() && !roles.empty() && std::all_of(roles.begin(), roles.end(), [&](const RoleRow& role) {
               return role.from.known() && day.year + years < role.from.year;
           });
}

MentionKind kind_of(const Findings& findings, const Finding& finding, const NameForm& form) {
    const auto entity = findings.entity(form.entity);
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
    if (same_but_for_case(surface, entity.name())) return MentionKind::name;
    if (form.kind == AliasKind::name && spelling_of(surface) == spelling_of(entity.name())) return MentionKind::name;
    if (entity.alias(form.alias).is(AliasRow::standalone)) return MentionKind::surname;
    return MentionKind::alias;
}

bool is_town_of_state(const Findings& findings, std::uint32_t token) {
    const ReadText& text = *findings.text;
    const std::uint32_t next = token + 1;
    if (next >= text.tokens().size() || text.tokens()[next].gap != Gap::comma || !text.language->is_english())
        return false;
    const Token& state = text.tokens()[next];
    if (state.is(Token::capital) && english::is_state_abbreviation(state.hash))
        return text.text.substr(state.end).starts_with('.');
    const Finding* cover = findings.at(next);
    return cover != nullptr && std::any_of(cover->owners.begin(), cover->owners.end(), [&](const NameForm& form) {
               const auto entity = findings.entity(form.entity);
               return form.kind != AliasKind::demonym && entity.category() == "state"
                      && entity.country() == "country/united-states";
           });
}

bool opens_person(const Findings& findings, std::uint32_t token) {
    if (!findings.text->adjoins(token) || findings.text->tokens()[token].gap != Gap::space) return false;
    const Finding* cover = findings.at(token);
    return cover != nullptr && cover->entity != undecided
           && findings.entity(cover->entity).type() == EntityType::person;
}

bool opens_pair_of_things(const ReadText& text, std::size_t token) {
    static const WordSet surnames{
        "rice bush brown black white green gray grey wood stone cook page price field reed may"};
    static const WordSet conjunctions{"and or"};
    const auto& tokens = text.tokens();
    return surnames.holds(tokens[token].hash) && text.adjoins(token + 1) && text.adjoins(token + 2)
           && conjunctions.holds(tokens[token + 1].hash) && !tokens[token + 2].is(Token::capital)
           && !text.language->is_function_word(tokens[token + 2].hash);
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
        const auto owner = findings.entity(full->entity);
        const AliasRow& alias = owner.alias(full->alias);
        if (is_doubtful(findings, finding, *full)) {
            finding.support = for_a_word;
            findings.remark(
                Remark::Kind::ground, finding.first, finding.last,
                "also a common word, a code of two letters or a common surname, so the article has to support it");
            continue;
        }
        if (const auto points = condition_of(owner.type(), alias)) {
            finding.support = points;
            findings.remark(Remark::Kind::ground, finding.first, finding.last,
                            "the gazetteer says near or not_near of this alias");
            continue;
        }
        const bool standalone = alias.is(AliasRow::standalone);
        if (standalone && is_before_their_time(findings, full->entity)) {
            findings.remark(Remark::Kind::refusal, finding.first, finding.last,
                            "the article is older than any office of this person", {}, full->entity);
            replace(finding);
            continue;
        }
        const Rule rule =
            reading_of(finding.way, *full).value_or(standalone ? Rule::standalone_surname : Rule::only_owner);
        if (findings.rules.holds(rule)) finding.decide(full->entity, kind_of(findings, finding, *full), rule);
    }
}

}  // namespace entente
