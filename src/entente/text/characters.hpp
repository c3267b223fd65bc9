// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

/// What a character does between and inside words.
enum class CharacterClass : std::uint8_t {
    space,
    newline,
    letter,
    digit,
    joiner,
    apostrophe,
    hyphen,
    dash,
    mark,
    ideograph,
    other
};

struct Character {
    CharacterClass kind = CharacterClass::other;
    bool upper = false;
    bool lower = false;
    std::uint8_t length = 1;
};

constexpr Character ascii_character(unsigned char byte) {
    if (byte >= 'a' && byte <= 'z') return {CharacterClass::letter, false, true, 1};
    if (byte >= 'A' && byte <= 'Z') return {CharacterClass::letter, true, false, 1};
    if (byte >= '0' && byte <= '9') return {CharacterClass::digit, false, false, 1};
    switch (byte) {
        case ' ':
        case '\t':
        case '\v': return {CharacterClass::space};
        case '\n':
        case '\r':
        case '\f': return {CharacterClass::newline};
        case '\'':
        case '`': return {CharacterClass::apostrophe};
        case '-': return {CharacterClass::hyphen};
        default: return {};
    }
}

/// The characters of ASCII by their bytes: a table, for most bytes of most texts are looked up here.
inline constexpr auto ascii_characters = [] {
    std::array<Character, 0x80> characters{};
    for (unsigned byte = 0; byte < characters.size(); ++byte)
        characters[byte] = ascii_character(static_cast<unsigned char>(byte));
    return characters;
}();

/// The same beyond ASCII.
[[nodiscard]] Character foreign_character_at(std::string_view text, std::size_t at);

/// The character that begins at `at`, which is inside `text`. `text` must be valid UTF-8.
/// Source: general categories of Unicode 15 (utf8proc).
[[nodiscard]] inline Character character_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? ascii_characters[byte] : foreign_character_at(text, at);
}

}  // namespace entente
