// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/gazetteer/packed_entities.hpp>

namespace entente {

/// Makes the image of a gazetteer that a Tagger reads: all that it says, the languages, and all that is looked up in it. The same
/// entities give the same bytes. `source_hash` is kept for who wants to know what the image was made of.
/// Errors:     throws Error when the gazetteer is too large for the format.
/// Complexity: O(bytes of names).
[[nodiscard]] Image compile(const Gazetteer& gazetteer, std::span<const Language> languages = {},
                            std::uint64_t source_hash = 0);
/// The same of entities that were imported from `files`; it is written into `file`, where there is one.
[[nodiscard]] Image compile(PackedEntities entities, const std::vector<std::string>& files,
                            std::span<const Language> languages, ImageFile* file = nullptr);

}  // namespace entente
