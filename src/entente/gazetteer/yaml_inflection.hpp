// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/gazetteer/inflection.hpp>
#include <entente/gazetteer/yaml.hpp>

namespace entente {

/// Reads what stands behind `inflection:` in the file of a language. A faulty paradigm is reported and left out.
/// Source: the keys are described in gazetteer/README.md.
[[nodiscard]] Inflection read_inflection(const YamlFile& file, const YamlNode& node, Diagnostics& diagnostics);

}  // namespace entente
