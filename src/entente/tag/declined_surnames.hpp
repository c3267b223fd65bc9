// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <entente/tag/bearers.hpp>
#include <entente/tag/findings.hpp>
#include <entente/tag/short_names.hpp>

namespace entente {

// Questions about a surname in another case than the nominative. `nominative` is the word that a listed name has; where
// the text's language declines no names, all answers are those for the nominative.

/// The word as a bearer's name has it: "Путина" says "Путин" when he is named and she is not. `borne` is ascending by word.
[[nodiscard]] std::uint64_t said_surname(const Findings& findings, std::span<const Borne> borne, std::uint32_t token);

/// "Клинтона" is Bill, not Hillary.
[[nodiscard]] bool stands_in_gender(const ReadText& text, std::uint32_t token, std::uint64_t nominative,
                                    const CompiledGazetteer::Entity& person);

/// Some person of the gazetteer has this given name, in whatever case.
[[nodiscard]] bool is_given_name(const ReadText& text, const ShortNames& names, std::uint32_t token);

/// False for "Помощник Путина": no given name, for it is not in the case of the surname behind it.
[[nodiscard]] bool may_agree(const ReadText& text, std::uint32_t given, std::uint32_t surname,
                             std::uint64_t nominative);

}  // namespace entente
