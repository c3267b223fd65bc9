// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/tag/findings.hpp>

namespace entente {

/// Gives acronyms and shortened names to the organizations whose full names the article says.
///
/// An acronym in brackets behind a name ("Shanghai Cooperation Organisation (SCO)") holds for the article; so do the
/// initials of a name of three words or more. "the Commission" is the European Commission, and "Wagner" the Wagner Group,
/// when only one organization of the article is shortened like this and nobody else owns the word.
void tie_organization_names(Findings& findings);

}  // namespace entente
