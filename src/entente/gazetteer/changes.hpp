// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>

namespace entente {

/// What two gazetteers say differently of one entity.
struct EntityChange {
    enum class Kind : std::uint8_t { added, removed, changed };

    Kind kind = Kind::changed;
    std::string id;
    std::vector<std::string> added_names;    ///< all names of an entity that is new
    std::vector<std::string> removed_names;  ///< all names of an entity that is gone
    std::vector<std::string>
        facts;  ///< of one that stays: "name: Roe -> Jane Roe"; of one that is gone: "now person/x"
};

/// Ordered by id; an entity that stays as it was has no row. Complexity: O(n log n) in names.
[[nodiscard]] std::vector<EntityChange> changes_between(const Gazetteer& before, const Gazetteer& after);

}  // namespace entente
