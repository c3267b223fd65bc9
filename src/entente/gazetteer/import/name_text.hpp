// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Makes of foreign bytes a text that a gazetteer may hold: blanks of any kind become single spaces, invisible
/// characters go. Returns why that cannot be done, or nothing.
[[nodiscard]] std::string_view clean_text(std::string& text);

/// Whether `name`, which is clean, has a letter of any script.
[[nodiscard]] bool has_letter(std::string_view name);
/// Whether `name` is in lower case throughout, in a script that has capitals.
[[nodiscard]] bool all_lower(std::string_view name);
/// Two to six capitals and digits: it must be matched in its own case, for IT is no pronoun.
[[nodiscard]] bool is_acronym(std::string_view name);

/// Appends spelling_of(name).
void append_spelling(std::string_view name, std::string& out);
/// Appends lower-case ASCII words joined by "-", of at most 80 bytes; nothing when `name` has letters of other scripts.
void append_slug(std::string_view name, std::string& out);

}  // namespace entente
