// SPDX-License-Identifier: Apache-2.0
#include <entente/export/column.hpp>

#include <cmath>
#include <string>

#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

constexpr NodeColumn node_table[] = {
    {"type", ValueKind::text, [](const Node& node) -> Value { return name_of(node.type); }},
    {"country", ValueKind::text, [](const Node& node) -> Value { return std::string_view(node.country); }},
    {"articles", ValueKind::integer, [](const Node& node) -> Value { return node.articles; }},
    {"mentions", ValueKind::integer, [](const Node& node) -> Value { return node.mentions; }},
    {"sources", ValueKind::integer, [](const Node& node) -> Value { return node.sources; }},
    {"first_date", ValueKind::date, [](const Node& node) -> Value { return node.first_date; }},
    {"last_date", ValueKind::date, [](const Node& node) -> Value { return node.last_date; }},
    {"degree", ValueKind::integer, [](const Node& node) -> Value { return node.degree; }},
    {"weighted_degree", ValueKind::real, [](const Node& node) -> Value { return node.weighted_degree; }},
    {"component", ValueKind::integer, [](const Node& node) -> Value { return node.component; }},
};

constexpr EdgeColumn edge_table[] = {
    {"articles", ValueKind::integer, [](const Edge& edge) -> Value { return edge.articles; }},
    {"sentences", ValueKind::integer, [](const Edge& edge) -> Value { return edge.sentences; }},
    {"sources", ValueKind::integer, [](const Edge& edge) -> Value { return edge.sources; }},
    {"first_date", ValueKind::date, [](const Edge& edge) -> Value { return edge.first_date; }},
    {"last_date", ValueKind::date, [](const Edge& edge) -> Value { return edge.last_date; }},
};

}  // namespace

std::span<const NodeColumn> node_columns() { return node_table; }

std::span<const EdgeColumn> edge_columns() { return edge_table; }

bool is_missing(const Value& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        return text->empty();
    }
    const auto* date = std::get_if<Date>(&value);
    return date != nullptr && !date->known();
}

void append_value(Output& output, const Value& value, void (*append_text)(Output&, std::string_view)) {
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        append_text(output, *text);
    } else if (const auto* count = std::get_if<std::uint32_t>(&value)) {
        output.append_number(std::uint64_t{*count});
    } else if (const auto* real = std::get_if<double>(&value)) {
        output.append_number(*real);
    } else {
        output.append(to_string(std::get<Date>(value)));
    }
}

void append_edge_id(Output& output, const Network& network, const Edge& edge,
                    void (*append_text)(Output&, std::string_view)) {
    append_text(output, network.nodes[edge.source].id);
    output.append("--");
    append_text(output, network.nodes[edge.target].id);
}

double weight_of(const Network& network, const Edge& edge) {
    if (!std::isfinite(edge.weight) || edge.weight <= 0) {
        throw Error("the edge between " + network.nodes[edge.source].id + " and " + network.nodes[edge.target].id
                        + " has the weight " + std::to_string(edge.weight),
                    "every weight must be above 0; leave such edges out of the network");
    }
    return edge.weight;
}

}  // namespace entente
