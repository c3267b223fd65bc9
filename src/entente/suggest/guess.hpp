// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/suggest/proper_names.hpp>

namespace entente {

/// How many mentions of a name have each clue.
struct ClueCounts {
    std::array<std::uint32_t, clue_count> counts{};
    std::uint32_t mentions = 0;

    void add(const ProperName& name);
    [[nodiscard]] std::uint32_t of(Clue clue) const { return counts[static_cast<std::size_t>(clue)]; }
    /// "title", "closing noun": those that some mention has.
    [[nodiscard]] std::vector<std::string> names() const;
};

/// Person, organization or place, when the clues for one outweigh those for the others.
/// `unheard`: no word of a name of several is printed in small letters anywhere, as is usual of a person's.
[[nodiscard]] std::optional<EntityType> guess_type(const ClueCounts& clues, bool unheard);

}  // namespace entente
