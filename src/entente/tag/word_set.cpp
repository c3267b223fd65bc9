// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/word_set.hpp>

#include <algorithm>
#include <string>

#include <entente/text/fold.hpp>

namespace entente {

WordSet::WordSet(std::span<const std::string_view> lines) {
    for (std::string_view line : lines) {
        while (!line.empty()) {
            const std::size_t end = std::min(line.find(' '), line.size());
            std::string word(line.substr(0, end));
            unify_spelling(word);  // as the words of a text are
            hashes_.push_back(hash_of(word));
            line.remove_prefix(std::min(end + 1, line.size()));
        }
    }
    std::sort(hashes_.begin(), hashes_.end());
}

bool WordSet::holds(std::uint64_t word) const { return std::binary_search(hashes_.begin(), hashes_.end(), word); }

}  // namespace entente
