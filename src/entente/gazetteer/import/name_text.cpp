// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/import/name_text.hpp>

#include <algorithm>
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

/// Printable ASCII with single blanks inside, as most names are.
bool is_clean(std::string_view text) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.size() > longest_text) return false;
    char last = 0;
    for (const char byte : text) {
        if (byte < ' ' || byte > '~' || (byte == ' ' && last == ' ')) return false;
        last = byte;
    }
    return true;
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

void append_slug(std::string_view name, std::string& out) {
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
    out.resize(std::min(out.size(), start + longest_slug));
    if (out.size() > start && out.back() == '-') out.pop_back();
}

}  // namespace entente
