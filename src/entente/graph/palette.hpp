// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <entente/graph/network.hpp>

namespace entente {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend constexpr bool operator==(const Colour&, const Colour&) = default;
};

/// The colour of a node of this type, in every format.
/// Source: M. Okabe and K. Ito, "Color Universal Design", 2008: told apart by colour-blind readers too.
[[nodiscard]] Colour colour_of(NodeType type);

}  // namespace entente
