// SPDX-License-Identifier: Apache-2.0
#include <entente/text/diagnostic.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <utility>

#include <utf8proc.h>

namespace entente {
namespace {

constexpr std::size_t longest_line = 120;  // code points of a user's line that are shown

struct Glyph {
    std::string bytes;
    std::size_t cells = 1;
};

std::string encoded(utf8proc_int32_t code_point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(code_point, bytes.data());
    return {bytes.begin(), bytes.begin() + size};
}

// Marks that reorder or hide text on a terminal, see Boucher and Anderson, "Trojan Source" (2021).
bool reorders_text(utf8proc_int32_t code_point) {
    return (code_point >= 0x200E && code_point <= 0x200F) || (code_point >= 0x2028 && code_point <= 0x202E)
           || (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0x061C;
}

Glyph harmless(utf8proc_int32_t code_point) {
    constexpr utf8proc_int32_t control_pictures = 0x2400;
    if (code_point < 0x20) return {encoded(control_pictures + code_point), 1};
    if (code_point == 0x7F) return {encoded(0x2421), 1};
    if (code_point < 0xA0 && code_point > 0x7F) return {encoded(0xFFFD), 1};
    if (reorders_text(code_point)) return {encoded(0xFFFD), 1};
    const int cells = utf8proc_charwidth(code_point);
    return {encoded(code_point), cells > 0 ? static_cast<std::size_t>(cells) : 0};
}

// One glyph for each code point, so that columns can be counted; broken bytes become U+FFFD one by one.
std::vector<Glyph> glyphs_of(std::string_view text) {
    std::vector<Glyph> glyphs;
    while (!text.empty()) {
        utf8proc_int32_t code_point = -1;
        const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                           static_cast<utf8proc_ssize_t>(text.size()), &code_point);
        glyphs.push_back(size > 0 ? harmless(code_point) : Glyph{encoded(0xFFFD), 1});
        text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
    }
    return glyphs;
}

std::string clean(std::string_view text) {
    std::string out;
    for (const auto& glyph : glyphs_of(text)) out += glyph.bytes;
    return out;
}

// The user's line and a caret below it. Of a very long line only the neighbourhood of the caret is shown.
std::string quoted_line(const Diagnostic& diagnostic) {
    const auto glyphs = glyphs_of(diagnostic.source_line);
    const std::size_t column = diagnostic.place.column;
    std::size_t first = 0;
    if (glyphs.size() > longest_line && column > longest_line / 2) first = column - longest_line / 2;
    first = std::min(first, glyphs.size());
    const std::size_t last = std::min(glyphs.size(), first + longest_line);
    std::string line = first > 0 ? "…" : "";
    std::string caret = first > 0 ? " " : "";
    std::string under;
    for (std::size_t i = first; i < last; ++i) {
        line += glyphs[i].bytes;
        if (i + 1 < column)
            caret.append(glyphs[i].cells, ' ');
        else if (i + 1 < column + diagnostic.width)
            under.append(glyphs[i].cells, '~');
    }
    if (last < glyphs.size()) line += "…";
    if (column == 0) return line;
    caret.append(column > last + 1 ? column - last - 1 : 0, ' ');
    return line + '\n' + caret + '^' + (under.empty() ? under : under.substr(1));
}

std::string position(const Place& place) {
    if (place.file.empty()) return {};
    std::string out = clean(place.file);
    if (place.line > 0) out += ':' + std::to_string(place.line);
    if (place.line > 0 && place.column > 0) out += ':' + std::to_string(place.column);
    return out + ": ";
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

// Optimal string alignment distance: a swap of two neighbours is one slip, as it is for the fingers.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t other = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + other});
            const bool swapped =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic) {
    std::string out = position(diagnostic.place);
    out += diagnostic.severity == Severity::warning ? "warning: " : "error: ";
    out += clean(diagnostic.message);
    if (!diagnostic.code.empty()) out += " [" + diagnostic.code + ']';
    if (!diagnostic.source_line.empty()) out += '\n' + quoted_line(diagnostic);
    if (!diagnostic.hint.empty()) out += "\nhint: " + clean(diagnostic.hint);
    return out;
}

Diagnostic error_in(std::string file, std::string message, std::string hint, std::size_t line) {
    Diagnostic diagnostic;
    diagnostic.place.file = std::move(file);
    diagnostic.place.line = line;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

Diagnostic warning_in(std::string file, std::string message, std::string hint, std::size_t line) {
    auto diagnostic = error_in(std::move(file), std::move(message), std::move(hint), line);
    diagnostic.severity = Severity::warning;
    return diagnostic;
}

Error::Error(Diagnostic diagnostic) : std::runtime_error(to_text(diagnostic)), diagnostic_(std::move(diagnostic)) {}

Error::Error(std::string message, std::string hint) : Error(error_in({}, std::move(message), std::move(hint))) {}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    out.append(text).append("\"");
    return out;
}

std::string_view nearest_of(std::string_view typed, const std::vector<std::string_view>& choices) {
    std::string_view nearest;
    std::size_t least = typed.size() + 1;
    for (const auto choice : choices) {
        const std::size_t slips = distance(typed, choice);
        if (slips < least && slips * 3 <= std::max(typed.size(), choice.size())) {
            least = slips;
            nearest = choice;
        }
    }
    return nearest;
}

}  // namespace entente
