// SPDX-License-Identifier: Apache-2.0
// Which place is the capital of which country; how a seat is read is in seats.cpp.
#include <string>
#include <string_view>
#include <unordered_map>

#include <entente/tag/seats.hpp>
#include <entente/text/fold.hpp>

namespace entente {

Seats::Seats(const Gazetteer& gazetteer) {
    std::unordered_map<std::string, std::uint32_t> capitals;  // country and folded name
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
                country_.emplace(number, row->second);
    }
}

std::optional<std::uint32_t> Seats::country_of(std::uint32_t place) const {
    const auto row = country_.find(place);
    if (row == country_.end()) return std::nullopt;
    return row->second;
}

}  // namespace entente
