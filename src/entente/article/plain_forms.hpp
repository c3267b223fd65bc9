// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <entente/article/word_masks.hpp>

namespace entente {

/// Where something may begin beside letters, that no letter or digit stands before.
struct Starts {
    bool digits = false;
    bool marks = false;
};

/// The plain forms of a page's paragraphs, one behind the other, and where their words are.
class PlainForms {
public:
    /// `bytes` of the page.
    explicit PlainForms(std::size_t bytes);

    /// The plain form of the next paragraph. It stays where it is.
    std::string_view add(std::string_view paragraph);
    /// To be called once, when all are there, before the words are asked for.
    void find_words();

    /// The first eight bytes of one of the forms; those behind it have no meaning.
    [[nodiscard]] static std::uint64_t first_of(std::string_view plain) { return little_endian(plain.data(), 8); }
    /// Calls `look(at, first)` for the beginning of `plain`, which is one of the forms, and for each place before `limit`
    /// where a word begins with a letter, or with what `also` says, with the first eight bytes there.
    template <class Look>
    void each_start(std::string_view plain, std::size_t limit, Starts also, const Look& look) const;

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
    std::vector<ByteMasks> masks_;
};

template <class Look>
void PlainForms::each_start(std::string_view plain, std::size_t limit, Starts also, const Look& look) const {
    const std::uint64_t digits = also.digits ? ~std::uint64_t{0} : 0;
    const std::uint64_t marks = also.marks ? ~std::uint64_t{0} : 0;
    const char* const bytes = bytes_.get();
    const auto begin = static_cast<std::size_t>(plain.data() - bytes_.get());
    const auto end = begin + std::min(plain.size(), limit);
    std::uint64_t last = 0;  // 1 when the byte before belongs to a word
    for (std::size_t block = begin / 64; 64 * block < end; ++block) {
        const auto words = masks_[block].letters | masks_[block].digits;
        auto starts = ~(words << 1U | last) & (masks_[block].letters | (words & digits) | (~words & marks));
        if (64 * block <= begin) starts = (starts | std::uint64_t{1} << begin % 64) & ~std::uint64_t{0} << begin % 64;
        if (end - 64 * block < 64) starts &= (std::uint64_t{1} << (end - 64 * block)) - 1;
        for (; starts != 0; starts &= starts - 1) {
            const auto at = 64 * block + static_cast<std::size_t>(std::countr_zero(starts));
            look(at - begin, first_of({bytes + at, 8}));
        }
        last = words >> 63U;
    }
}

}  // namespace entente
