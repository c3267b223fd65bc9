// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/layout.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numbers>
#include <optional>
#include <vector>

#include <entente/graph/look.hpp>
#include <entente/graph/neato.hpp>
#include <entente/graph/overlap.hpp>
#include <entente/graph/packing.hpp>
#include <entente/graph/stress.hpp>
#include <entente/graph/ties.hpp>

namespace entente {
namespace {

constexpr std::size_t least_for_neato = 3;     // nodes
constexpr std::size_t most_for_neato = 500;    // above, its cubic time shows
constexpr std::size_t most_with_names = 2000;  // nodes of a network whose names have room; above, only their discs
constexpr double gap = 8;                      // points between two rooms
constexpr double filled_by_names = 0.8;        // share of the ground that rooms take before they are pushed apart,
constexpr double filled_by_discs = 0.25;       // and without names
constexpr double least_scale = 36;             // points that the lightest edge is long

/// What is known of each node before it has a place.
struct Ground {
    std::vector<Room> rooms;
    std::vector<double> above;  ///< points by which the mark's centre lies above the room's
    double filled = 0;          ///< share that rooms take before they are pushed apart
};

Ground ground_of(const Network& network) {
    const auto most_articles = most_articles_of(network);
    const bool names = network.nodes.size() <= most_with_names;
    Ground ground;
    ground.filled = names ? filled_by_names : filled_by_discs;
    for (const auto& node : network.nodes) {
        const double disc = node.size / units_per_point;
        const auto look = look_of(node, most_articles);
        ground.rooms.push_back(names ? Room{look.width() + gap, look.height() + gap}
                                     : Room{std::max(disc, look.mark) + gap / 4, std::max(disc, look.mark) + gap / 4});
        ground.above.push_back(names ? look.name_height / 2 : 0);
    }
    return ground;
}

/// A connected component.
struct Group {
    std::vector<std::uint32_t> nodes;
    std::vector<std::optional<Point>> start;  ///< of the rooms, in points; empty when no node has one
};

std::vector<std::optional<Point>> start_of(const Network& network, const Ground& ground,
                                           const std::vector<std::uint32_t>& nodes, const Positions& positions) {
    std::vector<std::optional<Point>> start;
    bool any = false;
    for (const auto i : nodes) {
        const auto found = positions.find(network.nodes[i].id);
        any |= found != positions.end();
        start.push_back(found == positions.end()
                            ? std::nullopt
                            : std::optional(Point{found->second.x / units_per_point,
                                                  found->second.y / units_per_point - ground.above[i]}));
    }
    return any ? start : std::vector<std::optional<Point>>{};
}

/// Nodes with an edge, by component, and those without.
struct Parts {
    std::vector<Group> groups;
    std::vector<std::size_t> lone;
};

Parts parts_of(const Network& network, const Ground& ground, const Ties& ties, const Positions& positions) {
    Parts parts;
    for (auto& nodes : components_of(ties)) {
        if (nodes.size() == 1) {
            parts.lone.push_back(nodes.front());
        } else {
            auto start = start_of(network, ground, nodes, positions);
            parts.groups.push_back({std::move(nodes), std::move(start)});
        }
    }
    return parts;
}

std::vector<Room> rooms_of(const std::vector<std::uint32_t>& nodes, const Ground& ground) {
    std::vector<Room> rooms;
    for (const auto i : nodes) {
        rooms.push_back(ground.rooms[i]);
    }
    return rooms;
}

/// How points lie about their middle: the mean squares and product of their distances from it.
struct Spread {
    Point middle;
    double xx = 0;
    double xy = 0;
    double yy = 0;
};

Spread spread_of(const std::vector<Point>& points) {
    const auto count = static_cast<double>(points.size());
    Spread spread;
    for (const auto& [x, y] : points) {
        spread.middle = {spread.middle.x + x / count, spread.middle.y + y / count};
    }
    for (const auto& point : points) {
        const double x = point.x - spread.middle.x, y = point.y - spread.middle.y;
        spread.xx += x * x / count;
        spread.xy += x * y / count;
        spread.yy += y * y / count;
    }
    return spread;
}

/// Moves the middle of `points` to 0,0, makes them as large as their rooms need and turns them so that they are wider
/// than high, as pages and screens are.
void fit_to(const std::vector<Room>& rooms, double filled, std::vector<Point>& points) {
    const auto [middle, xx, xy, yy] = spread_of(points);
    double needed = 0;
    for (const auto& room : rooms) {
        needed += room.width * room.height;
    }
    const double area = 2 * std::numbers::pi * (xx + yy);  // of a disc that is spread so
    const double scale = std::max(least_scale, area > 0 ? std::sqrt(needed / filled / area) : 0);
    // The longer axis has the direction (widest - yy, xy): an eigenvector of the matrix of spreads.
    const double widest = (xx + yy + std::sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)) / 2;
    Point axis{widest - yy, xy};
    const double length = std::sqrt(axis.x * axis.x + axis.y * axis.y);
    axis = length > 0 ? Point{axis.x / length, axis.y / length} : xx < yy ? Point{0, 1} : Point{1, 0};
    for (auto& point : points) {
        const double x = scale * (point.x - middle.x), y = scale * (point.y - middle.y);
        point = {x * axis.x + y * axis.y, y * axis.x - x * axis.y};
    }
}

/// Points for the length of the lightest edge, as the start has it; nothing when it has no two joined nodes.
std::optional<double> scale_of(const Ties& ties, const std::vector<std::optional<Point>>& start) {
    double linear = 0, square = 0;
    for (std::uint32_t from = 0; from < ties.size(); ++from) {
        for (const auto& tie : ties.of(from)) {
            if (start[from] && start[tie.to]) {
                const double x = start[from]->x - start[tie.to]->x, y = start[from]->y - start[tie.to]->y;
                const double ratio = std::sqrt(x * x + y * y) * length_unit / tie.length;
                linear += ratio;
                square += ratio * ratio;
            }
        }
    }
    return linear > 0 ? std::optional(square / linear) : std::nullopt;
}

/// From where some nodes stood.
std::vector<Point> lay_out_from(const Group& group, const Ties& ties, unsigned threads) {
    const double scale = scale_of(ties, group.start).value_or(2 * least_scale);
    auto start = group.start;
    for (auto& point : start) {
        point = point ? std::optional(Point{point->x / scale, point->y / scale}) : std::nullopt;
    }
    auto points = lay_out_by_stress(ties, {.threads = threads}, start);
    for (auto& point : points) {
        point = {point.x * scale, point.y * scale};
    }
    return points;
}

bool is_for_neato(const Group& group) { return group.nodes.size() >= least_for_neato && group.start.empty(); }

/// By Graphviz, those of a small network that are for it, in order. Empty, with what went wrong, when it fails.
NeatoAnswer lay_out_small(const std::vector<Group>& groups, const Ties& ties, const LayoutOptions& options) {
    std::size_t nodes = 0;
    std::vector<Ties> small;
    for (const auto& group : groups) {
        nodes += group.nodes.size();
        if (nodes > most_for_neato) {
            return {};
        }
        if (is_for_neato(group)) {
            small.push_back(ties.among(group.nodes));
        }
    }
    return small.empty() ? NeatoAnswer{} : lay_out_by_neato(small, options.graphviz_time);
}

struct Placed {
    std::vector<Island> islands;                    ///< the first holds all groups with a start, if there are any
    std::vector<std::vector<std::uint32_t>> nodes;  ///< of each island
    std::string trouble;
};

Placed place(const std::vector<Group>& groups, const Ground& ground, const Ties& ties, const LayoutOptions& options) {
    Placed placed;
    auto small = lay_out_small(groups, ties, options);
    if (!small.failure.empty()) {
        placed.trouble = "the layout by Graphviz " + small.failure + "; the nodes are laid out without it";
    }
    auto from_neato = small.positions.begin();
    Island settled;
    std::vector<std::uint32_t> settled_nodes;
    for (const auto& group : groups) {
        auto rooms = rooms_of(group.nodes, ground);
        if (!group.start.empty()) {
            const auto points = lay_out_from(group, ties.among(group.nodes), options.threads);
            settled.rooms.insert(settled.rooms.end(), rooms.begin(), rooms.end());
            settled.points.insert(settled.points.end(), points.begin(), points.end());
            settled_nodes.insert(settled_nodes.end(), group.nodes.begin(), group.nodes.end());
            continue;
        }
        auto points = from_neato != small.positions.end() && is_for_neato(group)
                          ? std::move(*from_neato++)
                          : lay_out_by_stress(ties.among(group.nodes), {.threads = options.threads});
        fit_to(rooms, ground.filled, points);
        remove_overlaps(rooms, points);
        placed.islands.push_back({std::move(rooms), std::move(points)});
        placed.nodes.push_back(group.nodes);
    }
    if (settled_nodes.empty() && !options.start.empty()) {
        placed.trouble = "no linked name stands in the network to start from; the layout starts afresh";
    }
    if (!settled_nodes.empty()) {
        remove_overlaps(settled.rooms, settled.points);
        placed.islands.insert(placed.islands.begin(), std::move(settled));
        placed.nodes.insert(placed.nodes.begin(), std::move(settled_nodes));
    }
    pack(placed.islands);
    return placed;
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

std::string lay_out(Network& network, const LayoutOptions& options) {
    set_sizes(network);
    network.laid_out = true;
    if (network.nodes.empty()) {
        return {};
    }
    const auto ground = ground_of(network);
    const Ties ties(network);
    const auto parts = parts_of(network, ground, ties, options.start);
    const auto placed = place(parts.groups, ground, ties, options);
    std::vector<std::size_t> joined;
    for (std::size_t island = 0; island < placed.islands.size(); ++island) {
        for (std::size_t i = 0; i < placed.nodes[island].size(); ++i) {
            joined.push_back(placed.nodes[island][i]);
            network.nodes[joined.back()].x = placed.islands[island].points[i].x;  // of the room, still in points
            network.nodes[joined.back()].y = placed.islands[island].points[i].y;
        }
    }
    set_in_rows(network, ground.rooms, parts.lone, area_of(network, ground.rooms, joined));
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        network.nodes[i].x *= units_per_point;
        network.nodes[i].y = (network.nodes[i].y + ground.above[i]) * units_per_point;
    }
    centre(network.nodes, &Node::x);
    centre(network.nodes, &Node::y);
    return placed.trouble;
}

}  // namespace entente
