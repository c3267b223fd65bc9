// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/import/name_text.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

#include <utf8proc.h>

#include <entente/gazetteer/yaml_entity.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr std::size_t longest_slug = 80;

enum class Use : std::uint8_t { keep, space, drop, refuse };

Use use_of(utf8proc_int32_t code) {
    if (code == '\t' || code == '\n' || code == '\r') return Use::space;
    switch (utf8proc_category(code)) {
        case UTF8PROC_CATEGORY_ZS: return Use::space;
        case UTF8PROC_CATEGORY_CF: return Use::drop;  // soft hyphens, joiners, marks of direction
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_CO:
        case UTF8PROC_CATEGORY_CN:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP: return Use::refuse;
        default: return code == 0xFFFD ? Use::refuse : Use::keep;
    }
}

constexpr std::uint64_t each = 0x0101010101010101ULL;  // byte of eight
constexpr std::uint64_t highest = each << 7;           // bit of each

/// Eight bytes from `at`, or those that are left and others that stand in no word.
std::uint64_t eight_from(std::string_view text, std::size_t at) {
    const std::size_t left = text.size() - at;
    if (left >= 8) return little_endian(text.data() + at, 8);
    return little_endian(text.data() + at, left) | (each * '-') << 8 * left;
}

void append_eight(std::uint64_t bytes, std::size_t size, std::string& out) {
    std::array<char, 8> eight;
    for (std::size_t i = 0; i < 8; ++i) eight[i] = static_cast<char>(bytes >> 8 * i);
    out.append(eight.data(), size);
}

/// Printable ASCII with single blanks inside, as most names are.
bool is_clean(std::string_view text) {
    if (text.empty() || text.size() > longest_text || text.back() == ' ') return false;
    bool clean = true;
    std::uint64_t blank_before = 0x80;  // and none at the beginning
    for (std::size_t at = 0; at < text.size(); at += 8) {
        const std::uint64_t bytes = eight_from(text, at);
        const std::uint64_t blanks = ~((bytes ^ each * ' ') + each * 0x7F) & highest;  // of bytes below 0x80
        const std::uint64_t odd = bytes | (bytes - each * ' ') | (bytes + each);  // beyond ASCII, below ' ', or 0x7F
        clean = clean && ((odd & highest) | (blanks & (blanks << 8 | blank_before))) == 0;
        blank_before = blanks >> 56;
    }
    return clean;
}

/// What a slug has for each byte of ASCII: the byte, '-', or 0 for nothing.
constexpr auto slug_bytes = [] {
    std::array<char, 0x80> bytes{};
    for (unsigned byte = 0; byte < bytes.size(); ++byte) {
        const char letter = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
        const CharacterClass kind = ascii_characters[byte].kind;
        const bool dropped = byte == '.' || byte == '\n' || byte == '\r' || kind == CharacterClass::apostrophe;
        const bool kept = kind == CharacterClass::letter || kind == CharacterClass::digit;
        bytes[byte] = dropped ? char{0} : kept ? letter : '-';
    }
    return bytes;
}();

bool is_ascii(std::string_view text) {
    unsigned char bits = 0;
    for (const char byte : text) bits |= static_cast<unsigned char>(byte);
    return bits < 0x80;
}

/// Appends the words of ASCII.
void append_plain_slug(std::string_view name, std::string& out) {
    const std::size_t start = out.size();
    std::size_t size = start;
    out.resize(start + name.size());
    char last = '-';
    for (const char byte : name) {  // nobody can guess what it is: no branch
        const char next = slug_bytes[static_cast<unsigned char>(byte)];
        out[size] = next;
        const bool taken = next != 0 && (next != '-' || last != '-');
        size += taken ? 1 : 0;
        last = taken ? next : last;
    }
    out.resize(size);
}

/// Appends folded words; nothing when they have letters of other scripts.
void append_foreign_slug(std::string_view name, std::string& out) {
    const std::size_t start = out.size();
    const auto part = [&] {
        if (out.size() > start && out.back() != '-') out += '-';
    };
    std::string word;
    while (!name.empty()) {
        const auto end = std::min(name.find(' '), name.size());
        word.clear();
        fold(name.substr(0, end), word);  // which takes blanks away
        name.remove_prefix(std::min(end + 1, name.size()));
        part();
        for (std::size_t at = 0; at < word.size();) {
            const char byte = word[at];
            if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
                out += byte;
                ++at;
                continue;
            }
            const auto character = character_at(word, at);
            at += character.length;
            if (character.kind == CharacterClass::letter || character.kind == CharacterClass::ideograph)
                return out.resize(start);
            if (character.kind != CharacterClass::apostrophe && character.kind != CharacterClass::mark) part();
        }
    }
}

}  // namespace

std::string_view clean_text(std::string& text) {
    if (is_clean(text)) return {};
    if (text.size() > 4 * longest_text) return "a name of over 200 bytes";
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t code = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                             static_cast<utf8proc_ssize_t>(text.size() - at), &code);
        if (length <= 0) return "a name that is not UTF-8";
        const auto use = use_of(code);
        if (use == Use::refuse) return "a name with control characters";
        if (use == Use::keep) clean.append(text, at, static_cast<std::size_t>(length));
        if (use == Use::space && !clean.empty() && clean.back() != ' ') clean += ' ';
        at += static_cast<std::size_t>(length);
    }
    if (clean.ends_with(' ')) clean.pop_back();
    if (clean.size() > longest_text) return "a name of over 200 bytes";
    if (clean.empty()) return "an empty name";
    text = std::move(clean);
    return {};
}

bool has_letter(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        const auto character = character_at(name, at);
        if (character.kind == CharacterClass::letter || character.kind == CharacterClass::ideograph) return true;
        at += character.length;
    }
    return false;
}

bool all_lower(std::string_view name) {
    bool lower = false;
    for (std::size_t at = 0; at < name.size();) {
        const auto character = character_at(name, at);
        if (character.upper) return false;
        lower = lower || character.lower;
        at += character.length;
    }
    return lower;
}

bool is_acronym(std::string_view name) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto fits = [&](char c) { return capital(c) || (c >= '0' && c <= '9'); };
    return name.size() >= 2 && name.size() <= 6 && capital(name.front()) && std::all_of(name.begin(), name.end(), fits)
           && std::count_if(name.begin(), name.end(), capital) >= 2;
}

void append_spelling(std::string_view name, std::string& out) {
    if (!is_clean(name)) {
        out += spelling_of(name);
        return;
    }
    for (std::size_t at = 0; at < name.size(); at += 8) {
        std::uint64_t bytes = eight_from(name, at);
        bytes |= ((bytes + each * (0x80 - 'A')) & ~(bytes + each * (0x7F - 'Z')) & highest) >> 2;
        append_eight(bytes, std::min<std::size_t>(8, name.size() - at), out);
    }
}

void append_slug(std::string_view name, std::string& out) {
    const std::size_t start = out.size();
    if (is_ascii(name))
        append_plain_slug(name, out);
    else
        append_foreign_slug(name, out);
    out.resize(std::min(out.size(), start + longest_slug));
    if (out.size() > start && out.back() == '-') out.pop_back();
}

}  // namespace entente
