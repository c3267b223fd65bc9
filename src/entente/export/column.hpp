// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include <entente/article/date.hpp>
#include <entente/export/output.hpp>
#include <entente/graph/network.hpp>

namespace entente {

/// What one cell of a node's or an edge's table holds. An empty text and an unknown date are missing values.
using Value = std::variant<std::string_view, std::uint32_t, double, Date>;

enum class ValueKind : std::uint8_t { text, integer, real, date };

/// One attribute that every format writes under the same name. Adding a row adds it to all of them.
struct NodeColumn {
    std::string_view name;
    ValueKind kind;
    Value (*value)(const Node& node);
};

struct EdgeColumn {
    std::string_view name;
    ValueKind kind;
    Value (*value)(const Edge& edge);
};

/// Beside these every format writes a node's id, label, position, size and colour in its own way, and an edge's id,
/// ends and weight. The names `label`, `id`, `size`, `weight`, `x`, `y`, `r`, `g`, `b` mean something to Gephi.
[[nodiscard]] std::span<const NodeColumn> node_columns();
[[nodiscard]] std::span<const EdgeColumn> edge_columns();

[[nodiscard]] bool is_missing(const Value& value);
/// A date as ISO 8601, a text as `append_text` escapes it. A missing value writes nothing.
void append_value(Output& output, const Value& value, void (*append_text)(Output& output, std::string_view text));

/// "person/sergey-lavrov--country/russia": the same from run to run, so that a graph in Gephi can be appended to.
void append_edge_id(Output& output, const Network& network, const Edge& edge,
                    void (*append_text)(Output& output, std::string_view text));

/// Errors: throws Error unless it is finite and above 0. Gephi deletes an edge of weight 0, and others choke on it.
[[nodiscard]] double weight_of(const Network& network, const Edge& edge);

}  // namespace entente
