// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// Bytes of the web or mail address at `at`, which is inside the text, or of the code of a share behind "<"; else 0.
/// `mail`: whether an "@" stands there or further on.
[[nodiscard]] std::size_t address_at(std::string_view text, std::size_t at, bool mail);

}  // namespace entente
