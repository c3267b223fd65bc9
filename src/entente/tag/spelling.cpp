// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/spelling.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace entente {
namespace {

// By their first letter, of which the longest spelling comes first; each is replaced wherever it stands.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> spellings{{
    {"ay", "ai"},  {"ch", "c"},   {"ck", "k"},  {"dh", "d"}, {"ei", "ai"},  {"ey", "ai"}, {"guei", "gai"},
    {"gue", "ge"}, {"gui", "gi"}, {"gh", "g"},  {"j", "i"},  {"kh", "h"},   {"oo", "u"},  {"ou", "u"},
    {"ph", "f"},   {"q", "k"},    {"sch", "s"}, {"sh", "s"}, {"tsch", "c"}, {"tch", "c"}, {"th", "t"},
    {"w", "v"},    {"x", "ks"},   {"y", "i"},   {"zh", "z"},
}};

/// Where the spellings of each letter begin.
constexpr auto first_spelling = [] {
    std::array<std::uint8_t, 27> first{};
    for (const auto& spelling : spellings)
        for (auto letter = static_cast<std::size_t>(spelling.first.front() - 'a') + 1; letter < first.size(); ++letter)
            ++first[letter];
    return first;
}();

/// The spelling that stands at the start of `rest`, or none.
const std::pair<std::string_view, std::string_view>* spelling_at(std::string_view rest) {
    if (rest.front() < 'a' || rest.front() > 'z') return nullptr;
    const auto letter = static_cast<std::size_t>(rest.front() - 'a');
    for (std::size_t row = first_spelling[letter]; row < first_spelling[letter + 1]; ++row)
        if (rest.starts_with(spellings[row].first)) return &spellings[row];
    return nullptr;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> endings{
    {{"off", "ov"}, {"eff", "ev"}, {"er", "r"}, {"iie", "i"}}};

}  // namespace

std::string sound_of(std::string_view folded) {
    std::string word(folded);
    for (const auto& [from, to] : endings)
        if (word.size() > from.size() + 2 && word.ends_with(from))
            word.replace(word.size() - from.size(), from.size(), to);
    if (word.starts_with("ye") || word.starts_with("ie")) word.erase(0, 1);
    std::string sound;
    for (std::size_t at = 0; at < word.size();) {
        const auto* row = spelling_at(std::string_view(word).substr(at));
        const std::string_view letters = row != nullptr ? row->second : std::string_view(word).substr(at, 1);
        for (const char letter : letters)
            if (sound.empty() || sound.back() != letter) sound.push_back(letter);
        at += row != nullptr ? row->first.size() : 1;
    }
    return sound;
}

bool is_one_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b || a.back() != b.back()) return false;  // Brown and Browne are two families
    const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
    if (a.substr(at + 1) == b.substr(at + 1)) return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

}  // namespace entente
