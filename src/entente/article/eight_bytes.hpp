// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <entente/text/fold.hpp>

namespace entente {

/// Eight bytes of a text, the first one lowest. What is asked of them is answered by the high bit of each.
/// Source: additions that carry into the high bit of each byte (Mycroft 1987).
class EightBytes {
public:
    constexpr explicit EightBytes(std::uint64_t bytes) : bytes_(bytes) {}
    /// Those of `text` at `at`; 0 behind its end.
    EightBytes(std::string_view text, std::size_t at)
        : bytes_(at < text.size() ? little_endian(text.data() + at, std::min<std::size_t>(8, text.size() - at)) : 0) {}

    /// The eight at `text`.
    explicit EightBytes(const char* text) : bytes_(little_endian(text, 8)) {}

    static constexpr std::uint64_t every(unsigned byte) { return 0x0101010101010101ULL * byte; }
    static constexpr std::uint64_t high_bits = 0x8080808080808080ULL;

    [[nodiscard]] constexpr std::uint64_t value() const { return bytes_; }
    /// Eight bytes at `out`, in the order of the text.
    void write(char* out) const {
        for (unsigned i = 0; i < 8; ++i) out[i] = static_cast<char>(bytes_ >> (8 * i) & 0xFFU);
    }
    /// The first of them, as many as are asked for.
    [[nodiscard]] constexpr std::uint64_t first(std::size_t count) const {
        return count >= 8 ? bytes_ : bytes_ & ((std::uint64_t{1} << (8 * count)) - 1);
    }
    [[nodiscard]] constexpr std::uint64_t foreign() const { return bytes_ & high_bits; }
    /// Two characters of ASCII and those between them.
    [[nodiscard]] constexpr std::uint64_t between(char first, char last) const {
        const auto low = bytes_ & ~high_bits;
        return (low + every(0x80U - static_cast<unsigned char>(first)))
               & ~((low + every(0x7FU - static_cast<unsigned char>(last))) | bytes_) & high_bits;
    }
    [[nodiscard]] constexpr std::uint64_t equal(char character) const { return between(character, character); }
    [[nodiscard]] constexpr std::uint64_t letters() const { return EightBytes(bytes_ | every(0x20)).between('a', 'z'); }
    [[nodiscard]] constexpr std::uint64_t bytes_of_words() const { return letters() | between('0', '9') | foreign(); }
    /// With small letters for the capitals of ASCII.
    [[nodiscard]] constexpr EightBytes lower() const { return EightBytes(bytes_ | between('A', 'Z') >> 2U); }

private:
    std::uint64_t bytes_;
};

/// The answers for 64 bytes of `text` at `at`, a bit for each, the first one lowest; behind its end those for 0.
template <class Question>
[[nodiscard]] std::uint64_t bits_of(std::string_view text, std::size_t at, const Question& question) {
    const auto gathered = [&](EightBytes bytes) { return (question(bytes) >> 7U) * 0x0102040810204080ULL >> 56U; };
    std::uint64_t bits = 0;
    if (at + 64 <= text.size())
        for (unsigned i = 0; i < 64; i += 8) bits |= gathered(EightBytes(text.data() + at + i)) << i;
    else
        for (unsigned i = 0; i < 64; i += 8) bits |= gathered(EightBytes(text, at + i)) << i;
    return bits;
}

}  // namespace entente
