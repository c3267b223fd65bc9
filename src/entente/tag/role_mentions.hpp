// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/tag/findings.hpp>
#include <entente/tag/office_titles.hpp>

namespace entente {

/// Finds who is meant by an office without a name, in an English article: "Russia's foreign minister", "the French
/// president", "the president of France", "the UN chief". The mention is the title alone, so that the country beside it
/// stays a mention of its own.
///
/// Who held the office on the day of the article is meant, both ends of a term inclusive; of a month or year, who held it
/// throughout. Where the date is not known or fits several, the mention is undecided, the latest holder first.
///
/// No mention: where a name stands beside the office, for the name says it; an office that somebody gets or is ("became
/// the …", "as …"); "a", "former" or any other word between article and country; a sentence that speaks of another year.
void read_roles(const OfficeTitles& offices, Findings& findings);

}  // namespace entente
