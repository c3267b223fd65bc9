// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <entente/article/date.hpp>
#include <entente/export/output.hpp>
#include <entente/export/pen.hpp>
#include <entente/graph/network.hpp>
#include <entente/graph/palette.hpp>
#include <entente/text/prefetch.hpp>

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
    ValueKind kind = ValueKind::real;
    Value (*fixed)(const Edge& edge) = nullptr;  ///< or none: it is one of Network::measures
    const Network* network = nullptr;
    std::size_t measure = 0;

    /// `edge` must be one of the network's own.
    [[nodiscard]] Value value(const Edge& edge) const {
        if (fixed != nullptr) return fixed(edge);
        const auto row = static_cast<std::size_t>(&edge - network->edges.data()) * network->measures.size();
        return network->measured[row + measure];
    }
};

/// Beside these every format writes a node's id, label, position, size and colour in its own way, and an edge's id,
/// ends and weight. The names `label`, `id`, `size`, `weight`, `x`, `y`, `r`, `g`, `b` mean something to Gephi.
/// Those that this network has: betweenness, always the last, only where it was measured.
[[nodiscard]] std::span<const NodeColumn> node_columns(const Network& network);
[[nodiscard]] std::size_t edge_columns_of(const Network& network);
[[nodiscard]] EdgeColumn edge_column(const Network& network, std::size_t number);
/// Those that this network has: its measures too, and the evidence, always the last, only where
/// Network::evidence_column asks for it.
[[nodiscard]] inline auto edge_columns(const Network& network) {
    return std::views::iota(std::size_t{0}, edge_columns_of(network))
           | std::views::transform([&network](std::size_t number) { return edge_column(network, number); });
}

[[nodiscard]] inline bool is_missing(const Value& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        return text->empty();
    }
    if (const auto* evidence = std::get_if<std::span<const EdgeEvidence>>(&value)) {
        return evidence->empty();
    }
    const auto* date = std::get_if<Date>(&value);
    return date != nullptr && !date->known();
}
/// A date as ISO 8601, a text as `append_text` escapes it; evidence as one text, each sentence with its source in brackets
/// behind it. A missing value writes nothing.
void append_value(Output& output, const Value& value, void (*append_text)(Output& output, std::string_view text));

/// The columns of nodes or edges as one format writes them: each value that is there between two texts, of which the first
/// tells its column. Made once and used for every row.
template <class Row>
class Cells {
public:
    /// `before` gives the first text of a column.
    template <class Columns, class Before>
    Cells(const Columns& columns, Before before, std::string after,
          void (*append_text)(Output& output, std::string_view text))
        : after_(std::move(after)), append_text_(append_text) {
        for (const auto& column : columns) {
            cells_.push_back({PaddedText(before(column)), column});
            most_ += cells_.back().before.size() + most_digits + after_.size();
        }
    }

    void append(Output& output, const Row& row) const {
        Pen pen(output, most_);
        for (const auto& cell : cells_) {
            const Value value = cell.column.value(row);
            if (is_missing(value)) continue;
            pen.put(cell.before);
            if (const auto* count = std::get_if<std::uint32_t>(&value)) {
                pen.put(*count);
            } else if (const auto* date = std::get_if<Date>(&value)) {
                pen.put(*date);
            } else if (const auto* real = std::get_if<double>(&value)) {
                pen.put(*real);
            } else {
                pen.leave_to([&](Output& text) { append_value(text, value, append_text_); }, most_);
            }
            pen.put(after_);
        }
    }

private:
    struct Cell {
        PaddedText before;
        std::conditional_t<std::is_same_v<Row, Node>, NodeColumn, EdgeColumn> column;
    };
    std::vector<Cell> cells_;
    PaddedText after_;
    std::size_t most_ = 0;  ///< bytes of a row without its texts
    void (*append_text_)(Output& output, std::string_view text);
};

/// The id of every node, escaped once for all the edges that name it.
class EscapedIds {
public:
    EscapedIds(const Network& network, void (*append_text)(Output& output, std::string_view text));

    [[nodiscard]] PaddedView operator[](std::uint32_t node) const {
        return {text_.data() + begins_[node], begins_[node + 1] - begins_[node]};
    }
    /// Brings what the edges behind this one need near, for their ends lie anywhere: else half of the time is waiting.
    void prefetch_behind(const std::vector<Edge>& edges, std::size_t edge) const {
        constexpr std::size_t steps = 8;
        if (edge + 3 * steps < edges.size()) {
            prefetch_line(&edges[edge + 3 * steps]);
            prefetch_line(&begins_[edges[edge + 2 * steps].target]);
            const char* const text = text_.data() + begins_[edges[edge + steps].target];
            prefetch_line(text);
            prefetch_line(text + copy_step);
        }
    }

private:
    std::string text_;  ///< all of them, one after the other, padded
    std::vector<std::size_t> begins_;
};

/// `<edge id="source--target" source="source" target="target"`: GEXF and GraphML begin an edge alike.
inline void put_edge_tag(Pen& pen, PaddedView source, PaddedView target) {
    pen.put("<edge id=\"");
    pen.put(source);
    pen.put("--");
    pen.put(target);
    pen.put("\" source=\"");
    pen.put(source);
    pen.put("\" target=\"");
    pen.put(target);
    pen.put("\"");
}

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
