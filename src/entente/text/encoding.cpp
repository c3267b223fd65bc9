// SPDX-License-Identifier: Apache-2.0
#include <entente/text/encoding.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <simdjson.h>

#include <entente/text/decoder.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

struct Sequence {
    std::size_t size = 1;  // bytes; of a broken one, its maximal subpart
    bool valid = false;
};

// Unicode 15, table 3-7: what may follow a first byte. Later bytes are always 80..BF.
Sequence sequence_at(std::string_view bytes, std::size_t begin) {
    const unsigned first = byte_at(bytes, begin);
    if (first < 0x80) return {1, true};
    if (first < 0xC2 || first > 0xF4) return {1, false};
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t size = 1; size < length; ++size) {
        if (begin + size >= bytes.size()) return {size, false};
        const unsigned next = byte_at(bytes, begin + size);
        if (next < least || next > most) return {size, false};
        least = 0x80;
        most = 0xBF;
    }
    return {length, true};
}

DecodedText repair_utf8(std::string_view bytes, std::size_t mark) {
    Decoder decoder(Encoding::utf8, bytes.size());
    if (mark > 0) decoder.skip(mark);
    for (std::size_t i = mark; i < bytes.size();) {
        if (const auto run = ascii_run(bytes, i); run > 0) {
            decoder.copy(bytes.substr(i, run));
            i += run;
            continue;
        }
        const auto sequence = sequence_at(bytes, i);
        if (sequence.valid)
            decoder.copy(bytes.substr(i, sequence.size));
        else
            decoder.replace(sequence.size);
        i += sequence.size;
    }
    return decoder.take();
}

// WHATWG index windows-1252, bytes 80 to 9F; 0 where Microsoft defines nothing.
constexpr std::array<char32_t, 32> windows_1252_controls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

DecodedText from_windows_1252(std::string_view bytes) {
    Decoder decoder(Encoding::windows_1252, bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        if (const auto run = ascii_run(bytes, i); run > 0) {
            decoder.copy(bytes.substr(i, run));
            i += run;
            continue;
        }
        const unsigned byte = byte_at(bytes, i++);
        const char32_t code_point = byte >= 0xA0 ? byte : windows_1252_controls[byte - 0x80];
        if (code_point != 0)
            decoder.put(code_point, 1);
        else
            decoder.replace(1);
    }
    return decoder.take();
}

// A lone 0x92 in English news is an apostrophe of Windows; broken bytes among good UTF-8 are damage.
bool mostly_broken(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t broken = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        if (byte_at(bytes, i) < 0x80) {
            ++i;
            continue;
        }
        const auto sequence = sequence_at(bytes, i);
        (sequence.valid ? good : broken) += sequence.size;
        i += sequence.size;
    }
    return broken > good;
}

}  // namespace

void append_utf8(std::string& text, char32_t code_point) {
    const auto byte = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code_point < 0x80) return byte(code_point);
    if (code_point < 0x800) {
        byte(0xC0 | code_point >> 6);
    } else {
        if (code_point < 0x10000) {
            byte(0xE0 | code_point >> 12);
        } else {
            byte(0xF0 | code_point >> 18);
            byte(0x80 | (code_point >> 12 & 0x3F));
        }
        byte(0x80 | (code_point >> 6 & 0x3F));
    }
    byte(0x80 | (code_point & 0x3F));
}

void OffsetMap::add(std::uint32_t text, std::uint64_t before, std::uint64_t original) {
    const std::uint64_t distance = rows_.empty() ? 0 : rows_.back().original - rows_.back().text;
    if (original - text == distance && before - text == distance) return;
    if (!rows_.empty() && rows_.back().text == text)
        rows_.back().original = original;
    else
        rows_.push_back({text, before, original});
}

std::uint64_t OffsetMap::original(std::uint32_t text) const {
    const auto after = std::upper_bound(rows_.begin(), rows_.end(), text,
                                        [](std::uint32_t offset, const Row& row) { return offset < row.text; });
    if (after == rows_.begin()) return text;
    const Row& row = *std::prev(after);
    return row.original + (text - row.text);
}

std::uint64_t OffsetMap::original_end(std::uint32_t text) const {
    const auto here = std::lower_bound(rows_.begin(), rows_.end(), text,
                                       [](const Row& row, std::uint32_t offset) { return row.text < offset; });
    if (here != rows_.end() && here->text == text) return here->before;
    if (here == rows_.begin()) return text;
    const Row& row = *std::prev(here);
    return row.original + (text - row.text);
}

OffsetMap OffsetMap::then(const OffsetMap& next) const {
    OffsetMap both;
    auto inner = next.rows_.begin();
    // The rows of `next` between two rows of this map, moved to this map's text.
    const auto copy = [&](const Row& from, std::uint64_t end) {
        while (inner != next.rows_.end() && inner->text <= from.original) ++inner;
        for (; inner != next.rows_.end() && inner->text < from.original + (end - from.text); ++inner)
            both.add(static_cast<std::uint32_t>(from.text + (inner->text - from.original)), inner->before,
                     inner->original);
    };
    Row row{0, 0, 0};
    both.add(0, next.original_end(0), next.original(0));
    for (const Row& following : rows_) {
        copy(row, following.text);
        row = following;
        both.add(row.text, next.original_end(static_cast<std::uint32_t>(row.before)),
                 next.original(static_cast<std::uint32_t>(row.original)));
    }
    copy(row, std::numeric_limits<std::uint32_t>::max());
    return both;
}

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return "UTF-8";
        case Encoding::utf16_le: return "UTF-16LE";
        case Encoding::utf16_be: return "UTF-16BE";
        case Encoding::windows_1252: return "Windows-1252";
        case Encoding::named: return "the charset that it names";
    }
    return {};
}

DecodedText decode_utf16(std::string_view bytes, bool big_endian, std::size_t mark) {
    Decoder decoder(big_endian ? Encoding::utf16_be : Encoding::utf16_le, bytes.size());
    if (mark > 0) decoder.skip(mark);
    const auto unit = [&](std::size_t i) -> char32_t {
        return big_endian ? byte_at(bytes, i) << 8 | byte_at(bytes, i + 1)
                          : byte_at(bytes, i + 1) << 8 | byte_at(bytes, i);
    };
    std::size_t i = mark;
    for (; i + 1 < bytes.size();) {
        const char32_t high = unit(i);
        const char32_t low = i + 3 < bytes.size() ? unit(i + 2) : 0;
        if (high < 0xD800 || high > 0xDFFF) {
            decoder.put(high, 2);
            i += 2;
        } else if (high < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
            decoder.put(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), 4);
            i += 4;
        } else {
            decoder.replace(2);
            i += 2;
        }
    }
    if (i < bytes.size()) decoder.replace(1);
    return decoder.take();
}

DecodedText decode(std::string bytes) {
    // A third of the limit, for one byte may become a U+FFFD of three.
    if (bytes.size() >= std::numeric_limits<std::uint32_t>::max() / 3
        && (bytes.size() >= std::numeric_limits<std::uint32_t>::max() || !simdjson::validate_utf8(bytes))) {
        throw Error("the text has 4 GiB or more", "split it into one file an article");
    }
    if (bytes.starts_with("\xFF\xFE")) {
        auto decoded = decode_utf16(bytes, false, 2);
        decoded.had_byte_order_mark = true;
        return decoded;
    }
    if (bytes.starts_with("\xFE\xFF")) {
        auto decoded = decode_utf16(bytes, true, 2);
        decoded.had_byte_order_mark = true;
        return decoded;
    }
    const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    DecodedText decoded;
    if (simdjson::validate_utf8(bytes)) {
        if (mark > 0) decoded.original.add(0, mark);
        decoded.text = std::move(bytes);
        decoded.text.erase(0, mark);
    } else if (mark == 0 && mostly_broken(bytes)) {
        decoded = from_windows_1252(bytes);
    } else {
        decoded = repair_utf8(bytes, mark);
    }
    decoded.had_byte_order_mark = mark > 0;
    return decoded;
}

bool looks_binary(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
    if (bytes.find('\0') != std::string_view::npos) return true;
    const auto head = bytes.substr(0, 4096);
    const auto controls = std::count_if(head.begin(), head.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return (value < 0x20 && (value < '\t' || value > '\r') && value != 0x1B) || value == 0x7F;
    });
    return static_cast<std::size_t>(controls) * 10 > head.size();
}

}  // namespace entente
