// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/palette.hpp>

namespace entente {

Colour colour_of(NodeType type) {
    switch (type) {
        case NodeType::person: return {0, 114, 178};        // blue
        case NodeType::country: return {230, 159, 0};       // orange
        case NodeType::organization: return {0, 158, 115};  // bluish green
        case NodeType::place: return {204, 121, 167};       // reddish purple
        case NodeType::article: return {136, 136, 136};     // grey: the entities are what is looked for
    }
    return {};
}

}  // namespace entente
