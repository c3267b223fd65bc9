// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/derived_names.hpp>

#include <algorithm>
#include <array>
#include <span>
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

constexpr std::size_t longest_short_given_name =
    std::ranges::max(short_given_names, {}, [](const auto& entry) { return entry.first.size(); }).first.size();

/// Where those of each letter begin and, in the next one, end.
constexpr auto first_short_of = [] {
    std::array<std::uint8_t, 27> first{};
    for (const auto& [name, full] : short_given_names)
        for (auto letter = static_cast<std::size_t>(name[0] - 'a' + 1); letter < first.size(); ++letter)
            ++first[letter];
    return first;
}();

std::string_view slice_between(std::string_view text, const Token& first, const Token& last) {
    return text.substr(first.begin, last.end - first.begin);
}

void without_legal_form(std::string_view name, std::span<const Token> words, std::vector<std::string>& out) {
    static const std::uint64_t and_ = hash_of("and");
    static const std::uint64_t the = hash_of("the");
    std::size_t left = words.size();
    while (left > 1 && english::leaves_head(words[left - 1].hash)) --left;
    while (left > 1 && words[left - 1].hash == and_) --left;  // "&" too
    if (left == words.size()) return;
    const std::size_t head = words[0].hash == the ? 1 : 0;
    const bool one_plain_word =
        left == head + 1 && (head == 1 || english::is_common(words[0].hash) || words[0].end - words[0].begin < 4);
    if (!one_plain_word) out.emplace_back(slice_between(name, words[0], words[left - 1]));
}

/// "Hugo Chavez Frias" is also listed as "Hugo Chavez": what stands before the last word is his surname.
bool is_surname_before_last(const Entity& person, std::string_view name, std::span<const Token> words) {
    const std::string surname = folded(slice(name, words[words.size() - 2].span()));
    return std::any_of(person.aliases.begin(), person.aliases.end(), [&](const Alias& alias) {
        return folded(std::string_view(alias.text).substr(alias.text.rfind(' ') + 1)) == surname;
    });
}

void without_middle_names(const Entity& person, std::string_view name, std::span<const Token> words,
                          std::vector<std::string>& out) {
    while (words.size() > 2 && english::is_name_suffix(words.back().hash)) words = words.first(words.size() - 1);
    if (words.size() < 3 || words.size() > 4) return;
    const auto odd = [](const Token& word) {
        return english::is_name_particle(word.hash) || word.gap == Gap::hyphen || word.gap == Gap::apostrophe
               || !word.is(Token::capital) || word.is(Token::ideograph);
    };
    if (std::any_of(words.begin() + 1, words.end(), odd) || words.front().is(Token::dotted)) return;
    if (is_surname_before_last(person, name, words)) return;
    out.push_back(std::string(slice(name, words.front().span())) + ' ' + std::string(slice(name, words.back().span())));
}

std::string joined(std::string_view name, std::span<const Token> words) {
    return words.empty() ? std::string() : std::string(slice_between(name, words.front(), words.back()));
}

bool is_institution(std::span<const Token> words) {
    if (words.size() == 1) return english::is_institution(words.front().hash);
    return words.size() > 1 && std::all_of(words.begin(), words.end(), [](const Token& word) {
               return english::is_institution_word(word.hash);
           });
}

/// "Ministry of Foreign Affairs" is printed "Foreign Ministry", "Department of State" "State Department".
void with_kind_behind(std::string_view name, std::span<const Token> words, std::vector<std::string>& out) {
    static const std::uint64_t ministry = hash_of("ministry");
    static const std::uint64_t department = hash_of("department");
    static const std::uint64_t affairs = hash_of("affairs");
    static const std::uint64_t article = hash_of("the");
    static const std::uint64_t internal = hash_of("internal");
    if (words.size() < 3 || (words[0].hash != ministry && words[0].hash != department) || words[1].is(Token::capital))
        return;
    const std::string kind(slice(name, words[0].span()));
    std::span<const Token> matter = words.subspan(words[2].hash == article ? 3 : 2);
    if (matter.empty()) return;
    out.push_back(joined(name, matter) + ' ' + kind);
    if (matter.size() != 2 || matter[1].hash != affairs) return;
    out.push_back((matter[0].hash == internal ? "Interior" : joined(name, matter.first(1))) + ' ' + kind);
}

/// "Supreme Court of India", "Ministry of Justice (Turkey)", "United States Senate": papers leave the country out.
void without_country(std::string_view name, std::span<const Token> words, std::vector<std::string>& out) {
    static const std::uint64_t preposition = hash_of("of");
    std::size_t first = 0;
    std::size_t last = words.size();
    for (std::size_t at = 1; at < words.size() && last == words.size(); ++at) {
        const bool bracket = words[at].gap == Gap::other;
        const bool of =
            words[at].hash == preposition && at + 1 < words.size()
            && std::none_of(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end(), [](const Token& word) {
                   return word.is(Token::capital) && english::is_institution_word(word.hash);
               });
        if (bracket || of) last = at;
    }
    while (first < last && !(words[first].is(Token::capital) && english::is_institution_word(words[first].hash)))
        ++first;
    const auto left = words.subspan(first, last - first);
    if (!is_institution(left)) return;
    if (left.size() < words.size()) out.push_back(joined(name, left));
    with_kind_behind(name, left, out);
}

/// "United States Department of Agriculture", "U.S. Department of Agriculture"
void with_short_country(std::string_view name, std::vector<std::string>& out) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> names{{{"United States ", "U.S. "},
                                                                                  {"United Kingdom ", "UK "},
                                                                                  {"United Nations ", "U.N. "},
                                                                                  {"European Union ", "EU "}}};
    for (const auto& [full, brief] : names)
        if (name.size() > full.size() && name.starts_with(full))
            out.push_back(std::string(brief) + std::string(name.substr(full.size())));
}

}  // namespace

std::vector<std::string> derived_names(const Entity& entity, const Alias& alias, const TokenizedText& words) {
    std::vector<std::string> names;
    if (alias.kind != AliasKind::name && alias.kind != AliasKind::alias) return names;
    const bool person = entity.type == EntityType::person && entity.surname.empty();
    if (!person && entity.type != EntityType::organization) return names;
    if (words.tokens.empty()) return names;
    if (person)
        without_middle_names(entity, alias.text, words.tokens, names);
    else {
        without_legal_form(alias.text, words.tokens, names);
        without_country(alias.text, words.tokens, names);
        with_short_country(alias.text, names);
    }
    return names;
}

std::string_view full_given_name(std::string_view folded) {
    if (folded.size() > longest_short_given_name) return folded;
    if (folded.empty() || folded[0] < 'a' || folded[0] > 'z') return folded;
    const auto letter = static_cast<std::size_t>(folded[0] - 'a');
    for (std::size_t row = first_short_of[letter]; row < first_short_of[letter + 1]; ++row)
        if (short_given_names[row].first == folded) return short_given_names[row].second;
    return folded;
}

}  // namespace entente
