// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// The offices of countries, organizations and places, by the titles that news gives them: those of the key `roles`, and
/// what regularly says the same, as "minister for foreign affairs" for a foreign minister or "chief" for the head of an
/// organization.
class OfficeTitles {
public:
    struct Term {
        std::uint32_t person;  ///< counts into Gazetteer::entities
        std::uint32_t role;    ///< counts into Entity::roles
    };

    explicit OfficeTitles(const Gazetteer& gazetteer);

    [[nodiscard]] bool has_offices(std::uint32_t body) const { return bodies_.contains(body); }
    /// Everyone who ever held the office; empty when the body has no office of this title.
    [[nodiscard]] std::span<const Term> terms(std::uint32_t body, std::span<const Token> title) const;
    [[nodiscard]] std::size_t longest_title() const { return longest_title_; }  ///< words

private:
    void add(std::uint32_t body, std::string_view title, Term term);

    std::unordered_map<std::uint64_t, std::vector<Term>> terms_;  ///< by body and title
    std::unordered_set<std::uint32_t> bodies_;
    std::size_t longest_title_ = 0;
};

}  // namespace entente
