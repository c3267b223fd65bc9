// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command_line.hpp"

#include <string>
#include <vector>

namespace entente::cli {

/// Reads the options of `command` that a run file holds: YAML, each key a long option without its dashes.
/// Options of other commands are passed over.
/// Errors: throws UsageError with the place of an unknown or doubled key or of a value that is no such thing.
[[nodiscard]] std::vector<Given> read_run_file(const std::string& path, const CommandRow& command);

}  // namespace entente::cli
