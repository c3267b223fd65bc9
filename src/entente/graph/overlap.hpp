// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include <entente/graph/point.hpp>

namespace entente {

/// The room that a node takes, in points: a box round its position.
struct Room {
    double width = 0;
    double height = 0;
};

/// Moves `points` apart until no two rooms overlap. Rooms grow to their size; pairs that overlap are pushed along the line
/// through their centres, just far enough, the smaller room farther; what was pushed is drawn back to its place, less and
/// less. When pushing does not end, all is widened a little.
///
/// Determinism: the same bytes on all machines.
/// Complexity:  O(n log n + pairs of rooms that share a vertical line) a round; rounds are bounded.
/// Source:      the direction and length of a push are those of E. R. Gansner and Y. Hu, "Efficient, Proximity-Preserving
///              Node Overlap Removal", JGAA 14, 2010.
void remove_overlaps(std::span<const Room> rooms, std::vector<Point>& points);

}  // namespace entente
