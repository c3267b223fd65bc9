// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/tag/findings.hpp>
#include <entente/tag/home_countries.hpp>

namespace entente {

/// Institutions that every country has: "Senate", "Supreme Court", "Foreign Ministry". The country beside the name says
/// whose it is ("Peru's Congress", "the Russian Foreign Ministry"), else the country that the article names most, its
/// people, bodies and places counted with it.
class Institutions {
public:
    explicit Institutions(const Image& image) : homes_(image) {}

    /// Decides, or takes back, names made only of words that any country's institutions have. English articles only.
    void read(Findings& findings) const;

private:
    HomeCountries homes_;
};

}  // namespace entente
