// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/short_names.hpp>

#include <algorithm>
#include <array>

#include <entente/tag/english.hpp>

namespace entente {
namespace {

bool family_name_first(const Entity& person) {
    constexpr std::array<std::string_view, 5> countries{"country/china", "country/north-korea", "country/south-korea",
                                                        "country/taiwan", "country/vietnam"};
    return std::find(countries.begin(), countries.end(), person.country) != countries.end();
}

}  // namespace

ShortNames::ShortNames(const Gazetteer& gazetteer) {
    TokenizedText text;
    const auto& entities = gazetteer.entities();
    for (std::uint32_t number = 0; number < entities.size(); ++number) {
        first_.push_back(static_cast<std::uint32_t>(rows_.size()));
        const Entity& entity = entities[number];
        if (entity.type != EntityType::person) continue;
        if (!entity.surname.empty()) {
            tokenize(entity.surname, text);
            std::span<const Token> surname = text.tokens;
            for (; !surname.empty(); surname = surname.subspan(1)) {
                add(number, surname, true);
                if (!english::is_name_particle(surname.front().hash)) break;
            }
        }
        for (const Alias& alias : entity.aliases) {
            tokenize(alias.text, text);
            add_name(entity, number, text.tokens);
        }
    }
    first_.push_back(static_cast<std::uint32_t>(rows_.size()));
}

void ShortNames::add_name(const Entity& entity, std::uint32_t number, std::span<const Token> name) {
    while (name.size() > 2 && english::is_name_suffix(name.back().hash)) name = name.first(name.size() - 1);
    if (name.size() < 2) return;
    const bool reversed = family_name_first(entity) && entity.surname.empty();
    const bool title = english::is_title(name.front().hash);  // "Queen Elizabeth"
    if (!title && !name.front().is(Token::dotted) && name.front().end - name.front().begin > 1) {
        add(number, name.first(1), reversed);
        if (!reversed) given_names_.insert(name.front().hash);
    }
    if (reversed) return;
    if (entity.surname.empty()) add(number, name.last(1), true);
    std::size_t particles = 0;
    while (particles + 2 < name.size() && english::is_name_particle(name[name.size() - 2 - particles].hash))
        ++particles;
    if (particles > 0) add(number, name.last(particles + 1), true);
}

void ShortNames::add(std::uint32_t entity, std::span<const Token> words, bool surname) {
    if (words.empty() || words.size() > 6) return;
    const auto same = [&](const ShortName& row) {
        return std::equal(words.begin(), words.end(), this->words(row).begin(), this->words(row).end(),
                          [](const Token& token, std::uint64_t hash) { return token.hash == hash; });
    };
    if (std::any_of(rows_.begin() + first_[entity], rows_.end(), same)) return;
    rows_.push_back(
        {entity, static_cast<std::uint32_t>(words_.size()), static_cast<std::uint8_t>(words.size()), surname});
    for (const Token& token : words) words_.push_back(token.hash);
}

}  // namespace entente
