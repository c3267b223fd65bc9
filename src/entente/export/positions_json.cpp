// SPDX-License-Identifier: Apache-2.0
#include <entente/export/positions_json.hpp>

#include <array>
#include <cmath>
#include <string_view>

#include <simdjson.h>

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

}  // namespace

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
