// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/gazetteer/entity.hpp>

namespace entente {

/// `entities` as one YAML file that read_gazetteer() reads back the same: a document for each type, sorted by id, each
/// key of gazetteer/README.md in one order. The same entities give the same bytes.
///
/// `comment`: the first line, without its "# ".
[[nodiscard]] std::string to_yaml(std::vector<Entity> entities, const std::string& comment);

}  // namespace entente
