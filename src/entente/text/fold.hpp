// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

/// The same for who has the bytes in pieces: of eight, the first one lowest, the last piece filled with 0.
class HashOfWord {
public:
    explicit HashOfWord(std::size_t bytes) : value_(0x9E3779B97F4A7C15ULL ^ bytes) {}
    void add(std::uint64_t piece) {
        value_ = (value_ ^ piece) * 0xFF51AFD7ED558CCDULL;
        value_ ^= value_ >> 32;
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_;
};

/// Up to eight bytes as a number, the first one lowest, whatever the machine's order.
[[nodiscard]] inline std::uint64_t little_endian(const char* bytes, std::size_t count) {
    std::uint64_t number = 0;
    if (std::endian::native == std::endian::little && count == 8) {
        std::memcpy(&number, bytes, 8);
        return number;
    }
    for (std::size_t i = 0; i < count; ++i) number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return number;
}

}  // namespace entente
