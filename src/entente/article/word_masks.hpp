// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <entente/text/byte_masks.hpp>
#include <entente/text/fold.hpp>

namespace entente {

/// How many masks a text of so many bytes has.
constexpr std::size_t masks_of(std::size_t bytes) { return (bytes + 63) / 64; }

/// The letters, all bytes beyond ASCII among them, and the digits of a text. `masks` has masks_of(text.size()).
void find_word_masks(std::string_view text, std::span<ByteMasks> masks);

/// Whether a text has a byte beyond ASCII.
[[nodiscard]] bool has_foreign(std::string_view text);

/// The first `count` of eight bytes, the first one lowest.
[[nodiscard]] constexpr std::uint64_t first_of_eight(std::uint64_t bytes, std::size_t count) {
    return count >= 8 ? bytes : bytes & ((std::uint64_t{1} << (8 * count)) - 1);
}

}  // namespace entente
