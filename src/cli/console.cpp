// SPDX-License-Identifier: Apache-2.0
#include "console.hpp"

#include <entente/export/output.hpp>

#include <unistd.h>
#include <cstdlib>
#include <iostream>

namespace entente::cli {
namespace {

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool is_dumb() {
    const char* value = std::getenv("TERM");
    return value == nullptr || std::string_view(value) == "dumb";
}

}  // namespace

Console::Console() : terminal_(::isatty(STDERR_FILENO) != 0 && !is_dumb()), colour_(terminal_ && !is_set("NO_COLOR")) {}

/// Colours the first "error: " or "warning: ", the one that to_text() wrote or that stands at the front.
std::string Console::coloured(std::string text, Severity severity) const {
    const std::string word = severity == Severity::warning ? "warning:" : "error:";
    const auto at = text.find(word);
    if (!colour_ || at == std::string::npos) {
        return text;
    }
    const std::string colour = severity == Severity::warning ? "\033[1;33m" : "\033[1;31m";
    return text.replace(at, word.size(), colour + word + "\033[0m");
}

void Console::line(std::string_view text) {
    clear_progress();
    std::cerr << text << '\n';
}

void Console::tell(const Diagnostic& diagnostic) { line(coloured(to_text(diagnostic), diagnostic.severity)); }

void Console::complain(std::string_view command, const Diagnostic& diagnostic) {
    if (!diagnostic.place.file.empty()) {
        tell(diagnostic);
        return;
    }
    // to_text() makes control characters harmless; its "error: " gives way to the command's name.
    std::string text = to_text(diagnostic);
    const std::string_view word = diagnostic.severity == Severity::warning ? "" : "error: ";
    text.erase(0, word.size());
    line(coloured("entente" + (command.empty() ? "" : " " + std::string(command)) + ": " + text, diagnostic.severity));
}

void Console::progress(std::string_view text) {
    const auto now = std::chrono::steady_clock::now();
    if (!terminal_ || now - last_progress_ < std::chrono::milliseconds(100)) {
        return;
    }
    std::cerr << '\r' << text << "\033[K" << std::flush;
    last_progress_ = now;
    progress_shown_ = true;
}

void Console::clear_progress() {
    if (progress_shown_) {
        std::cerr << "\r\033[K" << std::flush;
        progress_shown_ = false;
    }
}

void print(std::string_view text) {
    Output output(STDOUT_FILENO, "standard output");
    output.append(text);
    output.flush();
}

}  // namespace entente::cli
