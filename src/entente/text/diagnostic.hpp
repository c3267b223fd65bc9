// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Where in a user's file. Line and column count from 1, the column in code points; 0 means unknown.
struct Place {
    std::string file{};
    std::size_t line = 0;
    std::size_t column = 0;
};

enum class Severity { warning, error };

/// One thing to tell the user: where, what is wrong in the user's words, and what to do about it.
struct Diagnostic {
    Severity severity = Severity::error;
    Place place{};
    std::string message{};      ///< lower case, no full stop
    std::string source_line{};  ///< the line itself, or empty
    std::size_t width = 1;      ///< code points to underline in `source_line`
    std::string hint{};         ///< what to do, or empty
    std::string code{};         ///< stable name of a lint ("alias-owned-twice"), or empty
};

using Diagnostics = std::vector<Diagnostic>;

/// What is said of a whole file, or of one `line` of it.
[[nodiscard]] Diagnostic error_in(std::string file, std::string message, std::string hint = {}, std::size_t line = 0);
[[nodiscard]] Diagnostic warning_in(std::string file, std::string message, std::string hint = {}, std::size_t line = 0);

/// `file:line:column: error: message`, then the line with a caret, then `hint: …`.
/// A lint ends its first line in its code: ` [alias-owned-twice]`. No newline at the end.
/// What the user's file holds is printed with control characters made harmless.
[[nodiscard]] std::string to_text(const Diagnostic& diagnostic);

/// An input, a file or a setting that cannot be used. Thrown where the place is known, caught once, high up.
class Error : public std::runtime_error {
public:
    explicit Error(Diagnostic diagnostic);
    /// An error without a place in a file.
    explicit Error(std::string message, std::string hint = {});

    [[nodiscard]] const Diagnostic& diagnostic() const { return diagnostic_; }

private:
    Diagnostic diagnostic_;
};

/// `text` between double quotes, for messages.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// The row of `choices` most like `typed`, or empty when none is near (edit distance over a third of its length).
[[nodiscard]] std::string_view nearest_of(std::string_view typed, const std::vector<std::string_view>& choices);

}  // namespace entente
