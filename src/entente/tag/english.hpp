// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <entente/tag/word_set.hpp>

/// What English words do around a name. Each function takes the hash of a folded word (Token::hash).
namespace entente::english {

/// One of the commonest words: at the start of a sentence its capital says nothing, and in a line of capitals
/// it is no acronym.
[[nodiscard]] bool is_common(std::uint64_t word);
/// A form of address, rank or office that stands before a name: "Mr", "President", "Gen".
[[nodiscard]] bool is_title(std::uint64_t word);
/// "Duke", "Countess": with "of" and a place it is somebody's title.
[[nodiscard]] bool is_peerage(std::uint64_t word);
/// Opens a title that stands before a name or behind a body: "Vice", "Managing (Director)", "Special (Envoy)".
[[nodiscard]] bool opens_title(std::uint64_t word);
/// "Mr", "Sir", "his" say a man, "Mrs", "Ms", "Lady" a woman: 'm', 'f' or 0.
[[nodiscard]] char gender_of_title(std::uint64_t word);
/// "al", "van", "de", "bin": a surname may begin with it.
[[nodiscard]] bool is_name_particle(std::uint64_t word);
/// "Jr", "III": stands behind a surname.
[[nodiscard]] bool is_name_suffix(std::uint64_t word);
/// A noun that closes a proper name behind a country or person: "Ministry", "University", "War".
[[nodiscard]] bool closes_name(std::uint64_t word);
/// A noun that opens a proper name before a place: "Gulf (of)", "Radio", "Mount".
[[nodiscard]] bool opens_name(std::uint64_t word);
/// Countries and cities that are given names too: "Jordan", "Georgia", "Paris".
[[nodiscard]] bool is_given_name_too(std::uint64_t word);
/// Pronouns, prepositions, auxiliaries: never a name by itself, in whatever case.
[[nodiscard]] bool is_function_word(std::uint64_t word);
[[nodiscard]] const WordSet& function_words();
/// Two-letter codes that mean one body in any news: US, UK, EU, UN.
[[nodiscard]] bool is_famous_code(std::uint64_t word);
/// "Miss", "Ill": with a full stop and behind a town it is a state of the US.
[[nodiscard]] bool is_state_abbreviation(std::uint64_t word);
/// "Nazi", "Mainland": stands before a country and leaves it that country.
[[nodiscard]] bool is_regime_word(std::uint64_t word);
/// "African", "Native", "Latin": before "American" it makes them other people.
[[nodiscard]] bool makes_other_people(std::uint64_t word);
/// "brother", "wife": a given name alone may follow.
[[nodiscard]] bool is_relative(std::uint64_t word);
/// Behind "Russian" or "Spanish" it makes them a language: "speakers", "language".
[[nodiscard]] bool follows_language(std::uint64_t word);
/// Behind "Swiss" or "Danish" it makes them a thing of every country: "delight", "roulette", "measles".
[[nodiscard]] bool names_thing(std::uint64_t word);
/// Behind a company whose name is also a word, and at the start of a sentence, it tells the company: "said", "sued".
[[nodiscard]] bool is_stating_verb(std::uint64_t word);
/// Before "Russian" it makes it a language when no noun follows: "in", "speak".
[[nodiscard]] bool precedes_language(std::uint64_t word);
/// The name of a day or month, which may stand right behind a name: "Lavrov Monday told".
[[nodiscard]] bool is_calendar_word(std::uint64_t word);
/// A kind of body that may close an organization's name and alone stand for it: "Commission", "Ministry".
[[nodiscard]] bool is_body(std::uint64_t word);
/// A company's legal form or a word like it, which papers leave out: "Inc", "Group", "Holdings".
[[nodiscard]] bool is_legal_form(std::uint64_t word);
/// Behind an organization's name it says what the organization is and leaves it the same: "Toshiba Corp", "Wells Fargo Bank".
[[nodiscard]] bool says_what_it_is(std::uint64_t word);
/// A word of the names that institutions of any country have: "Foreign", "Ministry", "Supreme", "Court", "of".
[[nodiscard]] bool is_institution_word(std::uint64_t word);
/// An institution whose name may be this one word: "Senate", "Parliament".
[[nodiscard]] bool is_institution(std::uint64_t word);
/// A legal form or trade that papers leave out behind the head of a name: "Smithsonian Institution", "Nissan Motor Co".
[[nodiscard]] bool leaves_head(std::uint64_t word);
/// A word of four letters or more that a small dictionary of English prints in small letters.
[[nodiscard]] bool is_plain_word(std::uint64_t word);
/// One of the commonest given names of English, no common word or title.
[[nodiscard]] bool is_given_name(std::uint64_t word);
/// One of the commonest surnames of English: who bears it and a given name that is nearly the same may be another.
[[nodiscard]] bool is_common_surname(std::uint64_t word);

}  // namespace entente::english
