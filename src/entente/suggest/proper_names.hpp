// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <entente/tag/names.hpp>

namespace entente {

/// What the words in and around a name say of whose name it is.
enum class Clue : std::uint8_t {
    title,         ///< "Mr", "President" before it
    given_name,    ///< it begins with one
    role,          ///< "Jane Roe, the finance minister"
    age,           ///< "Jane Roe, 45,"
    statement,     ///< "said" behind it
    initial,       ///< "John F. Kennedy"
    closing_noun,  ///< "Ministry", "Party", "Inc"
    acronym,       ///< it is one
    bracketed,     ///< an acronym in brackets stands behind it
    membership,    ///< "head of", "members of" before it
    site,          ///< "River", "Airport" closes it
    preposition,   ///< "in", "near" before it
    occasion,      ///< "War", "Cup" closes it: neither a person nor an organization
};
inline constexpr std::size_t clue_count = 13;

/// A name in the text that the gazetteer does not list.
struct ProperName {
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    std::uint32_t first = 0;       ///< token
    std::uint32_t last = 0;        ///< token behind the last
    std::uint32_t clues = 0;       ///< bit i: Clue i
    std::uint32_t acronym = none;  ///< token of the acronym in brackets behind it
    bool doubtful = false;         ///< its capital may be that of the sentence, or of an office behind it

    void add(Clue clue) { clues |= 1U << static_cast<unsigned>(clue); }
    [[nodiscard]] bool has(Clue clue) const { return (clues >> static_cast<unsigned>(clue) & 1U) != 0; }
    [[nodiscard]] std::uint32_t words() const { return last - first; }
};

/// The capitalised names of a text, in reading order, without the words that `covered` marks (one mark for each token).
///
/// In a sentence that is all in capitals, or in which as a headline every word has one, there are none. Where nouns have
/// capitals only a title or a given name tells a name.
/// Complexity: O(words).
[[nodiscard]] std::vector<ProperName> proper_names(const ReadText& text, const std::vector<bool>& covered);

}  // namespace entente
