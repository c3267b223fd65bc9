// SPDX-License-Identifier: Apache-2.0
#include <entente/export/network_json.hpp>

#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include <simdjson.h>

#include <entente/export/json_lines.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

using simdjson::dom::element;

constexpr double farthest = 1e9;  // from the middle: no picture is so large
constexpr std::size_t piece = std::size_t{1} << 16U;

std::string all_of(const ByteSource& source) {
    std::string bytes;
    std::array<char, piece> buffer{};
    for (auto read = source(buffer); read > 0; read = source(buffer)) {
        bytes.append(buffer.data(), read);
    }
    return bytes;
}

[[noreturn]] void fail(const std::string& name, std::string message) {
    throw Error(error_in(name, std::move(message), "positions are taken from a network that entente wrote as .json"));
}

double coordinate(element node, std::string_view key, std::string_view id, const std::string& name) {
    double value = 0;
    if (node[key].get(value) != simdjson::SUCCESS || std::abs(value) > farthest) {
        fail(name, "node " + in_quotes(id) + " has no " + in_quotes(key) + " that is a position");
    }
    return value;
}

std::optional<NodeType> node_type_called(std::string_view name) {
    for (const auto type : node_types) {
        if (name_of(type) == name) return type;
    }
    return std::nullopt;
}

Node node_in(const JsonFields& row) {
    Node node;
    node.id = row.needed_text("id");
    node.label = row.has("label") ? row.text("label") : std::string_view(node.id);
    node.type = row.named("type", node_type_called, NodeType::person,
                          "types are person, country, organization, place and article");
    node.articles = row.number("articles");
    node.mentions = row.number("mentions");
    return node;
}

EdgeEvidence evidence_in(const JsonFields& row) {
    return {.article = std::string(row.text("article")),
            .title = std::string(row.text("title")),
            .date = parse_iso_date(row.text("date")).value_or(Date{}),
            .sentence = std::string(row.text("sentence")),
            .copies = {}};
}

using Places = std::map<std::string_view, std::uint32_t>;  ///< of nodes by their ids

std::uint32_t end_in(const JsonFields& row, std::string_view key, const Places& places) {
    const auto place = places.find(row.needed_text(key));
    if (place == places.end())
        row.fail("the " + std::string(key) + " of a link is no node: " + in_quotes(row.text(key)));
    return place->second;
}

Edge edge_in(const JsonFields& row, const Places& places) {
    Edge edge;
    edge.source = end_in(row, "source", places);
    edge.target = end_in(row, "target", places);
    edge.weight = row.real("weight");
    edge.articles = row.number("articles");
    edge.sentences = row.number("sentences");
    row.list("evidence", edge.evidence,
             [](const JsonFields& item, EdgeEvidence& evidence) { evidence = evidence_in(item); });
    return edge;
}

}  // namespace

Network read_network(const ByteSource& source, const std::string& name) {
    simdjson::dom::parser parser;
    simdjson::dom::object file;
    const auto bytes = all_of(source);
    const Place place{.file = name};
    if (parser.parse(bytes).get(file) != simdjson::SUCCESS) {
        throw Error(error_in(name, "the file is no JSON object", "give a network that entente wrote as .json"));
    }
    const JsonFields row(file, place);
    if (!row.has("nodes") || !row.has("links")) {
        row.fail(R"(the file has no lists "nodes" and "links", so it is no network)",
                 "give a network that entente wrote as .json");
    }
    Network network;
    simdjson::dom::object graph;
    if (file["graph"].get(graph) == simdjson::SUCCESS) {
        const JsonFields facts(graph, place);
        network.title = facts.text("title");
        network.gazetteer = facts.text("gazetteer");
        network.articles = facts.number("articles");
        network.stories = facts.number("stories");
    }
    row.list("nodes", network.nodes, [](const JsonFields& item, Node& node) { node = node_in(item); });
    Places places;
    for (std::uint32_t i = 0; i < network.nodes.size(); ++i) places.emplace(network.nodes[i].id, i);
    row.list("links", network.edges, [&](const JsonFields& item, Edge& edge) { edge = edge_in(item, places); });
    return network;
}

Positions read_positions(const ByteSource& source, const std::string& name) {
    simdjson::dom::parser parser;
    element network;
    const auto bytes = all_of(source);
    if (parser.parse(bytes).get(network) != simdjson::SUCCESS) {
        fail(name, "the file is no JSON");
    }
    simdjson::dom::array nodes;
    if (network["nodes"].get(nodes) != simdjson::SUCCESS) {
        fail(name, R"(the file has no list "nodes", so it is no network)");
    }
    Positions positions;
    for (const auto node : nodes) {
        std::string_view id;
        if (node["id"].get(id) != simdjson::SUCCESS) {
            fail(name, R"(a node has no "id" that is a text)");
        }
        positions.insert_or_assign(std::string(id),
                                   Point{coordinate(node, "x", id, name), coordinate(node, "y", id, name)});
    }
    return positions;
}

}  // namespace entente
