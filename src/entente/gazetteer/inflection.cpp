// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/inflection.hpp>

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr bool begins_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

constexpr Cells cells_of_case(std::size_t number, Cells of_genders) {
    return of_genders & (Cells{0x01010101} << number);
}

void add(std::vector<WordForm>& forms, std::string text, Cells cells, const Paradigm& paradigm) {
    const auto same = std::find_if(forms.begin(), forms.end(), [&](const WordForm& form) { return form.text == text; });
    WordForm& form = same != forms.end() ? *same : forms.emplace_back();
    form.text = std::move(text);
    form.cells |= cells;
    (paradigm.adjective ? form.adjective : form.noun) = true;
    form.stays = form.stays || paradigm.stays;
}

/// "~а" behind "ин" is "ина", "-" nothing.
std::string with_ending(std::string_view stem, std::string_view ending, std::string_view nominative) {
    std::string word(stem);
    if (ending == "-") return word;
    for (const char byte : ending) {
        if (byte == '~')
            word += nominative;
        else
            word += byte;
    }
    return word;
}

void decline(const Paradigm& paradigm, std::string_view word, std::size_t stem, Cells of_genders,
             std::vector<WordForm>& forms) {
    add(forms, std::string(word), paradigm.oblique.empty() ? of_genders : cells_of_case(0, of_genders), paradigm);
    for (std::size_t row = 0; row < paradigm.oblique.size(); ++row)
        for (const std::string& ending : paradigm.oblique[row])
            add(forms, with_ending(word.substr(0, stem), ending, word.substr(stem)), cells_of_case(row + 1, of_genders),
                paradigm);
}

}  // namespace

Cells cells_of_gender(char gender) {
    constexpr std::string_view letters = "mfnp";
    const std::size_t number = letters.find(gender);
    return number == std::string_view::npos ? 0 : Cells{0xFF} << (8 * number);
}

Declension::Declension(const Inflection& inflection) {
    for (const Paradigm& paradigm : inflection.paradigms)
        for (const std::string& ending : paradigm.nominative) endings_.push_back({ending, &paradigm});
    std::stable_sort(endings_.begin(), endings_.end(),
                     [](const Ending& a, const Ending& b) { return a.text < b.text; });
}

bool Declension::may_stand_in(std::string_view word, Cells cells) const {
    return std::any_of(endings_.begin(), endings_.end(), [&](const Ending& ending) {
        const Paradigm& paradigm = *ending.paradigm;
        if (!paradigm.of_persons) return false;
        for (std::size_t row = 0; row < paradigm.oblique.size(); ++row) {
            if ((cells & cells_of_case(row + 1, paradigm.genders)) == 0) continue;
            for (const std::string& oblique : paradigm.oblique[row])
                if (oblique != "~" && word.ends_with(with_ending({}, oblique, ending.text))) return true;
        }
        return false;
    });
}

std::vector<WordForm> Declension::forms(std::string_view word, bool of_person) const {
    std::vector<WordForm> forms;
    std::array<Cells, 2> open{all_cells, all_cells};  // of nouns, of adjectives
    for (std::size_t stem = 0; stem < word.size(); ++stem) {
        if (!begins_letter(word[stem])) continue;
        const auto rows = std::equal_range(endings_.begin(), endings_.end(), Ending{word.substr(stem), nullptr},
                                           [](const Ending& a, const Ending& b) { return a.text < b.text; });
        std::array<Cells, 2> taken{};
        for (auto row = rows.first; row != rows.second; ++row) {
            const Paradigm& paradigm = *row->paradigm;
            const Cells of_genders = paradigm.genders & open[paradigm.adjective ? 1 : 0];
            if (of_genders == 0 || !(of_person ? paradigm.of_persons : paradigm.of_others)) continue;
            decline(paradigm, word, stem, of_genders, forms);
            taken[paradigm.adjective ? 1 : 0] |= of_genders;
        }
        open[0] &= ~(taken[0] | taken[1]);
        open[1] &= ~taken[1];
    }
    if (!forms.empty()) forms.front().cells |= open[0] & open[1] & ~cells_of_gender('p');
    return forms;
}

}  // namespace entente
