// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>

namespace entente {

/// A name as names are compared here: folded words with one blank between, without a leading "the".
[[nodiscard]] std::string comparable(std::string_view name);

/// The names of a gazetteer, to be asked whether others are them.
class KnownSpellings {
public:
    /// The gazetteer must outlive it. Complexity: O(bytes of names).
    explicit KnownSpellings(const Gazetteer& gazetteer);

    /// It is listed, or one word of the name of a listed person. `name` is comparable().
    [[nodiscard]] bool knows(const std::string& name) const;
    /// The entity of which a comparable() name is another spelling: the same by sound, or but for one slip; or null.
    [[nodiscard]] const Entity* like(const std::string& name) const;
    /// It is used, or was: an id is never given to another.
    [[nodiscard]] bool has_id(const std::string& id) const { return !gazetteer_->meant_by(id).empty(); }

private:
    struct Row {
        std::uint32_t entity;
        std::string name;
    };

    const Gazetteer* gazetteer_;
    std::unordered_set<std::string> names_;
    std::unordered_set<std::string> surnames_;
    std::unordered_map<std::string, std::uint32_t> by_sound_;
    std::unordered_multimap<std::string, Row> by_word_;  ///< by first and by last word of names of several
};

}  // namespace entente
