// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/graph/count.hpp>
#include <entente/graph/network.hpp>
#include <entente/tag/mention.hpp>

/// What Corpus::count() gives, found slowly and obviously: every pair of every article, in maps of ids.
/// Rows with an id that was met before are passed over. Copies are the articles of equal signatures.
[[nodiscard]] entente::Network count_by_hand(const std::vector<entente::TaggedArticle>& articles,
                                             const entente::CountOptions& options);

/// All that counting says, one node, edge or item a line, so that two networks can be compared and read.
[[nodiscard]] std::string as_text(const entente::Network& network);
