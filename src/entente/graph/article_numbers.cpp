// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/article_numbers.hpp>

#include <algorithm>

namespace entente {

void ArticleNumbers::add(std::uint32_t hash) {
    hashes_.push_back(hash);
    if (hashes_.size() * 4 <= slots_.size() * 3) {
        put(static_cast<std::uint32_t>(hashes_.size() - 1));
        return;
    }
    slots_ = std::vector<std::uint32_t>(std::max<std::size_t>(64, slots_.size() * 2), none);
    for (std::uint32_t number = 0; number < hashes_.size(); ++number) {
        put(number);
    }
}

void ArticleNumbers::put(std::uint32_t number) {
    auto slot = hashes_[number] & (slots_.size() - 1);
    while (slots_[slot] != none) {
        slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = number;
}

}  // namespace entente
