// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/article/furniture.hpp>
#include <entente/gazetteer/inflection.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

/// What the words of a language do around a name: lists of single words in lower case.
struct NeighbourWords {
    using Words = std::vector<std::string>;

    Words function_words;  ///< articles, pronouns, prepositions, conjunctions, auxiliaries: never a name alone; the
                           ///< language of an article is told by them
    Words titles;          ///< forms of address, ranks, offices and nouns that stand before a name: "ministre"
    Words men, women;      ///< titles that tell the gender: "herr", "frau"
    Words calendar;        ///< days and months
    Words conjunctions;    ///< "and", "or"
    Words of;              ///< "de", "du", "van": what joins a noun to a name behind it; empty where a case does
    Words articles;        ///< that stand between such a word and a name: "la"
    Words places;          ///< prepositions before a place: "in", "near"
    Words opens_name;      ///< nouns that open a longer name, written with a capital: "Banque de France"
    Words opens_water;     ///< the same in any case: "golfe de Guinée"
    Words closes_name;     ///< nouns that close a longer name: "Stiftung"
    Words verbs;           ///< what a person or a government does, as it stands behind a subject: "sagte", "annoncé"
    Words auxiliaries;     ///< that stand before such a verb: "a", "ha"
    Words clause_openers;  ///< behind which a subject stands: "que", "что"
    Words codes;           ///< two-letter acronyms of countries that any reader knows: "vs"
};

/// What a file with `type: language` says of one language.
struct Language {
    std::string language;  ///< BCP 47
    Furniture furniture;
    NeighbourWords words;
    bool capital_nouns = false;             ///< every noun has a capital, so that a capital makes no name
    std::vector<std::string> common_words;  ///< lower case; a name equal to one needs evidence
    Inflection inflection;
};

/// The languages among YAML files, folders of them and compiled gazetteers, ordered by language; files of entities are
/// passed over.
///
/// Errors: appends every fault found to `diagnostics`; throws Error when a path cannot be read at all.
[[nodiscard]] std::vector<Language> read_languages(const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// The furniture of `language` ("en-GB" takes that of "en"), or none.
[[nodiscard]] const Furniture& furniture_of(const std::vector<Language>& languages, std::string_view language);

/// The same with that of the other languages behind it, for pages that tell their language by their words.
[[nodiscard]] Furniture furniture_of_all(const std::vector<Language>& languages, std::string_view language);

}  // namespace entente
