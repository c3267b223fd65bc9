// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace entente {

/// What each of 64 bytes is: bit i tells of byte i.
struct ByteMasks {
    std::uint64_t letters;  ///< A to Z in either case
    std::uint64_t digits;

    friend bool operator==(const ByteMasks&, const ByteMasks&) = default;
};

/// The instructions that find them. All find the same, but for `none`, which finds nothing.
enum class Instructions : std::uint8_t { none, plain, sse2, avx2, neon };

/// Those that this machine has, the fastest last.
[[nodiscard]] std::span<const Instructions> instructions_here();

/// Finds the masks of `blocks` times 64 bytes.
using FindMasks = void (*)(const char* bytes, std::size_t blocks, ByteMasks* masks);
/// `instructions` must be among those of this machine.
[[nodiscard]] FindMasks find_masks_with(Instructions instructions);
/// With the fastest. Complexity: O(1); looks at the machine once.
[[nodiscard]] FindMasks find_masks();

}  // namespace entente
