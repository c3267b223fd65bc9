// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <entente/text/diagnostic.hpp>
#include <entente/text/encoding.hpp>

namespace entente {

/// A page in UTF-8; `charset` is what its server said, or empty. See read_html_page().
/// Errors: throws Error when `bytes` are no text. What was guessed or replaced goes to `diagnostics`.
[[nodiscard]] DecodedText decode_html(std::string bytes, std::string_view charset, Diagnostics& diagnostics);

}  // namespace entente
