// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/home_countries.hpp>

#include <algorithm>
#include <utility>

namespace entente {
namespace {

bool stands_at(std::span<const Token> words, std::size_t at, const std::vector<std::uint64_t>& phrase) {
    return at + phrase.size() <= words.size()
           && std::ranges::equal(words.subspan(at, phrase.size()), phrase, {}, &Token::hash);
}

}  // namespace

void HomeCountries::Writer::add(const EntityWords& words) {
    const Entity& entity = words.entity;
    if (entity.type == EntityType::country) add_names(words);
    if (!entity.country.empty()) {
        if (entity.country != last_id_) {
            last_id_ = entity.country;
            last_ = gazetteer_.find(last_id_).value_or(none);
        }
        countries_.push_back(last_);
    } else if (entity.type == EntityType::organization) {
        countries_.push_back(inside(words.name(text_).tokens));
    } else {
        countries_.push_back(none);
    }
}

void HomeCountries::Writer::write(ImageBuilder& builder) {
    builder.add(Section::home_countries, std::exchange(countries_, {}));
}

void HomeCountries::Writer::add_names(const EntityWords& country) {
    for (std::size_t alias = 0; alias < country.aliases.size(); ++alias) {
        const AliasKind kind = country.entity.aliases[alias].kind;
        if (kind == AliasKind::capital || kind == AliasKind::metonym) continue;
        std::vector<std::uint64_t> phrase;
        for (const Token& token : country.aliases[alias].tokens) phrase.push_back(token.hash);
        if (!phrase.empty()) names_[phrase.front()].emplace_back(std::move(phrase), country.number);
    }
}

std::uint32_t HomeCountries::Writer::inside(std::span<const Token> words) const {
    std::size_t longest = 0;
    std::uint32_t found = none;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto row = names_.find(words[at].hash);
        if (row == names_.end()) continue;
        for (const auto& [phrase, country] : row->second) {
            if (phrase.size() <= longest || !stands_at(words, at, phrase)) continue;
            longest = phrase.size();
            found = country;
        }
    }
    return found;
}

}  // namespace entente
