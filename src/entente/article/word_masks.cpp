// SPDX-License-Identifier: Apache-2.0
#include <entente/article/word_masks.hpp>

#include <array>
#include <cstring>

namespace entente {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080ULL;

// The bytes beyond ASCII of 64.
std::uint64_t foreign_in(const char* bytes) {
    std::uint64_t foreign = 0;
    for (unsigned at = 0; at < 64; at += 8) {
        const auto found = little_endian(bytes + at, 8) & high_bits;
        foreign |= ((found >> 7U) * 0x0102040810204080ULL >> 56U) << at;
    }
    return foreign;
}

}  // namespace

bool has_foreign(std::string_view text) {
    std::uint64_t bytes = 0;
    std::size_t at = 0;
    const auto eight = [&](std::size_t behind) { return little_endian(text.data() + at + behind, 8); };
    for (; at + 32 <= text.size(); at += 32) bytes |= eight(0) | eight(8) | eight(16) | eight(24);
    for (; at + 8 <= text.size(); at += 8) bytes |= little_endian(text.data() + at, 8);
    for (; at < text.size(); ++at) bytes |= static_cast<unsigned char>(text[at]);
    return (bytes & high_bits) != 0;
}

void find_word_masks(std::string_view text, std::span<ByteMasks> masks) {
    const auto whole = text.size() / 64;
    find_masks()(text.data(), whole, masks.data());
    const bool foreign = has_foreign(text);
    for (std::size_t block = 0; foreign && block < whole; ++block)
        masks[block].letters |= foreign_in(text.data() + 64 * block);
    if (whole * 64 == text.size()) return;
    std::array<char, 64> rest{};
    std::memcpy(rest.data(), text.data() + 64 * whole, text.size() - 64 * whole);
    find_masks()(rest.data(), 1, &masks[whole]);
    if (foreign) masks[whole].letters |= foreign_in(rest.data());
}

}  // namespace entente
