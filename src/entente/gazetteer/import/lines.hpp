// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include <entente/text/lines.hpp>

namespace entente {

/// Bytes of the longest line; an entity of Wikidata has up to 5 MB.
inline constexpr std::size_t longest_line = std::size_t{32} << 20;

/// The lines of a file of names, packed or not.
/// Errors: throws Error when it cannot be opened.
[[nodiscard]] Lines lines_of(const std::string& path);

}  // namespace entente
