// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// Appends the form under which a word is compared: lower case, without diacritics, ligatures spelt out,
/// invisible characters dropped, and look-alike letters of a second script replaced when the word mixes two.
/// "Erdoğan" gives "erdogan", "Сancelled" with a Cyrillic С gives "cancelled".
///
/// Encoding:   `word` must be valid UTF-8; so is the result.
/// Complexity: O(n); no allocation for ASCII beyond the growth of `folded`.
/// Source:     Unicode 15 NFKD and case folding (utf8proc); look-alikes from UTS #39, confusables.txt;
///             marks are stripped in Latin, Greek, Cyrillic, Hebrew and Arabic, where readers leave them out.
void fold(std::string_view word, std::string& folded);

[[nodiscard]] std::string folded(std::string_view word);

/// Writes a folded word of British spelling in the American one, so that "organisation" and "organization", "defence"
/// and "defense", "centre" and "center" are compared as the same word.
void unify_spelling(std::string& folded);

/// What a reader sees of a name but for its case: accents stay, while invisible characters, ligatures, decomposed
/// accents, look-alike letters and the width of blanks make no difference.
/// Source: NFKC_Casefold of Unicode 15 (utf8proc).
[[nodiscard]] std::string spelling_of(std::string_view name);

/// Whether a text, which must be valid UTF-8, begins with a letter of the Latin alphabet.
[[nodiscard]] bool begins_in_latin(std::string_view text);

/// A 64-bit hash of folded bytes, the same on every machine.
/// Source: multiply and xor-shift over 8 bytes at a time, with a constant of MurmurHash3 (Appleby, public domain).
[[nodiscard]] std::uint64_t hash_of(std::string_view folded);

}  // namespace entente
