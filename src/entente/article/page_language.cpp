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
    std::array<std::size_t, 64> uses{};
    std::size_t read = 0;
    const auto use = [&](std::size_t begin, std::size_t end) {
        ++read;
        const auto hash = hash_in(text, begin, end);
        if (!filter_[hash % filter_bits]) return;
        for (auto bits = words_.of(hash); bits != 0; bits &= bits - 1)
            ++uses[static_cast<std::size_t>(std::countr_zero(bits))];
    };
    constexpr std::size_t stretch = 512;  // bytes whose letters are found at once
    std::array<ByteMasks, masks_of(stretch)> masks;
    std::size_t begin = 0;
    bool inside = false;
    for (std::size_t at = 0; at < text.size() && read < sample; at += 64) {
        if (at % stretch == 0) find_word_masks(text.substr(at, stretch), masks);
        const auto letters = masks[at % stretch / 64].letters;
        auto edges = letters ^ (letters << 1U | (inside ? 1U : 0U));
        for (; edges != 0 && read < sample; edges &= edges - 1) {
            const auto edge = at + static_cast<std::size_t>(std::countr_zero(edges));
            if (inside) use(begin, edge);
            begin = edge;
            inside = !inside;
        }
    }
    if (inside && read < sample) use(begin, text.size());
    const auto most = static_cast<std::size_t>(std::max_element(uses.begin(), uses.end()) - uses.begin());
    return uses[most] >= uses[0] + lead ? most : 0;
}

}  // namespace entente
