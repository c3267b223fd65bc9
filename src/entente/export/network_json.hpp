// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <entente/export/mentions_jsonl.hpp>
#include <entente/graph/layout.hpp>

namespace entente {

/// A network that write_json() wrote: its title, numbers of articles, nodes without positions, and edges with their
/// evidence. Needed are "nodes" with "id" and "links" with "source", "target" and "weight"; what else is not there is
/// empty or 0. Nodes and edges come in the order of the file.
///
/// Errors: throws Error that names the file as `name` when it is no such network.
/// Memory: some times the file.
[[nodiscard]] Network read_network(const ByteSource& source, const std::string& name);

/// Where the nodes stand in a network that write_json() wrote, or another program in the same form: needed are "nodes"
/// with their "id", "x" and "y".
///
/// Errors: throws Error that names the file as `name` when it is no such network.
/// Memory: some times the file.
[[nodiscard]] Positions read_positions(const ByteSource& source, const std::string& name);

}  // namespace entente
