// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/inflection.hpp>

namespace entente {

/// One word of a name as it is printed.
struct PrintedWord {
    Cells cells = all_cells;
    bool inflected = false;      ///< otherwise than the gazetteer has it
    bool noun = false;           ///< declined as one, and not as an adjective
    bool particle = false;       ///< "von", "al", "and": never changes
    bool stays = false;          ///< may stand in this form in any case
    bool behind_hyphen = false;  ///< "Нью-Йорка": what is before it may stay
};

/// Whether the words of a name can stand together in one case, asked word by word.
///
/// Persons: every word is in the case, "Владимира Путина"; a word that does not decline stands in all of them.
/// Others:  the head and its adjectives are, "Верховного суда", "Sądu Najwyższego"; what comes behind stays as it is,
///          "Министерства обороны", and of two nouns only the first is the head. Behind a hyphen or "and" it starts anew:
///          "Боснии и Герцеговины".
class Agreement {
public:
    Agreement(EntityType type, char gender);

    /// False when no case is left.
    [[nodiscard]] bool admits(const PrintedWord& word);
    [[nodiscard]] bool inflected() const { return inflected_; }

private:
    bool person_;
    Cells genders_;
    Cells cells_;
    bool head_ = false;    ///< was seen
    bool joined_ = false;  ///< the word before is a particle
    bool inflected_ = false;
};

/// The genders in which an entity's name may stand: both of a person whose gender is not known.
[[nodiscard]] Cells genders_of(EntityType type, char gender);

/// The name in every other form in which it is found in a text of the language, sorted; small letters and capitals as in
/// the name. Complexity: the product of its words' forms, pruned by agreement.
[[nodiscard]] std::vector<std::string> inflected_forms(const Declension& declension, const Entity& entity,
                                                       const Alias& alias);

}  // namespace entente
