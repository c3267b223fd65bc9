// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/graph/partitioned_rows.hpp>
#include <entente/graph/stories.hpp>

namespace entente {

/// A hash of a text that other texts hold too.
struct SharedHash {
    std::uint64_t list : 34 = 0;    ///< where its holders begin in the index
    std::uint64_t place : 16 = 0;   ///< of the hash, in the sample of the text
    std::uint64_t holders : 7 = 0;  ///< texts, counted up to SharedHashes::most_listed
    std::uint64_t before : 7 = 0;   ///< the same, of those before the text
};

/// The inverted index of samples: which texts hold a hash, for the hashes that at least two texts hold; and which of its hashes
/// are such. It is made for one range of hashes after the other.
///
/// Complexity: O(hashes), and a sort of each range.
/// Memory:     a quarter of the limit of the signatures; the index is rows.
class SharedHashes {
public:
    static constexpr std::size_t most_listed = 64;

    /// Of the signatures the first `texts`.
    SharedHashes(const SignatureTable& signatures, std::size_t texts, unsigned threads);

    /// By place. Of a sample of more than 65,536 hashes the first of these; of a text that is not in the index none.
    [[nodiscard]] std::span<const SharedHash> of(std::size_t text) const {
        if (text + 1 >= ends_.size()) return {};
        const auto ends = ends_.rows(text, text + 2);
        return shared_.rows(ends[0], ends[1]);
    }
    /// The first `most` texts that hold a hash, ascending.
    [[nodiscard]] std::span<const std::uint32_t> holders(SharedHash shared, std::size_t most) const {
        return lists_.rows(shared.list, shared.list + most);
    }
    /// Calls `visit(hash, holders)` for each hash, ascending, with all that hold it.
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::size_t at = 0; at < lists_.size();) {
            const auto begin = at + 2;
            at = begin + lists_[at + 1];
            visit(lists_[begin - 2], lists_.rows(begin, at));
        }
    }
    /// Where SharedHash::list is less.
    [[nodiscard]] std::size_t end_of_lists() const { return lists_.size(); }

private:
    class Ranges;

    void list_range(const PartitionedRows<std::uint64_t>& held, const Ranges& ranges, std::size_t range,
                    SpilledRows<SharedHash>& found, unsigned threads);
    void collect_by_text(const SignatureTable& signatures, std::size_t texts, const Ranges& ranges,
                         const PartitionedRows<std::uint64_t>& held, const SpilledRows<SharedHash>& found);

    SpilledRows<std::uint32_t> lists_;  ///< hash, number of holders, holders
    SpilledRows<SharedHash> shared_;    ///< by text and place
    SpilledRows<std::uint64_t> ends_;   ///< in shared_, of text t in ends_[t + 1]
};

}  // namespace entente
