// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/palette.hpp>

namespace entente {

Colour colour_of(EntityType type) {
    switch (type) {
        case EntityType::person: return {0, 114, 178};        // blue
        case EntityType::country: return {230, 159, 0};       // orange
        case EntityType::organization: return {0, 158, 115};  // bluish green
        case EntityType::place: return {204, 121, 167};       // reddish purple
    }
    return {};
}

}  // namespace entente
