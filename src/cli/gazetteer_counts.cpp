// SPDX-License-Identifier: Apache-2.0
#include "gazetteer_counts.hpp"

#include "stats.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <string_view>

namespace entente::cli {
namespace {

constexpr std::array types = {EntityType::person, EntityType::country, EntityType::organization, EntityType::place};

using ByType = std::array<std::uint64_t, types.size()>;

constexpr std::uint64_t few = 10;  ///< names; languages with fewer share a row

std::uint64_t sum_of(const ByType& counts) { return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}); }

std::string row_of(std::string_view what, const ByType& counts) {
    std::string row = "| " + std::string(what) + " |";
    for (const auto count : counts) {
        row += ' ' + grouped(count) + " |";
    }
    return row + ' ' + grouped(sum_of(counts)) + " |\n";
}

bool is_dated(const Role& role) { return role.from.known() || role.to.known(); }

}  // namespace

std::string counts_table(const Gazetteer& gazetteer) {
    ByType entities{};
    ByType offices{};
    ByType names{};
    std::map<std::string_view, ByType> by_language;
    for (const auto& entity : gazetteer.entities()) {
        const auto type = static_cast<std::size_t>(entity.type);
        ++entities[type];
        names[type] += entity.aliases.size();
        offices[type] += static_cast<std::uint64_t>(std::count_if(entity.roles.begin(), entity.roles.end(), is_dated));
        for (const auto& alias : entity.aliases) {
            if (alias.languages.empty()) ++by_language[""][type];
            for (const auto& language : alias.languages) ++by_language[language][type];
        }
    }
    std::string table = "| |";
    std::string line = "|---|";
    for (const auto type : types) {
        table += ' ' + std::string(name_of(type)) + " |";
        line += "---|";
    }
    table += " all |\n" + line + "---|\n";
    table += row_of("entities", entities) + row_of("offices with dates", offices) + row_of("names", names);
    ByType of_others{};
    std::uint64_t others = 0;
    for (const auto& [language, counts] : by_language) {
        if (!language.empty() && sum_of(counts) < few) {
            ++others;
            std::transform(counts.begin(), counts.end(), of_others.begin(), of_others.begin(), std::plus<>());
            continue;
        }
        table +=
            row_of(language.empty() ? "names in any language" : "names in `" + std::string(language) + '`', counts);
    }
    return others == 0 ? table : table + row_of("names in " + counted(others, "other language"), of_others);
}

}  // namespace entente::cli
