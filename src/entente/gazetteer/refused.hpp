// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/text/diagnostic.hpp>

namespace entente {

/// The names in documents with `type: refused` among YAML files and folders of them: those that nobody wants to list.
///
/// Errors: appends what is wrong in such a document to `diagnostics`; throws Error when a path cannot be read at all.
[[nodiscard]] std::vector<std::string> read_refused(const std::vector<std::string>& paths, Diagnostics& diagnostics);

}  // namespace entente
