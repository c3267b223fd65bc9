// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <string>
#include <tuple>

#include <entente/graph/graphviz_process.hpp>
#include <entente/graph/layout.hpp>
#include <entente/graph/look.hpp>
#include <entente/graph/structure.hpp>
#include "catch.hpp"
#include "random_networks.hpp"
#include "small_networks.hpp"

using namespace entente;
using namespace std::chrono_literals;

namespace {

/// Two groups of six, the first bound by weight 20, the second by weight 1, joined by one link.
Network two_groups() {
    Network network;
    for (std::uint32_t i = 0; i < 12; ++i) {
        network.nodes.push_back(
            news::node_named("person/p" + std::to_string(100 + i), "Minister " + std::to_string(i), 1 + i * i));
    }
    for (std::uint32_t i = 0; i < 12; ++i) {
        for (std::uint32_t j = i + 1; j < 12; ++j) {
            if (i / 6 == j / 6) {
                network.edges.push_back(news::edge_between(i, j, i < 6 ? 20 : 1));
            }
        }
    }
    network.edges.push_back(news::edge_between(0, 11, 1));
    std::ranges::sort(network.edges, {}, [](const Edge& edge) { return std::pair(edge.source, edge.target); });
    return network;
}

double distance(const Node& a, const Node& b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Sum of one coordinate, in whole hundredths.
long long hundredths(const Network& network, double Node::*coordinate) {
    long long sum = 0;
    for (const auto& node : network.nodes) {
        sum += std::llround(node.*coordinate * 100);
    }
    return sum;
}

/// Whether two marks, or two names with the marks above them, lie on each other.
bool overlap(const Node& a, const Node& b, std::uint32_t most_articles) {
    const auto look_a = look_of(a, most_articles), look_b = look_of(b, most_articles);
    const double left = std::abs(a.x - b.x) / units_per_point;
    const double middle_a = a.y / units_per_point - look_a.name_height / 2;
    const double middle_b = b.y / units_per_point - look_b.name_height / 2;
    return left < (look_a.width() + look_b.width()) / 2 - 1
           && std::abs(middle_a - middle_b) < (look_a.height() + look_b.height()) / 2 - 1;
}

void check_nothing_is_covered(const Network& network) {
    const auto most = most_articles_of(network);
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        for (std::size_t j = i + 1; j < network.nodes.size(); ++j) {
            if (overlap(network.nodes[i], network.nodes[j], most)) {
                FAIL_CHECK(network.nodes[i].label << " and " << network.nodes[j].label << " cover each other");
            }
        }
    }
}

}  // namespace

TEST_CASE("Gephi leaves positions and sizes alone: sizes go from 4 to 100 and the centroid is 0", "[layout]") {
    auto network = two_groups();
    REQUIRE(lay_out(network).empty());
    const auto [low, high] = std::ranges::minmax(network.nodes, {}, &Node::size);
    CHECK(low.size == 4.0);
    CHECK(high.size == 100.0);
    CHECK(hundredths(network, &Node::x) == 0);
    CHECK(hundredths(network, &Node::y) == 0);
    for (const auto& node : network.nodes) {
        CHECK(node.x == std::round(node.x * 100) / 100);
        const double share = (node.articles - 1) / 121.0;
        CHECK(node.size * node.size == Approx(16 + share * 9984).epsilon(0.01));
    }
}

TEST_CASE("names that often stand together are drawn closer", "[layout]") {
    auto network = two_groups();
    for (auto& node : network.nodes) {
        node.articles = 1;
        node.label = "X";
    }
    REQUIRE(lay_out(network).empty());
    double heavy = 0, light = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        for (std::size_t j = i + 1; j < 6; ++j) {
            heavy += distance(network.nodes[i], network.nodes[j]);
            light += distance(network.nodes[i + 6], network.nodes[j + 6]);
        }
    }
    CHECK(heavy < light);
}

TEST_CASE("neither marks nor names cover each other", "[layout]") {
    auto network = two_groups();
    network.nodes[3].label = "Organization for Security and Co-operation in Europe";
    network.nodes.push_back(news::node_named("person/q1", "Nobody Knows", 2));
    network.nodes.push_back(news::node_named("person/q2", "Nobody Else", 30));
    REQUIRE(lay_out(network).empty());
    check_nothing_is_covered(network);
}

TEST_CASE("the same network has the same layout", "[layout]") {
    auto first = two_groups(), second = two_groups();
    REQUIRE(lay_out(first).empty());
    REQUIRE(lay_out(second).empty());
    for (std::size_t i = 0; i < first.nodes.size(); ++i) {
        CHECK(first.nodes[i].x == second.nodes[i].x);
        CHECK(first.nodes[i].y == second.nodes[i].y);
    }
}

TEST_CASE("groups that nothing joins lie near each other, and lone names below", "[layout]") {
    auto network = two_groups();
    std::erase_if(network.edges, [](const Edge& edge) { return edge.target == 11 && edge.source == 0; });
    network.nodes.push_back(news::node_named("person/q1", "Nobody Knows"));
    REQUIRE(lay_out(network).empty());
    double widest = 0, apart = 1e9, lowest = 1e9;
    for (std::size_t i = 0; i < 12; ++i) {
        lowest = std::min(lowest, network.nodes[i].y);
        for (std::size_t j = 0; j < 12; ++j) {
            (i / 6 == j / 6 ? widest : apart) = i / 6 == j / 6
                                                    ? std::max(widest, distance(network.nodes[i], network.nodes[j]))
                                                    : std::min(apart, distance(network.nodes[i], network.nodes[j]));
        }
    }
    CHECK(apart < widest);
    CHECK(network.nodes[12].y < lowest);
    CHECK(lowest - network.nodes[12].y < widest);
}

TEST_CASE("what Graphviz does not end in time is laid out without it, and that is said", "[layout]") {
    auto network = two_groups();
    const auto trouble = lay_out(network, {.graphviz_time = 0ms});
    CHECK(trouble.find("took longer than 0 s") != std::string::npos);
    CHECK(trouble.find("without it") != std::string::npos);
    CHECK(hundredths(network, &Node::x) == 0);
    CHECK(hundredths(network, &Node::y) == 0);
    check_nothing_is_covered(network);
    auto again = two_groups();
    static_cast<void>(lay_out(again, {.graphviz_time = 0ms}));
    CHECK(again.nodes[5].x == network.nodes[5].x);
}

TEST_CASE("no name covers another in a network of up to 2,000 names, however they hang together", "[layout]") {
    const auto [names, edges, beats] = GENERATE(std::tuple{40U, 90U, 5U}, std::tuple{300U, 2000U, 6U},
                                                std::tuple{900U, 700U, 90U}, std::tuple{2000U, 12000U, 20U});
    auto network = news::network_of({.names = names, .edges = edges, .beats = beats, .strangers = 0.02});
    REQUIRE(network.nodes.size() <= 2000);
    for (std::size_t i = 0; i < network.nodes.size(); i += 7) {
        network.nodes[i].label += " of the Ministry for Foreign Affairs";
    }
    static_cast<void>(lay_out(network, {.graphviz_time = 0ms}));  // as on a machine without Graphviz
    check_nothing_is_covered(network);
}

TEST_CASE("in a larger network no mark covers another", "[layout]") {
    auto network = news::network_of({.names = 4500, .edges = 20000, .beats = 40});
    REQUIRE(network.nodes.size() > 2000);
    CHECK(lay_out(network).empty());
    const auto most = most_articles_of(network);
    auto& nodes = network.nodes;
    std::ranges::sort(nodes, {}, &Node::x);
    std::size_t covered = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t j = i + 1; j < nodes.size() && nodes[j].x - nodes[i].x < 200; ++j) {
            const double room = (look_of(nodes[i], most).mark + look_of(nodes[j], most).mark) / 2 * units_per_point;
            const double disc = (nodes[i].size + nodes[j].size) / 2;
            const double across = std::max(nodes[j].x - nodes[i].x, std::abs(nodes[j].y - nodes[i].y));
            covered += across < std::max(room, disc) - 0.1 ? 1 : 0;
        }
    }
    CHECK(covered == 0);
}

TEST_CASE("the largest group stands in the middle, smaller ones round it", "[layout]") {
    Network network;
    for (std::uint32_t group = 0, first = 0; group < 12; ++group) {
        const std::uint32_t size = group == 7 ? 30 : 2 + group % 3;
        for (std::uint32_t i = 0; i < size; ++i) {
            network.nodes.push_back(news::node_named("person/p" + std::to_string(1000 + first + i), "Deputy", 1 + i));
            if (i > 0) {
                network.edges.push_back(news::edge_between(first, first + i, 1 + i % 3));
            }
        }
        first += size;
    }
    REQUIRE(lay_out(network).empty());
    check_nothing_is_covered(network);
    const auto hub = std::ranges::find(network.nodes, 30U, &Node::articles);  // the last of the largest group
    Point middle;
    for (auto node = hub - 29; node <= hub; ++node) {
        middle = {middle.x + node->x / 30, middle.y + node->y / 30};
    }
    const auto [left, right] = std::ranges::minmax(network.nodes, {}, &Node::x);
    const auto [low, high] = std::ranges::minmax(network.nodes, {}, &Node::y);
    CHECK(std::abs(middle.x - (left.x + right.x) / 2) < (right.x - left.x) / 4);
    CHECK(std::abs(middle.y - (low.y + high.y) / 2) < (high.y - low.y) / 4);
}

namespace {

Positions positions_of(const Network& network) {
    Positions positions;
    for (const auto& node : network.nodes) {
        positions[node.id] = {node.x, node.y};
    }
    return positions;
}

/// How far those that stand in both have moved, as a share of the picture's width: the mean, beyond what all moved.
double movement(const Network& network, const Positions& before) {
    std::vector<Point> moves;
    Point all;
    for (const auto& node : network.nodes) {
        if (const auto found = before.find(node.id); found != before.end()) {
            moves.push_back({node.x - found->second.x, node.y - found->second.y});
            all = {all.x + moves.back().x, all.y + moves.back().y};
        }
    }
    const auto count = static_cast<double>(moves.size());
    double sum = 0;
    for (const auto& move : moves) {
        sum += std::hypot(move.x - all.x / count, move.y - all.y / count);
    }
    const auto [left, right] = std::ranges::minmax(network.nodes, {}, &Node::x);
    return sum / count / (right.x - left.x);
}

}  // namespace

TEST_CASE("last week's picture is kept when a few articles are added", "[layout]") {
    auto last_week = news::network_of({.names = 150, .edges = 500, .beats = 4});
    auto this_week = news::network_of({.names = 150, .edges = 530, .beats = 4});  // the same articles, and some more
    auto afresh = this_week;
    REQUIRE(lay_out(last_week).empty());
    const auto before = positions_of(last_week);
    REQUIRE(lay_out(this_week, {.start = before}).empty());
    REQUIRE(lay_out(afresh).empty());
    CAPTURE(movement(this_week, before), movement(afresh, before));
    CHECK(movement(this_week, before) < 0.02);
    CHECK(movement(afresh, before) > 0.1);
    check_nothing_is_covered(this_week);
}

TEST_CASE("a new name comes near those it is named with", "[layout]") {
    auto network = two_groups();
    REQUIRE(lay_out(network).empty());
    auto positions = positions_of(network);
    positions["person/of-another-network"] = {0, 0};
    network.nodes.push_back(news::node_named("person/q1", "New Minister", 3));
    network.edges.push_back(news::edge_between(2, 12, 9));
    network.edges.push_back(news::edge_between(3, 12, 9));
    std::ranges::sort(network.edges, {}, [](const Edge& edge) { return std::pair(edge.source, edge.target); });
    REQUIRE(lay_out(network, {.start = positions}).empty());
    double near = 0, far = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        near += distance(network.nodes[i], network.nodes[12]);
        far += distance(network.nodes[i + 6], network.nodes[12]);
    }
    CHECK(near < far);
    check_nothing_is_covered(network);
}

TEST_CASE("a start that knows nobody is told, and the layout is as without it", "[layout]") {
    auto network = two_groups(), plain = two_groups();
    CHECK(lay_out(network, {.start = {{"person/nobody", {1, 1}}}}).find("afresh") != std::string::npos);
    REQUIRE(lay_out(plain).empty());
    CHECK(network.nodes[3].x == plain.nodes[3].x);
}

TEST_CASE("no name, one name and equal names are laid out", "[layout]") {
    Network none;
    CHECK(lay_out(none).empty());
    auto one = news::wheel_of({"Reuters"});
    CHECK(lay_out(one).empty());
    CHECK(one.nodes[0].x == 0);
    CHECK(one.nodes[0].y == 0);
    CHECK(one.nodes[0].size == 4);
    auto two = news::wheel_of({"Reuters", "NATO"});
    CHECK(lay_out(two).empty());
    CHECK(distance(two.nodes[0], two.nodes[1]) > 0);
}

TEST_CASE("weights below one are lengths all the same", "[layout]") {
    auto network = two_groups();
    for (auto& edge : network.edges) {
        edge.weight *= 1e-6;
    }
    CHECK(lay_out(network).empty());
}

TEST_CASE("a child that runs for ever is ended", "[process]") {
    const auto start = std::chrono::steady_clock::now();
    const auto answer = run_in_child(
        [](int) {
            while (true) {
                ::pause();
            }
            return true;
        },
        {.time = 200ms});
    CHECK(answer.failure == "took longer than 1 s");
    CHECK(std::chrono::steady_clock::now() - start < 20s);
}

TEST_CASE("a child that crashes, fails or says too much harms nobody", "[process]") {
    CHECK(run_in_child([](int) { return std::raise(SIGKILL) == 0; }, {}).failure == "was ended by signal 9");
    CHECK(run_in_child([](int) { return ::write(2, "no plugin\nmore\n", 15) < 0; }, {}).failure == "failed: no plugin");
    CHECK(run_in_child([](int) -> bool { throw std::runtime_error("bad graph"); }, {}).failure == "failed: bad graph");
    const auto talker = [](int descriptor) {
        const std::string much(100'000, 'x');
        while (write_all(descriptor, much.data(), much.size())) {
        }
        return true;
    };
    CHECK(run_in_child(talker, {.bytes = 3U << 20U}).failure == "wrote more than 3 MiB");
    const auto answer = run_in_child([](int descriptor) { return write_all(descriptor, "news", 4); }, {});
    CHECK(answer.failure.empty());
    CHECK(answer.bytes == "news");
}

TEST_CASE("who is linked to many, and which group a name belongs to", "[structure]") {
    auto network = two_groups();
    network.edges = {news::edge_between(1, 2, 2), news::edge_between(3, 4, 1), news::edge_between(3, 5, 0.5)};
    measure(network);
    CHECK(network.nodes[3].degree == 2);
    CHECK(network.nodes[3].weighted_degree == 1.5);
    CHECK(network.nodes[0].degree == 0);
    CHECK(network.nodes[4].component == 1);  // the largest
    CHECK(network.nodes[1].component == 2);
    CHECK(network.nodes[0].component == 3);
    CHECK(network.nodes[11].component == 9);
}

TEST_CASE("a long name is broken into lines of about the same length", "[layout]") {
    CHECK(lines_of("Sergey Lavrov", 18, 4) == std::vector<std::string>{"Sergey Lavrov"});
    CHECK(lines_of("Democratic Republic of the Congo", 18, 4)
          == std::vector<std::string>{"Democratic Republic", "of the Congo"});
    CHECK(lines_of("", 18, 4) == std::vector<std::string>{""});
    CHECK(lines_of(std::string(20'000, 'x'), 18, 4).size() == 1);
    CHECK(lines_of(std::string(20'000, 'x'), 18, 4)[0].size() < 60);
}
