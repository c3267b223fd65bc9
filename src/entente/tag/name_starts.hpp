// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/gazetteer/name_index.hpp>
#include <entente/tag/read_text.hpp>

namespace entente {

/// The words of the text at which a name of the index may begin, ascending; few others. `any_case`: also those that have no
/// capital where the names have one, which are none unless the whole text has no capitals.
/// Complexity: O(words).
void find_name_starts(const NameIndex& index, const ReadText& text, bool any_case, std::vector<std::uint32_t>& starts);

/// Asks word by word for the memory that is looked at when names are looked up at these starts, so that they wait for it
/// together. At most `starts_at_once`.
inline constexpr std::size_t starts_at_once = 32;
void prefetch_names(const NameIndex& index, const ReadText& text, std::span<const std::uint32_t> starts);

/// "W." of "George W. Bush"
[[nodiscard]] bool is_initial(const ReadText& text, std::size_t at);

/// A hyphen and a line end stand between this word and the small letters that go on.
[[nodiscard]] bool is_cut_at_line_end(const ReadText& text, std::size_t at);

}  // namespace entente
