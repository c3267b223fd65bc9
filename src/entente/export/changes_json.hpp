// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <entente/export/output.hpp>
#include <entente/graph/network.hpp>
#include <entente/graph/network_changes.hpp>

namespace entente {

/// One JSON object: "before" and "after" with the title and the number of articles of each network; "nodes" with id,
/// label, type, change, and the articles before and after; "edges" with source, target, change, the weights before and
/// after, and an item of evidence or null. A change is new, gone, stronger or weaker.
void write_changes(const Network& before, const Network& after, std::span<const NetworkChange> changes, Output& output);

}  // namespace entente
