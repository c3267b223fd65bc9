// SPDX-License-Identifier: Apache-2.0
// Which place is the capital of which country; how a seat is read is in seats.cpp.
#include <string>
#include <string_view>
#include <utility>

#include <entente/tag/seats.hpp>
#include <entente/text/fold.hpp>

namespace entente {

void Seats::Writer::add(const EntityWords& words) {
    const Entity& entity = words.entity;
    const auto key = [](std::string_view country, std::string_view name) {
        return std::string(country) + ' ' + folded(name);
    };
    for (const Alias& alias : entity.aliases) {
        if (alias.kind == AliasKind::capital) capitals_.emplace(key(entity.id, alias.text), words.number);
        if (entity.type != EntityType::place || entity.country.empty()) continue;
        if (const auto row = capitals_.find(key(entity.country, alias.text)); row != capitals_.end())
            rows_.push_back({words.number, row->second});
    }
}

void Seats::Writer::write(ImageBuilder& builder) {
    KeyLists::add(std::move(rows_), Section::seat_places, Section::seat_countries, builder);
}

std::optional<std::uint32_t> Seats::country_of(std::uint32_t place) const {
    const auto countries = countries_.of(place);
    return countries.empty() ? std::nullopt : std::optional(countries.front());
}

}  // namespace entente
