// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/gazetteer/gazetteer.hpp>

#include <string>

namespace entente::cli {

/// How many entities, dated offices and names a gazetteer has, by type and language: a table in Markdown.
[[nodiscard]] std::string counts_table(const Gazetteer& gazetteer);

}  // namespace entente::cli
