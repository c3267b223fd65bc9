// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/rule.hpp>

#include <array>

namespace entente {
namespace {

constexpr std::array<RuleRow, 27> rows{{
    {Rule::only_owner, "only-owner", "the gazetteer knows one entity of this name"},
    {Rule::standalone_surname, "standalone-surname",
     "the gazetteer says that this surname means one person in any news"},
    {Rule::short_name_of_named_person, "short-name-of-named-person",
     "the article says the full name of one person with this surname or given name"},
    {Rule::surname_of_only_earlier_bearer, "surname-of-only-earlier-bearer",
     "several persons of this surname are named, but only one of them before this place"},
    {Rule::several_bearers, "several-bearers",
     "several persons named in the article have this surname, and nothing tells them apart"},
    {Rule::initials_before_surname, "initials-before-surname",
     "initials that fit the only named person of this surname stand before it"},
    {Rule::introduced_acronym, "introduced-acronym", "the article gives this acronym in brackets behind the full name"},
    {Rule::short_name_of_named_organization, "short-name-of-named-organization",
     "the article says the full name of one organization that is shortened like this"},
    {Rule::capital_as_government, "capital-as-government",
     "the grammar around this capital or seat makes it the government"},
    {Rule::capital_as_place, "capital-as-place",
     "nothing around this capital makes it the government, so it is the city"},
    {Rule::weighed_evidence, "weighed-evidence",
     "several entities own this name, and the evidence in the article is clearly for one"},
    {Rule::too_close_to_call, "too-close-to-call", "several entities own this name, and the evidence does not choose"},
    {Rule::inside_longer_name, "inside-longer-name",
     "the words around make it part of a longer name that the gazetteer does not list"},
    {Rule::regular_transliteration, "regular-transliteration",
     "given name and surname sound like a listed name in another transliteration"},
    {Rule::one_slip, "one-slip",
     "one letter away from the surname of a person whom the article names in full, and no other known word"},
    {Rule::holder_of_office, "holder-of-office",
     "the title before this surname is an office that one person of it held on the day of the article"},
    {Rule::institution_of_country, "institution-of-country",
     "every country has such an institution, and the country beside it, or the one that the article names most, says "
     "whose"},
    {Rule::inflected_form, "inflected-form",
     "every word of the name stands in one case of the article's language, as its paradigms say"},
    {Rule::holder_on_the_day, "holder-on-the-day",
     "no name stands beside this office, and one person held it on the day of the article"},
    {Rule::several_holders, "several-holders",
     "no name stands beside this office, and the date of the article fits several holders or is not known well enough"},
    {Rule::coordination_ellipsis, "coordination-ellipsis",
     "the name behind \"and\" lends its last word: North and South Korea"},
    {Rule::middle_initial, "middle-initial", "a listed name with an initial behind the given name"},
    {Rule::shorter_form, "shorter-form", "a listed name without its legal form or its middle names"},
    {Rule::quoted_nickname, "quoted-nickname", "a listed name with a nickname in quotes or brackets inside"},
    {Rule::cut_at_line_end, "cut-at-line-end", "a listed name with a word that a hyphen cuts at the end of a line"},
    {Rule::short_given_name, "short-given-name", "a listed name with the short form of the given name: Bob for Robert"},
    {Rule::initials_of_named_organization, "initials-of-named-organization",
     "the article says the full name of one organization that has these initials"},
}};

}  // namespace

std::span<const RuleRow> rules() { return rows; }

std::string_view name_of(Rule rule) { return rows[static_cast<std::size_t>(rule)].name; }

}  // namespace entente
