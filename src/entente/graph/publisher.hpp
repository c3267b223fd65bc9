// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <entente/tag/mention.hpp>

namespace entente {

/// Whose page an article is, as far as its row tells: the host of its URL without "www.", else what it
/// calls its publisher, else the top folder of its path, else the name that its source has. Empty for a file that lies in no folder.
[[nodiscard]] std::string publisher_of(const TaggedArticle& article);

}  // namespace entente
