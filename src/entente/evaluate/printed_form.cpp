// SPDX-License-Identifier: Apache-2.0
#include <entente/evaluate/printed_form.hpp>

#include <algorithm>

#include <entente/text/characters.hpp>
#include <entente/text/fold.hpp>

namespace entente {

std::size_t words_in(std::string_view text) {
    return text.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

std::string bare_form(std::string_view text) {
    std::string bare;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = character_at(text, at);
        const auto kind = character.kind;
        if (kind == CharacterClass::letter || kind == CharacterClass::digit || kind == CharacterClass::mark
            || kind == CharacterClass::ideograph) {
            bare += text.substr(at, character.length);
        }
        at += character.length;
    }
    return folded(bare);
}

bool looks_like_acronym(std::string_view text) {
    const auto is_capital = [](char byte) { return byte >= 'A' && byte <= 'Z'; };
    return std::ranges::count_if(text, is_capital) >= 2
           && std::ranges::all_of(text, [&](char byte) { return is_capital(byte) || byte == '.'; });
}

}  // namespace entente
