// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

/// What a gazetteer that can be read may still have wrong: warnings, each with its code, ordered by file and line.
///
/// `common_words`: lower-case words of the language that no name should be equal to, see Language.
/// Complexity: O(n log n) in aliases.
[[nodiscard]] Diagnostics lint(const Gazetteer& gazetteer, const std::vector<std::string>& common_words = {});

}  // namespace entente
