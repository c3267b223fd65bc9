// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/graph/count.hpp>
#include <entente/graph/network.hpp>
#include "run.hpp"
#include "settings.hpp"

#include <functional>
#include <string>

namespace entente::cli {

/// The network of one part of the calendar, ready to write but for its evidence, and its name: "2024-09".
using SliceSink = std::function<void(const std::string& name, Network& network)>;

/// Counts the parts of the calendar that --slice asks for, hands each that has an article to `sink`, and notes in
/// `whole`, which has been shaped and laid out, what was there when. Tells which articles are in none.
void slice_network(Corpus& corpus, Network& whole, const Settings& settings, Run& run, const SliceSink& sink);

/// `week.gexf` and `2024-09` make `week-2024-09.gexf`; the suffix is that of the format.
[[nodiscard]] std::string path_of_slice(const std::string& path, std::string_view suffix, std::string_view slice);

}  // namespace entente::cli
