// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/spelling.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <entente/tag/word_set.hpp>
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

/// Which spellings the first two letters may begin: for each byte a bit for the low five of the next. Most begin none.
constexpr auto may_begin = [] {
    std::array<std::uint32_t, 0x100> second{};
    for (const Spelling& spelling : spellings)
        second[spelling.letters & 0xFF] |= spelling.size == 1 ? ~0U : 1U << (spelling.letters >> 8 & 31);
    return second;
}();

/// The spelling that stands at the start of these four bytes, or none.
const Spelling* spelling_at(std::uint32_t letters) {
    const std::uint32_t first = letters & 0xFF;
    if ((may_begin[first] >> (letters >> 8 & 31) & 1) == 0) return nullptr;
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

constexpr std::size_t bytes_behind = 8;  ///< a word, so that eight may be read anywhere; all 0

/// Replaces its ending. The size of the word.
std::size_t replace_ending(char* letters, std::size_t size) {
    for (const auto& [from, to] : endings) {
        const std::string_view word(letters, size);
        if (size <= from.size() + 2 || !word.ends_with(from)) continue;
        std::fill_n(std::copy(to.begin(), to.end(), letters + size - from.size()), from.size() - to.size(), '\0');
        size -= from.size() - to.size();
    }
    return size;
}

/// Writes into `sound`, which has room for twice the letters, how they sound. How many letters that are.
std::size_t spell(char* letters, std::size_t size, char* sound) {
    if (may_have_ending({letters, size})) size = replace_ending(letters, size);
    const std::string_view word(letters, size);
    std::size_t count = 0;
    char last = '\0';
    const auto add = [&](char letter) {  // nobody can guess whether it is the same again: no branch
        sound[count] = letter;
        count += letter != last || count == 0 ? 1 : 0;
        last = letter;
    };
    for (std::size_t at = word.starts_with("ye") || word.starts_with("ie") ? 1 : 0; at < size;) {
        const auto* spelling = spelling_at(static_cast<std::uint32_t>(little_endian(letters + at, 8)));
        if (spelling == nullptr) {
            add(letters[at++]);
            continue;
        }
        for (const char letter : spelling->to) add(letter);
        at += spelling->size;
    }
    return count;
}

/// Which letters a word has of those that no spelling and no ending takes away or brings in: a bit for each.
unsigned kept_letters(std::string_view word) {
    static constexpr auto bits = [] {
        std::array<std::uint8_t, 256> bit{};
        unsigned next = 1;
        for (const char letter : std::string_view("bdglmnrz")) {
            bit[static_cast<unsigned char>(letter)] = static_cast<std::uint8_t>(next);
            next <<= 1;
        }
        return bit;
    }();
    unsigned kept = 0;
    for (const char letter : word) kept |= bits[static_cast<unsigned char>(letter)];
    return kept;
}

/// What `use` makes of the sound of a word. Nearly all words are short.
template <class Use>
auto with_sound_of(std::string_view folded, Use use) {
    constexpr std::size_t few = 24;
    if (folded.size() <= few) {
        std::array<char, few + bytes_behind> word{};
        std::array<char, 2 * few> sound;
        std::copy(folded.begin(), folded.end(), word.begin());
        return use(std::string_view(sound.data(), spell(word.data(), folded.size(), sound.data())));
    }
    std::string word(folded);
    word.append(bytes_behind, '\0');
    std::string sound(2 * folded.size(), '\0');
    return use(std::string_view(sound.data(), spell(word.data(), folded.size(), sound.data())));
}

}  // namespace

std::string sound_of(std::string_view folded) {
    return with_sound_of(folded, [](std::string_view sound) { return std::string(sound); });
}

std::uint64_t hash_of_sound(std::string_view folded) {
    return with_sound_of(folded, [](std::string_view sound) { return hash_of(sound); });
}

bool sound_alike(std::string_view a, std::string_view b) {
    return kept_letters(a) == kept_letters(b) && sound_of(a) == sound_of(b);
}

bool is_one_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b || a.back() != b.back()) return false;  // Brown and Browne are two families
    const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
    if (a.substr(at + 1) == b.substr(at + 1)) return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

bool is_chinese_family_name(std::uint64_t word) {
    static const WordSet names{
        "zhang wang li liu chen yang zhao huang zhou wu xu zhu guo luo zheng xie tang feng deng cao peng zeng xiao "
        "tian pan yuan cai jiang ye cheng wei lu ding shen yao zhong tan liao fang shi hou meng bai qin qiu hao gu mao "
        "dai qian gong xue kong xi hu"};
    return names.holds(word);
}

}  // namespace entente
