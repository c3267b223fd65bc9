// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <string>

#include <entente/graph/graphviz_process.hpp>
#include <entente/graph/layout.hpp>
#include <entente/graph/look.hpp>
#include <entente/graph/structure.hpp>
#include "catch.hpp"
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
    const auto most = most_articles_of(network);
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        for (std::size_t j = i + 1; j < network.nodes.size(); ++j) {
            CAPTURE(i, j);
            CHECK_FALSE(overlap(network.nodes[i], network.nodes[j], most));
        }
    }
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

TEST_CASE("a layout that takes too long becomes a circle, and says so", "[layout]") {
    auto network = two_groups();
    const auto trouble = lay_out(network, 0ms);
    CHECK(trouble.find("took longer than 0 s") != std::string::npos);
    CHECK(trouble.find("circle") != std::string::npos);
    CHECK(hundredths(network, &Node::x) == 0);
    CHECK(hundredths(network, &Node::y) == 0);
    const auto most = most_articles_of(network);
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        CHECK_FALSE(overlap(network.nodes[i], network.nodes[(i + 1) % 12], most));
    }
    auto again = two_groups();
    static_cast<void>(lay_out(again, 0ms));
    CHECK(again.nodes[5].x == network.nodes[5].x);
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
