// SPDX-License-Identifier: Apache-2.0
#include <entente/article/page_language.hpp>

#include <algorithm>
#include <array>
#include <bit>

#include <entente/article/word_masks.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr std::size_t sample = 200;  // words
constexpr std::size_t lead = 3;      // words more than the page is assumed to be in

// Of eight bits that each is a byte of its own, 0 or 1.
constexpr std::uint64_t bytes_of_bits(std::uint64_t bits) {
    const auto in_place = (bits & 0xFFU) * 0x0101010101010101 & 0x8040201008040201;
    return (in_place + 0x7F7F7F7F7F7F7F7F) >> 7U & 0x0101010101010101;
}

// The number of the language that most words have, the first of several, and 0 unless it leads clearly.
std::size_t leading(std::span<const std::uint64_t> words) {
    static_assert(sample < 256, "a byte counts a language's words");
    std::uint64_t all = 0;
    for (const auto languages : words) all |= languages;
    std::size_t most = 0;
    std::uint64_t uses_of_most = 0;
    std::uint64_t uses_of_first = 0;
    for (unsigned group = 0; group < 64 && all >> group != 0; group += 8) {  // of languages, counted at once
        std::uint64_t uses = 0;
        for (const auto languages : words) uses += bytes_of_bits(languages >> group);
        if (group == 0) uses_of_first = uses_of_most = uses & 0xFFU;
        for (unsigned i = 0; i < 8; ++i) {
            if ((uses >> 8 * i & 0xFFU) <= uses_of_most) continue;
            most = group + i;
            uses_of_most = uses >> 8 * i & 0xFFU;
        }
    }
    return uses_of_most >= uses_of_first + lead ? most : 0;
}

// hash_of() of a word in a text.
std::uint64_t hash_in(std::string_view text, std::size_t begin, std::size_t end) {
    HashOfWord hash(end - begin);
    if (end - begin <= 8 && begin + 8 <= text.size()) {  // nearly every word
        hash.add(first_of_eight(little_endian(text.data() + begin, 8), end - begin));
        return hash.value();
    }
    for (auto at = begin; at < end; at += 8) {
        const auto bytes = little_endian(text.data() + at, std::min<std::size_t>(8, text.size() - at));
        hash.add(first_of_eight(bytes, end - at));
    }
    return hash.value();
}

}  // namespace

void PageLanguage::learn(std::span<const std::string> words, std::size_t language) {
    for (const auto& word : words) {
        words_.add(hash_of(word), std::uint64_t{1} << (language % 64));
        filter_.set(hash_of(word) % filter_bits);
    }
}

std::size_t PageLanguage::of(std::string_view text) const {
    std::array<std::uint64_t, sample> found;  // words that some language may have, then their languages
    std::size_t known = 0;
    std::size_t read = 0;
    const auto use = [&](std::size_t begin, std::size_t end) {
        ++read;
        found[known] = hash_in(text, begin, end);
        known += filter_[found[known] % filter_bits] ? 1 : 0;  // no branch on a word
    };
    constexpr std::size_t stretch = 512;  // bytes whose letters are found at once
    std::array<ByteMasks, masks_of(stretch)> masks;
    std::size_t begin = 0;
    bool inside = false;
    for (std::size_t at = 0; at <= text.size() && read < sample; at += 64) {
        if (at % stretch == 0) find_word_masks(text.substr(at, stretch), masks);
        auto letters = at < text.size() ? masks[at % stretch / 64].letters : 0;  // the end ends a word
        while ((inside || letters != 0) && read < sample) {
            if (!inside) begin = at + static_cast<std::size_t>(std::countr_zero(letters));
            if (!inside) letters |= letters - 1;  // the word's letters and all below it
            const auto end = static_cast<std::size_t>(std::countr_one(letters));
            inside = end == 64;
            if (inside) break;
            use(begin, at + end);
            letters &= letters + 1;
        }
    }
    const auto words = std::span(found).first(known);
    std::size_t first = 0;
    std::size_t others = 0;
    for (auto& word : words) {
        word = words_.of(word);
        first += word & 1U;
        others += word > 1 ? 1 : 0;
    }
    return others < first + lead ? 0 : leading(words);  // most pages: all others together do not lead
}

}  // namespace entente
