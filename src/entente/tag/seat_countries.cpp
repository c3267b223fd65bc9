// SPDX-License-Identifier: Apache-2.0
// Which place is the capital of which country; how a seat is read is in seats.cpp.
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <entente/tag/seats.hpp>
#include <entente/text/fold.hpp>

namespace entente {

void Seats::compile(const Gazetteer& gazetteer, ImageBuilder& builder) {
    std::unordered_map<std::string, std::uint32_t> capitals;  // country and folded name
    std::vector<KeyLists::Row> rows;
    const auto& entities = gazetteer.entities();
    const auto key = [](std::string_view country, std::string_view name) {
        return std::string(country) + ' ' + folded(name);
    };
    for (std::uint32_t number = 0; number < entities.size(); ++number)
        for (const Alias& alias : entities[number].aliases)
            if (alias.kind == AliasKind::capital) capitals.emplace(key(entities[number].id, alias.text), number);
    for (std::uint32_t number = 0; number < entities.size(); ++number) {
        if (entities[number].type != EntityType::place || entities[number].country.empty()) continue;
        for (const Alias& alias : entities[number].aliases)
            if (const auto row = capitals.find(key(entities[number].country, alias.text)); row != capitals.end())
                rows.push_back({number, row->second});
    }
    KeyLists::add(std::move(rows), Section::seat_places, Section::seat_countries, builder);
}

std::optional<std::uint32_t> Seats::country_of(std::uint32_t place) const {
    const auto countries = countries_.of(place);
    return countries.empty() ? std::nullopt : std::optional(countries.front());
}

}  // namespace entente
