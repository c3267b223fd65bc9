// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente::cli {

/// The manual page entente(1) in mdoc, computed from the tables.
[[nodiscard]] std::string man_page();

}  // namespace entente::cli
