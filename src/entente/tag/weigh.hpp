// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <entente/tag/findings.hpp>
#include <entente/tag/home_countries.hpp>
#include <entente/tag/phrases_beside.hpp>

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
    explicit Weigher(const Image& image) : phrases_(image), homes_(image) {}

    void weigh(Findings& findings) const;

    class CapitalWords;
    class NamedAlone;

private:
    [[nodiscard]] int points(const Findings& findings, CapitalWords& capitals, const NamedAlone& alone,
                             const Finding& finding, const NameForm& form) const;

    PhrasesBeside phrases_;
    HomeCountries homes_;
};

}  // namespace entente
