// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/layout.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <limits>
#include <numbers>
#include <vector>

#include <entente/graph/graphviz_graph.hpp>
#include <entente/graph/graphviz_process.hpp>
#include <entente/graph/look.hpp>

namespace entente {
namespace {

constexpr std::size_t most_for_neato = 1000;  // nodes; above, its cubic time shows
constexpr double points_per_inch = 72;
constexpr double gap = 6;            // points between two nodes
constexpr double edge_inches = 0.5;  // of the lightest edge, before overlaps are removed

/// The room that a node and its name take, in points.
struct Room {
    double width = 0;
    double height = 0;
    double name_height = 0;  ///< the mark's centre lies half of it above the room's
};

std::vector<Room> rooms_of(const Network& network) {
    const auto most_articles = most_articles_of(network);
    std::vector<Room> rooms;
    rooms.reserve(network.nodes.size());
    for (const auto& node : network.nodes) {
        const auto look = look_of(node, most_articles);
        rooms.push_back({look.width() + gap, look.height() + gap, look.name_height});
    }
    return rooms;
}

double least_weight_of(const Network& network) {
    double least = std::numeric_limits<double>::infinity();
    for (const auto& edge : network.edges) {
        least = std::min(least, edge.weight);
    }
    return least;
}

void declare_attributes(GraphvizGraph& graph) {
    using Kind = GraphvizGraph::Kind;
    graph.declare(Kind::graph, "start", "42");
    graph.declare(Kind::graph, "overlap", "prism");
    graph.declare(Kind::graph, "overlap_scaling", "0");  // the default pulls all apart before it looks
    graph.declare(Kind::graph, "splines", "none");       // nothing is drawn here
    graph.declare(Kind::graph, "pack", "12");            // points between components that nothing joins
    graph.declare(Kind::graph, "packmode", "node");
    graph.declare(Kind::node, "shape", "box");
    graph.declare(Kind::node, "fixedsize", "true");
    graph.declare(Kind::node, "label", "");
    graph.declare(Kind::node, "width", "1");
    graph.declare(Kind::node, "height", "1");
    graph.declare(Kind::edge, "len", "1");
}

/// Runs in the child: sends the positions of the nodes `joined`, in that order.
bool lay_out_with_graphviz(const Network& network, const std::vector<Room>& rooms,
                           const std::vector<std::size_t>& joined, int descriptor) {
    GraphvizGraph graph;
    declare_attributes(graph);
    std::vector<Agnode_s*> nodes(network.nodes.size());
    for (const auto i : joined) {
        nodes[i] = graph.add_node(std::to_string(i));
        graph.set(nodes[i], "width", rooms[i].width / points_per_inch);
        graph.set(nodes[i], "height", rooms[i].height / points_per_inch);
    }
    const double least = least_weight_of(network);
    for (const auto& edge : network.edges) {
        auto* const added = graph.add_edge(nodes[edge.source], nodes[edge.target]);
        graph.set(added, "len", edge_inches / (1 + std::log(edge.weight / least)));
    }
    if (!graph.lay_out(joined.size() <= most_for_neato ? "neato" : "sfdp")) {
        return false;
    }
    std::vector<Point> positions;
    for (const auto i : joined) {
        positions.push_back(GraphvizGraph::position(nodes[i]));
    }
    return write_all(descriptor, positions.data(), positions.size() * sizeof(Point));
}

/// Whether the child's answer holds a usable position for each of `joined`; takes them over if so.
bool take_positions(const std::string& bytes, const std::vector<std::size_t>& joined, Network& network) {
    std::vector<Point> positions(joined.size());
    if (bytes.size() != positions.size() * sizeof(Point)) {
        return false;
    }
    std::memcpy(positions.data(), bytes.data(), bytes.size());
    if (!std::ranges::all_of(positions, [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); })) {
        return false;
    }
    for (std::size_t i = 0; i < joined.size(); ++i) {
        network.nodes[joined[i]].x = positions[i].x;  // still in points
        network.nodes[joined[i]].y = positions[i].y;
    }
    return true;
}

/// The way out when Graphviz fails: not pretty, but readable and always the same.
void set_on_circle(Network& network, const std::vector<Room>& rooms, const std::vector<std::size_t>& joined) {
    double round = 0;
    for (const auto i : joined) {
        round += std::hypot(rooms[i].width, rooms[i].height);
    }
    double passed = 0;
    for (const auto i : joined) {
        const double room = std::hypot(rooms[i].width, rooms[i].height);
        const double angle = 2 * std::numbers::pi * (passed + room / 2) / round;
        passed += room;
        network.nodes[i].x = round / (2 * std::numbers::pi) * std::sin(angle);
        network.nodes[i].y = round / (2 * std::numbers::pi) * std::cos(angle);
    }
}

/// What some of the rooms cover.
struct Area {
    double left = 0;
    double right = 0;
    double bottom = 0;
};

Area area_of(const Network& network, const std::vector<Room>& rooms, const std::vector<std::size_t>& some) {
    if (some.empty()) {
        return {};
    }
    constexpr double far = std::numeric_limits<double>::infinity();
    Area area{far, -far, far};
    for (const auto i : some) {
        const auto& node = network.nodes[i];
        area.left = std::min(area.left, node.x - rooms[i].width / 2);
        area.right = std::max(area.right, node.x + rooms[i].width / 2);
        area.bottom = std::min(area.bottom, node.y - rooms[i].height / 2);
    }
    return area;
}

/// Nodes without an edge stand in rows under the rest, those in most articles first: no layout has a place for them.
void set_in_rows(Network& network, const std::vector<Room>& rooms, std::vector<std::size_t> lone, Area above) {
    std::ranges::stable_sort(lone,
                             [&](auto a, auto b) { return network.nodes[a].articles > network.nodes[b].articles; });
    double cell = 0;
    double ground = 0;
    for (const auto i : lone) {
        cell = std::max(cell, rooms[i].width);
        ground += cell * rooms[i].height;
    }
    const double width = std::max(above.right - above.left, 1.3 * std::sqrt(ground));
    const auto columns = std::max<std::size_t>(1, static_cast<std::size_t>(width / cell));
    double top = above.bottom - 2 * gap;
    for (std::size_t first = 0; first < lone.size(); first += columns) {
        const auto end = std::min(lone.size(), first + columns);
        double height = 0;
        for (auto i = first; i < end; ++i) {
            height = std::max(height, rooms[lone[i]].height);
        }
        for (auto i = first; i < end; ++i) {
            network.nodes[lone[i]].x = above.left + cell * (static_cast<double>(i - first) + 0.5);
            network.nodes[lone[i]].y = top - height + rooms[lone[i]].height / 2;  // names on one line
        }
        top -= height;
    }
}

/// Nodes with an edge, and those without.
struct Parts {
    std::vector<std::size_t> joined;
    std::vector<std::size_t> lone;
};

Parts parts_of(const Network& network) {
    std::vector<bool> has_edge(network.nodes.size());
    for (const auto& edge : network.edges) {
        has_edge[edge.source] = true;
        has_edge[edge.target] = true;
    }
    Parts parts;
    for (std::size_t i = 0; i < has_edge.size(); ++i) {
        (has_edge[i] ? parts.joined : parts.lone).push_back(i);
    }
    return parts;
}

/// Returns what went wrong, or nothing.
std::string place_joined(Network& network, const std::vector<Room>& rooms, const std::vector<std::size_t>& joined,
                         std::chrono::milliseconds time_limit) {
    if (joined.empty()) {
        return {};
    }
    const auto answer =
        run_in_child([&](int descriptor) { return lay_out_with_graphviz(network, rooms, joined, descriptor); },
                     {.time = time_limit, .bytes = joined.size() * sizeof(Point)});
    if (answer.failure.empty() && take_positions(answer.bytes, joined, network)) {
        return {};
    }
    set_on_circle(network, rooms, joined);
    return "the layout by Graphviz " + (answer.failure.empty() ? "gave no usable positions" : answer.failure)
           + "; the nodes are set on a circle instead";
}

/// Rounds one coordinate of all nodes to hundredths whose sum is exactly 0: Gephi moves a graph whose centroid is not
/// at 0,0. What rounding leaves over is given back a hundredth at a time.
void centre(std::vector<Node>& nodes, double Node::*coordinate) {
    double sum = 0;
    for (const auto& node : nodes) {
        sum += node.*coordinate;
    }
    const double mean = sum / static_cast<double>(nodes.size());
    std::vector<long long> hundredths;
    long long rest = 0;
    for (const auto& node : nodes) {
        hundredths.push_back(std::llround((node.*coordinate - mean) * 100));
        rest += hundredths.back();
    }
    const auto count = static_cast<long long>(nodes.size());
    for (long long i = 0; i < count; ++i) {
        const auto share = rest / count + (i < std::abs(rest % count) ? (rest < 0 ? -1 : 1) : 0);
        const auto place = static_cast<std::size_t>(i);
        nodes[place].*coordinate = static_cast<double>(hundredths[place] - share) / 100;
    }
}

}  // namespace

void set_sizes(Network& network) {
    constexpr double least_size = 4, most_size = 100;
    const auto articles = [](const Node& node) { return node.articles; };
    if (network.nodes.empty()) {
        return;
    }
    const auto [low, high] = std::ranges::minmax(network.nodes, {}, articles);
    const double least = low.articles;
    const double range = high.articles - least;
    for (auto& node : network.nodes) {
        const double share = range > 0 ? (node.articles - least) / range : 0;
        const double area = least_size * least_size + share * (most_size * most_size - least_size * least_size);
        node.size = std::round(std::sqrt(area) * 100) / 100;
    }
}

std::string lay_out(Network& network, std::chrono::milliseconds time_limit) {
    set_sizes(network);
    if (network.nodes.empty()) {
        return {};
    }
    const auto rooms = rooms_of(network);
    const auto parts = parts_of(network);
    auto trouble = place_joined(network, rooms, parts.joined, time_limit);
    set_in_rows(network, rooms, parts.lone, area_of(network, rooms, parts.joined));
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        network.nodes[i].x *= units_per_point;
        network.nodes[i].y = (network.nodes[i].y + rooms[i].name_height / 2) * units_per_point;
    }
    centre(network.nodes, &Node::x);
    centre(network.nodes, &Node::y);
    return trouble;
}

}  // namespace entente
