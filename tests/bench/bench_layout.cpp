// SPDX-License-Identifier: Apache-2.0
// How long our layout takes and how true it is to weights, beside Graphviz neato and sfdp: README.md.
#include <sys/resource.h>
#include <time.h>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <entente/graph/graphviz_graph.hpp>
#include <entente/graph/graphviz_process.hpp>
#include <entente/graph/neato.hpp>
#include <entente/graph/stress.hpp>
#include <entente/graph/ties.hpp>
#include "random_networks.hpp"

using namespace entente;

namespace {

constexpr std::chrono::minutes time_limit{60};
constexpr std::uint32_t most_for_neato = 3000;  // nodes
constexpr std::uint32_t measured_from = 500;    // nodes: the stress of large networks is that of the pairs they are in

/// A network to lay out: that of `press`, or its largest component.
struct Sample {
    std::string_view name;
    news::Press press;
    bool large = false;  ///< only when asked for
};

const std::vector<Sample> samples = {
    {"300 names, Zipf's law", {.names = 460, .edges = 2000}},
    {"1,000 names, Zipf's law", {.names = 1500, .edges = 9000}},
    {"1,000 names, 12 beats", {.names = 1200, .edges = 9000, .beats = 12}},
    {"1,000 names, dense", {.names = 1000, .edges = 25'000, .beats = 12}},
    {"5,000 names, 40 beats", {.names = 7000, .edges = 50'000, .beats = 40}},
    {"50,000 names, 100 beats", {.names = 80'000, .edges = 500'000, .beats = 100}, true},
};

double seconds(timeval time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); }

/// CPU seconds of this process and of the children that have ended: other programs of the machine do not count.
double now() {
    rusage ours{}, of_children{};
    ::getrusage(RUSAGE_SELF, &ours);
    ::getrusage(RUSAGE_CHILDREN, &of_children);
    return seconds(ours.ru_utime) + seconds(ours.ru_stime) + seconds(of_children.ru_utime)
           + seconds(of_children.ru_stime);
}

std::vector<Point> lay_out_by_sfdp(const Ties& ties) {
    const auto answer = run_in_child(
        [&ties](int descriptor) {
            GraphvizGraph graph;
            graph.declare(GraphvizGraph::Kind::graph, "start", "42");
            graph.declare(GraphvizGraph::Kind::graph, "overlap", "true");
            graph.declare(GraphvizGraph::Kind::graph, "splines", "none");
            graph.declare(GraphvizGraph::Kind::node, "shape", "point");
            graph.declare(GraphvizGraph::Kind::node, "label", "");
            std::vector<Agnode_s*> nodes;
            for (std::uint32_t i = 0; i < ties.size(); ++i) {
                nodes.push_back(graph.add_node(std::to_string(i)));
            }
            for (std::uint32_t i = 0; i < ties.size(); ++i) {
                for (const auto& tie : ties.of(i)) {
                    if (tie.to > i) static_cast<void>(graph.add_edge(nodes[i], nodes[tie.to]));
                }
            }
            if (!graph.lay_out("sfdp")) return false;
            std::vector<Point> points;
            for (const auto* node : nodes) points.push_back(GraphvizGraph::position(node));
            return write_all(descriptor, points.data(), points.size() * sizeof(Point));
        },
        {.time = time_limit});
    std::vector<Point> points(answer.failure.empty() ? ties.size() : 0);
    if (answer.bytes.size() != ties.size() * sizeof(Point)) points.clear();
    if (!points.empty()) std::memcpy(points.data(), answer.bytes.data(), answer.bytes.size());
    return points;
}

template <class LayOut>
void measure(std::string_view name, const Ties& ties, const LayOut& lay_out) {
    const double cpu = now();
    const auto start = std::chrono::steady_clock::now();
    const std::vector<Point> points = lay_out();
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const double used = now() - cpu;
    if (points.size() != ties.size()) {
        std::printf("  %-6s failed\n", std::string(name).c_str());
        return;
    }
    std::printf("  %-6s %8.2f s CPU %8.2f s  stress %.4f\n", std::string(name).c_str(), used, wall,
                stress_of(ties, points, measured_from));
    std::fflush(stdout);
}

void run(const Sample& sample, std::uint64_t seed, unsigned threads) {
    auto press = sample.press;
    press.seed = seed;
    const Ties whole(news::network_of(press));
    const auto ties = whole.among(components_of(whole).front());
    std::size_t ends = 0;
    for (std::uint32_t i = 0; i < ties.size(); ++i) ends += ties.of(i).size();
    std::printf("%s, seed %u: %u nodes, %zu edges\n", std::string(sample.name).c_str(), static_cast<unsigned>(seed),
                ties.size(), ends / 2);
    measure("ours", ties, [&] { return lay_out_by_stress(ties, {.threads = threads}); });
    if (ties.size() <= most_for_neato) {
        measure("neato", ties, [&] {
            const auto answer = lay_out_by_neato({ties}, time_limit);
            return answer.failure.empty() ? answer.positions.front() : std::vector<Point>{};
        });
    }
    measure("sfdp", ties, [&] { return lay_out_by_sfdp(ties); });
}

}  // namespace

int main(int count, char** words) {
    std::uint64_t seeds = 1;
    unsigned threads = std::thread::hardware_concurrency();
    bool large = false;
    for (int at = 1; at < count; ++at) {
        const std::string_view word = words[at];
        if (word == "--large") {
            large = true;
        } else if (word == "--seeds" && at + 1 < count) {
            seeds = std::strtoul(words[++at], nullptr, 10);
        } else if (word == "--threads" && at + 1 < count) {
            threads = static_cast<unsigned>(std::strtoul(words[++at], nullptr, 10));
        } else {
            std::fprintf(stderr, "bench_layout: there are --large, --seeds N and --threads N\n");
            return 2;
        }
    }
    for (const auto& sample : samples) {
        for (std::uint64_t seed = 1; seed <= seeds && sample.large == large; ++seed) run(sample, seed, threads);
    }
}
