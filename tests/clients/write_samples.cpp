// SPDX-License-Identifier: Apache-2.0
// write_samples FOLDER: networks in every format that a client reads, for check.py.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include <entente/export/format.hpp>
#include <entente/export/output.hpp>
#include <entente/graph/layout.hpp>
#include <entente/graph/structure.hpp>
#include "../small_networks.hpp"

namespace {

/// Sixty names and weights from 0.07 up, numbers that only the right digits bring back.
entente::Network many() {
    entente::Network network;
    network.title = "Many";
    network.articles = 60;
    for (std::uint32_t i = 0; i < 60; ++i) {
        const std::string type = i % 3 == 0 ? "country/" : i % 3 == 1 ? "organization/" : "person/";
        network.nodes.push_back(
            news::node_named(type + "name-" + std::to_string(100 + i), "Name " + std::to_string(i), 1 + i * i % 97));
    }
    std::ranges::sort(network.nodes, {}, &entente::Node::id);
    for (std::uint32_t i = 0; i < 55; ++i) {
        for (std::uint32_t j = i + 1; j < 55; j += 1 + i % 7) {
            network.edges.push_back(news::edge_between(i, j, (i + j) / 15.0 + 0.07));
        }
    }
    return network;
}

/// Talks of two years: days, months, a year and no date at all; two bear one name; the evidence goes into every format.
entente::Network talks() {
    entente::Network network = news::bali();
    network.nodes.push_back(news::node_named("person/sergey-lavrov-2", "Sergey Lavrov", 2));
    network.nodes[0].first_date = {2022, 7, 0};
    network.nodes[0].last_date = {2022, 7, 0};
    network.nodes[1].first_date = {2022, 0, 0};
    network.nodes[1].last_date = {2023, 2, 0};
    network.nodes[2].first_date = network.nodes[2].last_date = {2022, 7, 8};
    network.edges.push_back(news::edge_between(0, 4, 1));
    std::ranges::sort(network.edges, {}, [](const entente::Edge& edge) { return std::pair(edge.source, edge.target); });
    for (auto& edge : network.edges) {
        edge.first_date = {2022, 7, 8};
        edge.last_date = {2022, 11, 15};
        edge.evidence = {{"bali-2", "INF = <INFLATION>", {2022, 7, 8}, "He said \"INF Treaty\" & left,\nthen \\ ate."},
                         {"bali-3", "", {}, "=1+1"}};
    }
    network.edges.back().first_date = network.edges.back().last_date = {};
    network.edges.back().evidence.clear();
    network.evidence_column = true;
    return network;
}

/// Two articles and whom they name.
entente::Network two_mode() {
    entente::Network network;
    network.title = "Articles and names";
    network.articles = 3;
    network.two_mode = true;
    network.nodes = {news::node_named("article/bali-1.txt", "Talks in <Bali> & \"beyond\"", 1),
                     news::node_named("article/bali-2.txt", "bali-2.txt", 1),
                     news::node_named("country/indonesia", "Indonesia", 2),
                     news::node_named("person/sergey-lavrov", "Sergey Lavrov", 1)};
    network.nodes[0].first_date = network.nodes[0].last_date = {2022, 7, 8};
    network.edges = {news::edge_between(0, 2, 1), news::edge_between(0, 3, 4), news::edge_between(1, 2, 0.5)};
    return network;
}

void write(entente::Network network, const std::string& path) {
    entente::measure(network);
    const auto trouble = entente::lay_out(network);
    if (!trouble.empty()) {
        std::fprintf(stderr, "%s\n", trouble.c_str());
    }
    for (const auto& format : entente::formats()) {
        entente::AtomicFile file(path + std::string(format.suffix));
        format.write(network, file.output());
        file.commit();
    }
}

}  // namespace

int main(int count, char** arguments) try {
    const std::string folder = count == 2 ? arguments[1] : ".";
    auto names = news::hostile_names();
    names.insert(names.end(), news::broken_names().begin(), news::broken_names().end());
    write(news::bali(), folder + "/bali");
    write(news::wheel_of(names), folder + "/hostile");
    write(news::wheel_of({"Reuters", "NATO"}), folder + "/two");
    write(many(), folder + "/many");
    write(talks(), folder + "/talks");
    write(two_mode(), folder + "/two-mode");
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
