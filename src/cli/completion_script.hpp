// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "option.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The shells there is a script for.
[[nodiscard]] std::vector<std::string_view> shells();

/// What makes `shell`, one of shells(), complete the command line; computed from the tables.
[[nodiscard]] std::string completion_script(std::string_view shell);

// One function for each shell, each in the file of its name.
[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

// What they share.
[[nodiscard]] std::string spaced(const std::vector<std::string_view>& words);
/// In single quotes, as the three shells read them.
[[nodiscard]] std::string quoted(std::string_view text);
[[nodiscard]] bool names_a_file(const OptionRow& option);
/// The values an option may have, as they are typed: KIND=0|1 is two words a kind.
[[nodiscard]] std::string values_text(const OptionRow& option);

}  // namespace entente::cli
