// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <entente/text/fold.hpp>

namespace entente {

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

/// A word of letters A to Z, or of digits. Its bytes are read eight at once, and no branch is taken on what they are.
class AsciiWord {
public:
    /// Behind which bytes of a text words can be read at once, and before which.
    static constexpr std::size_t bytes_before = 8;
    static constexpr std::size_t bytes_behind = 16;

    /// The `length` bytes, which are not none. `amid`: so many others of the text stand before and behind their beginning.
    [[gnu::always_inline]] inline AsciiWord(const char* bytes, std::size_t length, bool amid) {
        if (!amid || length > 16) [[unlikely]] {
            *this = read_in_pieces(bytes, length);
            return;
        }
        HashOfWord hash(length);
        if (length <= 8) {
            add(little_endian(bytes, 8), first_bytes[length], hash);
        } else {
            add(little_endian(bytes, 8), ~std::uint64_t{0}, hash);
            add(little_endian(bytes + 8, 8), first_bytes[length - 8], hash);
        }
        hash_ = hash.value();
        if (ends_british(little_endian(bytes + length - 8, 8) | small)) [[unlikely]]
            may_be_british_ = length > 5;
    }

    /// hash_of() of the folded word.
    [[nodiscard]] std::uint64_t hash() const { return hash_; }
    /// Has a small letter. A digit counts as one.
    [[nodiscard]] bool has_small() const { return (bits_ & small) != 0; }
    /// unify_spelling() may change it.
    [[nodiscard]] bool may_be_british() const { return may_be_british_; }

private:
    static constexpr std::uint64_t small = 0x2020202020202020ULL;  // the bit that digits have too
    /// Those that a word has of eight bytes, by its length.
    static constexpr std::array<std::uint64_t, 9> first_bytes{
        0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF};

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

}  // namespace entente
