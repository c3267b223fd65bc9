// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include <entente/graph/incidence.hpp>
#include <entente/graph/stories.hpp>

namespace entente {

/// The inverted index of samples: which texts hold a hash, for the hashes that at least two texts hold. It is made for one
/// range of hashes after the other.
///
/// Memory: a quarter of the limit of the signatures for a range, and a bit for each hash of each text.
class SharedHashes {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// Looks hashes up, ascending, so that it goes through the index once for all of them.
    class Search {
    public:
        explicit Search(const SharedHashes& index) : index_(index) {}
        /// The number of a hash that is not less than the last one, or `none` when one text alone holds it.
        [[nodiscard]] std::uint32_t find(std::uint32_t hash);

    private:
        const SharedHashes& index_;
        std::size_t block_ = 0;  ///< of `step` hashes; those before end below the last hash
    };

    /// Of the signatures the first `texts`.
    SharedHashes(const SignatureTable& signatures, std::size_t texts, unsigned threads);

    [[nodiscard]] std::size_t size() const { return holders_.rows(); }
    [[nodiscard]] std::uint32_t hash(std::size_t number) const { return hashes_[number]; }
    /// False when the hash at this place of the signatures surely has no number.
    [[nodiscard]] bool may_be_shared(std::size_t place) const { return shared_[place]; }
    /// Texts, ascending.
    [[nodiscard]] std::span<const std::uint32_t> holders(std::size_t number) const { return holders_.row(number); }

private:
    static constexpr std::size_t step = 64;

    void add_range(const SignatureTable& signatures, std::size_t texts, std::uint32_t first, std::uint32_t last,
                   std::size_t hashes, unsigned threads);

    SpilledRows<std::uint32_t> hashes_;   ///< ascending
    Incidence holders_;                   ///< hashes by texts
    std::vector<std::uint32_t> samples_;  ///< each `step`th of hashes_
    std::vector<bool> shared_;            ///< by place in the signatures
};

}  // namespace entente
