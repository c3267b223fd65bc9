// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <entente/article/date.hpp>

namespace entente {

// Each of these writes at `to`, where there must be room for `most_digits` bytes, and gives where it ended.
inline constexpr std::size_t most_digits = 32;

/// The two digits of each number below 100.
inline constexpr auto digit_pairs = [] {
    std::array<char, 200> text{};
    for (std::size_t i = 0; i < 100; ++i) {
        text[2 * i] = static_cast<char>('0' + i / 10);
        text[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return text;
}();

[[nodiscard]] inline char* write_number(char* to, std::uint64_t number) {
    if (number >= 100) {
        return std::to_chars(to, to + most_digits, number).ptr;
    }
    const std::size_t zeros = number < 10 ? 1 : 0;  // no branch: counts of one digit and of two are mixed in news
    std::memcpy(to, digit_pairs.data() + 2 * number + zeros, 2);
    return to + 2 - zeros;
}

/// Shortest digits that read back to the same double (std::to_chars), never in a locale; not finite: 0.
[[nodiscard]] char* write_shortest(char* to, double number);

/// As to_string() has it.
[[nodiscard]] char* write_date(char* to, Date date);

}  // namespace entente
