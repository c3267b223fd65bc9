// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/offices.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// `president of country/united-states, 2001-01-20 to 2009-01-20 (gazetteer/people/america.yaml:12)`
std::string term_of(const CompiledGazetteer& gazetteer, const RoleRow& role) {
    std::string text(gazetteer.text(role.title));
    if (const auto of = gazetteer.text(role.of); !of.empty()) text.append(" of ").append(of);
    if (role.from.known() || role.to.known()) text += ", " + to_string(role.from) + " to " + to_string(role.to);
    return text + " (" + gazetteer.where(role) + ')';
}

/// "Foreign Minister Lavrov", "Foreign ministers Lavrov and Qin": a title in the singular has capitals, before a list it
/// is in the plural.
bool is_titled(const ReadText& text, std::string_view office, std::span<const Token> title, std::uint32_t surname,
               std::uint32_t behind) {
    const auto length = static_cast<std::uint32_t>(title.size());
    if (length == 0 || length > behind) return false;
    const auto& tokens = text.tokens();
    const std::uint64_t in_plural = hash_of(folded(office.substr(office.rfind(' ') + 1)) + 's');
    const bool plural = tokens[behind - 1].hash == in_plural;
    if (!plural && behind != surname) return false;
    for (std::uint32_t i = 0; i < length; ++i) {
        const std::uint32_t at = behind - length + i;
        const std::uint64_t word = plural && i + 1 == length ? in_plural : title[i].hash;
        if (tokens[at].hash != word || !text.adjoins(at + 1)) return false;
        if (!tokens[at].is(Token::capital) && (!plural || i == 0)) return false;
    }
    return true;
}

}  // namespace

bool may_cover(const RoleRow& role, Date day) {
    if (!day.known()) return true;
    if (role.from.known() && latest(day) < earliest(role.from)) return false;
    return !role.to.known() || earliest(day) <= latest(role.to);
}

bool covers(const RoleRow& role, Date day) {
    return day.known() && role.from.known() && latest(role.from) <= earliest(day)
           && (!role.to.known() || latest(day) <= earliest(role.to));
}

void Offices::Writer::add(const EntityWords& words) {
    const Entity& person = words.entity;
    const std::uint32_t first = number_;
    number_ += static_cast<std::uint32_t>(person.roles.size());
    if (person.type != EntityType::person || person.roles.empty()) return;
    tokenize(person.surname.empty() ? person.name : person.surname, text_);
    if (text_.tokens.empty()) return;
    for (std::uint32_t role = first; role < number_; ++role) rows_.push_back({text_.tokens.back().hash, role});
}

void Offices::Writer::write(ImageBuilder& builder) {
    builder.add(Section::holders, KeyFilter::lay_out(rows_));
    KeyLists::add(std::move(rows_), Section::holder_surnames, Section::holder_roles, builder);
}

bool Offices::in_office(const Findings& findings, std::uint32_t person) {
    const auto roles = findings.entity(person).roles();
    const Date day = findings.article->date;
    return day.known()
           && std::any_of(roles.begin(), roles.end(), [&](const RoleRow& role) { return covers(role, day); });
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

std::optional<std::uint32_t> Offices::holder(const Findings& findings, std::uint32_t surname,
                                             std::uint32_t behind) const {
    const auto& tokens = findings.text->tokens();
    std::optional<std::uint32_t> found;
    TokenizedText words;
    for (const std::uint32_t row : by_surname_.of(tokens[surname].hash)) {
        const RoleRow& role = findings.gazetteer->roles()[row];
        const std::string_view office = findings.gazetteer->text(role.title);
        tokenize(office, words);
        if (!is_titled(*findings.text, office, words.tokens, surname, behind)) continue;
        const std::uint32_t title = behind - static_cast<std::uint32_t>(words.tokens.size());
        const auto say = [&](Remark::Kind kind, std::string_view why) {
            if (findings.trace != nullptr)
                findings.remark(kind, surname, surname + 1, std::string(why) + term_of(*findings.gazetteer, role),
                                findings.span_of(title, surname + 1), role.entity);
        };
        if (!may_cover(role, findings.article->date)) {
            say(Remark::Kind::refusal, "held the office on other days: ");
            continue;
        }
        const Finding* country = title > 0 && findings.text->adjoins(title) ? findings.at(title - 1) : nullptr;
        if (country != nullptr && country->entity != undecided
            && findings.entity(country->entity).id() != findings.gazetteer->text(role.of)) {
            say(Remark::Kind::refusal, "held the office elsewhere: ");
            continue;
        }
        say(Remark::Kind::ground, findings.article->date.known() ? "held the office on the day of the article: "
                                                                 : "held the office, and the article has no date: ");
        if (found && *found != role.entity) {
            say(Remark::Kind::refusal, "and so did somebody else: ");
            return std::nullopt;
        }
        found = role.entity;
    }
    return found;
}

}  // namespace entente
