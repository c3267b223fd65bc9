// SPDX-License-Identifier: Apache-2.0
#include <entente/export/column.hpp>

#include <algorithm>
#include <array>
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

/// As to_string() has it, without an allocation for the usual ones.
void append_date(Output& output, Date date) {
    if (!date.complete() || date.year < 1000 || date.year > 9999) {
        output.append(to_string(date));
        return;
    }
    std::array<char, 10> text{};
    const auto put = [&text](std::size_t end, int number, std::size_t digits) {
        for (; digits > 0; --digits, number /= 10) {
            text[--end] = static_cast<char>('0' + number % 10);
        }
    };
    put(4, date.year, 4);
    text[4] = text[7] = '-';
    put(7, date.month, 2);
    put(10, date.day, 2);
    output.append(std::string_view(text.data(), text.size()));
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

bool is_missing(const Value& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        return text->empty();
    }
    if (const auto* evidence = std::get_if<std::span<const EdgeEvidence>>(&value)) {
        return evidence->empty();
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
    } else if (const auto* date = std::get_if<Date>(&value)) {
        append_date(output, *date);
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
    text_ = escaped.take();
}

void append_edge_id(Output& output, const EscapedIds& ids, const Edge& edge) {
    output.append(ids[edge.source]);
    output.append("--");
    output.append(ids[edge.target]);
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
