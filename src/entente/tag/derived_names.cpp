// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/derived_names.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <entente/tag/english.hpp>
#include <entente/text/fold.hpp>
#include <entente/text/tokens.hpp>

namespace entente {
namespace {

// Ascending. Short forms that stand for one given name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 62> short_given_names{{
    {"abe", "abraham"},       {"al", "albert"},      {"alex", "alexander"}, {"andy", "andrew"},
    {"barney", "bernard"},    {"ben", "benjamin"},   {"bernie", "bernard"}, {"bill", "william"},
    {"billy", "william"},     {"bob", "robert"},     {"bobby", "robert"},   {"charlie", "charles"},
    {"chris", "christopher"}, {"chuck", "charles"},  {"dan", "daniel"},     {"danny", "daniel"},
    {"dave", "david"},        {"dick", "richard"},   {"doug", "douglas"},   {"ed", "edward"},
    {"eddie", "edward"},      {"fred", "frederick"}, {"gabe", "gabriel"},   {"greg", "gregory"},
    {"jake", "jacob"},        {"jeff", "jeffrey"},   {"jenny", "jennifer"}, {"jerry", "gerald"},
    {"jim", "james"},         {"jimmy", "james"},    {"joe", "joseph"},     {"joey", "joseph"},
    {"jon", "jonathan"},      {"josh", "joshua"},    {"kate", "katherine"}, {"kathy", "katherine"},
    {"ken", "kenneth"},       {"larry", "lawrence"}, {"liz", "elizabeth"},  {"matt", "matthew"},
    {"mike", "michael"},      {"mitch", "mitchell"}, {"nick", "nicholas"},  {"pat", "patrick"},
    {"pete", "peter"},        {"phil", "philip"},    {"ray", "raymond"},    {"rich", "richard"},
    {"rick", "richard"},      {"rob", "robert"},     {"ron", "ronald"},     {"ronnie", "ronald"},
    {"sam", "samuel"},        {"steve", "stephen"},  {"steven", "stephen"}, {"stu", "stuart"},
    {"ted", "edward"},        {"tim", "timothy"},    {"tom", "thomas"},     {"tommy", "thomas"},
    {"tony", "anthony"},      {"vince", "vincent"},
}};

std::string_view slice_between(std::string_view text, const Token& first, const Token& last) {
    return text.substr(first.begin, last.end - first.begin);
}

void without_legal_form(std::string_view name, const std::vector<Token>& words, std::vector<std::string>& out) {
    std::size_t left = words.size();
    while (left > 1 && english::is_legal_form(words[left - 1].hash)) --left;
    while (left > 1 && words[left - 1].end - words[left - 1].begin == 1 && name[words[left - 1].begin] == '&') --left;
    if (left == words.size()) return;
    const bool one_plain_word = left == 1 && (english::is_common(words[0].hash) || words[0].end - words[0].begin < 4);
    if (!one_plain_word) out.emplace_back(slice_between(name, words[0], words[left - 1]));
}

/// "Hugo Chavez Frias" is also listed as "Hugo Chavez": what stands before the last word is his surname.
bool is_surname_before_last(const Entity& person, std::string_view name, const std::vector<Token>& words) {
    const std::string surname = folded(slice(name, words[words.size() - 2].span()));
    return std::any_of(person.aliases.begin(), person.aliases.end(), [&](const Alias& alias) {
        return folded(std::string_view(alias.text).substr(alias.text.rfind(' ') + 1)) == surname;
    });
}

void without_middle_names(const Entity& person, std::string_view name, std::vector<Token> words,
                          std::vector<std::string>& out) {
    while (words.size() > 2 && english::is_name_suffix(words.back().hash)) words.pop_back();
    if (words.size() < 3 || words.size() > 4) return;
    const auto odd = [](const Token& word) {
        return english::is_name_particle(word.hash) || word.gap == Gap::hyphen || word.gap == Gap::apostrophe
               || !word.is(Token::capital) || word.is(Token::ideograph);
    };
    if (std::any_of(words.begin() + 1, words.end(), odd) || words.front().is(Token::dotted)) return;
    if (is_surname_before_last(person, name, words)) return;
    out.push_back(std::string(slice(name, words.front().span())) + ' ' + std::string(slice(name, words.back().span())));
}

}  // namespace

std::vector<std::string> derived_names(const Entity& entity, const Alias& alias) {
    std::vector<std::string> names;
    if (alias.kind != AliasKind::name && alias.kind != AliasKind::alias) return names;
    const bool person = entity.type == EntityType::person && entity.surname.empty();
    if (!person && entity.type != EntityType::organization) return names;
    TokenizedText words;
    tokenize(alias.text, words);
    if (words.tokens.empty()) return names;
    if (person)
        without_middle_names(entity, alias.text, words.tokens, names);
    else
        without_legal_form(alias.text, words.tokens, names);
    return names;
}

std::string full_given_name(std::string_view folded) {
    const auto row = std::lower_bound(short_given_names.begin(), short_given_names.end(), folded,
                                      [](const auto& entry, std::string_view name) { return entry.first < name; });
    return std::string(row != short_given_names.end() && row->first == folded ? row->second : folded);
}

}  // namespace entente
