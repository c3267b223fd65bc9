// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include <entente/article/date.hpp>
#include <entente/export/output.hpp>
#include <entente/graph/network.hpp>
#include <entente/graph/palette.hpp>

namespace entente {

/// What one cell of a node's or an edge's table holds. An empty text, an unknown date and no evidence are missing values.
using Value = std::variant<std::string_view, std::uint32_t, double, Date, std::span<const EdgeEvidence>>;

enum class ValueKind : std::uint8_t { text, integer, real, date, evidence };

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
/// Those that this network has: the evidence, always the last, only where Network::evidence_column asks for it.
[[nodiscard]] std::span<const EdgeColumn> edge_columns(const Network& network);

[[nodiscard]] bool is_missing(const Value& value);
/// A date as ISO 8601, a text as `append_text` escapes it; evidence as one text, each sentence with its source in brackets
/// behind it. A missing value writes nothing.
void append_value(Output& output, const Value& value, void (*append_text)(Output& output, std::string_view text));

/// "person/sergey-lavrov--country/russia": the same from run to run, so that a graph in Gephi can be appended to.
void append_edge_id(Output& output, const Network& network, const Edge& edge,
                    void (*append_text)(Output& output, std::string_view text));

/// Errors: throws Error unless it is finite and above 0. Gephi deletes an edge of weight 0, and others choke on it.
[[nodiscard]] double weight_of(const Network& network, const Edge& edge);

/// How thick a line is drawn where a format tells it, in points.
[[nodiscard]] double line_width(double weight);

/// "#e69f00"
[[nodiscard]] std::string hexadecimal(Colour colour);

}  // namespace entente
