// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace entente {

struct SourceFile {
    std::string path;   ///< as it can be opened
    std::string label;  ///< without the folders of this machine: "gazetteer/people/russia.yaml"
};

/// The YAML files behind `paths`, folders searched recursively, each once, ordered by label. Compiled gazetteers are passed over.
/// Errors: throws Error when a path is missing or a folder cannot be read.
[[nodiscard]] std::vector<SourceFile> source_files(const std::vector<std::string>& paths);

}  // namespace entente
