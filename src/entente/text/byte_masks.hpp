// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

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

/// The masks of a text from any byte on, found some thousand bytes at a time, so that they stay in the cache.
class TextMasks {
public:
    TextMasks(std::string_view text, FindMasks find) : text_(text), find_(find) {}

    /// How many letters, or digits, stand together from `at` on, which is inside the text and not before what was asked
    /// last; at most 64. Complexity: O(1) and once for each byte of the text.
    [[nodiscard]] std::size_t letters_from(std::size_t at) { return run(&ByteMasks::letters, at); }
    [[nodiscard]] std::size_t digits_from(std::size_t at) { return run(&ByteMasks::digits, at); }

private:
    static constexpr std::size_t most = 32;  ///< blocks

    [[nodiscard]] std::size_t run(std::uint64_t ByteMasks::*mask, std::size_t at) {
        if (at >= reach_) read(at);
        const std::size_t place = at - begin_;
        const std::uint64_t low = blocks_[place / 64].*mask;
        const std::uint64_t high = blocks_[place / 64 + 1].*mask;
        return static_cast<std::size_t>(std::countr_one(low >> place % 64 | high << 1U << (63 - place % 64)));
    }
    void read(std::size_t at);

    std::string_view text_;
    FindMasks find_;
    std::size_t begin_ = 0;
    std::size_t reach_ = 0;  ///< from here on more must be read
    std::array<ByteMasks, most + 1> blocks_;
};

}  // namespace entente
