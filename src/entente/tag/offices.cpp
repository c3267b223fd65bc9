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
            Holder holder{number, role, {}};
            tokenize(person.roles[role].title, words);
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

std::optional<std::uint32_t> Offices::holder(const Findings& findings, std::uint32_t surname) const {
    const auto& tokens = findings.text->tokens();
    const auto rows = by_surname_.find(tokens[surname].hash);
    if (rows == by_surname_.end()) return std::nullopt;
    std::optional<std::uint32_t> found;
    for (const Holder& row : rows->second) {
        const auto length = static_cast<std::uint32_t>(row.title.size());
        if (length == 0 || length > surname) continue;
        bool titled = true;
        for (std::uint32_t i = 0; i < length; ++i) {
            const std::uint32_t at = surname - length + i;
            titled = titled && tokens[at].hash == row.title[i] && tokens[at].is(Token::capital)
                     && findings.text->adjoins(at + 1);
        }
        const Role& role = findings.entity(row.entity).roles[row.role];
        if (!titled) continue;
        const std::uint32_t title = surname - length;
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
