// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <entente/text/byte_masks.hpp>

namespace entente {

/// Bytes of a text. Nothing is written into them until they are found.
struct WordEdge {
    std::uint32_t begin;
    std::uint32_t end;
};

/// Where the letters of ASCII that stand together begin and end, and the digits: some thousand bytes at a time, so that
/// all stays in the cache.
class WordEdges {
public:
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    WordEdges(std::string_view text, FindMasks find) : text_(text), find_(find) { edges_.front().begin = none; }

    /// The first one at `at`, which is inside the text, or behind it, and those behind that one, up to one that begins
    /// at `none`; more may follow in the text. `at` may not be before what was asked last. Complexity: O(1), and once
    /// for each byte of the text.
    [[nodiscard]] const WordEdge* from(std::size_t at) {
        if (at >= reach_) read(at);
        while (edges_[first_].begin < at) ++first_;
        return &edges_[first_];
    }
    /// Those before `next` will not be asked for any more.
    void pass(const WordEdge* next) { first_ = static_cast<std::size_t>(next - edges_.data()); }

private:
    static constexpr std::size_t most = 32;      ///< blocks of 64 bytes
    static constexpr std::size_t unrolled = 13;  // words: few blocks have more

    void read(std::size_t at);
    /// Finds the edges of `blocks` blocks that begin at `at`. How many words began, and whether the last one still goes
    /// on.
    std::size_t find_edges(std::size_t at, std::size_t blocks, bool& goes_on);

    std::string_view text_;
    FindMasks find_;
    std::size_t reach_ = 0;  ///< from here on more must be read
    std::size_t first_ = 0;
    std::array<ByteMasks, most> blocks_;
    std::array<WordEdge, 64 * most + 1 + unrolled> edges_;
};

}  // namespace entente
