// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <entente/tag/findings.hpp>

namespace entente {

/// A list of names that are read alike: "Washington, Brussels, and London".
struct NameList {
    std::uint32_t first;  ///< token
    std::uint32_t last;   ///< token behind the last
};

/// The list that holds `finding`; the finding alone when it stands in none.
///
/// It stretches over neighbours joined by commas, as far as they are names, when "and" joins the last. ", and" joins a third
/// name to two others; between two it starts a new clause.
[[nodiscard]] NameList list_around(const Findings& findings, const Finding& finding);

}  // namespace entente
