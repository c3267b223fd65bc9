// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/tag/findings.hpp>

namespace entente {

/// Institutions that every country has: "Senate", "Supreme Court", "Foreign Ministry". The country beside the name says
/// whose it is ("Peru's Congress", "the Russian Foreign Ministry"), else the country that the article names most, its
/// people, bodies and places counted with it.
class Institutions {
public:
    /// An organization's country is what its key `country` says, else the country whose name or demonym its own name holds.
    explicit Institutions(const Gazetteer& gazetteer);

    /// Decides, or takes back, names made only of words that any country's institutions have. English articles only.
    void read(Findings& findings) const;

private:
    std::unordered_map<std::uint32_t, std::uint32_t> country_;  ///< by entity
};

}  // namespace entente
