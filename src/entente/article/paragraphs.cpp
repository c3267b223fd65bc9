// SPDX-License-Identifier: Apache-2.0
#include <entente/article/paragraphs.hpp>

#include <algorithm>
#include <array>
#include <cctype>

#include <utf8proc.h>

namespace entente {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// std::tolower asks the locale, for each byte.
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trimmed(std::string_view text) {
    for (bool changed = true; changed;) {
        changed = false;
        if (!text.empty() && is_blank(text.front())) text.remove_prefix(1), changed = true;
        if (!text.empty() && is_blank(text.back())) text.remove_suffix(1), changed = true;
        if (text.starts_with(no_break_space)) text.remove_prefix(2), changed = true;
        if (text.ends_with(no_break_space)) text.remove_suffix(2), changed = true;
    }
    return text;
}

// Trimmed lines, empty ones too.
std::vector<std::string_view> lines_of(std::string_view text) {
    // The \r of \r\n is trimmed; alone it ends lines in files of old Macintoshes.
    const char end_of_line = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    std::vector<std::string_view> lines;
    while (true) {
        const auto end = text.find(end_of_line);
        lines.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

// A page set in columns: no line is long, and most lines that another one follows are nearly full.
bool is_hard_wrapped(const std::vector<std::string_view>& lines) {
    constexpr std::size_t widest = 100;
    constexpr std::size_t nearly_full = 50;
    std::size_t followed = 0;
    std::size_t full = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].size() > widest) return false;
        if (i + 1 == lines.size() || lines[i].empty() || lines[i + 1].empty()) continue;
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

// Whether a byte stands in the plain form as it is, or as its small letter, wherever it stands behind the first letter.
constexpr auto stays_plain = [] {
    std::array<bool, 256> stays{};
    for (unsigned char c = ' '; c < 0x7F; ++c) stays[c] = c != '*' && c != '[' && c != ']' && c != '`';
    return stays;
}();

// Letters, digits and all beyond ASCII.
constexpr auto is_bare = [] {
    std::array<bool, 256> bare{};
    for (std::size_t c = 0; c < bare.size(); ++c)
        bare[c] = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return bare;
}();

// Where the run of such bytes at `at` ends; `last` stands before it, and of two blanks the second one ends a run.
std::size_t plain_run(std::string_view text, std::size_t at, char last) {
    for (; at < text.size() && stays_plain[static_cast<unsigned char>(text[at])]; last = text[at++])
        if (last == ' ' && text[at] == ' ') break;
    return at;
}

bool is_decoration(utf8proc_int32_t code_point) {
    constexpr std::array<utf8proc_int32_t, 14> marks = {'#', '*', '_',    '>',  '[',    '(',    '-',
                                                        '|', ' ', 0x2022, 0xB7, 0x25BA, 0x2192, 0x2013};
    return std::find(marks.begin(), marks.end(), code_point) != marks.end();
}

}  // namespace

namespace {

// Without their plain forms.
std::vector<Paragraph> cut(std::string_view text) {
    const auto lines = lines_of(text);
    const bool wrapped = is_hard_wrapped(lines);
    std::vector<Paragraph> paragraphs;
    bool after_blank = true;
    for (const auto line : lines) {
        if (line.empty()) {
            if (!paragraphs.empty()) paragraphs.back().before_blank = true;
            after_blank = true;
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
        const auto end = begin + static_cast<std::uint32_t>(line.size());
        if (wrapped && !after_blank)
            paragraphs.back().span.end = end;
        else
            paragraphs.push_back({.span = {begin, end}, .after_blank = after_blank});
        after_blank = false;
    }
    if (!paragraphs.empty()) paragraphs.back().before_blank = true;
    return paragraphs;
}

}  // namespace

std::vector<Paragraph> paragraphs_of(std::string_view text) {
    auto paragraphs = cut(text);
    for (auto& paragraph : paragraphs) paragraph.plain = plain_form(slice(text, paragraph.span));
    return paragraphs;
}

std::vector<Span> paragraph_spans(std::string_view text) {
    std::vector<Span> spans;
    for (const auto& paragraph : cut(text)) spans.push_back(paragraph.span);
    return spans;
}

std::string plain_form(std::string_view text, std::vector<std::uint32_t>* origins) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = plain.size();
        if (const auto end = plain.empty() ? at : plain_run(text, at, plain.back()); end > at) {  // most of any text
            plain.append(text, at, end - at);
            std::transform(plain.begin() + static_cast<std::ptrdiff_t>(before), plain.end(),
                           plain.begin() + static_cast<std::ptrdiff_t>(before), lower);
            for (; at < end; ++at)
                if (origins != nullptr) origins->push_back(static_cast<std::uint32_t>(at));
            continue;
        }
        auto [code_point, size] = code_point_at(text, at);
        if (const char simple = plain_quote(code_point); simple != 0) code_point = simple;
        if (code_point == ']' && link_target(text, at) > 0) {
            size = link_target(text, at);
        } else if (code_point == '*' || (plain.empty() && is_decoration(code_point))
                   || (code_point == ' ' && plain.ends_with(' ')) || opens_link(text, at)) {
            // left out
        } else if (code_point < 0x80) {
            plain += lower(static_cast<char>(code_point));
        } else {
            std::array<utf8proc_uint8_t, 4> bytes{};
            const auto count = utf8proc_encode_char(utf8proc_tolower(code_point), bytes.data());
            plain.append(bytes.begin(), bytes.begin() + count);
        }
        if (origins != nullptr)
            origins->resize(origins->size() + plain.size() - before, static_cast<std::uint32_t>(at));
        at += size;
    }
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
        if (is_bare[static_cast<unsigned char>(c)])
            words[size++] = c;
        else if (c != '\'' && size > 0 && words[size - 1] != ' ')
            words[size++] = ' ';
    }
    words.resize(size > 0 && words[size - 1] == ' ' ? size - 1 : size);
    return words;
}

bool ends_sentence(std::string_view text) {
    // Within a sentence most words end in a letter or a comma.
    const auto last = static_cast<unsigned char>(text.empty() ? ' ' : text.back());
    if (last < 0x80 && std::string_view(".!?\"')]*_").find(text.back()) == std::string_view::npos) return false;
    constexpr std::array<std::string_view, 9> closers = {"\"", "'", ")", "]", "*", "_", "”", "’", "»"};
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto closer : closers) {
            if (text.ends_with(closer)) text.remove_suffix(closer.size()), changed = true;
        }
    }
    constexpr std::array<std::string_view, 6> foreign = {"…", "。", "！", "？", "؟", "।"};
    if (std::any_of(foreign.begin(), foreign.end(), [&](auto mark) { return text.ends_with(mark); })) return true;
    if (text.empty() || std::string_view(".!?").find(text.back()) == std::string_view::npos) return false;
    // "in the U.S." is no end of a sentence by itself.
    const bool initials = text.size() >= 4 && text.back() == '.' && text[text.size() - 3] == '.'
                          && std::isupper(static_cast<unsigned char>(text[text.size() - 2])) != 0;
    return !initials;
}

}  // namespace entente
