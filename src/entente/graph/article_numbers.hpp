// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace entente {

/// The numbers of articles by the hashes of their ids.
///
/// Memory: 9 to 15 bytes an article.
class ArticleNumbers {
public:
    /// The next article is that with this hash.
    void add(std::uint32_t hash);
    [[nodiscard]] std::size_t size() const { return hashes_.size(); }

    /// The first article with this hash of which `is_it(number)` holds; `none` when there is none.
    template <class IsIt>
    [[nodiscard]] std::uint32_t find(std::uint32_t hash, IsIt is_it) const {
        if (slots_.empty()) return none;
        for (auto slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
            const auto number = slots_[slot];
            if (number == none || (hashes_[number] == hash && is_it(number))) return number;
        }
    }

    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

private:
    void put(std::uint32_t number);

    std::vector<std::uint32_t> hashes_;  ///< by article
    std::vector<std::uint32_t> slots_;   ///< articles, each at its hash or behind it; a power of two of them
};

}  // namespace entente
