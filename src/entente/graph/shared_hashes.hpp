// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <entente/graph/incidence.hpp>
#include <entente/graph/stories.hpp>

namespace entente {

/// The inverted index of samples: which articles hold a hash, for the hashes that at least two articles hold.
///
/// Memory: 4 bytes for each place of such a hash and 16 for each of them, twice that while it is made.
class SharedHashes {
public:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    /// Articles are called by their places in `order`, a list of those to be indexed.
    SharedHashes(const SignatureTable& signatures, std::span<const std::uint32_t> order);

    [[nodiscard]] std::size_t size() const { return hashes_.size(); }
    [[nodiscard]] std::uint32_t hash(std::size_t number) const { return hashes_[number]; }
    /// The number of a hash, or `none` when one article alone holds it.
    [[nodiscard]] std::size_t find(std::uint32_t hash) const;
    /// Places in `order`, ascending.
    [[nodiscard]] std::span<const std::uint32_t> holders(std::size_t number) const { return holders_.row(number); }

private:
    void index();

    std::vector<std::uint32_t> hashes_;   ///< ascending
    Incidence holders_;                   ///< hashes by articles
    std::vector<std::uint32_t> buckets_;  ///< where the hashes that begin with the same bits begin
    unsigned shift_ = 0;
};

}  // namespace entente
