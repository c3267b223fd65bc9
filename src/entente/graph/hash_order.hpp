// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include <entente/graph/in_parallel.hpp>

namespace entente {

inline constexpr unsigned hash_bits = 30;  ///< see Signature::hashes

/// Hashes in the upper halves, each with a number in the lower half, in ascending order. `for_each(visit)` calls
/// `visit(hash, number)` for each of them, in the same order whenever it is called: it is called twice.
///
/// Complexity: O(n log n), where each sort is of one slice of the hashes and stays in the cache; memory n.
template <class ForEach>
std::vector<std::uint64_t> in_hash_order(const ForEach& for_each, unsigned threads) {
    constexpr unsigned slice_bits = 13;
    constexpr std::size_t at_once = 128;  // slices
    const auto slice_of = [](std::uint32_t hash) { return hash >> (hash_bits - slice_bits); };
    std::vector<std::size_t> places((std::size_t{1} << slice_bits) + 1);
    for_each([&](std::uint32_t hash, std::uint32_t) { ++places[slice_of(hash) + 1]; });
    std::partial_sum(places.begin(), places.end(), places.begin());
    std::vector<std::uint64_t> ordered(places.back());
    for_each([&](std::uint32_t hash, std::uint32_t number) {
        ordered[places[slice_of(hash)]++] = std::uint64_t{hash} << 32U | number;
    });
    in_parallel(threads, places.size() / at_once, [&](std::size_t piece) {  // each place is now the end of its slice
        for (auto slice = piece * at_once; slice < (piece + 1) * at_once; ++slice) {
            const auto begin = slice == 0 ? 0 : places[slice - 1];
            std::sort(ordered.data() + begin, ordered.data() + places[slice]);
        }
    });
    return ordered;
}

}  // namespace entente
