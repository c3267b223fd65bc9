// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/tag/findings.hpp>
#include <entente/tag/short_names.hpp>

namespace entente {

/// Marks names that are only part of a longer name which the gazetteer does not list: "Spanish Hall", "Gulf of
/// Guinea", "Radio Moscow", "Michael Jordan", "Jordan Peele", "Ronald Reagan Airport". They are reported as nested.
///
/// What tells: a noun that closes names ("Ministry", "University", "War") behind, one that opens them ("Gulf of",
/// "Radio") before, a given name before a country, a further capital word behind a person's name.
void mark_longer_names(const ShortNames& names, Findings& findings);

}  // namespace entente
