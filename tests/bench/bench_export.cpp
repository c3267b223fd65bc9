// SPDX-License-Identifier: Apache-2.0
// Writes one made-up network by our writers and by Boost's, and tells the CPU time of each: README.md. export.py runs it beside
// the writers of igraph and networkx.
#include <entente/export/format.hpp>
#include <entente/graph/palette.hpp>
#include <entente/text/diagnostic.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>

#include <sys/stat.h>
#include <time.h>
#include <algorithm>
#include <cmath>
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
    node.sources = 1 + node.articles % 7;
    node.degree = 1 + number % 31;
    node.weighted_degree = 3.0 * node.degree;
    node.component = 1 + number % 3;
    node.community = 1 + number % 40;
    node.core = 1 + number % 9;
    node.pagerank = std::round(1e6 / (1 + number % 977)) / 1e8;
    node.x = number * 37 % 2'000'003 / 100.0;
    node.y = number * 11 % 1'000'003 / -100.0;
    node.size = std::round(100 * std::sqrt(16 + number % 9984)) / 100;
    return node;
}

/// Few nodes have most of the edges, as in news.
Network network_of(std::uint32_t nodes, std::size_t edges) {
    Network network;
    network.laid_out = true;
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
            edge.sources = 1 + edge.articles / 3;
            edge.first_date = {2023, static_cast<std::uint8_t>(edge.articles % 12 + 1), 7};
            edge.last_date = {2024, 5, static_cast<std::uint8_t>(edge.articles)};
            network.edges.push_back(std::move(edge));
        }
    }
    std::ranges::sort(network.edges, {}, [](const Edge& edge) { return std::pair(edge.source, edge.target); });
    return network;
}

struct BoostNode {
    std::string id, label, type, first_date, last_date, shape, colour, position;
    std::uint32_t articles, mentions, sources, degree, component, community, core, red, green, blue;
    double weighted_degree, pagerank, x, y, size;
    std::string style = "filled", font = "Helvetica";
};

struct BoostEdge {
    std::string id, first_date, last_date;
    std::uint32_t articles, sentences, sources;
    double weight, width;
    std::string colour = "0.580 0.120 0.760";
};

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, BoostNode, BoostEdge>;

Graph boost_graph(const Network& network) {
    Graph graph;
    for (const auto& node : network.nodes) {
        const auto colour = colour_of(node.type);
        boost::add_vertex({node.id,
                           node.label,
                           std::string(name_of(node.type)),
                           to_string(node.first_date),
                           to_string(node.last_date),
                           "ellipse",
                           "0.115 1.000 0.902",
                           std::to_string(node.x) + "," + std::to_string(node.y),
                           node.articles,
                           node.mentions,
                           node.sources,
                           node.degree,
                           node.component,
                           node.community,
                           node.core,
                           colour.red,
                           colour.green,
                           colour.blue,
                           node.weighted_degree,
                           node.pagerank,
                           node.x,
                           node.y,
                           node.size},
                          graph);
    }
    for (const auto& edge : network.edges) {
        boost::add_edge(
            edge.source, edge.target,
            {network.nodes[edge.source].id + "--" + network.nodes[edge.target].id, to_string(edge.first_date),
             to_string(edge.last_date), edge.articles, edge.sentences, edge.sources, edge.weight, 1.193},
            graph);
    }
    return graph;
}

/// What both of Boost's formats hold, under the names that ours have.
boost::dynamic_properties properties_of(Graph& graph) {
    boost::dynamic_properties all;
    all.property("name", get(&BoostNode::id, graph));
    all.property("label", get(&BoostNode::label, graph));
    all.property("type", get(&BoostNode::type, graph));
    all.property("articles", get(&BoostNode::articles, graph));
    all.property("mentions", get(&BoostNode::mentions, graph));
    all.property("sources", get(&BoostNode::sources, graph));
    all.property("first_date", get(&BoostNode::first_date, graph));
    all.property("last_date", get(&BoostNode::last_date, graph));
    all.property("degree", get(&BoostNode::degree, graph));
    all.property("weighted_degree", get(&BoostNode::weighted_degree, graph));
    all.property("component", get(&BoostNode::component, graph));
    all.property("community", get(&BoostNode::community, graph));
    all.property("core", get(&BoostNode::core, graph));
    all.property("pagerank", get(&BoostNode::pagerank, graph));
    all.property("weight", get(&BoostEdge::weight, graph));
    all.property("edge_articles", get(&BoostEdge::articles, graph));
    all.property("sentences", get(&BoostEdge::sentences, graph));
    all.property("edge_sources", get(&BoostEdge::sources, graph));
    all.property("edge_first_date", get(&BoostEdge::first_date, graph));
    all.property("edge_last_date", get(&BoostEdge::last_date, graph));
    return all;
}

void add_look_of_graphml(boost::dynamic_properties& all, Graph& graph) {
    all.property("edge_id", get(&BoostEdge::id, graph));
    all.property("r", get(&BoostNode::red, graph));
    all.property("g", get(&BoostNode::green, graph));
    all.property("b", get(&BoostNode::blue, graph));
    all.property("x", get(&BoostNode::x, graph));
    all.property("y", get(&BoostNode::y, graph));
    all.property("size", get(&BoostNode::size, graph));
}

void add_look_of_dot(boost::dynamic_properties& all, Graph& graph) {
    all.property("shape", get(&BoostNode::shape, graph));
    all.property("style", get(&BoostNode::style, graph));
    all.property("fontname", get(&BoostNode::font, graph));
    all.property("color", get(&BoostNode::colour, graph));
    all.property("pos", get(&BoostNode::position, graph));
    all.property("penwidth", get(&BoostEdge::width, graph));
    all.property("color", get(&BoostEdge::colour, graph));
}

template <class Write>
void measure(std::string_view name, const std::string& path, Write write) {
    std::remove(path.c_str());  // to empty an old file takes the system a tenth of a second
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
    auto for_graphml = properties_of(graph);
    add_look_of_graphml(for_graphml, graph);
    auto for_dot = properties_of(graph);
    add_look_of_dot(for_dot, graph);
    measure("boost-graphml", folder + "/boost.graphml", [&] {
        std::ofstream file(folder + "/boost.graphml");
        boost::write_graphml(file, graph, for_graphml);
    });
    measure("boost-gv", folder + "/boost.gv", [&] {
        std::ofstream file(folder + "/boost.gv");
        boost::write_graphviz_dp(file, graph, for_dot, "name");
    });
}

void write_table(const Network& network, const std::string& folder) {
    std::ofstream nodes(folder + "/nodes.tsv");
    for (const auto& node : network.nodes) {
        const auto colour = colour_of(node.type);
        nodes << node.id << '\t' << node.label << '\t' << name_of(node.type) << '\t' << node.articles << '\t'
              << node.mentions << '\t' << node.sources << '\t' << to_string(node.first_date) << '\t'
              << to_string(node.last_date) << '\t' << node.degree << '\t' << node.weighted_degree << '\t'
              << node.component << '\t' << node.community << '\t' << node.core << '\t' << node.pagerank << '\t'
              << +colour.red << '\t' << +colour.green << '\t' << +colour.blue << '\t' << node.x << '\t' << node.y
              << '\t' << node.size << '\n';
    }
    std::ofstream edges(folder + "/edges.tsv");
    for (const auto& edge : network.edges) {
        edges << edge.source << '\t' << edge.target << '\t' << edge.weight << '\t' << edge.articles << '\t'
              << edge.sentences << '\t' << edge.sources << '\t' << to_string(edge.first_date) << '\t'
              << to_string(edge.last_date) << '\n';
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
