// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// Shorter forms of an alias that papers print and gazetteers leave out: an organization without its legal form ("Bayer
/// AG", "Bayer"), a person without middle names ("Hillary Rodham Clinton", "Hillary Clinton"), an institution without its country
/// ("Supreme Court of India", "Ministry of Foreign Affairs", "Foreign Ministry"). Who is listed by such
/// a name goes before. `words` are those of the alias.
[[nodiscard]] std::vector<std::string> derived_names(const Entity& entity, const Alias& alias,
                                                     const TokenizedText& words);

/// The full form of an English short given name: "bill" gives "william"; any other word itself. Folded.
[[nodiscard]] std::string_view full_given_name(std::string_view folded);

}  // namespace entente
