// SPDX-License-Identifier: Apache-2.0
//
// GEXF 1.3, for Gephi first: namespaces to the letter (networkx compares them), colours as r, g, b (networkx breaks on
// hex), `value` the first attribute of viz:size (Gephi reads no other), one block of attributes for each class
// (graphology forgets all but the last). No date of writing: the same network gives the same bytes. Each node and edge is one
// line, see graphml.cpp.
//
// In the dynamic flavour each node and edge lasts from the first dated article to the last, days included, or during the slices
// in which there is one; what has no dated article lasts all the time. Weights stay still: only Gephi knows a weight that changes, and others take its last value.
#include <entente/export/writers.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>
#include <entente/graph/palette.hpp>

namespace entente {
namespace {

enum class Time : bool { still, moving };

constexpr std::string_view type_of(ValueKind kind) {
    switch (kind) {
        case ValueKind::integer: return "integer";
        case ValueKind::real: return "double";
        case ValueKind::text:
        case ValueKind::date:
        case ValueKind::evidence: break;
    }
    return "string";
}

void declare(Output& output, std::string_view name, ValueKind kind) {
    output.append("      <attribute id=\"");
    output.append(name);
    output.append("\" title=\"");
    output.append(name);
    output.append("\" type=\"");
    output.append(type_of(kind));
    output.append("\"/>\n");
}

void declare_attributes(Output& output, const Network& network) {
    output.append("    <attributes class=\"node\">\n");
    for (const auto& column : node_columns(network)) {
        declare(output, column.name, column.kind);
    }
    output.append("    </attributes>\n    <attributes class=\"edge\">\n");
    for (const auto& column : edge_columns(network)) {
        declare(output, column.name, column.kind);
    }
    output.append("    </attributes>\n");
}

std::string opening(std::string_view name) {
    return std::string("<attvalue for=\"").append(name).append("\" value=\"");
}

/// ` name="number"`
template <typename Number>
void append_number(Output& output, std::string_view name, Number number) {
    output.append(' ');
    output.append(name);
    output.append("=\"");
    output.append_number(number);
    output.append('"');
}

void append_look(Output& output, const Node& node, bool laid_out) {
    const auto colour = colour_of(node.type);
    output.append("<viz:color");
    append_number(output, "r", std::uint64_t{colour.red});
    append_number(output, "g", std::uint64_t{colour.green});
    append_number(output, "b", std::uint64_t{colour.blue});
    append_number(output, "a", std::uint64_t{1});
    if (laid_out) {
        output.append("/><viz:position");
        append_number(output, "x", node.x);
        append_number(output, "y", node.y);
        append_number(output, "z", std::uint64_t{0});
    }
    output.append("/><viz:size");
    append_number(output, "value", node.size);
    output.append("/>");
}

/// ` start="2022-07-07" end="2022-11-15"`. Of a date that is only a month or a year all days are meant.
void append_spell(Output& output, Date first, Date last) {
    if (first.known()) {
        output.append(" start=\"");
        output.append(to_string(earliest(first)));
        output.append("\" end=\"");
        output.append(to_string(latest(last.known() ? last : first)));
        output.append('"');
    }
}

/// When each node, or each edge, is there: runs of slices without a gap.
using Spells = std::vector<std::vector<std::pair<Date, Date>>>;

Spells spells_of(const Network& network, std::size_t count, std::vector<std::uint32_t> NetworkSlice::*found) {
    Spells spells(network.slices.empty() ? 0 : count);
    std::vector<std::size_t> last(spells.size());
    for (std::size_t i = 0; i < network.slices.size(); ++i) {
        const auto& slice = network.slices[i];
        for (const auto number : slice.*found) {
            auto& runs = spells[number];
            if (runs.empty() || last[number] + 1 < i) {
                runs.emplace_back(slice.from, slice.to);
            } else {
                runs.back().second = slice.to;
            }
            last[number] = i;
        }
    }
    return spells;
}

bool has_spells(const Spells& spells, std::size_t number) { return number < spells.size() && !spells[number].empty(); }

void append_spells(Output& output, const Spells& spells, std::size_t number) {
    if (!has_spells(spells, number)) return;
    output.append("<spells>");
    for (const auto& [from, to] : spells[number]) {
        output.append("<spell start=\"" + to_string(from) + "\" end=\"" + to_string(to) + "\"/>");
    }
    output.append("</spells>");
}

void append_node(Output& output, const Network& network, std::size_t number, const Cells<Node>& cells, Time time,
                 const Spells& spells) {
    const auto& node = network.nodes[number];
    output.append("      <node id=\"");
    append_xml(output, node.id);
    output.append("\" label=\"");
    append_xml(output, node.label);
    output.append('"');
    if (time == Time::moving && !has_spells(spells, number)) {
        append_spell(output, node.first_date, node.last_date);
    }
    output.append("><attvalues>");
    cells.append(output, node);
    output.append("</attvalues>");
    append_spells(output, spells, number);
    append_look(output, node, network.laid_out);
    output.append("</node>\n");
}

void append_ends(Output& output, PaddedView source, PaddedView target, double weight) {
    constexpr std::size_t most_of_rest = 100 + most_digits;
    Pen pen(output, 2 * (source.size + target.size) + most_of_rest);
    pen.put("      ");
    put_edge_tag(pen, source, target);
    pen.put(" weight=\"");
    pen.put(weight);
    pen.put("\"");
}

void append_edge(Output& output, const Edge& edge, double weight, const EscapedIds& ids, const Cells<Edge>& cells,
                 Time time, const Spells& spells, std::size_t number) {
    append_ends(output, ids[edge.source], ids[edge.target], weight);
    if (time == Time::moving && !has_spells(spells, number)) {
        append_spell(output, edge.first_date, edge.last_date);
    }
    output.append("><attvalues>");
    cells.append(output, edge);
    output.append("</attvalues>");
    append_spells(output, spells, number);
    output.append("</edge>\n");
}

void append_meta(Output& output, const Network& network) {
    output.append("  <meta>\n    <creator>entente</creator>\n    <description>");
    append_xml(output, network.title);
    output.append("</description>\n  </meta>\n");
}

void write(const Network& network, Output& output, Time time) {
    output.append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n");
    append_meta(output, network);
    output.append("  <graph defaultedgetype=\"undirected\" mode=\"");
    output.append(time == Time::moving ? "dynamic\" timeformat=\"date\" timerepresentation=\"interval" : "static");
    output.append("\">\n");
    declare_attributes(output, network);
    output.append("    <nodes>\n");
    const auto before = [](const auto& column) { return opening(column.name); };
    const Cells<Node> node_cells(node_columns(network), before, "\"/>", append_xml);
    const bool moving = time == Time::moving;
    const auto node_spells = moving ? spells_of(network, network.nodes.size(), &NetworkSlice::nodes) : Spells{};
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        append_node(output, network, i, node_cells, time, node_spells);
    }
    output.append("    </nodes>\n    <edges>\n");
    const EscapedIds ids(network, append_xml);
    const Cells<Edge> edge_cells(edge_columns(network), before, "\"/>", append_xml);
    const auto edge_spells = moving ? spells_of(network, network.edges.size(), &NetworkSlice::edges) : Spells{};
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        ids.prefetch_behind(network.edges, i);
        const auto& edge = network.edges[i];
        append_edge(output, edge, weight_of(network, edge), ids, edge_cells, time, edge_spells, i);
    }
    output.append("    </edges>\n  </graph>\n</gexf>\n");
}

}  // namespace

void write_gexf(const Network& network, Output& output) { write(network, output, Time::still); }

void write_dynamic_gexf(const Network& network, Output& output) { write(network, output, Time::moving); }

}  // namespace entente
