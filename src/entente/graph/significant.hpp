// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <iterator>

namespace entente {

/// `value` with six significant digits: more than a few thousand articles can give would be noise in every file.
inline double significant(double value) {
    char digits[32];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value, std::chars_format::general, 6).ptr;
    std::from_chars(std::begin(digits), end, value);
    return value;
}

}  // namespace entente
