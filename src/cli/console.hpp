// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/text/diagnostic.hpp>

#include <chrono>
#include <string>
#include <string_view>

namespace entente::cli {

/// What people read: standard error, where no byte of any result goes.
class Console {
public:
    Console();

    /// `file:line:column: warning: …`
    void tell(const Diagnostic& diagnostic);
    /// `entente build: …`, for what has no place in a file.
    void complain(std::string_view command, const Diagnostic& diagnostic);
    void line(std::string_view text);
    /// Overwritten by the next one; only on a terminal and at most ten times a second.
    void progress(std::string_view text);
    void clear_progress();

private:
    [[nodiscard]] std::string coloured(std::string text, Severity severity) const;

    bool terminal_ = false;
    bool colour_ = false;
    bool progress_shown_ = false;
    std::chrono::steady_clock::time_point last_progress_{};
};

/// Writes a result to standard output at once.
/// Errors: throws Error when the disk is full; a reader that went away is none.
void print(std::string_view text);

}  // namespace entente::cli
