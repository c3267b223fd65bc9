// SPDX-License-Identifier: Apache-2.0
#include <entente/article/paragraphs.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include <utf8proc.h>

#include <entente/article/byte_set.hpp>

namespace entente {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_foreign(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// std::tolower asks the locale, for each byte.
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// Bytes of the blank that `text` begins with, or ends with; 0 without one.
std::size_t blank_before(std::string_view text) {
    if (!text.empty() && is_blank(text.front())) return 1;
    return text.starts_with(no_break_space) ? no_break_space.size() : 0;
}
std::size_t blank_behind(std::string_view text) {
    if (!text.empty() && is_blank(text.back())) return 1;
    return text.ends_with(no_break_space) ? no_break_space.size() : 0;
}

std::string_view trimmed(std::string_view text) {
    static constexpr ByteSet edges(" \t\n\v\f\r\xC2\xA0");
    if (!text.empty() && !edges.contains(text.front()) && !edges.contains(text.back())) return text;
    while (const auto size = blank_before(text)) text.remove_prefix(size);
    while (const auto size = blank_behind(text)) text.remove_suffix(size);
    return text;
}

// The \r of \r\n is trimmed; alone it ends lines in files of old Macintoshes.
char end_of_lines(std::string_view text) { return text.find('\n') == std::string_view::npos ? '\r' : '\n'; }

// Trimmed lines, empty ones too.
std::vector<Span> lines_of(std::string_view text) {
    constexpr std::size_t usual = 64;  // bytes of a line
    const char end_of_line = end_of_lines(text);
    std::vector<Span> lines;
    lines.reserve(text.size() / usual + 1);
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(end_of_line, begin), text.size());
        const auto line = trimmed(text.substr(begin, end - begin));
        const auto at = static_cast<std::uint32_t>(line.data() - text.data());
        lines.push_back({at, at + static_cast<std::uint32_t>(line.size())});
        begin = end + 1;
    }
    return lines;
}

constexpr std::size_t widest = 100;  // bytes of a line of a page set in columns

bool has_wide_line(std::string_view text, char end_of_line) {
    for (std::size_t begin = 0; begin + widest < text.size();) {
        const auto end = std::min(text.find(end_of_line, begin), text.size());
        if (end - begin > widest && trimmed(text.substr(begin, end - begin)).size() > widest) return true;
        begin = end + 1;
    }
    return false;
}

// A page set in columns: no line is long, and most lines that another one follows are nearly full.
bool is_hard_wrapped(const std::vector<Span>& lines) {
    constexpr std::size_t nearly_full = 50;
    std::size_t followed = 0;
    std::size_t full = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].size() > widest) return false;
        if (i + 1 == lines.size() || lines[i].size() == 0 || lines[i + 1].size() == 0) continue;
        ++followed;
        if (lines[i].size() >= nearly_full) ++full;
    }
    return followed >= 3 && full * 10 >= followed * 8;
}

struct Decoded {
    utf8proc_int32_t code_point = 0;
    std::size_t size = 1;
};

Decoded code_point_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {byte, 1};
    Decoded decoded;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &decoded.code_point);
    decoded.size = size > 0 ? static_cast<std::size_t>(size) : 1;
    return decoded;
}

char plain_quote(utf8proc_int32_t code_point) {
    switch (code_point) {
        case 0x2018:
        case 0x2019:
        case 0x02BC:
        case 0x00B4:
        case '`': return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x00AB:
        case 0x00BB: return '"';
        case 0x00A0:
        case 0x2009:
        case 0x202F:
        case '\t':
        case '\n':
        case '\r': return ' ';
        default: return 0;
    }
}

constexpr std::size_t longest_link = 2000;  // bytes; a bracket without its partner must not cost a walk to the end

// The length of "](…)" at `at`, the second half of a Markdown link; 0 when there is none.
std::size_t link_target(std::string_view text, std::size_t at) {
    text = text.substr(at, longest_link);
    if (!text.starts_with("](")) return 0;
    const auto end = text.find(')');
    return end == std::string_view::npos ? 0 : end + 1;
}

bool opens_link(std::string_view text, std::size_t at) {
    return text[at] == '[' && text.substr(at, longest_link).find("](") != std::string_view::npos;
}

// Whether a byte, or each of many, stands in the plain form otherwise than as it is, or as its small letter, wherever it
// stands behind the first letter.
template <class Bytes>
constexpr auto changes(Bytes here) {
    return (static_cast<Bytes>(here - ' ') > '~' - ' ') | (here == '*') | (here == '[') | (here == ']') | (here == '`');
}

constexpr auto plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (unsigned c = 0; c < 256; ++c) plain[c] = changes(static_cast<unsigned char>(c)) == 0;
    return plain;
}();

/// What is done with each of sixteen bytes is done with all at once.
using Sixteen [[gnu::vector_size(16)]] = unsigned char;

Sixteen sixteen_at(const char* bytes) {
    Sixteen sixteen;
    std::memcpy(&sixteen, bytes, sizeof sixteen);
    return sixteen;
}

// How many bytes stand before the first truth.
std::size_t before_first(Sixteen truths) {
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &truths, sizeof halves);
    const auto bits = halves[0] != 0 ? std::countr_zero(halves[0]) : 64 + std::countr_zero(halves[1]);
    return static_cast<std::size_t>(bits) / 8;
}

// Writes sixteen bytes of the text in small letters, and tells how many of them, from the first on, stay so in the plain form.
[[gnu::always_inline]] inline std::size_t write_sixteen(const char* bytes, char* out) {
    const auto here = sixteen_at(bytes);
    const auto before = sixteen_at(bytes - 1);
    const auto changed = changes(here) | ((here == ' ') & (before == ' '));
    const auto capital = (here >= 'A') & (here <= 'Z');
    const auto lower = here | (Sixteen(capital) & 0x20);
    std::memcpy(out, &lower, sizeof lower);
    return before_first(Sixteen(changed));
}

// Writes those bytes at `at` that stand in the plain form as they are, or as their small letters, wherever they stand
// behind the first letter; of two blanks the second one does not. Returns how many. Behind them it may write anything that
// fits into as many bytes as are left of the text.
std::size_t write_run(std::string_view text, std::size_t at, char* out) {
    const auto begin = at;
    if (out[-1] == ' ' && text[at] == ' ') return 0;
    for (; at + 16 <= text.size(); at += 16) {
        const auto size = write_sixteen(text.data() + at, out);
        if (size < 16) return at + size - begin;
        out += 16;
    }
    if (at - begin >= 16 && at < text.size()) {
        const auto again = at + 16 - text.size();
        return text.size() - 16 + write_sixteen(text.data() + text.size() - 16, out - again) - begin;
    }
    for (; at < text.size() && plain_bytes[static_cast<unsigned char>(text[at])]; ++at) {
        if (text[at] == ' ' && out[-1] == ' ') break;
        *out++ = lower(text[at]);
    }
    return at - begin;
}

// Bytes of the quotation mark or bracket that `text` ends with; 0 without one.
std::size_t closer_behind(std::string_view text) {
    static constexpr ByteSet closers("\"')]*_");
    constexpr std::array<std::string_view, 3> foreign = {"”", "’", "»"};
    if (text.empty()) return 0;
    if (closers.contains(text.back())) return 1;
    for (const auto closer : foreign)
        if (is_foreign(text.back()) && text.ends_with(closer)) return closer.size();
    return 0;
}

bool is_decoration(utf8proc_int32_t code_point) {
    constexpr std::array<utf8proc_int32_t, 14> marks = {'#', '*', '_',    '>',  '[',    '(',    '-',
                                                        '|', ' ', 0x2022, 0xB7, 0x25BA, 0x2192, 0x2013};
    return std::find(marks.begin(), marks.end(), code_point) != marks.end();
}

// Writes what the character at `at` is in the plain form that began at `begin`, perhaps nothing, and tells how many bytes
// of the text it takes.
std::size_t write_character(std::string_view text, std::size_t at, const char* begin, char*& out) {
    auto [code_point, size] = code_point_at(text, at);
    if (const char simple = plain_quote(code_point); simple != 0) code_point = simple;
    if (const auto target = code_point == ']' ? link_target(text, at) : 0; target > 0) return target;
    const bool left_out = code_point == '*' || (out == begin && is_decoration(code_point))
                          || (code_point == ' ' && out > begin && out[-1] == ' ') || opens_link(text, at);
    if (left_out) return size;
    if (code_point < 0x80)
        *out++ = lower(static_cast<char>(code_point));
    else
        out += utf8proc_encode_char(utf8proc_tolower(code_point), reinterpret_cast<utf8proc_uint8_t*>(out));
    return size;
}

}  // namespace

std::vector<Span> paragraph_spans(std::string_view text) {
    auto lines = lines_of(text);
    const bool wrapped = is_hard_wrapped(lines);
    std::size_t count = 0;  // of paragraphs, each in the place of one of its lines
    bool goes_on = false;
    for (const auto line : lines) {
        if (line.size() > 0 && goes_on) lines[count - 1].end = line.end;
        if (line.size() > 0 && !goes_on) lines[count++] = line;
        goes_on = wrapped && line.size() > 0;
    }
    lines.resize(count);
    return lines;
}

Paragraphs::Paragraphs(std::string_view text)
    : text_(text), end_of_line_(end_of_lines(text)), all_(!has_wide_line(text, end_of_line_)) {
    if (all_) spans_ = paragraph_spans(text);
}

std::optional<Span> Paragraphs::at(std::uint32_t offset) {
    if (all_) {
        const auto span = std::ranges::upper_bound(spans_, offset, {}, &Span::end);
        return span == spans_.end() ? std::nullopt : std::optional(*span);
    }
    for (std::size_t end = 0; line_ < text_.size(); line_ = end + 1) {
        end = std::min(text_.find(end_of_line_, line_), text_.size());
        if (end <= offset) continue;
        const auto line = trimmed(text_.substr(line_, end - line_));
        const auto begin = static_cast<std::uint32_t>(line.data() - text_.data());
        const Span span{begin, begin + static_cast<std::uint32_t>(line.size())};
        if (span.size() > 0 && span.end > offset) return span;
    }
    return {};
}

std::size_t plain_room(std::size_t bytes) { return bytes + bytes / 2 + 8; }

char* write_plain_form(std::string_view text, char* const begin, std::vector<std::uint32_t>* origins) {
    char* out = begin;
    for (std::size_t at = 0; at < text.size();) {
        if (out > begin) {  // most of any text
            const auto size = write_run(text, at, out);
            for (std::size_t i = 0; origins != nullptr && i < size; ++i)
                origins->push_back(static_cast<std::uint32_t>(at + i));
            at += size;
            out += size;
            if (at == text.size()) break;
        }
        const auto from = static_cast<std::uint32_t>(at);
        at += write_character(text, at, begin, out);
        if (origins != nullptr) origins->resize(static_cast<std::size_t>(out - begin), from);
    }
    return out;
}

std::string plain_form(std::string_view text, std::vector<std::uint32_t>* origins) {
    std::string plain(plain_room(text.size()), ' ');
    plain.resize(static_cast<std::size_t>(write_plain_form(text, plain.data(), origins) - plain.data()));
    return plain;
}

std::string without_markup(std::string_view text) {
    const auto mark = text.find_first_not_of('#');
    if (mark > 0 && mark != std::string_view::npos && text[mark] == ' ') text.remove_prefix(mark);
    text = trimmed(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t target = link_target(text, at);
        if (target > 0) {
            at += target;
            continue;
        }
        const bool joins_lines = text[at] == '\n' || text[at] == '\r';
        if (joins_lines && !out.ends_with(' '))
            out += ' ';
        else if (text[at] != '*' && !opens_link(text, at) && !joins_lines)
            out += text[at];
        ++at;
    }
    return out;
}

std::string bare_words(std::string_view plain) {
    std::string words(plain.size(), ' ');
    std::size_t size = 0;
    for (const char c : plain) {
        if (bytes_of_words.contains(c))
            words[size++] = c;
        else if (c != '\'' && size > 0 && words[size - 1] != ' ')
            words[size++] = ' ';
    }
    words.resize(size > 0 && words[size - 1] == ' ' ? size - 1 : size);
    return words;
}

bool ends_sentence(std::string_view text) {
    constexpr std::array<std::string_view, 6> foreign = {"…", "。", "！", "？", "؟", "।"};
    while (const auto size = closer_behind(text)) text.remove_suffix(size);
    if (text.empty()) return false;
    if (is_foreign(text.back()))
        return std::any_of(foreign.begin(), foreign.end(), [&](auto mark) { return text.ends_with(mark); });
    if (text.back() != '.') return text.back() == '!' || text.back() == '?';
    // "in the U.S." is no end of a sentence by itself.
    return text.size() < 4 || text[text.size() - 3] != '.' || !is_upper(text[text.size() - 2]);
}

}  // namespace entente
