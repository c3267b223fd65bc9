// SPDX-License-Identifier: Apache-2.0
#include <entente/text/blanks.hpp>

#include <cstddef>
#include <cstdint>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr bool is_blank(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

/// How many bytes at the start of `text` stay as they are for sure: most sentences have nothing but single blanks. Sevens of
/// bytes, each looked at with the one behind it. Source: the tests for a zero byte and for one below n of S. E. Anderson, "Bit
/// Twiddling Hacks"; what they say wrongly is behind what they say rightly.
std::size_t single_blanks(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t tops = 0x80 * ones;
    if (!text.empty() && is_blank(text.front())) return 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 7) {
        const std::uint64_t eight = little_endian(text.data() + at, 8);
        const std::uint64_t below = (eight - ' ' * ones) & ~eight & tops;
        const std::uint64_t other = eight ^ (' ' * ones);
        const std::uint64_t blanks = (other - ones) & ~other & tops;
        if ((below | (blanks & blanks >> 8)) != 0) break;
    }
    return at;
}

}  // namespace

std::string squeezed(std::string_view text) {
    std::size_t size = single_blanks(text);
    std::string squeezed(text);
    for (const char byte : text.substr(size)) {
        const bool blank = is_blank(byte);
        if (blank && (size == 0 || squeezed[size - 1] == ' ')) continue;
        squeezed[size++] = blank ? ' ' : byte;
    }
    squeezed.resize(size > 0 && squeezed[size - 1] == ' ' ? size - 1 : size);
    return squeezed;
}

}  // namespace entente
