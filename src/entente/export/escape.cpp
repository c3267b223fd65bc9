// SPDX-License-Identifier: Apache-2.0
#include <entente/export/escape.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace entente {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::size_t longest_dot_string = 16'000;

struct CodePoint {
    char32_t value;
    std::size_t bytes;  ///< of the text it was read from
    bool legal;         ///< well formed, and a character that XML 1.0 allows
};

/// XML 1.0, production 2. Other formats hold more, but a text should be one and the same in all of them.
constexpr bool is_xml_character(char32_t value) {
    return value == 0x9 || value == 0xA || value == 0xD || (value >= 0x20 && value <= 0xD7FF)
           || (value >= 0xE000 && value <= 0xFFFD) || (value >= 0x10000 && value <= 0x10FFFF);
}

/// Bytes that a sequence with this first byte has; 0 for a byte that starts none.
constexpr std::size_t sequence_bytes(unsigned char first) {
    return first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
}

/// The code point at the start of `text`, which is not empty. Broken UTF-8 counts byte by byte.
CodePoint first_of(std::string_view text) {
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const auto first = static_cast<unsigned char>(text.front());
    const auto bytes = sequence_bytes(first);
    if (bytes == 1) {
        return {first, 1, is_xml_character(first)};
    }
    if (bytes == 0 || bytes > text.size()) {
        return {first, 1, false};
    }
    char32_t value = first & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80U) {
            return {first, 1, false};
        }
        value = (value << 6U) | (next & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    const bool well_formed = value >= least[bytes] && value <= 0x10FFFF;
    return {value, well_formed ? bytes : 1, well_formed && !surrogate && is_xml_character(value)};
}

/// The bytes that stand for themselves in every format: ASCII that can be seen, but for those with an escape in some.
constexpr auto plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (unsigned byte = ' '; byte < 0x7F; ++byte) {
        plain[byte] = byte != '&' && byte != '<' && byte != '>' && byte != '"' && byte != '\\';
    }
    return plain;
}();

/// What is done with each of sixteen bytes is a few instructions of any machine with vectors of that size.
using Sixteen [[gnu::vector_size(16)]] = unsigned char;
using Halves = std::array<std::uint64_t, 2>;

/// Whether the sixteen bytes are plain.
bool are_plain(const char* sixteen) {
    Sixteen bytes;
    std::memcpy(&bytes, sixteen, sizeof bytes);
    constexpr unsigned char angle_bit = '<' ^ '>';
    const auto other =
        (bytes - ' ' >= 0x7F - ' ') | (bytes == '&') | (bytes == '"') | (bytes == '\\') | ((bytes | angle_bit) == '>');
    const auto halves = std::bit_cast<Halves>(other);
    return (halves[0] | halves[1]) == 0;
}

/// How many bytes at the start of `text` are plain for sure: most text has no others for long.
std::size_t plain_sixteens(std::string_view text) {
    constexpr std::size_t step = 16;
    if (text.size() < step) {
        return 0;
    }
    std::size_t at = 0;
    while (at + step <= text.size() && are_plain(text.data() + at)) {
        at += step;
    }
    const bool rest = at + step > text.size() && are_plain(text.data() + text.size() - step);
    return rest ? text.size() : at;
}

/// Copies `text`, each illegal character replaced, and each that `escape_of` has an answer for by that answer.
/// Pieces between them go out in one go. `put` takes a piece and says whether there is room for more.
template <typename Put, typename EscapeOf>
void copy_escaped(std::string_view text, Put put, EscapeOf escape_of) {
    std::size_t kept = 0;  // start of the piece that has not gone out
    for (std::size_t at = plain_sixteens(text); at < text.size();) {
        if (plain_bytes[static_cast<unsigned char>(text[at])]) {
            ++at;
            continue;
        }
        const auto code = first_of(text.substr(at));
        const std::string_view escape = code.legal ? escape_of(code.value) : replacement;
        if (!escape.empty()) {
            if (!put(text.substr(kept, at - kept)) || !put(escape)) {
                return;
            }
            kept = at + code.bytes;
        }
        at += code.bytes;
        at += plain_sixteens(text.substr(at));
    }
    put(text.substr(kept));
}

template <typename EscapeOf>
void append_escaped(Output& output, std::string_view text, EscapeOf escape_of) {
    copy_escaped(
        text, [&output](std::string_view piece) { return output.append(piece), true; }, escape_of);
}

constexpr std::string_view xml_escape(char32_t value) {
    switch (value) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";  // for the sake of ]]>
        case '"': return "&quot;";
        case '\t': return "&#9;";
        case '\n': return "&#10;";
        case '\r': return "&#13;";
        default: return {};
    }
}

constexpr std::string_view json_escape(char32_t value) {
    switch (value) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\t': return "\\t";
        case '\n': return "\\n";
        case '\r': return "\\r";
        case 0x2028: return "\\u2028";
        case 0x2029: return "\\u2029";
        default: return {};
    }
}

/// The byte, or each of many, that does not stand for itself in JSON for sure.
template <class Bytes>
constexpr auto changes_in_json(Bytes bytes) {
    return (static_cast<Bytes>(bytes - ' ') >= 0x7F - ' ') | (bytes == '"') | (bytes == '\\');
}

/// Where the bytes are that do: all bits of their bytes are set.
Halves changed_in_json(Halves sixteen) {
    return std::bit_cast<Halves>(changes_in_json(std::bit_cast<Sixteen>(sixteen)));
}

/// Writes the bytes of `text`, fewer than sixteen, if all stand for themselves.
bool write_plain_end(char* to, std::string_view text) {
    const auto twice = [&]<class Part>(Part) {  // the first bytes and the last ones, some of them twice
        std::array<Part, 2> parts;
        std::memcpy(&parts[0], text.data(), sizeof(Part));
        std::memcpy(&parts[1], text.data() + text.size() - sizeof(Part), sizeof(Part));
        Halves both;
        if constexpr (sizeof(Part) == 8)
            both = {parts[0], parts[1]};
        else
            both = {std::bit_cast<std::uint64_t>(parts), std::bit_cast<std::uint64_t>(parts)};
        const auto changed = changed_in_json(both);
        if ((changed[0] | changed[1]) != 0) {
            return false;
        }
        std::memcpy(to, &parts[0], sizeof(Part));
        std::memcpy(to + text.size() - sizeof(Part), &parts[1], sizeof(Part));
        return true;
    };
    return text.size() >= 8 ? twice(std::uint64_t{}) : text.size() >= 4 && twice(std::uint32_t{});
}

constexpr std::string_view dot_escape(char32_t value) {
    switch (value) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\n': return "\\n";
        case '\r':
        case '\t': return " ";  // Graphviz draws a box for either
        default: return {};
    }
}

constexpr std::string_view csv_escape(char32_t value) {
    return value == '"' ? std::string_view("\"\"") : std::string_view();
}

constexpr std::string_view no_escape(char32_t) { return {}; }

/// The full-width signs do in a Japanese or Chinese spreadsheet what the narrow ones do in any.
bool starts_formula(std::string_view text) {
    constexpr std::string_view narrow = "=+-@\t\r\n";
    constexpr std::string_view wide[] = {"＝", "＋", "－", "＠"};
    return !text.empty()
           && (narrow.find(text.front()) != std::string_view::npos
               || std::ranges::any_of(wide, [text](auto sign) { return text.starts_with(sign); }));
}

/// The longest start of `text` of at most `most` bytes that cuts no character in two.
std::string_view cut_at(std::string_view text, std::size_t most) {
    if (text.size() <= most) {
        return text;
    }
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) {
        --most;
    }
    return text.substr(0, most);
}

/// Copies through `put`, escaped for DOT, at most `longest_dot_string` bytes; never half an escape.
template <typename Put, typename EscapeOf>
void copy_for_graphviz(std::string_view text, Put put, EscapeOf escape_of) {
    constexpr std::size_t longest_escape = 5;  // "&amp;"
    std::size_t room = longest_dot_string;
    auto put_some = [&](std::string_view piece) {
        const bool escape = piece.size() <= longest_escape && (piece.starts_with('\\') || piece.starts_with('&'));
        const auto part = escape && piece.size() > room ? std::string_view() : cut_at(piece, room);
        put(part);
        room = part.size() < piece.size() ? 0 : room - part.size();
        return room > 0;
    };
    copy_escaped(text, put_some, escape_of);
}

}  // namespace

void append_plain(Output& output, std::string_view text) { append_escaped(output, text, no_escape); }

void append_xml(Output& output, std::string_view text) { append_escaped(output, text, xml_escape); }

void append_json(Output& output, std::string_view text) {
    output.end_at(write_json(output.room(json_room(text.size())), text));
}

char* write_json(char* to, std::string_view text) {
    const auto pass = [&](std::size_t bytes) {
        text.remove_prefix(bytes);
        to += bytes;
    };
    while (!text.empty()) {
        if (text.size() >= sizeof(Sixteen)) {
            Halves bytes;
            std::memcpy(&bytes, text.data(), sizeof bytes);
            std::memcpy(to, &bytes, sizeof bytes);
            const auto [low, high] = changed_in_json(bytes);
            pass((low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(high)) / 8);
            if ((low | high) == 0) {
                continue;
            }
        } else if (write_plain_end(to, text)) {
            return to + text.size();
        }
        // One character that changes, or the last few: those beyond ASCII stand together.
        do {
            const auto byte = static_cast<unsigned char>(text.front());
            const auto code = changes_in_json(byte) ? first_of(text) : CodePoint{byte, 1, true};
            const auto escape = code.legal ? json_escape(code.value) : replacement;
            if (escape.empty()) {
                text.copy(to, code.bytes);
                pass(code.bytes);
            } else {
                to += escape.copy(to, escape.size());
                text.remove_prefix(code.bytes);
            }
        } while (!text.empty() && (text.size() < 4 || changes_in_json(static_cast<unsigned char>(text.front()))));
    }
    return to;
}

void append_csv(Output& output, std::string_view text) {
    const bool formula = starts_formula(text);
    const bool quoted = formula || text.find_first_of(",\"\r\n") != std::string_view::npos
                        || (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (!quoted) {
        append_plain(output, text);
        return;
    }
    output.append(formula ? "\"'" : "\"");
    append_escaped(output, text, csv_escape);
    output.append('"');
}

void append_dot(Output& output, std::string_view text) {
    copy_for_graphviz(
        text, [&output](std::string_view piece) { output.append(piece); }, dot_escape);
}

std::string graphviz_label(std::string_view text) {
    std::string label;
    copy_for_graphviz(
        text, [&label](std::string_view piece) { label.append(piece); },
        [](char32_t value) {
            return value == '&' ? std::string_view("&amp;") : value == '"' ? std::string_view() : dot_escape(value);
        });
    return label;
}

}  // namespace entente
