// SPDX-License-Identifier: Apache-2.0
#include <entente/suggest/guess.hpp>

#include <algorithm>

namespace entente {
namespace {

/// What a clue is called, and the points it gives to a person, an organization, a place, and to none of them.
struct ClueRow {
    const char* name;
    int person, organization, place, none;
};

/// In the order of Clue.
constexpr std::array<ClueRow, clue_count> rows{{
    {"title", 4, 0, 0, 0},
    {"given name", 4, 0, 0, 0},
    {"role in apposition", 3, 0, 0, 0},
    {"age", 4, 0, 0, 0},
    {"statement", 1, 1, 0, 0},
    {"initial", 4, 0, 0, 0},
    {"closing noun", 0, 5, 0, 0},
    {"acronym", 0, 3, 0, 0},
    {"acronym in brackets", 0, 4, 0, 0},
    {"membership", 0, 3, 1, 0},
    {"site", 0, 0, 5, 0},
    {"preposition of place", 0, 0, 2, 0},
    {"occasion", 0, 0, 0, 6},
}};

constexpr int unheard_person = 1;

}  // namespace

void ClueCounts::add(const ProperName& name) {
    ++mentions;
    for (std::size_t i = 0; i < clue_count; ++i) counts[i] += name.clues >> i & 1U;
}

std::vector<std::string> ClueCounts::names() const {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < clue_count; ++i)
        if (counts[i] > 0) result.emplace_back(rows[i].name);
    return result;
}

std::optional<EntityType> guess_type(const ClueCounts& clues, bool unheard) {
    ClueRow sum{"", unheard ? unheard_person : 0, 0, 0, 0};
    for (std::size_t i = 0; i < clue_count; ++i) {
        if (clues.counts[i] == 0) continue;
        sum.person += rows[i].person;
        sum.organization += rows[i].organization;
        sum.place += rows[i].place;
        sum.none += rows[i].none;
    }
    const int most = std::max({sum.person, sum.organization, sum.place, sum.none});
    const std::array<std::pair<int, EntityType>, 3> types{{{sum.person, EntityType::person},
                                                           {sum.organization, EntityType::organization},
                                                           {sum.place, EntityType::place}}};
    const bool tied = std::count_if(types.begin(), types.end(), [&](const auto& row) { return row.first == most; }) > 1;
    if (most == 0 || most == sum.none || tied) return std::nullopt;
    return std::find_if(types.begin(), types.end(), [&](const auto& row) { return row.first == most; })->second;
}

}  // namespace entente
