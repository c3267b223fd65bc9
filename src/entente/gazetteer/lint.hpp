// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

/// The words that a name may be mistaken for.
struct LintWords {
    using Test = std::function<bool(std::string_view folded)>;

    std::span<const Language> languages{};  ///< their common words and function words
    Test is_stop_word{};                    ///< of English, which has its words built in; or none
    Test is_given_name{};                   ///< beside the given names of the gazetteer; or none
};

/// A kind of fault that a gazetteer may have though it can be read.
struct LintRow {
    std::string_view code;     ///< stable: "alias-owned-twice"
    std::string_view meaning;  ///< one line
};

/// All lints, ordered by code.
[[nodiscard]] std::span<const LintRow> lints();

/// The codes of those that `allow:` may silence.
[[nodiscard]] std::vector<std::string_view> lint_codes();

/// What a gazetteer that can be read may still have wrong: warnings, each with its code, ordered by file and line.
///
/// Complexity: O(n log n) in aliases and roles.
[[nodiscard]] Diagnostics lint(const Gazetteer& gazetteer, const LintWords& words = {});

}  // namespace entente
