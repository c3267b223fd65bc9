// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// `text` on one line: each run of blanks, tabs and line ends is one blank, and none is left at either end.
/// Complexity: O(n), eight bytes at a time where nothing is to be squeezed.
[[nodiscard]] std::string squeezed(std::string_view text);

}  // namespace entente
