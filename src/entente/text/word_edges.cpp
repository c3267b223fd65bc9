// SPDX-License-Identifier: Apache-2.0
#include <entente/text/word_edges.hpp>

#include <algorithm>
#include <bit>
#include <cstring>

namespace entente {
namespace {

/// The lowest bit, if there is one.
std::uint32_t lowest(std::uint64_t mask) {
    constexpr std::uint64_t last = std::uint64_t{1} << 63;  // so that no mask is empty, which would take a test
    return static_cast<std::uint32_t>(std::countr_zero(mask | last));
}

}  // namespace

std::size_t WordEdges::find_edges(std::size_t at, std::size_t blocks, bool& goes_on) {
    std::size_t begun = 0;
    std::size_t ended = 0;
    std::uint64_t last_letter = 0;
    std::uint64_t last_digit = 0;
    for (std::size_t block = 0; block < blocks; ++block) {
        const auto [letters, digits] = blocks_[block];
        const std::uint64_t behind_letter = letters << 1U | last_letter;
        const std::uint64_t behind_digit = digits << 1U | last_digit;
        std::uint64_t begins = (letters & ~behind_letter) | (digits & ~behind_digit);
        std::uint64_t ends = (~letters & behind_letter) | (~digits & behind_digit);
        const auto base = static_cast<std::uint32_t>(at + 64 * block);
        const auto count = static_cast<std::size_t>(std::popcount(begins));
        const bool was_inside = (last_letter | last_digit) != 0;
        last_letter = letters >> 63U;
        last_digit = digits >> 63U;
        WordEdge* begin = &edges_[begun];
        WordEdge* end = &edges_[ended];
        begun += count;
        ended += count + (was_inside ? 1 : 0) - (last_letter | last_digit);
        // How many words a block has no machine can guess, but hardly any has more than a dozen.
        do {
#pragma GCC unroll 16
            for (std::size_t i = 0; i < unrolled; ++i) {
                begin++->begin = base + lowest(begins);
                end++->end = base + lowest(ends);
                begins &= begins - 1;
                ends &= ends - 1;
            }
        } while ((begins | ends) != 0);
    }
    goes_on = ended < begun;
    return begun;
}

void WordEdges::read(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    const std::size_t whole = std::min(rest.size() / 64, most);
    find_(rest.data(), whole, blocks_.data());
    std::size_t blocks = whole;
    if (whole < most && 64 * whole < rest.size()) {
        std::array<char, 64> last{};
        std::memcpy(last.data(), rest.data() + 64 * whole, rest.size() - 64 * whole);
        find_(last.data(), 1, &blocks_[blocks++]);
    }
    bool goes_on = false;
    std::size_t words = find_edges(at, blocks, goes_on);
    reach_ = std::min(at + 64 * blocks, text_.size());
    if (goes_on && reach_ == text_.size()) {
        edges_[words - 1].end = static_cast<std::uint32_t>(reach_);
    } else if (goes_on) {  // it is read again from its beginning, unless it is too long
        --words;
        if (edges_[words].begin > at) reach_ = edges_[words].begin;
    }
    edges_[words].begin = none;
    first_ = 0;
}

}  // namespace entente
