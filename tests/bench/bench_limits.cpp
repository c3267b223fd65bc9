// SPDX-License-Identifier: Apache-2.0
// bench_limits ARTICLES.jsonl: GB a second of CPU time, on one thread, that no reader of these bytes can beat: README.md.
#include <entente/text/cpu_clock.hpp>

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t rounds = 5;
volatile std::uint64_t kept;  ///< what is computed must go somewhere, or it is not computed

template <class Pass>
void measure(const char* name, std::size_t bytes, const Pass& pass) {
    std::vector<double> seconds;
    for (std::size_t round = 0; round < rounds; ++round) {
        entente::CpuClock clock;
        clock.lap();
        kept = pass();
        seconds.push_back(clock.lap());
    }
    std::ranges::sort(seconds);
    std::printf("%s %.2f\n", name, 1e-9 * static_cast<double>(bytes) / seconds[rounds / 2]);
}

std::uint64_t sum(const std::vector<std::uint64_t>& words) {
    std::array<std::uint64_t, 8> sums{};  // eight at once, so that no addition waits for the one before
    for (std::size_t at = 0; at + sums.size() <= words.size(); at += sums.size())
        for (std::size_t lane = 0; lane < sums.size(); ++lane) sums[lane] += words[at + lane];
    std::uint64_t all = 0;
    for (const std::uint64_t one : sums) all += one;
    return all;
}

/// Bytes of the four fields of each article, unescaped.
std::uint64_t parse(simdjson::ondemand::parser& parser, const simdjson::padded_string& json) {
    std::uint64_t bytes = 0;
    simdjson::ondemand::document_stream articles;
    if (parser.iterate_many(json, std::size_t{1} << 24U).get(articles) != simdjson::SUCCESS) return 0;
    for (auto article : articles)
        for (const char* key : {"id", "date", "title", "text"}) {
            std::string_view value;
            if (article.find_field_unordered(key).get_string().get(value) == simdjson::SUCCESS) bytes += value.size();
        }
    return bytes;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: bench_limits ARTICLES.jsonl\n", stderr);
        return 2;
    }
    {
        const std::vector<std::uint64_t> words(std::size_t{1} << 27U, 3);
        measure("memory", words.size() * sizeof(std::uint64_t), [&] { return sum(words); });
    }
    simdjson::padded_string json;
    if (simdjson::padded_string::load(arguments[1]).get(json) != simdjson::SUCCESS) {
        std::fprintf(stderr, "bench_limits: %s cannot be read\n", arguments[1]);
        return 1;
    }
    measure("utf8", json.size(), [&] { return simdjson::validate_utf8(json.data(), json.size()) ? 1U : 0U; });
    simdjson::ondemand::parser parser;
    measure("json", json.size(), [&] { return parse(parser, json); });
}
