// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/tag/findings.hpp>
#include <entente/tag/names.hpp>
#include <entente/tag/offices.hpp>
#include <entente/tag/short_names.hpp>

namespace entente {

/// Gives bare surnames and given names to the persons whose full names the article says.
///
/// Guards, after GATE's OrthoMatcher (noMatch1, noMatch2) and what it gets wrong: a short name goes to the only
/// bearer, or to the only one named so far; with several it stays undecided. Another given name or initial
/// before a surname makes it someone else, and from there on the bare surname too.
/// A word one slip away from a borne surname, known to no name of the gazetteer, is a misspelling of it.
/// Where nobody of a surname is named in full, a title before it ("President Bush") names the only holder of that office
/// on the day of the article.
void tie_short_names(const ShortNames& names, const Offices& offices, const NameFinder& finder, Findings& findings);

}  // namespace entente
