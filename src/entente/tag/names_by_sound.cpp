// SPDX-License-Identifier: Apache-2.0
// A person's name of two words in another regular transliteration, or with the short form of its given name.
#include <entente/tag/names.hpp>

#include <algorithm>
#include <array>
#include <string>

#include <entente/tag/derived_names.hpp>
#include <entente/tag/english.hpp>
#include <entente/tag/spelling.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

bool may_sound(const Token& token) {
    return token.is(Token::capital) && token.is(Token::lower) && token.end - token.begin >= 3;
}

std::uint64_t sound_key(std::string_view given, std::string_view surname) {
    return hash_of(sound_of(full_given_name(folded(given))) + ' ' + sound_of(folded(surname)));
}

std::uint64_t given_key(std::string_view given) { return hash_of(sound_of(folded(given))); }

/// "Damien Martyn" is not Damien Martin, nor David Saks David Sacks: no transliteration lies between English names.
bool is_other_english_name(std::string_view country, std::uint64_t listed, std::uint64_t printed, std::uint64_t given) {
    constexpr std::array<std::string_view, 6> anglophone{"country/united-states", "country/united-kingdom",
                                                         "country/canada",        "country/australia",
                                                         "country/new-zealand",   "country/ireland"};
    if (listed == printed) return false;
    if (english::is_common_surname(listed) || english::is_common_surname(printed)) return true;
    return country.empty() ? english::is_given_name(given)
                           : std::find(anglophone.begin(), anglophone.end(), country) != anglophone.end();
}

}  // namespace

void NameFinder::compile_sounds(const Gazetteer& gazetteer, ImageBuilder& builder) {
    std::vector<KeyLists::Row> rows;
    TokenizedText words;
    std::uint32_t number = 0;
    for (const Entity& entity : gazetteer.entities())
        for (const Alias& alias : entity.aliases) {
            const std::uint32_t own = number++;
            if (entity.type != EntityType::person) continue;
            tokenize(alias.text, words);
            if (words.tokens.size() != 2) continue;
            rows.push_back(
                {sound_key(slice(alias.text, words.tokens[0].span()), slice(alias.text, words.tokens[1].span())), own});
        }
    KeyLists::add(std::move(rows), Section::sound_keys, Section::sound_aliases, builder);
}

/// A person's name of two words in another regular transliteration, when it is no listed name itself.
void NameFinder::find_by_sound(const ReadText& text, std::size_t first, NameMatches& result) const {
    const auto& tokens = text.tokens();
    const std::size_t second = first + 1;
    if (second >= tokens.size() || tokens[second].gap != Gap::space || !may_sound(tokens[first])
        || !may_sound(tokens[second]))
        return;
    if (text.casing_at(first) == Casing::capitals || text.language->is_common(tokens[first].hash)) return;
    const std::uint64_t key = sound_key(text.word(first), text.word(second));
    const auto aliases = sounds_.of(key);
    if (aliases.empty()) return;
    NameMatch match{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + 2),
                    static_cast<std::uint32_t>(result.owners.size()), 0, NameMatch::by_short_given_name};
    const std::uint64_t given = given_key(text.word(first));
    TokenizedText listed;
    for (const std::uint32_t number : aliases) {
        const AliasRow& alias = gazetteer_->aliases()[number];
        const std::string_view name = gazetteer_->text(alias.text);
        tokenize(name, listed);
        if (listed.tokens.size() != 2) continue;
        if (given_key(slice(name, listed.tokens[0].span())) == given) match.way = NameMatch::by_sound;
        if (!is_other_english_name(gazetteer_->entity(alias.entity).country(), listed.tokens[1].hash,
                                   tokens[second].hash, tokens[first].hash))
            result.owners.push_back({alias.entity, gazetteer_->number_in_entity(number), 3, 0, AliasKind::alias, false,
                                     true, true, false, 2});
    }
    match.owners_end = static_cast<std::uint32_t>(result.owners.size());
    if (match.owners_begin == match.owners_end) return;
    result.matches.push_back(match);
    std::sort(result.matches.begin(), result.matches.end(), [](const NameMatch& a, const NameMatch& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
}

}  // namespace entente
