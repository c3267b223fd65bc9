// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <entente/tag/short_names.hpp>

namespace entente {

/// One person who may be meant, and where the full name first stands.
struct Bearer {
    std::uint32_t entity = undecided;
    std::uint32_t first = 0;  ///< token
    bool by_office = false;   ///< named by an office and the surname only
};

/// A short name that someone in this article bears. Rows are ordered by the last word.
struct Borne {
    std::uint64_t last_word;
    ShortName name;
    Bearer bearer;
};

}  // namespace entente
