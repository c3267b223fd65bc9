// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// The character that begins at `at`, which is inside `text`. `text` must be valid UTF-8.
/// Source: general categories of Unicode 15 (utf8proc).
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

}  // namespace entente
