// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"
#include "settings.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

enum class Takes : std::uint8_t {
    nothing,
    one,       ///< the last one given holds
    two,       ///< at once
    list,      ///< words parted by commas
    repeated,  ///< given once for each value
};

/// One option. Parser, run file, help, manual, completions and "did you mean" know no more of it than this row.
struct OptionRow {
    std::string_view name = {};  ///< long name without dashes, and key of the run file
    char letter = 0;             ///< short name, or 0
    Takes takes = Takes::nothing;
    std::string_view value = {};                           ///< "FILE"; names the value in the help
    std::vector<std::string_view> (*choices)() = nullptr;  ///< what a value, or the left side of KIND=0|1, may be
    std::string_view standard = {};                        ///< the default as the help shows it, or empty
    std::string_view summary = {};                         ///< one line
    std::string_view text = {};                            ///< what the manual adds, or empty
    std::vector<std::string_view> commands = {};           ///< that take it; empty: all
    void (*set)(Settings& settings, std::string_view value) = nullptr;  ///< throws UsageError
};

[[nodiscard]] std::span<const OptionRow> options();
/// The first of this name; another command may have one of its own by it.
[[nodiscard]] const OptionRow* find_option(std::string_view name);
[[nodiscard]] const OptionRow* find_option(std::string_view name, const CommandRow& command);
[[nodiscard]] bool takes(const CommandRow& command, const OptionRow& option);
[[nodiscard]] std::vector<const OptionRow*> options_of(const CommandRow& command);

/// `-o, --output FILE`; one without a letter is indented to stand under the others.
[[nodiscard]] std::string usage_of(const OptionRow& option);

/// `a,b` is two words; an empty text is one empty word.
[[nodiscard]] std::vector<std::string_view> words_between_commas(std::string_view text);

}  // namespace entente::cli
