// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <entente/graph/overlap.hpp>
#include <entente/graph/point.hpp>

namespace entente {

/// Part of a network that stands by itself.
struct Island {
    std::vector<Room> rooms;
    std::vector<Point> points;  ///< of each room
};

/// Moves islands so that none covers another: the first stays, each of the others goes to the nearest free place round
/// it, in a field wider than high. Give them the largest first.
///
/// Complexity: O(islands * places tried), on a raster of at most some ten thousand cells.
/// Source:     after K. Freivalds, U. Dogrusoz and P. Kikusts, "Disconnected Graph Layout and the Polyomino Packing
///             Approach", 2002, with boxes for all but the first.
void pack(std::vector<Island>& islands);

}  // namespace entente
