// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace entente {

/// A set of bytes that is asked once for each byte of a text.
class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view bytes) {
        for (const char byte : bytes) has_[static_cast<unsigned char>(byte)] = true;
    }
    /// With all bytes of characters beyond ASCII.
    [[nodiscard]] constexpr ByteSet and_foreign() const {
        auto more = *this;
        for (std::size_t byte = 0x80; byte < 0x100; ++byte) more.has_[byte] = true;
        return more;
    }

    [[nodiscard]] constexpr bool contains(char byte) const { return has_[static_cast<unsigned char>(byte)]; }
    /// Where its first byte stands in `text`; the end of the text when there is none.
    [[nodiscard]] constexpr std::size_t first_in(std::string_view text, std::size_t from = 0) const {
        while (from < text.size() && !contains(text[from])) ++from;
        return from;
    }
    [[nodiscard]] constexpr bool any_in(std::string_view text) const { return first_in(text) < text.size(); }

private:
    std::array<bool, 256> has_{};
};

inline constexpr ByteSet ascii_digits("0123456789");
inline constexpr ByteSet ascii_letters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
/// Letters and digits, with all beyond ASCII.
inline constexpr ByteSet bytes_of_words =
    ByteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").and_foreign();

/// Cuts the next word off the front of `rest`; empty at the end.
constexpr std::string_view next_word(std::string_view& rest, const ByteSet& separators) {
    std::size_t begin = 0;
    while (begin < rest.size() && separators.contains(rest[begin])) ++begin;
    const auto end = separators.first_in(rest, begin);
    const auto word = rest.substr(begin, end - begin);
    rest.remove_prefix(end);
    return word;
}

}  // namespace entente
