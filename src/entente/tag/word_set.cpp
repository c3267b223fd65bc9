// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/word_set.hpp>

#include <algorithm>
#include <bit>
#include <string>

#include <entente/text/fold.hpp>

namespace entente {

WordSet::WordSet(std::span<const std::string_view> lines) {
    std::vector<std::uint64_t> hashes;
    for (std::string_view line : lines) {
        while (!line.empty()) {
            const std::size_t end = std::min(line.find(' '), line.size());
            std::string word(line.substr(0, end));
            unify_spelling(word);  // as the words of a text are
            hashes.push_back(hash_of(word));
            line.remove_prefix(std::min(end + 1, line.size()));
        }
    }
    slots_.assign(std::bit_ceil(hashes.size() * 2 + 1), 0);
    for (const std::uint64_t hash : hashes) {
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = hash;
    }
}

}  // namespace entente
