// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/home_countries.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <entente/text/tokens.hpp>

namespace entente {
namespace {

using Phrase = std::vector<std::uint64_t>;

Phrase hashes_of(std::string_view name, TokenizedText& text) {
    tokenize(name, text);
    Phrase phrase;
    for (const Token& token : text.tokens) phrase.push_back(token.hash);
    return phrase;
}

/// What countries and their people are called, by the first word.
class CountryNames {
public:
    explicit CountryNames(const Gazetteer& gazetteer) {
        const auto& entities = gazetteer.entities();
        for (std::uint32_t number = 0; number < entities.size(); ++number) {
            if (entities[number].type != EntityType::country) continue;
            for (const Alias& alias : entities[number].aliases) {
                if (alias.kind == AliasKind::capital || alias.kind == AliasKind::metonym) continue;
                Phrase phrase = hashes_of(alias.text, text_);
                if (!phrase.empty()) names_[phrase.front()].emplace_back(std::move(phrase), number);
            }
        }
    }

    /// The country whose name is the longest that stands in another; `none` when there is none.
    [[nodiscard]] std::uint32_t inside(std::string_view name, std::uint32_t none) {
        const Phrase words = hashes_of(name, text_);
        std::size_t longest = 0;
        std::uint32_t found = none;
        for (std::size_t at = 0; at < words.size(); ++at) {
            const auto row = names_.find(words[at]);
            if (row == names_.end()) continue;
            for (const auto& [phrase, country] : row->second) {
                if (phrase.size() <= longest || at + phrase.size() > words.size()
                    || !std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(at)))
                    continue;
                longest = phrase.size();
                found = country;
            }
        }
        return found;
    }

private:
    TokenizedText text_;
    std::unordered_map<std::uint64_t, std::vector<std::pair<Phrase, std::uint32_t>>> names_;
};

}  // namespace

void HomeCountries::compile(const Gazetteer& gazetteer, ImageBuilder& builder) {
    CountryNames names(gazetteer);
    std::vector<std::uint32_t> countries;
    for (const Entity& entity : gazetteer.entities()) {
        if (!entity.country.empty())
            countries.push_back(gazetteer.find(entity.country).value_or(none));
        else
            countries.push_back(entity.type == EntityType::organization ? names.inside(entity.name, none) : none);
    }
    builder.add(Section::home_countries, countries);
}

}  // namespace entente
