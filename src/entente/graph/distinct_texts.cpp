// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/distinct_texts.hpp>

#include <algorithm>
#include <compare>
#include <vector>

namespace entente {
namespace {

struct Key {
    std::uint32_t words = 0;
    std::uint32_t article = 0;
    std::uint64_t first = 0;  ///< two hashes, so that few signatures are read again
};

std::vector<Key> keys_of(const SignatureTable& signatures) {
    std::vector<Key> keys(signatures.size());
    for (std::uint32_t article = 0; article < keys.size(); ++article) {
        const auto hashes = signatures.hashes(article);
        const auto at = [&](std::size_t i) { return i < hashes.size() ? std::uint64_t{hashes[i]} + 1 : 0; };
        keys[article] = {signatures.words(article), article, at(0) << 32U | at(1)};
    }
    return keys;
}

/// The longest first, then by their hashes.
std::strong_ordering compare(const SignatureTable& signatures, const Key& one, const Key& other) {
    if (const auto words = other.words <=> one.words; words != 0) return words;
    if (const auto first = one.first <=> other.first; first != 0) return first;
    const auto of_one = signatures.hashes(one.article);
    const auto of_other = signatures.hashes(other.article);
    return std::lexicographical_compare_three_way(of_one.begin(), of_one.end(), of_other.begin(), of_other.end());
}

}  // namespace

DistinctTexts::DistinctTexts(const SignatureTable& signatures, std::span<const Merit> merits)
    : articles_(signatures.limit()), signatures_(signatures.limit()) {
    auto keys = keys_of(signatures);
    std::ranges::sort(keys, [&](const Key& one, const Key& other) {
        const auto text = compare(signatures, one, other);
        return text != 0 ? text < 0 : merits[one.article].order < merits[other.article].order;
    });
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const auto article = keys[at].article;
        if (at == 0 || keys[at].words == 0 || compare(signatures, keys[at - 1], keys[at]) != 0) {
            if (at > 0) articles_.end_row();
            signatures_.add(keys[at].words, signatures.furniture(article), signatures.hashes(article));
            compared_ += keys[at].words >= Signature::fewest_words ? 1 : 0;
        }
        articles_.append(article);
    }
    if (!keys.empty()) articles_.end_row();
    articles_.settle();
    signatures_.settle();
}

}  // namespace entente
