// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <entente/text/diagnostic.hpp>
#include <entente/text/spilled_rows.hpp>

#include <sys/resource.h>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <vector>

using namespace entente;

namespace {

constexpr std::uint32_t many = 300'000;  // rows: more than are written at a stroke

SpilledRows<std::uint32_t> squares(MemoryLimit& limit) {
    SpilledRows<std::uint32_t> rows(&limit);
    for (std::uint32_t i = 0; i < many; ++i) rows.append(i * i);
    return rows;
}

}  // namespace

TEST_CASE("rows are the same in memory, in a file, and read again after they were forgotten", "[spilled]") {
    for (const std::size_t memory : {std::size_t{0}, std::size_t{1} << 18, std::size_t{1} << 30}) {
        MemoryLimit limit(memory);
        auto rows = squares(limit);
        CHECK(rows.size() == many);
        CHECK(rows.copy(many - 2, many)
              == std::vector<std::uint32_t>{(many - 2) * (many - 2), (many - 1) * (many - 1)});
        rows.settle();
        CHECK((limit.spilled() == many * sizeof(std::uint32_t)) == (memory < many * sizeof(std::uint32_t)));
        std::mt19937 random(1);
        for (int i = 0; i < 10'000; ++i) {
            const auto row = static_cast<std::uint32_t>(random() % (many - 3));
            const auto read = rows.rows(row, row + 3);
            REQUIRE(read[0] == row * row);
            REQUIRE(read[2] == (row + 2) * (row + 2));
            REQUIRE(rows.copy(row, row + 3) == std::vector(read.begin(), read.end()));
        }
        rows.append(7);
        rows.append(std::vector<std::uint32_t>{8, 9});
        CHECK(rows.copy(many - 1, many + 3) == std::vector<std::uint32_t>{(many - 1) * (many - 1), 7, 8, 9});
        rows.settle();
        CHECK(rows[many + 2] == 9);
        CHECK(rows[5] == 25);
    }
}

TEST_CASE("memory that rows gave back holds others", "[spilled]") {
    MemoryLimit limit(std::size_t{16} << 20);
    for (int i = 0; i < 20; ++i) squares(limit);
    CHECK(limit.spilled() == 0);
}

TEST_CASE("where no temporary file can be made, the folder is named", "[spilled]") {
    ::setenv("TMPDIR", "/nowhere", 1);
    MemoryLimit limit(0);
    CHECK_THROWS_WITH(squares(limit), Catch::Contains("no temporary file can be made here"));
    try {
        squares(limit);
    } catch (const Error& error) {
        CHECK(error.diagnostic().place.file == "/nowhere");
        CHECK(error.diagnostic().hint.find("TMPDIR") != std::string::npos);
    }
}

TEST_CASE("a file that cannot grow is an error, not a shorter corpus", "[spilled]") {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit most{};
    ::getrlimit(RLIMIT_FSIZE, &most);
    most.rlim_cur = 100'000;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &most) == 0);
    MemoryLimit limit(0);
    CHECK_THROWS_AS(squares(limit), Error);
}
