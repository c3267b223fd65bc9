// SPDX-License-Identifier: Apache-2.0
#include <entente/evaluate/error_class.hpp>

#include <array>

namespace entente {
namespace {

constexpr std::array<ErrorClassRow, error_class_count> rows = {{
    {ErrorClass::article_not_tagged, "article-not-tagged", "Missed with the whole article, which is not in MENTIONS."},
    {ErrorClass::wrong_span, "wrong-span", "The right entity, with other bytes than those of the gold."},
    {ErrorClass::undecided, "undecided", "The name was found, and who is meant was left open."},
    {ErrorClass::page_furniture, "page-furniture",
     "Boilerplate, a credit or a by-line for one of the two, and story for the other."},
    {ErrorClass::longer_name, "longer-name", "One of the two has a longer name and the other a name inside it."},
    {ErrorClass::metonym, "metonym",
     "A seat or capital: the government for one of the two, something else for the other."},
    {ErrorClass::demonym, "demonym",
     "An adjective or people's name: an entity for one of the two, something else for the other."},
    {ErrorClass::other_owner, "other-owner", "The name was given to another entity that it may mean."},
    {ErrorClass::never_tagged, "entity-never-tagged",
     "Missed, and the entity is tagged nowhere else: perhaps no listed name gives it."},
    {ErrorClass::typo, "typo", "Missed in a form that the gold calls wrong."},
    {ErrorClass::case_accent_hyphen, "case-accent-hyphen",
     "Missed in a form that differs from one tagged elsewhere by case, accents and punctuation only."},
    {ErrorClass::acronym, "acronym", "Initials: missed, or tagged where the gold names nobody."},
    {ErrorClass::person_short_form, "person-short-form",
     "A person's surname or given name alone was missed, and the article has a longer form."},
    {ErrorClass::person_short_form_alone, "person-short-form-alone",
     "A person's surname or given name alone was missed, and the article has no longer form."},
    {ErrorClass::organization_short_form, "organization-short-form",
     "A short form of an organization was missed, and the article has a longer one."},
    {ErrorClass::organization_short_form_alone, "organization-short-form-alone",
     "A short form of an organization was missed, and the article has no longer one."},
    {ErrorClass::other_form, "other-form", "Another form than the preferred name was missed."},
    {ErrorClass::full_name, "full-name", "The preferred name was missed."},
    {ErrorClass::trap, "trap", "Tagged where the gold warns of what only looks like an entity."},
    {ErrorClass::nobody_named, "nobody-named", "Tagged where the gold names nobody: a namesake or a common word."},
}};

}  // namespace

std::span<const ErrorClassRow> error_classes() { return rows; }

std::string_view name_of(ErrorClass error_class) { return rows[static_cast<std::size_t>(error_class)].name; }

}  // namespace entente
