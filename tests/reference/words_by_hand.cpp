// SPDX-License-Identifier: Apache-2.0
#include "words_by_hand.hpp"

#include <entente/text/fold.hpp>
#include <entente/text/tokens.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

using namespace entente;

std::uint64_t hash_by_hand(std::string_view word) {
    std::string spelled = folded(word);
    unify_spelling(spelled);
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ spelled.size();
    std::uint64_t piece = 0;
    for (std::size_t i = 0; i < spelled.size(); ++i) {
        piece |= std::uint64_t{static_cast<unsigned char>(spelled[i])} << (8 * (i % 8));
        if (i % 8 != 7 && i + 1 < spelled.size()) continue;
        hash = (hash ^ piece) * 0xFF51AFD7ED558CCDULL;
        hash ^= hash >> 32;
        piece = 0;
    }
    return hash;
}

std::uint8_t shape_by_hand(std::string_view word) {
    const auto is_capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    unsigned shape = is_capital(word.front()) ? Token::capital : 0;
    bool all = true;
    for (const char letter : word) {
        all = all && is_capital(letter);
        if (!is_capital(letter)) shape |= Token::lower;
    }
    return static_cast<std::uint8_t>(shape | (all ? Token::capitals : 0));
}

ByteMasks masks_by_hand(std::string_view bytes) {
    ByteMasks masks{};
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::uint64_t bit = std::uint64_t{1} << at;
        if ((bytes[at] >= 'a' && bytes[at] <= 'z') || (bytes[at] >= 'A' && bytes[at] <= 'Z')) masks.letters |= bit;
        if (bytes[at] >= '0' && bytes[at] <= '9') masks.digits |= bit;
    }
    return masks;
}

std::string plain_by_hand(std::string_view text) {
    std::string plain;
    for (const char character : text) {
        const bool blank = character == ' ' || character == '\t' || character == '\n' || character == '\r';
        const char shown = blank ? ' ' : character == '`' ? '\'' : character;
        const bool decorates = std::string_view("#*_>[(-| ").find(shown) != std::string_view::npos;
        if (shown == '*' || (plain.empty() && decorates) || (blank && plain.ends_with(' '))) continue;
        plain += static_cast<char>(shown >= 'A' && shown <= 'Z' ? shown - 'A' + 'a' : shown);
    }
    return plain;
}

std::string bare_by_hand(std::string_view plain) {
    std::string words;
    for (const char character : plain) {
        if (character == '\'') continue;
        const bool bare = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
        if (bare)
            words += character;
        else if (!words.empty() && !words.ends_with(' '))
            words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

std::string sound_by_hand(std::string_view folded) {
    using Spellings = std::array<std::pair<std::string_view, std::string_view>, 25>;
    constexpr Spellings spellings{{
        {"guei", "gai"}, {"tsch", "c"}, {"sch", "s"}, {"tch", "c"}, {"gui", "gi"}, {"gue", "ge"}, {"sh", "s"},
        {"zh", "z"},     {"kh", "h"},   {"gh", "g"},  {"dh", "d"},  {"ph", "f"},   {"th", "t"},   {"ch", "c"},
        {"ck", "k"},     {"ou", "u"},   {"oo", "u"},  {"ey", "ai"}, {"ei", "ai"},  {"ay", "ai"},  {"q", "k"},
        {"w", "v"},      {"x", "ks"},   {"y", "i"},   {"j", "i"},
    }};
    std::string word(folded);
    for (const auto& [from, to] :
         {std::pair<std::string, std::string>{"off", "ov"}, {"eff", "ev"}, {"er", "r"}, {"iie", "i"}})
        if (word.size() > from.size() + 2 && word.ends_with(from))
            word = word.substr(0, word.size() - from.size()) + to;
    if (word.starts_with("ye") || word.starts_with("ie")) word = word.substr(1);
    std::string sound;
    while (!word.empty()) {
        std::pair<std::string_view, std::string> first{std::string_view(word).substr(0, 1), word.substr(0, 1)};
        for (const auto& [from, to] : spellings) {
            if (!word.starts_with(from)) continue;
            first = {from, std::string(to)};
            break;
        }
        for (const char letter : first.second)
            if (sound.empty() || sound.back() != letter) sound += letter;
        word.erase(0, first.first.size());
    }
    return sound;
}

std::string told_by_hand(const std::vector<std::string>& words, const std::vector<Language>& languages) {
    const auto read = std::min<std::size_t>(words.size(), 400);
    const auto uses = [&](const std::vector<std::string>& function_words) {
        return static_cast<std::size_t>(
            std::count_if(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(read),
                          [&](const std::string& word) { return std::ranges::count(function_words, word) > 0; }));
    };
    const std::size_t english = uses({"the"});
    std::size_t most = english;
    std::string code = "en";
    for (const Language& language : languages)
        if (const std::size_t count = uses(language.words.function_words); count > most) {
            most = count;
            code = language.language;
        }
    if (read >= 50 && most * (code == "en" ? 50 : 8) < read) return "";
    return most > english + 1 ? code : "en";
}

std::set<std::tuple<std::size_t, std::size_t, std::size_t>> found_by_hand(
    const std::vector<std::vector<std::string>>& names, const std::vector<std::string>& words) {
    std::set<std::tuple<std::size_t, std::size_t, std::size_t>> found;
    for (std::size_t first = 0; first < words.size(); ++first)
        for (std::size_t name = 0; name < names.size(); ++name) {
            std::size_t same = 0;
            while (same < names[name].size() && first + same < words.size() && names[name][same] == words[first + same])
                ++same;
            if (same == names[name].size()) found.emplace(first, first + same, name);
        }
    return found;
}
