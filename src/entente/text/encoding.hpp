// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/text/span.hpp>

namespace entente {

/// Leads from offsets in a repaired or unwrapped text back to the bytes it was made from.
/// Holds one row for each place where the distance between the two changes; an empty map is the identity.
class OffsetMap {
public:
    /// From `text` on, text offsets lie at `original` and onwards. Rows come in ascending order of both.
    void add(std::uint32_t text, std::uint64_t original) { add(text, original, original); }
    /// The same after a gap: what stands before `text` ends at `before`, and markup lies between.
    void add(std::uint32_t text, std::uint64_t before, std::uint64_t original);

    /// Where the character at `text` begins. Complexity: O(log rows).
    [[nodiscard]] std::uint64_t original(std::uint32_t text) const;
    /// Where the character before `text` ends: the end of a name, without the markup behind it.
    [[nodiscard]] std::uint64_t original_end(std::uint32_t text) const;
    [[nodiscard]] bool is_identity() const { return rows_.empty(); }

    /// This map, then `next`: from this one's text to the originals of `next`. Complexity: O(rows of both).
    [[nodiscard]] OffsetMap then(const OffsetMap& next) const;

private:
    struct Row {
        std::uint32_t text;
        std::uint64_t before;
        std::uint64_t original;
    };
    std::vector<Row> rows_;
};

enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, windows_1252, named };

[[nodiscard]] std::string_view name_of(Encoding encoding);

/// A text in valid UTF-8 without a byte order mark, and what was done to get it.
struct DecodedText {
    std::string text;
    OffsetMap original;  ///< text offset to byte of the file
    Encoding encoding = Encoding::utf8;
    bool had_byte_order_mark = false;
    std::size_t replaced = 0;          ///< broken sequences replaced by U+FFFD
    std::uint64_t first_replaced = 0;  ///< byte of the file where the first of them stood
};

/// Makes valid UTF-8 of `bytes`.
///
/// Encoding:   a byte order mark decides; without one, valid UTF-8 stays as it is. Otherwise, when most
///             non-ASCII bytes form no UTF-8, the text is Windows-1252 (bytes it leaves undefined become
///             U+FFFD); else each broken sequence is replaced by one U+FFFD (Unicode 15, section 3.9,
///             substitution of maximal subparts).
/// Errors:     throws Error at 4 GiB or more, for a Span holds 32 bits.
/// Complexity: O(n).
[[nodiscard]] DecodedText decode(std::string bytes);

/// UTF-16 without a byte order mark, or behind one of `mark` bytes. Lone halves of pairs become U+FFFD.
[[nodiscard]] DecodedText decode_utf16(std::string_view bytes, bool big_endian, std::size_t mark = 0);

/// Whether `bytes` are no text at all: a NUL outside UTF-16, or more than a tenth of control characters
/// in the first 4 KiB.
[[nodiscard]] bool looks_binary(std::string_view bytes);

}  // namespace entente
