// SPDX-License-Identifier: Apache-2.0
#include <entente/export/column.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
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
    {"community", ValueKind::integer, [](const Node& node) -> Value { return node.community; }},
    {"core", ValueKind::integer, [](const Node& node) -> Value { return node.core; }},
    {"pagerank", ValueKind::real, [](const Node& node) -> Value { return node.pagerank; }},
    {"betweenness", ValueKind::real, [](const Node& node) -> Value { return node.betweenness; }},
};

constexpr EdgeColumn edge_table[] = {
    {"articles", ValueKind::integer, [](const Edge& edge) -> Value { return edge.articles; }},
    {"sentences", ValueKind::integer, [](const Edge& edge) -> Value { return edge.sentences; }},
    {"sources", ValueKind::integer, [](const Edge& edge) -> Value { return edge.sources; }},
    {"first_date", ValueKind::date, [](const Edge& edge) -> Value { return edge.first_date; }},
    {"last_date", ValueKind::date, [](const Edge& edge) -> Value { return edge.last_date; }},
};

constexpr EdgeColumn evidence = {"evidence", ValueKind::evidence,
                                 [](const Edge& edge) -> Value { return std::span(edge.evidence); }};

/// "He met her. (Talks in Bali, 2022-07-08, bali-1) | ..." Gephi turns INF into Infinity wherever it stands in a text, "INF
/// Treaty" and INFLATION too, unless something comes between: U+2060, which nobody sees.
std::string text_of(std::span<const EdgeEvidence> evidence) {
    std::string text;
    for (const auto& piece : evidence) {
        text.append(text.empty() ? "" : " | ").append(piece.sentence).append(" (");
        text.append(piece.title).append(piece.title.empty() ? "" : ", ");
        text.append(to_string(piece.date)).append(piece.date.known() ? ", " : "");
        text.append(piece.article).append(")");
    }
    for (auto at = text.find("INF"); at != std::string::npos; at = text.find("INF", at)) {
        text.insert(at + 1, "\u2060");
    }
    return text;
}

}  // namespace

std::span<const NodeColumn> node_columns(const Network& network) {
    return std::span(node_table).first(std::size(node_table) - (network.has_betweenness ? 0 : 1));
}

std::size_t edge_columns_of(const Network& network) {
    return std::size(edge_table) + network.measures.size() + (network.evidence_column ? 1 : 0);
}

EdgeColumn edge_column(const Network& network, std::size_t number) {
    if (number < std::size(edge_table)) return edge_table[number];
    const auto measure = number - std::size(edge_table);
    if (measure == network.measures.size()) return evidence;
    return {.name = network.measures[measure], .network = &network, .measure = measure};
}

void append_value(Output& output, const Value& value, void (*append_text)(Output&, std::string_view)) {
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        append_text(output, *text);
    } else if (const auto* count = std::get_if<std::uint32_t>(&value)) {
        output.append_number(std::uint64_t{*count});
    } else if (const auto* real = std::get_if<double>(&value)) {
        output.append_number(*real);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        output.end_at(write_date(output.room(most_digits), *date));
    } else {
        append_text(output, text_of(std::get<std::span<const EdgeEvidence>>(value)));
    }
}

EscapedIds::EscapedIds(const Network& network, void (*append_text)(Output&, std::string_view)) {
    Output escaped;
    begins_.reserve(network.nodes.size() + 1);
    begins_.push_back(0);
    for (const auto& node : network.nodes) {
        append_text(escaped, node.id);
        begins_.push_back(escaped.size());
    }
    escaped.append(std::string(copy_step, '\0'));
    text_ = escaped.take();
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

double line_width(double weight) { return std::round(1000 * std::min(8.0, 0.5 + std::log1p(weight))) / 1000; }

std::string hexadecimal(Colour colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (const unsigned part : {colour.red, colour.green, colour.blue}) {
        text.append({digits[part >> 4U], digits[part & 0xFU]});
    }
    return text;
}

}  // namespace entente
