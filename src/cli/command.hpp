// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exit.hpp"
#include "settings.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

/// One command. Parser, help, manual, completions and "did you mean" know no more of it than this row.
struct CommandRow {
    std::string_view name = {};                            ///< "gazetteer check": one word, or a group and a word
    std::string_view arguments = {};                       ///< "ARTICLES...": what follows it, as the help shows it
    std::size_t least = 0;                                 ///< arguments it needs
    std::size_t most = 0;                                  ///< arguments it takes
    std::string_view summary = {};                         ///< one line
    std::string_view text = {};                            ///< paragraphs, parted by an empty line
    std::string_view example = {};                         ///< one command line
    std::vector<std::string_view> (*choices)() = nullptr;  ///< what an argument may be; none: files
    Exit (*run)(const Settings& settings) = nullptr;
};

[[nodiscard]] std::span<const CommandRow> commands();
[[nodiscard]] const CommandRow* find_command(std::string_view name);

/// The words that a call may begin with: commands of one word, and the groups.
[[nodiscard]] std::vector<std::string_view> first_words();
/// Of a command of one word, or of a group.
[[nodiscard]] std::string_view summary_of(std::string_view first_word);
/// The commands of a group, or nothing when `word` names none.
[[nodiscard]] std::vector<const CommandRow*> commands_in(std::string_view word);

}  // namespace entente::cli
