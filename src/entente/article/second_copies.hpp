// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// Which of these plain forms have the bare words of an earlier one. The first copy of a caption or a paragraph counts.
/// Short lines may come again in their own right: "Q: Why?"
///
/// Complexity: O(n log n) in plain forms; only those are read to the end that begin and end alike.
[[nodiscard]] std::vector<std::size_t> second_copies(std::span<const std::string_view> plain);

}  // namespace entente
