// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/article/reader.hpp>
#include "command.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// What `entente --help` prints, computed from the tables.
[[nodiscard]] std::string help_text();
/// What `entente help COMMAND` prints.
[[nodiscard]] std::string help_text(const CommandRow& command);
/// What `entente help gazetteer` prints: the commands of a group.
[[nodiscard]] std::string help_text(const std::vector<const CommandRow*>& group);

/// What a reader reads, with the suffixes of its files.
[[nodiscard]] std::string explanation_of(const Reader& reader);

/// `text` in lines of at most 80 columns that begin with `indent` blanks and end in a line feed.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent);

/// A name or usage on the left and its explanation on the right or, when the left is too long, below.
[[nodiscard]] std::string entry(std::string_view left, std::string_view right, std::size_t column);

}  // namespace entente::cli
