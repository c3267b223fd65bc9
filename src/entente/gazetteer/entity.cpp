// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/entity.hpp>

#include <array>
#include <cstddef>

namespace entente {
namespace {

constexpr std::array<std::string_view, 4> type_names = {"person", "country", "organization", "place"};

}  // namespace

std::string_view name_of(EntityType type) { return type_names[static_cast<std::size_t>(type)]; }

std::optional<EntityType> entity_type_of(std::string_view name) {
    for (std::size_t i = 0; i < type_names.size(); ++i) {
        if (type_names[i] == name) return static_cast<EntityType>(i);
    }
    return {};
}

}  // namespace entente
