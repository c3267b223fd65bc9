// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/tag/findings.hpp>

namespace entente {

/// Chooses between several owners of a name by evidence that adds up, or leaves the name undecided.
///
/// Points for an owner: 6 when the article names it in a way that only it owns, 3 for each of its `near` names there
/// (at most three), -4 for each `not_near` name (at most two), both once more for those in the same sentence, 2 when its
/// country is named, 3 when it is the name of a country, 1 when it is a preferred name, 4 for a person behind a title, 3
/// for a person in office on the day of the article, -4 for one whose first office came more than ten years later. The
/// best wins with two points more than the next; otherwise the mention keeps its candidates.
class Weigher {
public:
    explicit Weigher(const Gazetteer& gazetteer);

    void weigh(Findings& findings) const;

    class CapitalWords;

private:
    using Phrase = std::vector<std::uint64_t>;  ///< hashes of folded words
    struct Company {
        std::vector<Phrase> near;
        std::vector<Phrase> not_near;
    };

    [[nodiscard]] int points(const Findings& findings, CapitalWords& capitals, const Finding& finding,
                             const NameForm& form) const;

    std::unordered_map<std::uint32_t, Company> company_;        ///< by entity
    std::unordered_map<std::uint32_t, std::uint32_t> country_;  ///< entity to the entity that is its country
};

}  // namespace entente
