// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/graph/network.hpp>

namespace entente {

/// Leaves of `part`, which was counted in a part of the calendar, the nodes and edges that `whole` has too, puts its nodes
/// where they stand there, and notes in `slice` which they are. With `linked_only` a node needs an edge in the part.
///
/// Both networks have their nodes ordered by id and their edges by their ends.
/// Complexity: O(nodes + edges) of both.
void fit_into(const Network& whole, Network& part, bool linked_only, NetworkSlice& slice);

/// The whole as it was in one part: every node has its place and only the articles of the part, none where it was not
/// named; edges are those of the part. For pictures of all parts that can be laid beside each other.
[[nodiscard]] Network seen_in(const Network& whole, const Network& part);

}  // namespace entente
