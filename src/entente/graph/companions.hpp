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

/// Which texts hold the hashes of one text after the other, of each hash the first SharedHashes::most_listed. They are looked
/// up for many texts at once, in the order in which they lie in the index: where that is in a file, each part of it is read once for
/// all of them.
///
/// Memory: a quarter of the limit of the samples, or what one text needs.
class Companions {
public:
    enum class Whom : std::uint8_t { before, any };  ///< those before the text, or others too, and the text itself

    /// For `texts`, in this order, without the hashes of `left_out`. All must outlive it.
    Companions(const SignatureTable& samples, const SharedHashes& index, std::span<const std::uint32_t> texts,
               const FewHashes& left_out, Whom whom, unsigned threads);

    /// Looks the text at this position up and those behind it, as many as there is memory for; returns the position behind
    /// them. Positions must not go down.
    std::size_t look_up(std::size_t position);

    /// Of the text at this position, which was looked up: who holds one of its hashes, once for each of them.
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t position) const {
        const auto begin = ends_[begins_[position - first_]];
        return std::span(holders_).subspan(begin, ends_[begins_[position - first_ + 1]] - begin);
    }
    /// Calls `visit(place, texts)` for each of its hashes that others hold: its place in the sample, and who holds it.
    template <class Visit>
    void for_each_hash(std::size_t position, Visit visit) const {
        for (auto i = begins_[position - first_]; i < begins_[position - first_ + 1]; ++i) {
            visit(std::size_t{wanted_[i].place}, std::span(holders_).subspan(ends_[i], ends_[i + 1] - ends_[i]));
        }
    }

private:
    void want(std::size_t position);
    [[nodiscard]] std::vector<std::uint32_t> in_order_of_lists() const;

    const SignatureTable& samples_;
    const SharedHashes& index_;
    std::span<const std::uint32_t> texts_;
    const FewHashes& left_out_;
    Whom whom_;
    unsigned threads_;
    std::size_t most_bytes_;
    std::size_t first_ = 0;            ///< position of the block
    std::vector<std::size_t> begins_;  ///< in wanted_, of its texts; and behind the last
    std::vector<SharedHash> wanted_;   ///< of these texts
    std::vector<std::size_t> ends_;    ///< in holders_, of hash i of wanted_ in ends_[i + 1]
    std::vector<std::uint32_t> holders_;
};

}  // namespace entente
