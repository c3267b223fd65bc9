// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/neato.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <entente/graph/graphviz_graph.hpp>
#include <entente/graph/graphviz_process.hpp>

namespace entente {
namespace {

constexpr double points_per_inch = 72;  // neato's lengths are inches, its positions points

void declare_attributes(GraphvizGraph& graph) {
    using Kind = GraphvizGraph::Kind;
    graph.declare(Kind::graph, "start", "42");
    graph.declare(Kind::graph, "overlap", "true");  // removed later, with the names
    graph.declare(Kind::graph, "splines", "none");  // nothing is drawn here
    graph.declare(Kind::node, "shape", "point");
    graph.declare(Kind::node, "label", "");
    graph.declare(Kind::edge, "len", "1");
}

/// Runs in the child. Its positions are appended to `positions`.
bool lay_out(const Ties& ties, std::vector<Point>& positions) {
    GraphvizGraph graph;
    declare_attributes(graph);
    std::vector<Agnode_s*> nodes;
    for (std::uint32_t i = 0; i < ties.size(); ++i) {
        nodes.push_back(graph.add_node(std::to_string(i)));
    }
    for (std::uint32_t i = 0; i < ties.size(); ++i) {
        for (const auto& tie : ties.of(i)) {
            if (tie.to > i) {
                graph.set(graph.add_edge(nodes[i], nodes[tie.to]), "len",
                          static_cast<double>(tie.length) / length_unit);
            }
        }
    }
    if (!graph.lay_out("neato")) {
        return false;
    }
    for (const auto* node : nodes) {
        const auto [x, y] = GraphvizGraph::position(node);
        positions.push_back({x / points_per_inch, y / points_per_inch});
    }
    return true;
}

bool is_usable(Point point) { return std::isfinite(point.x) && std::isfinite(point.y); }

}  // namespace

NeatoAnswer lay_out_by_neato(const std::vector<Ties>& graphs, std::chrono::milliseconds time_limit) {
    std::size_t count = 0;
    for (const auto& graph : graphs) {
        count += graph.size();
    }
    const auto job = [&graphs](int descriptor) {
        std::vector<Point> positions;
        return std::ranges::all_of(graphs, [&](const Ties& graph) { return lay_out(graph, positions); })
               && write_all(descriptor, positions.data(), positions.size() * sizeof(Point));
    };
    const auto answer = run_in_child(job, {.time = time_limit, .bytes = count * sizeof(Point)});
    std::vector<Point> positions(count);
    if (!answer.failure.empty() || answer.bytes.size() != count * sizeof(Point)) {
        return {{}, answer.failure.empty() ? "gave no positions" : answer.failure};
    }
    std::memcpy(positions.data(), answer.bytes.data(), answer.bytes.size());
    if (!std::ranges::all_of(positions, is_usable)) {
        return {{}, "gave positions that are no numbers"};
    }
    NeatoAnswer result;
    auto from = positions.begin();
    for (const auto& graph : graphs) {
        result.positions.emplace_back(from, from + graph.size());
        from += graph.size();
    }
    return result;
}

}  // namespace entente
