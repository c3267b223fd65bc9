// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/graph/likeness.hpp>
#include <entente/graph/shared_hashes.hpp>
#include <entente/graph/stories.hpp>

namespace entente {

/// Which texts hold the hashes of one text after the other. They are looked up for many texts at once, in the order in which
/// they lie in the index: where that is in a file, each part of it is read once for all of them.
///
/// Memory: a quarter of the limit of the samples, or what one text needs.
class Companions {
public:
    static constexpr std::size_t most_compared = 64;  ///< texts that hold one hash, the first

    /// For `texts`, in this order, without the hashes of `left_out`.
    Companions(const SignatureTable& samples, const SharedHashes& index, std::span<const std::uint32_t> texts,
               const FewHashes& left_out, unsigned threads);

    /// Looks the text at this position up and those behind it, as many as there is memory for; returns the position behind
    /// them. Positions must not go down.
    std::size_t look_up(std::size_t position);

    /// Of the text at this position, which was looked up: who holds one of its hashes, once for each of them.
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t position) const;
    /// Who holds the n-th hash of the text at this position.
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t position, std::size_t n) const;

private:
    [[nodiscard]] std::vector<std::uint64_t> wanted_from(std::size_t position);
    [[nodiscard]] std::span<const std::uint32_t> holders_of(std::uint32_t number) const;

    const SignatureTable& samples_;
    const SharedHashes& index_;
    std::span<const std::uint32_t> texts_;
    const FewHashes& left_out_;
    unsigned threads_;
    std::size_t most_bytes_;
    std::size_t first_ = 0;            ///< position of the block
    std::vector<std::size_t> begins_;  ///< places, of its texts; and behind the last
    std::vector<std::size_t> ends_;    ///< in holders_, of place p in ends_[p + 1]
    std::vector<std::uint32_t> holders_;
};

}  // namespace entente
