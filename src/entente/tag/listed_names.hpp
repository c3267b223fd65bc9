// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>

namespace entente {

/// An alias of the gazetteer. Both count: into Gazetteer::entities and Entity::aliases.
struct ListedName {
    std::uint32_t entity = 0;
    std::uint32_t alias = 0;
};

/// What a gazetteer knows of some words, without an article around them.
struct ListedNames {
    std::vector<ListedName> exact;           ///< these words, but for case, accents and hyphens
    std::vector<std::uint32_t> short_names;  ///< persons whose surname or given name the words are
    std::vector<ListedName> nearest;         ///< when there is neither: a few like it, the nearest first
};

/// Complexity: O(bytes of all names).
[[nodiscard]] ListedNames look_up(const Gazetteer& gazetteer, std::string_view words);

}  // namespace entente
