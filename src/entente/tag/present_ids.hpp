// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/tag/mention.hpp>

namespace entente {

/// Gives mentions that were tagged with an older gazetteer the ids that are in use now. A mention by an id that was split
/// becomes undecided between those who have its meaning.
void use_present_ids(TaggedArticle& article, const Gazetteer& gazetteer);

}  // namespace entente
