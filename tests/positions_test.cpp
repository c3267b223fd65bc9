// SPDX-License-Identifier: Apache-2.0
#include <span>
#include <string>
#include <utility>

#include <entente/export/format.hpp>
#include <entente/export/network_json.hpp>
#include <entente/text/diagnostic.hpp>
#include "catch.hpp"
#include "small_networks.hpp"

using namespace entente;

namespace {

Positions positions_in(std::string bytes) {
    const auto source = [rest = std::move(bytes)](std::span<char> room) mutable {
        const auto count = rest.copy(room.data(), room.size());
        rest.erase(0, count);
        return count;
    };
    return read_positions(source, "last.json");
}

}  // namespace

TEST_CASE("where names stood last week is read back from our JSON", "[export]") {
    auto network = news::wheel_of(news::hostile_names());
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        network.nodes[i].x = 0.25 - static_cast<double>(i);
        network.nodes[i].y = 1234.56;
    }
    Output output;
    format_of("network.json").write(network, output);
    const auto positions = positions_in(output.take());
    REQUIRE(positions.size() == network.nodes.size());
    for (const auto& node : network.nodes) {
        CHECK(positions.at(node.id).x == node.x);
        CHECK(positions.at(node.id).y == node.y);
    }
}

TEST_CASE("a file that holds no positions is refused with its name", "[export]") {
    const auto [bytes, fault] = GENERATE(
        std::pair{"", "the file is no JSON"}, std::pair{"<gexf/>", "the file is no JSON"},
        std::pair{R"({"nodes":[{"id":"a","x":1,"y":2})", "the file is no JSON"}, std::pair{"[1]", "no list \"nodes\""},
        std::pair{R"({"nodes":3})", "no list \"nodes\""}, std::pair{R"({"nodes":[7]})", "no \"id\" that is a text"},
        std::pair{R"({"nodes":[{"id":7,"x":1,"y":2}]})", "no \"id\" that is a text"},
        std::pair{R"({"nodes":[{"id":"a","x":1}]})", "node \"a\" has no \"y\" that is a position"},
        std::pair{R"({"nodes":[{"id":"a","x":"1","y":2}]})", "node \"a\" has no \"x\" that is a position"},
        std::pair{R"({"nodes":[{"id":"a","x":1e300,"y":2}]})", "node \"a\" has no \"x\" that is a position"});
    CAPTURE(bytes);
    try {
        static_cast<void>(positions_in(bytes));
        FAIL("it was read");
    } catch (const Error& error) {
        CHECK(error.diagnostic().place.file == "last.json");
        CHECK(error.diagnostic().message.find(fault) != std::string::npos);
    }
}
