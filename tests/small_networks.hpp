// SPDX-License-Identifier: Apache-2.0
// Networks to write, for the tests of layout and export.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <entente/graph/network.hpp>

namespace news {

inline entente::Node node_named(std::string id, std::string label, std::uint32_t articles = 1) {
    entente::Node node;
    node.type = id.starts_with("article/")        ? entente::NodeType::article
                : id.starts_with("country/")      ? entente::NodeType::country
                : id.starts_with("organization/") ? entente::NodeType::organization
                                                  : entente::NodeType::person;
    node.id = std::move(id);
    node.label = std::move(label);
    node.articles = articles;
    node.mentions = articles * 2;
    return node;
}

inline entente::Edge edge_between(std::uint32_t source, std::uint32_t target, double weight) {
    entente::Edge edge;
    edge.source = source;
    edge.target = target;
    edge.weight = weight;
    edge.articles = static_cast<std::uint32_t>(weight) + 1;
    edge.sentences = 1;
    return edge;
}

/// Lavrov and Blinken in Bali: four names, one of them alone.
inline entente::Network bali() {
    entente::Network network;
    network.title = "Ministers in Bali";
    network.laid_out = true;
    network.articles = 9;
    network.gazetteer = "c0ffee";
    network.nodes = {node_named("country/indonesia", "Indonesia", 4), node_named("organization/g20", "G20", 9),
                     node_named("person/antony-blinken", "Antony Blinken", 5),
                     node_named("person/sergey-lavrov", "Sergey Lavrov", 7)};
    network.nodes[3].country = "country/russia";
    network.nodes[3].first_date = {2022, 7, 7};
    network.nodes[3].last_date = {2022, 11, 15};
    network.edges = {edge_between(1, 2, 0.1), edge_between(1, 3, 6), edge_between(2, 3, 2.5)};
    network.edges[1].first_date = {2022, 7, 8};
    network.edges[1].evidence = {{"bali-1",
                                  "G20 \"in\" Bali",
                                  {2022, 7, 8},
                                  "Lavrov left the <G20> meeting.\u2028He flew home.",
                                  {"bali-1-extra", "bali-1-reprint"}}};
    return network;
}

/// Names that have broken a reader of some format.
inline const std::vector<std::string>& hostile_names() {
    static const std::vector<std::string> names = {
        "AC\\",                       // ends in a backslash
        "\\N and \\G",                // escapes that Graphviz fills in
        "say \"no\"",                 // quotes
        "AT&T; R&amp;D &lt;b&gt;",    // entities
        "<b>x</b>",                   // HTML-like label
        "CDATA ]]> end",              // ends a CDATA section
        "two\nlines\tand\ttabs\r\n",  // white space
        "node",
        "graph",
        "-.",
        "1e5",
        "null",  // words and numbers of the formats
        "=1+1",
        "+49 30",
        "-5",
        "@SUM(A1)",  // formulas of spreadsheets
        "; -- {}[]",
        "a,b;c",
        " blanks around ",
        "'",
        "محمد بن سلمان",
        "\u202Eright to left\u202C",
        "习近平",
        "👩‍👩‍👧 family",
        "Erdoğan",
        "</script><script>alert(1)</script>",
        "INF Treaty",
        "%s%n",
        "]}",
    };
    return names;
}

/// Names that no XML can hold; what is read back has U+FFFD instead.
inline const std::vector<std::string>& broken_names() {
    static const std::vector<std::string> names = {
        std::string("nul\0byte", 8),
        "bell\a",
        "escape\x1b[31m",
        "lone \xED\xA0\x80 surrogate",
        "\xEF\xBF\xBE",
        "\xEF\xBF\xBF",
        "cut \xE4\xBD",
        "latin \xE9t\xE9",
        "overlong \xC0\xAF",
        "\xF4\x90\x80\x80 beyond",
    };
    return names;
}

/// A wheel: every name is linked to the first.
inline entente::Network wheel_of(const std::vector<std::string>& labels) {
    entente::Network network;
    network.title = "Hostile \\ \"names\" & <co>";
    network.laid_out = true;
    network.articles = 3;
    for (const auto& label : labels) {
        network.nodes.push_back(node_named("person/name-" + std::to_string(1000 + network.nodes.size()), label));
    }
    for (std::uint32_t i = 1; i < network.nodes.size(); ++i) {
        network.edges.push_back(edge_between(0, i, i * 0.25));
    }
    return network;
}

}  // namespace news
