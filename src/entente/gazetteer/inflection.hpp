// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A set of (gender, case) pairs: bit 8 * gender + case. Genders are masculine, feminine, neuter and plural, in this order;
/// case 0 is the nominative, case n the n-th of Inflection::cases.
using Cells = std::uint32_t;

inline constexpr Cells all_cells = 0xFFFFFFFF;
inline constexpr std::size_t genders = 4;
inline constexpr std::size_t most_cases = 7;  ///< beside the nominative

/// All cases of one gender: 'm', 'f', 'n' or 'p'; 0 for any other letter.
[[nodiscard]] Cells cells_of_gender(char gender);

/// How words of one ending decline.
struct Paradigm {
    std::vector<std::string> nominative;  ///< endings, or whole words; lower case
    Cells genders = all_cells;            ///< whole genders
    std::vector<std::vector<std::string>>
        oblique;  ///< per case; "~" stands for the nominative's ending, "-" for none. Empty: never changes
    bool adjective = false;
    bool stays = false;  ///< before the last word of a name it may also stay as it is
    bool of_persons = true;
    bool of_others = true;
};

/// How the names of a language decline, as the key `inflection` of its YAML file says.
struct Inflection {
    std::vector<std::string> cases;       ///< beside the nominative
    std::vector<std::string> apostrophe;  ///< endings that a foreign name takes behind one: Kennedy'ego
    std::vector<Paradigm> paradigms;
};

/// A word of a name as it is printed in some cases.
struct WordForm {
    std::string text;  ///< lower case
    Cells cells = 0;
    bool adjective = false;
    bool noun = false;
    bool stays = false;  ///< see Paradigm
};

/// Declines words by the paradigms of a language: of those whose ending fits, the longest for each gender. Where the longest
/// is one of nouns, the word may be an adjective too.
class Declension {
public:
    /// The inflection must outlive it.
    explicit Declension(const Inflection& inflection);

    /// The forms of `word`, which is in lower case, itself first; nothing when no paradigm fits. The word itself also
    /// stands in every case of a singular gender that no paradigm is for: Merkel does not decline as a woman's name.
    /// Complexity: O(letters * (letters + forms)).
    [[nodiscard]] std::vector<WordForm> forms(std::string_view word, bool of_person) const;

    /// Whether a word that nobody listed may be a person's name in one of these cells, by its ending.
    [[nodiscard]] bool may_stand_in(std::string_view word, Cells cells) const;

private:
    struct Ending {
        std::string_view text;
        const Paradigm* paradigm;
    };

    std::vector<Ending> endings_;  ///< ascending by text
};

}  // namespace entente
