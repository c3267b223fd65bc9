// SPDX-License-Identifier: Apache-2.0
#include <entente/text/fold.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>
#include <vector>

#include <entente/text/ascii_word.hpp>

namespace entente {
namespace {

using CodePoint = utf8proc_int32_t;

struct LookAlike {
    CodePoint other;
    char latin;
};

// Letters of Cyrillic and Greek that are drawn like a Latin one, in the case that looks alike. Ascending.
constexpr std::array<LookAlike, 47> look_alikes{{
    {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'}, {0x39A, 'K'}, {0x39C, 'M'},
    {0x39D, 'N'}, {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'}, {0x3A5, 'Y'}, {0x3A7, 'X'}, {0x3B1, 'a'}, {0x3B9, 'i'},
    {0x3BD, 'v'}, {0x3BF, 'o'}, {0x3C1, 'p'}, {0x405, 'S'}, {0x406, 'I'}, {0x408, 'J'}, {0x410, 'A'}, {0x412, 'B'},
    {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'}, {0x41E, 'O'}, {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'},
    {0x423, 'Y'}, {0x425, 'X'}, {0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'},
    {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'}, {0x4BB, 'h'}, {0x4CF, 'l'}, {0x501, 'd'},
}};

char latin_look_alike(CodePoint code) {
    const auto row = std::lower_bound(look_alikes.begin(), look_alikes.end(), code,
                                      [](const LookAlike& entry, CodePoint value) { return entry.other < value; });
    return row != look_alikes.end() && row->other == code ? row->latin : '\0';
}

bool is_latin(CodePoint code) {
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || (code >= 0xC0 && code <= 0x24F)
           || (code >= 0x1E00 && code <= 0x1EFF);
}

bool is_greek_or_cyrillic(CodePoint code) { return code >= 0x370 && code <= 0x52F; }

/// Marks that readers leave out: combining diacritics, Hebrew points, Arabic vowels. Not the vowel signs of India.
bool is_optional_mark(CodePoint code) {
    return (code >= 0x300 && code <= 0x36F) || (code >= 0x591 && code <= 0x5C7) || (code >= 0x64B && code <= 0x65F)
           || code == 0x670;
}

/// Letters that carry their stroke or shape within, so that no decomposition frees them.
std::string_view plain_form(CodePoint code) {
    switch (code) {
        case 0xE6: return "ae";   // æ
        case 0xF0: return "d";    // ð
        case 0xF8: return "o";    // ø
        case 0xFE: return "th";   // þ
        case 0x111: return "d";   // đ
        case 0x127: return "h";   // ħ
        case 0x131: return "i";   // ı
        case 0x142: return "l";   // ł
        case 0x153: return "oe";  // œ
        case 0x259: return "a";   // ə of Azerbaijani: Əliyev is Aliyev
        case 0x2BB:
        case 0x2BC:
        case 0x2BF:
        case 0x2BE:
        case 0x2018:
        case 0x2019:
        case 0x640: return "-";  // dropped
        default: return {};
    }
}

/// Replaces look-alikes by Latin letters when that leaves no other script in the word.
void unmix_scripts(std::vector<CodePoint>& word) {
    const bool latin = std::any_of(word.begin(), word.end(), is_latin);
    const bool other = std::any_of(word.begin(), word.end(), is_greek_or_cyrillic);
    if (!latin || !other) return;
    const bool all_look_alike = std::all_of(word.begin(), word.end(), [](CodePoint code) {
        return !is_greek_or_cyrillic(code) || latin_look_alike(code) != '\0';
    });
    if (!all_look_alike) return;
    for (CodePoint& code : word)
        if (const char latin_letter = latin_look_alike(code)) code = latin_letter;
}

/// What stands between the letters of a dotted acronym, which is one word: U.S. and H. W.
constexpr bool is_joint(CodePoint code) { return code == '.' || code == ' ' || code == '\n' || code == '\r'; }

void append_plain(CodePoint code, std::string& out) {
    if (is_optional_mark(code) || is_joint(code)) return;
    if (const std::string_view plain = plain_form(code); !plain.empty()) {
        if (plain != "-") out.append(plain);
        return;
    }
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(code, bytes.data());
    for (utf8proc_ssize_t i = 0; i < length; ++i) out.push_back(static_cast<char>(bytes[static_cast<std::size_t>(i)]));
}

std::vector<CodePoint> code_points_of(std::string_view word) {
    std::vector<CodePoint> code_points;
    code_points.reserve(word.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data());
    auto left = static_cast<utf8proc_ssize_t>(word.size());
    while (left > 0) {
        CodePoint code = 0;
        const auto length = utf8proc_iterate(bytes, left, &code);
        if (length <= 0) break;
        code_points.push_back(code);
        bytes += length;
        left -= length;
    }
    return code_points;
}

void fold_unicode(std::string_view word, std::string& out) {
    std::vector<CodePoint> code_points = code_points_of(word);
    unmix_scripts(code_points);
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    std::array<CodePoint, 32> parts{};
    for (const CodePoint code : code_points) {
        int boundary = 0;
        const auto count = utf8proc_decompose_char(code, parts.data(), parts.size(), options, &boundary);
        for (utf8proc_ssize_t i = 0; i < count && i < 32; ++i) append_plain(parts[static_cast<std::size_t>(i)], out);
    }
}

/// The same of ASCII, for which Unicode is not asked.
std::string spelling_of_ascii(std::string_view name) {
    std::string spelling(name.size(), '\0');
    std::size_t size = 0;
    bool behind_blank = false;
    for (const char byte : name) {  // nobody can guess what it is: no branch
        const bool blank = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
        const bool capital = byte >= 'A' && byte <= 'Z';
        spelling[size] = blank ? ' ' : static_cast<char>(byte | (capital ? 'a' - 'A' : 0));
        size += blank && behind_blank ? 0 : 1;
        behind_blank = blank;
    }
    spelling.resize(size);
    return spelling;
}

/// Whether all bytes are of ASCII and none is 0.
bool is_plain_ascii(std::string_view text) {
    unsigned char least = 0xFF;
    unsigned char most = 0;
    for (const char byte : text) {
        least = std::min(least, static_cast<unsigned char>(byte));
        most = std::max(most, static_cast<unsigned char>(byte));
    }
    return least > 0 && most < 0x80;
}

}  // namespace

bool begins_in_latin(std::string_view text) {
    CodePoint code = 0;
    utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &code);
    return is_latin(code);
}

void fold(std::string_view word, std::string& folded) {
    const std::size_t start = folded.size();
    folded.resize(start + word.size());
    char* out = &folded[start];
    char any = 0;
    for (const char byte : word) {
        *out = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
        out += is_joint(byte) ? 0 : 1;
        any |= byte;
    }
    if ((any & 0x80) == 0) {
        folded.resize(static_cast<std::size_t>(out - folded.data()));
    } else {
        folded.resize(start);
        fold_unicode(word, folded);
    }
}

std::string folded(std::string_view word) {
    std::string out;
    fold(word, out);
    return out;
}

void unify_spelling(std::string& folded) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> endings{{
        {"isation", "ization"},
        {"isations", "izations"},
        {"fence", "fense"},
        {"centre", "center"},
        {"centres", "centers"},
        {"theatre", "theater"},
        {"labour", "labor"},
        {"harbour", "harbor"},
        {"programme", "program"},
    }};
    if (folded.size() < 6) return;
    const std::size_t last = std::min<std::size_t>(folded.size(), 8);
    if (!ends_british(little_endian(&folded[folded.size() - last], last) << 8 * (8 - last))) return;
    for (const auto& [british, american] : endings)
        if (folded.ends_with(british)) {
            folded.replace(folded.size() - british.size(), british.size(), american);
            return;
        }
}

std::string spelling_of(std::string_view name) {
    if (is_plain_ascii(name)) return spelling_of_ascii(name);
    std::vector<CodePoint> code_points = code_points_of(name);
    unmix_scripts(code_points);
    std::string shown;
    for (const CodePoint code : code_points) {
        const bool blank =
            utf8proc_category(code) == UTF8PROC_CATEGORY_ZS || code == '\n' || code == '\r' || code == '\t';
        if (blank && shown.ends_with(' ')) continue;
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto length = utf8proc_encode_char(blank ? ' ' : code, bytes.data());
        shown.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
    }
    utf8proc_uint8_t* plain = utf8proc_NFKC_Casefold(reinterpret_cast<const utf8proc_uint8_t*>(shown.c_str()));
    if (plain == nullptr) return shown;
    std::string spelling(reinterpret_cast<const char*>(plain));
    std::free(plain);
    return spelling;
}

std::uint64_t hash_of(std::string_view folded) {
    HashOfWord hash(folded.size());
    std::size_t at = 0;
    for (; at + 8 <= folded.size(); at += 8) hash.add(little_endian(folded.data() + at, 8));
    const std::size_t left = folded.size() - at;
    if (left > 0 && at > 0)  // the last eight bytes at once, less those that were taken
        hash.add(little_endian(folded.data() + folded.size() - 8, 8) >> 8 * (8 - left));
    else if (left > 0)
        hash.add(little_endian(folded.data(), left));
    return hash.value();
}

}  // namespace entente
