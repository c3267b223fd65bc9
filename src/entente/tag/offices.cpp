// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/offices.hpp>

#include <algorithm>
#include <string>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// `president of country/united-states, 2001-01-20 to 2009-01-20 (gazetteer/people/america.yaml:12)`
std::string term_of(const Gazetteer& gazetteer, const Role& role) {
    std::string text = role.title + (role.of.empty() ? "" : " of " + role.of);
    if (role.from.known() || role.to.known()) text += ", " + to_string(role.from) + " to " + to_string(role.to);
    return text + " (" + gazetteer.where(role.origin) + ')';
}

}  // namespace

bool may_cover(const Role& role, Date day) {
    if (!day.known()) return true;
    if (role.from.known() && latest(day) < earliest(role.from)) return false;
    return !role.to.known() || earliest(day) <= latest(role.to);
}

bool covers(const Role& role, Date day) {
    return day.known() && role.from.known() && latest(role.from) <= earliest(day)
           && (!role.to.known() || latest(day) <= earliest(role.to));
}

Offices::Offices(const Gazetteer& gazetteer) {
    TokenizedText words;
    const auto& entities = gazetteer.entities();
    for (std::uint32_t number = 0; number < entities.size(); ++number) {
        const Entity& person = entities[number];
        if (person.type != EntityType::person || person.roles.empty()) continue;
        tokenize(person.surname.empty() ? person.name : person.surname, words);
        if (words.tokens.empty()) continue;
        const std::uint64_t surname = words.tokens.back().hash;
        for (std::uint32_t role = 0; role < person.roles.size(); ++role) {
            const std::string& title = person.roles[role].title;
            Holder holder{number, role, {}, hash_of(folded(title.substr(title.rfind(' ') + 1)) + 's')};
            tokenize(title, words);
            for (const Token& word : words.tokens) holder.title.push_back(word.hash);
            by_surname_[surname].push_back(std::move(holder));
        }
    }
}

bool Offices::in_office(const Findings& findings, std::uint32_t person) {
    const std::vector<Role>& roles = findings.entity(person).roles;
    const Date day = findings.article->date;
    return day.known() && std::any_of(roles.begin(), roles.end(), [&](const Role& role) { return covers(role, day); });
}

std::optional<std::uint32_t> Offices::behind_title(const ReadText& text, std::uint32_t surname) {
    const auto& tokens = text.tokens();
    for (std::uint32_t at = surname; at > 0 && tokens[at].is(Token::capital);) {
        if (text.adjoins(at) && text.is_title(at - 1)) return at;
        const bool joined = at > 1 && text.adjoins(at) && text.language->is_conjunction(tokens[at - 1].hash);
        if (!joined && tokens[at].gap != Gap::comma) return std::nullopt;
        at -= joined ? 2 : 1;
    }
    return std::nullopt;
}

/// "Foreign Minister Lavrov", "Foreign ministers Lavrov and Qin": a title in the singular has capitals, before a list it
/// is in the plural.
bool Offices::is_titled(const ReadText& text, const Holder& row, std::uint32_t surname, std::uint32_t behind) {
    const auto length = static_cast<std::uint32_t>(row.title.size());
    if (length == 0 || length > behind) return false;
    const auto& tokens = text.tokens();
    const bool plural = tokens[behind - 1].hash == row.plural;
    if (!plural && behind != surname) return false;
    for (std::uint32_t i = 0; i < length; ++i) {
        const std::uint32_t at = behind - length + i;
        const std::uint64_t word = plural && i + 1 == length ? row.plural : row.title[i];
        if (tokens[at].hash != word || !text.adjoins(at + 1)) return false;
        if (!tokens[at].is(Token::capital) && (!plural || i == 0)) return false;
    }
    return true;
}

std::optional<std::uint32_t> Offices::holder(const Findings& findings, std::uint32_t surname,
                                             std::uint32_t behind) const {
    const auto& tokens = findings.text->tokens();
    const auto rows = by_surname_.find(tokens[surname].hash);
    if (rows == by_surname_.end()) return std::nullopt;
    std::optional<std::uint32_t> found;
    for (const Holder& row : rows->second) {
        if (!is_titled(*findings.text, row, surname, behind)) continue;
        const Role& role = findings.entity(row.entity).roles[row.role];
        const std::uint32_t title = behind - static_cast<std::uint32_t>(row.title.size());
        const auto say = [&](Remark::Kind kind, std::string_view why) {
            if (findings.trace != nullptr)
                findings.remark(kind, surname, surname + 1, std::string(why) + term_of(*findings.gazetteer, role),
                                findings.span_of(title, surname + 1), row.entity);
        };
        if (!may_cover(role, findings.article->date)) {
            say(Remark::Kind::refusal, "held the office on other days: ");
            continue;
        }
        const Finding* country = title > 0 && findings.text->adjoins(title) ? findings.at(title - 1) : nullptr;
        if (country != nullptr && country->entity != undecided && findings.entity(country->entity).id != role.of) {
            say(Remark::Kind::refusal, "held the office elsewhere: ");
            continue;
        }
        say(Remark::Kind::ground, findings.article->date.known() ? "held the office on the day of the article: "
                                                                 : "held the office, and the article has no date: ");
        if (found && *found != row.entity) {
            say(Remark::Kind::refusal, "and so did somebody else: ");
            return std::nullopt;
        }
        found = row.entity;
    }
    return found;
}

}  // namespace entente
