// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/tag/findings.hpp>

namespace entente {

/// "Keith Washington was shot. Washington died": takes back places, organizations and persons of one word where the article
/// gave it as the surname of a person whom the gazetteer does not list, unless it speaks of them elsewhere.
void yield_to_unlisted(Findings& findings);

}  // namespace entente
