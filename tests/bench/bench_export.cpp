// SPDX-License-Identifier: Apache-2.0
// Writes one made-up network by our writers and by Boost's, and tells the CPU time of each: README.md. export.py runs it beside
// the writers of igraph and networkx.
#include <entente/export/format.hpp>
#include <entente/text/diagnostic.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>

#include <sys/stat.h>
#include <time.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace entente;

namespace {

constexpr std::string_view usage =
    "bench_export write|table FOLDER NODES EDGES\n"
    "write: one line for each writer, its name, CPU seconds and bytes; table: nodes.tsv and edges.tsv for other "
    "writers\n";

/// CPU seconds of this process, its system calls included.
double now() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

Node node_numbered(std::uint32_t number) {
    constexpr std::string_view types[] = {"person", "country", "organization"};
    Node node;
    node.id = std::string(types[number % 3]) + "/name-" + std::to_string(1'000'000 + number);
    node.label = "Name & Sons No. " + std::to_string(number);
    node.type = node_type_of(*entity_type_of(types[number % 3]));
    node.articles = 1 + number % 97;
    node.mentions = 2 * node.articles;
    node.first_date = {2022, static_cast<std::uint8_t>(1 + number % 12), static_cast<std::uint8_t>(1 + number % 28)};
    node.last_date = {2024, 12, 31};
    node.x = number * 0.37;
    node.y = number * -0.11;
    node.size = 4 + number % 96;
    return node;
}

/// Few nodes have most of the edges, as in news.
Network network_of(std::uint32_t nodes, std::size_t edges) {
    Network network;
    for (std::uint32_t i = 0; i < nodes; ++i) {
        network.nodes.push_back(node_numbered(i));
    }
    std::mt19937_64 random(42);
    const auto share = [&random] { return static_cast<double>(random() >> 11U) * 0x1p-53; };
    while (network.edges.size() < edges) {
        const double skewed = share();
        const auto one = static_cast<std::uint32_t>(nodes * skewed * skewed);
        const auto other = static_cast<std::uint32_t>(nodes * share());
        if (one != other) {
            Edge edge;
            edge.source = std::min(one, other);
            edge.target = std::max(one, other);
            edge.articles = 1 + static_cast<std::uint32_t>(random() % 20);
            edge.weight = edge.articles;
            edge.sentences = edge.articles / 2;
            edge.first_date = {2023, static_cast<std::uint8_t>(edge.articles % 12 + 1), 7};
            edge.last_date = {2024, 5, static_cast<std::uint8_t>(edge.articles)};
            network.edges.push_back(std::move(edge));
        }
    }
    std::ranges::sort(network.edges, {}, [](const Edge& edge) { return std::pair(edge.source, edge.target); });
    return network;
}

struct BoostNode {
    std::string id, label, type, first_date, last_date;
    std::uint32_t articles = 0, mentions = 0;
    double x = 0, y = 0, size = 0;
};

struct BoostEdge {
    std::string id, first_date, last_date;
    std::uint32_t articles = 0, sentences = 0;
    double weight = 0;
};

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, BoostNode, BoostEdge>;

Graph boost_graph(const Network& network) {
    Graph graph;
    for (const auto& node : network.nodes) {
        boost::add_vertex({node.id, node.label, std::string(name_of(node.type)), to_string(node.first_date),
                           to_string(node.last_date), node.articles, node.mentions, node.x, node.y, node.size},
                          graph);
    }
    for (const auto& edge : network.edges) {
        boost::add_edge(
            edge.source, edge.target,
            {network.nodes[edge.source].id + "--" + network.nodes[edge.target].id, to_string(edge.first_date),
             to_string(edge.last_date), edge.articles, edge.sentences, edge.weight},
            graph);
    }
    return graph;
}

boost::dynamic_properties properties_of(Graph& graph) {
    boost::dynamic_properties all;
    all.property("name", get(&BoostNode::id, graph));
    all.property("label", get(&BoostNode::label, graph));
    all.property("type", get(&BoostNode::type, graph));
    all.property("first_date", get(&BoostNode::first_date, graph));
    all.property("last_date", get(&BoostNode::last_date, graph));
    all.property("articles", get(&BoostNode::articles, graph));
    all.property("mentions", get(&BoostNode::mentions, graph));
    all.property("x", get(&BoostNode::x, graph));
    all.property("y", get(&BoostNode::y, graph));
    all.property("size", get(&BoostNode::size, graph));
    all.property("edge_id", get(&BoostEdge::id, graph));
    all.property("edge_first_date", get(&BoostEdge::first_date, graph));
    all.property("edge_last_date", get(&BoostEdge::last_date, graph));
    all.property("edge_articles", get(&BoostEdge::articles, graph));
    all.property("sentences", get(&BoostEdge::sentences, graph));
    all.property("weight", get(&BoostEdge::weight, graph));
    return all;
}

template <class Write>
void measure(std::string_view name, const std::string& path, Write write) {
    const double start = now();
    write();
    const double seconds = now() - start;
    struct stat file {};
    if (::stat(path.c_str(), &file) != 0) throw Error("nothing was written to " + path);
    std::printf("%s %.6f %lld\n", std::string(name).c_str(), seconds, static_cast<long long>(file.st_size));
}

void write_all(const Network& network, const std::string& folder) {
    for (const std::string_view name : {"graphml", "gexf", "gv"}) {
        const auto path = folder + "/entente." + std::string(name);
        const auto& format = format_of(path);
        measure("entente-" + std::string(name), path, [&] {
            std::FILE* file = std::fopen(path.c_str(), "wb");
            if (file == nullptr) throw Error("cannot write " + path);
            Output output(::fileno(file), path);
            format.write(network, output);
            output.flush();
            std::fclose(file);
        });
    }
    auto graph = boost_graph(network);
    const auto properties = properties_of(graph);
    measure("boost-graphml", folder + "/boost.graphml", [&] {
        std::ofstream file(folder + "/boost.graphml");
        boost::write_graphml(file, graph, properties);
    });
    measure("boost-gv", folder + "/boost.gv", [&] {
        std::ofstream file(folder + "/boost.gv");
        boost::write_graphviz_dp(file, graph, properties, "name");
    });
}

void write_table(const Network& network, const std::string& folder) {
    std::ofstream nodes(folder + "/nodes.tsv");
    for (const auto& node : network.nodes) {
        nodes << node.id << '\t' << node.label << '\t' << name_of(node.type) << '\t' << node.articles << '\t'
              << node.mentions << '\t' << to_string(node.first_date) << '\t' << to_string(node.last_date) << '\t'
              << node.x << '\t' << node.y << '\t' << node.size << '\n';
    }
    std::ofstream edges(folder + "/edges.tsv");
    for (const auto& edge : network.edges) {
        edges << edge.source << '\t' << edge.target << '\t' << edge.weight << '\t' << edge.articles << '\t'
              << edge.sentences << '\t' << to_string(edge.first_date) << '\t' << to_string(edge.last_date) << '\n';
    }
}

}  // namespace

int main(int count, char** words) try {
    if (count != 5) {
        std::fputs(std::string(usage).c_str(), stderr);
        return 2;
    }
    const auto network = network_of(static_cast<std::uint32_t>(std::strtoul(words[3], nullptr, 10)),
                                    std::strtoul(words[4], nullptr, 10));
    if (std::string_view(words[1]) == "table") {
        write_table(network, words[2]);
    } else {
        write_all(network, words[2]);
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "bench_export: %s\n", error.what());
    return 1;
}
