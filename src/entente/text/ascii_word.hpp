// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <entente/text/fold.hpp>

namespace entente {

/// When letters or digits of ASCII, with this byte behind them, are a word that needs no second look.
enum class PlainBefore : std::uint8_t {
    any,        ///< always
    no_mail,    ///< when they begin no mail address
    full_stop,  ///< nor an acronym with dots nor "www.": when they are longer than these as well
    none,
};

inline constexpr auto plain_before_byte = [] {
    std::array<PlainBefore, 0x100> table{};
    for (unsigned byte = 0; byte < table.size(); ++byte)
        if (byte >= 0x80 || byte == ':') table[byte] = PlainBefore::none;  // "http://"
    for (const char byte : std::string_view("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-+@"))
        table[static_cast<unsigned char>(byte)] = PlainBefore::no_mail;
    table['.'] = PlainBefore::full_stop;
    return table;
}();

constexpr PlainBefore plain_before(char byte) { return plain_before_byte[static_cast<unsigned char>(byte)]; }

/// Whether a word of letters A to Z, six or more, has an ending that unify_spelling() changes, by its last eight bytes with all
/// letters small: few words have. What stands before a shorter ending makes no difference.
[[nodiscard]] inline bool ends_british(std::uint64_t last_eight) {
    struct Ending {
        std::uint64_t letters = ~std::uint64_t{0};
        std::uint64_t mask = 0;
    };
    static constexpr std::uint32_t spread = 0x5F0D;  // the last four letters of each lead to a place of its own
    static constexpr auto place_of = [](std::uint64_t letters) {
        return static_cast<std::uint32_t>(letters >> 32) * spread >> 28;
    };
    static constexpr auto endings = [] {
        std::array<Ending, 16> table{};
        for (const std::string_view end :
             {"isation", "isations", "fence", "centre", "centres", "theatre", "bour", "rogramme"}) {
            Ending ending{0, 0};
            for (std::size_t at = 0; at < end.size(); ++at) {
                const std::size_t shift = 8 * (8 - end.size() + at);
                ending.letters |= std::uint64_t{static_cast<unsigned char>(end[at])} << shift;
                ending.mask |= std::uint64_t{0xFF} << shift;
            }
            table[place_of(ending.letters)] = ending;
        }
        return table;
    }();
    const Ending& ending = endings[place_of(last_eight)];
    return (last_eight & ending.mask) == ending.letters;
}

/// A word of letters A to Z, or of digits. Its bytes are read sixteen at once, and no branch is taken on what they are, nor on
/// how many: no machine can guess that.
class AsciiWord {
public:
    /// The bytes of the text from `begin` to `end`, which are not none.
    [[gnu::always_inline]] inline AsciiWord(std::string_view text, std::size_t begin, std::size_t end) {
        const char* bytes = text.data() + begin;
        const std::size_t length = end - begin;
        if (length > 16 || text.size() - begin < 16 || end < 8) {
            *this = read_in_pieces(bytes, length);
            return;
        }
        HashOfWord hash(length);
        add(little_endian(bytes, 8), first_bytes[length], hash);
        HashOfWord longer = hash;
        add(little_endian(bytes + 8, 8), further_bytes[length], longer);
        const std::uint64_t is_longer = std::uint64_t{0} - std::uint64_t{length > 8};
        hash_ = hash.value() ^ ((hash.value() ^ longer.value()) & is_longer);
        may_be_british_ = ends_british(little_endian(bytes + length - 8, 8) | small) && length > 5;
    }

    /// hash_of() of the folded word.
    [[nodiscard]] std::uint64_t hash() const { return hash_; }
    /// Has a small letter. A digit counts as one.
    [[nodiscard]] bool has_small() const { return (bits_ & small) != 0; }
    /// unify_spelling() may change it.
    [[nodiscard]] bool may_be_british() const { return may_be_british_; }

private:
    static constexpr std::uint64_t small = 0x2020202020202020ULL;  // the bit that digits have too
    /// Those that a word has of eight bytes, `before` of its bytes behind its first one: by its length.
    static constexpr auto bytes_of(std::size_t before) {
        std::array<std::uint64_t, 17> masks{};
        for (std::size_t length = before + 1; length < masks.size(); ++length)
            masks[length] = ~std::uint64_t{0} >> 8 * (length - before < 8 ? 8 - (length - before) : 0);
        return masks;
    }
    static const std::array<std::uint64_t, 17> first_bytes;
    static const std::array<std::uint64_t, 17> further_bytes;

    AsciiWord() = default;
    [[gnu::noinline, gnu::cold]] static AsciiWord read_in_pieces(const char* bytes, std::size_t length) {
        AsciiWord word;
        HashOfWord hash(length);
        for (std::size_t at = 0; at < length; at += 8) {
            const std::size_t count = std::min<std::size_t>(8, length - at);
            word.add(little_endian(bytes + at, count), first_bytes[count], hash);
        }
        word.hash_ = hash.value();
        const std::size_t last = std::min<std::size_t>(length, 8);
        word.may_be_british_ =
            length > 5 && ends_british((little_endian(bytes + length - last, last) | small) << 8 * (8 - last));
        return word;
    }
    /// Takes those of eight bytes that are kept.
    [[gnu::always_inline]] inline void add(std::uint64_t bytes, std::uint64_t kept, HashOfWord& hash) {
        bits_ |= bytes & kept;
        hash.add((bytes | small) & kept);
    }

    std::uint64_t hash_ = 0;
    std::uint64_t bits_ = 0;  ///< of all bytes
    bool may_be_british_ = false;
};

inline constexpr std::array<std::uint64_t, 17> AsciiWord::first_bytes = AsciiWord::bytes_of(0);
inline constexpr std::array<std::uint64_t, 17> AsciiWord::further_bytes = AsciiWord::bytes_of(8);

}  // namespace entente
