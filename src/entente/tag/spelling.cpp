// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/spelling.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// A spelling of up to four letters and what it becomes, of one or two.
struct Spelling {
    constexpr Spelling(std::string_view from, std::string_view becomes)
        : letters(number_of(from)),
          mask(from.size() < 4 ? (1U << 8 * from.size()) - 1 : ~0U),
          size(from.size()),
          to(becomes) {}

    /// The first letter lowest.
    static constexpr std::uint32_t number_of(std::string_view letters) {
        std::uint32_t number = 0;
        for (std::size_t at = 0; at < letters.size() && at < 4; ++at)
            number |= std::uint32_t{static_cast<unsigned char>(letters[at])} << 8 * at;
        return number;
    }

    std::uint32_t letters;
    std::uint32_t mask;
    std::size_t size;
    std::string_view to;
};

// By their first letter, of which the longest spelling comes first; each is replaced wherever it stands.
constexpr std::array<Spelling, 25> spellings{{
    {"ay", "ai"},  {"ch", "c"},   {"ck", "k"},  {"dh", "d"}, {"ei", "ai"},  {"ey", "ai"}, {"guei", "gai"},
    {"gue", "ge"}, {"gui", "gi"}, {"gh", "g"},  {"j", "i"},  {"kh", "h"},   {"oo", "u"},  {"ou", "u"},
    {"ph", "f"},   {"q", "k"},    {"sch", "s"}, {"sh", "s"}, {"tsch", "c"}, {"tch", "c"}, {"th", "t"},
    {"w", "v"},    {"x", "ks"},   {"y", "i"},   {"zh", "z"},
}};

/// Where the spellings of each byte begin and, in the next one, end.
constexpr auto first_spelling = [] {
    std::array<std::uint8_t, 257> first{};
    for (const Spelling& spelling : spellings)
        for (std::size_t byte = (spelling.letters & 0xFF) + 1; byte < first.size(); ++byte) ++first[byte];
    return first;
}();

/// The spelling that stands at the start of these four bytes, or none.
const Spelling* spelling_at(std::uint32_t letters) {
    const std::uint32_t first = letters & 0xFF;
    for (std::size_t row = first_spelling[first]; row < first_spelling[first + 1]; ++row)
        if ((letters & spellings[row].mask) == spellings[row].letters) return &spellings[row];
    return nullptr;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> endings{
    {{"off", "ov"}, {"eff", "ev"}, {"er", "r"}, {"iie", "i"}}};

/// None of the endings when its last letter is none of theirs.
constexpr bool may_have_ending(std::string_view word) {
    return !word.empty() && (word.back() == 'f' || word.back() == 'r' || word.back() == 'e');
}

}  // namespace

std::string sound_of(std::string_view folded) {
    std::string word(folded);
    if (may_have_ending(word))
        for (const auto& [from, to] : endings)
            if (word.size() > from.size() + 2 && word.ends_with(from))
                word.replace(word.size() - from.size(), from.size(), to);
    if (word.starts_with("ye") || word.starts_with("ie")) word.erase(0, 1);
    const std::size_t size = word.size();
    word.append(8, '\0');  // so that eight bytes may be read anywhere
    std::array<char, 48> few;
    std::string many;
    if (2 * size > few.size()) many.resize(2 * size);  // a letter becomes two at most
    char* const sound = many.empty() ? few.data() : many.data();
    std::size_t count = 0;
    char last = '\0';
    const auto add = [&](char letter) {  // nobody can guess whether it is the same again: no branch
        sound[count] = letter;
        count += letter != last || count == 0 ? 1 : 0;
        last = letter;
    };
    for (std::size_t at = 0; at < size;) {
        const auto* spelling = spelling_at(static_cast<std::uint32_t>(little_endian(&word[at], 8)));
        if (spelling == nullptr) {
            add(word[at++]);
            continue;
        }
        for (const char letter : spelling->to) add(letter);
        at += spelling->size;
    }
    return {sound, count};
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
