// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::cli {

/// A story that several articles print, by their ids.
struct StoryRow {
    std::string article;  ///< that stands for it
    std::string_view reason;
    std::vector<std::string> copies;
};

/// What one run did, for --stats. The manual page describes the JSON under STATISTICS.
struct Stats {
    std::string command;
    std::string gazetteer;  ///< hash of the names that were used, or empty
    std::vector<std::pair<std::string_view, std::uint64_t>> counts;
    std::vector<std::pair<std::string_view, std::map<std::string, std::uint64_t>>> tables;  ///< of counts, by name
    std::vector<StoryRow> stories;                                 ///< with copies, the most printed first
    std::map<std::string, std::uint64_t> warnings;                 ///< by code
    std::vector<std::pair<std::string_view, double>> seconds;      ///< wall time by stage
    std::vector<std::pair<std::string_view, double>> cpu_seconds;  ///< of stages that threads share
};

[[nodiscard]] std::string to_json(const Stats& stats);

/// `12345` as `12,345`.
[[nodiscard]] std::string grouped(std::uint64_t number);
/// `1 article`, `2 articles`, `3 entities`.
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view noun);

}  // namespace entente::cli
