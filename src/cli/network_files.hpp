// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/export/format.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/layout.hpp>
#include "run.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace entente::cli {

/// The network files that a run is to write, each with its format.
struct NetworkFile {
    std::string path;
    const Format* format = nullptr;
    Output* output = nullptr;
};

struct NetworkFiles {
    std::vector<NetworkFile> outputs;
    Positions start;  ///< of the network whose picture the new one should resemble
};

/// Looks at every suffix, reads the positions of --layout-from, then opens every file, before the work starts.
/// Errors: throws UsageError when there is none or a suffix is unknown, Error when one cannot be read or written.
[[nodiscard]] NetworkFiles open_network_files(const Settings& settings, Run& run);

/// Whether files of these formats shall say where so many nodes stand.
[[nodiscard]] bool needs_layout(std::size_t nodes, const Settings& settings, std::span<const Format* const> formats);

/// Without articles; it counts as the settings say.
[[nodiscard]] Corpus corpus_for(const Settings& settings);

/// Adds an article. One bad article never stops a run: a second one with the same id is told and left out, which
/// returns false.
[[nodiscard]] bool collect(const TaggedArticle& article, Corpus& corpus, Run& run);

/// The second half of `build` and `network`: from what was collected to files.
[[nodiscard]] Exit write_network(Corpus& corpus, const Settings& settings, const NetworkFiles& files, Run& run);

}  // namespace entente::cli
