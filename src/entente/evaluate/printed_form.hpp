// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// Of a text on one line, see squeezed().
[[nodiscard]] std::size_t words_in(std::string_view text);

/// Letters and digits, folded: "U.S.-led" gives "usled". Encoding: UTF-8.
[[nodiscard]] std::string bare_form(std::string_view text);

/// Capitals, with stops between them or not: "WTO", "U.S.".
[[nodiscard]] bool looks_like_acronym(std::string_view text);

}  // namespace entente
