// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <entente/article/article.hpp>
#include <entente/article/furniture.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

/// Bytes; what stands behind them is cut off and reported.
inline constexpr std::size_t longest_html_page = std::size_t{16} << 20U;

/// Reads a page of a news site: its text, what it says of itself, and which parts of it are the story. `id` and
/// `source` are the caller's to fill.
///
/// Encoding:   a byte order mark decides; then valid UTF-8 is UTF-8; then `charset` (of a Content-Type header, or
///             empty); then <meta charset>; then what the bytes look like.
/// Offsets:    `Article::original` leads to bytes of `bytes`.
/// Errors:     throws Error when there is nothing to read: no text, or no page at all. What was cut, replaced or not
///             found goes to `diagnostics`, without a file name.
/// Complexity: O(n).
[[nodiscard]] Article read_html_page(std::string bytes, std::string_view charset, const Furniture& furniture,
                                     Diagnostics& diagnostics);

}  // namespace entente
