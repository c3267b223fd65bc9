// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/spelling.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace entente {
namespace {

// The longest spelling first; each is replaced wherever it stands.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> spellings{{
    {"guei", "gai"}, {"tsch", "c"}, {"sch", "s"}, {"tch", "c"}, {"gui", "gi"}, {"gue", "ge"}, {"sh", "s"},
    {"zh", "z"},     {"kh", "h"},   {"gh", "g"},  {"dh", "d"},  {"ph", "f"},   {"th", "t"},   {"ch", "c"},
    {"ck", "k"},     {"ou", "u"},   {"oo", "u"},  {"ey", "ai"}, {"ei", "ai"},  {"ay", "ai"},  {"q", "k"},
    {"w", "v"},      {"x", "ks"},   {"y", "i"},   {"j", "i"},
}};

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
        const auto row = std::find_if(spellings.begin(), spellings.end(), [&](const auto& spelling) {
            return word.compare(at, spelling.first.size(), spelling.first) == 0;
        });
        const std::string_view letters = row != spellings.end() ? row->second : std::string_view(word).substr(at, 1);
        for (const char letter : letters)
            if (sound.empty() || sound.back() != letter) sound.push_back(letter);
        at += row != spellings.end() ? row->first.size() : 1;
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
