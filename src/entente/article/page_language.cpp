// SPDX-License-Identifier: Apache-2.0
#include <entente/article/page_language.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace entente {
namespace {

constexpr std::size_t sample = 200;  // words
constexpr std::size_t lead = 3;      // words more than the page is assumed to be in

/// Tells words from others within the process.
std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return hash;
}

bool is_word_byte(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

void PageLanguage::learn(std::span<const std::string> words, std::size_t language) {
    for (const auto& word : words) words_.add(hash_of(word), std::uint64_t{1} << (language % 64));
}

std::size_t PageLanguage::of(std::string_view text) const {
    std::array<std::size_t, 64> uses{};
    std::size_t read = 0;
    for (std::size_t at = 0; at < text.size() && read < sample;) {
        const auto begin = at;
        while (at < text.size() && is_word_byte(text[at])) ++at;
        if (at == begin) {
            ++at;
            continue;
        }
        ++read;
        for (auto bits = words_.of(hash_of(text.substr(begin, at - begin))); bits != 0; bits &= bits - 1)
            ++uses[static_cast<std::size_t>(std::countr_zero(bits))];
    }
    const auto most = static_cast<std::size_t>(std::max_element(uses.begin(), uses.end()) - uses.begin());
    return uses[most] >= uses[0] + lead ? most : 0;
}

}  // namespace entente
