// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <entente/text/encoding.hpp>

namespace entente {

/// The text of `bytes` in the charset that a page or a server names: "windows-1251", "Shift_JIS". Bytes that mean
/// nothing in it become U+FFFD. Nothing when no such charset is known, and `bytes` are left as they were.
///
/// Source:     labels as in the WHATWG Encoding Standard (iso-8859-1 means windows-1252); tables of iconv.
/// Complexity: O(n).
[[nodiscard]] std::optional<DecodedText> decode_as(const std::string& bytes, std::string_view charset);

}  // namespace entente
