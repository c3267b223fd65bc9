// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"
#include "option.hpp"

#include <string>
#include <vector>

namespace entente::cli {

/// One option with the values it was given, on the command line or in the run file.
struct Given {
    const OptionRow* option = nullptr;
    std::vector<std::string> values;
    Diagnostic where;  ///< place and line of the run file, or nothing for the command line
};

/// Takes off `words`, the command line without the program's name, those that name the command. With --help or
/// --version in its place that is `help`.
/// Errors: throws UsageError.
[[nodiscard]] const CommandRow& take_command(std::vector<std::string>& words);

/// Reads the words behind the command, and the run file that they may name.
/// Errors: throws UsageError.
[[nodiscard]] Settings read_settings(const CommandRow& command, const std::vector<std::string>& words);

}  // namespace entente::cli
