// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// What English words beside a capital say of it. Each takes the hash of a folded word (Token::hash).
namespace entente::english {

[[nodiscard]] bool is_government_verb(
    std::uint64_t word);                               ///< "said", "rejects": a capital that does so is a government
[[nodiscard]] bool is_city_verb(std::uint64_t word);   ///< "hosted", "suffered": what a city does too
[[nodiscard]] bool is_human_verb(std::uint64_t word);  ///< "died", "shook": what a person does
[[nodiscard]] bool is_being_verb(std::uint64_t word);  ///< "is", "was": says nothing by itself
[[nodiscard]] bool is_auxiliary_verb(std::uint64_t word);     ///< "has", "will"
[[nodiscard]] bool is_government_state(std::uint64_t word);   ///< "ready", "willing": what only a government is
[[nodiscard]] bool is_light_adverb(std::uint64_t word);       ///< "also", "currently": stands before the verb
[[nodiscard]] bool is_addressing_verb(std::uint64_t word);    ///< "urged", "accused": its object is a government
[[nodiscard]] bool is_party_preposition(std::uint64_t word);  ///< "by", "with", "against", "between", "on"
[[nodiscard]] bool takes_to(std::uint64_t word);              ///< "aid to Kyiv", "loyal to Moscow"
[[nodiscard]] bool takes_from(std::uint64_t word);            ///< "support from Moscow"
[[nodiscard]] bool takes_for(std::uint64_t word);             ///< "a setback for Moscow"
[[nodiscard]] bool takes_of(std::uint64_t word);              ///< "allies of Moscow"
[[nodiscard]] bool is_acted_participle(std::uint64_t word);   ///< "backed" of "Washington-backed"
[[nodiscard]] bool is_government_noun(std::uint64_t word);    ///< "government" of "Kyiv government"
[[nodiscard]] bool is_city_noun(std::uint64_t word);          ///< "streets" of "Tbilisi's streets"

[[nodiscard]] bool is_part_of_building(std::uint64_t word);  ///< "walls" of "the walls of the Kremlin"
[[nodiscard]] bool is_city_cue(std::uint64_t word);          ///< "mayor", "overtime": the sentence is about a city
}  // namespace entente::english
