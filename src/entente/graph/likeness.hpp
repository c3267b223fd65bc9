// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <entente/graph/stories.hpp>

namespace entente {

inline constexpr std::uint32_t least_shared = 4;  ///< hashes: with fewer the samples say nothing

/// What the samples of two texts have in common below the lesser of their limits.
struct Overlap {
    std::uint32_t shared = 0;
    std::uint32_t of_fewer = 0;  ///< hashes of the text that has fewer of them there

    /// The smaller the sample, the more of it must be shared: by 0.4 √n hashes, nearly the standard error.
    [[nodiscard]] bool is_copy(std::uint32_t percent) const {
        return shared >= least_shared && 100.0 * shared >= percent * of_fewer + 40 * std::sqrt(of_fewer);
    }
};

/// A few hashes among many, most of which are told to be none of them by a bit.
class FewHashes {
public:
    FewHashes() = default;
    /// Ascending.
    explicit FewHashes(std::vector<std::uint32_t> hashes);

    [[nodiscard]] bool hold(std::uint32_t hash) const {
        return !hashes_.empty() && may_hold_[hash & (may_hold_.size() - 1)]
               && std::ranges::binary_search(hashes_, hash);
    }

private:
    std::vector<std::uint32_t> hashes_;
    std::vector<bool> may_hold_;  ///< by the last bits of a hash; a power of two
};

/// The samples of texts, and which of their hashes count.
class ComparedSamples {
public:
    explicit ComparedSamples(const SignatureTable& samples) : samples_(samples) {}

    [[nodiscard]] const SignatureTable& all() const { return samples_; }
    [[nodiscard]] const FewHashes& left_out() const { return left_out_; }
    void leave_out(std::vector<std::uint32_t> hashes) { left_out_ = FewHashes(std::move(hashes)); }

    [[nodiscard]] std::span<const std::uint32_t> below(std::uint32_t limit, std::uint32_t text) const;
    /// How many hashes of the text count.
    [[nodiscard]] std::uint32_t counting(std::uint32_t text) const;
    [[nodiscard]] Overlap overlap_of(std::uint32_t one, std::uint32_t other) const;

private:
    const SignatureTable& samples_;
    FewHashes left_out_;
};

/// A text that is compared with many others.
///
/// Complexity: O(sample of the other one) for each, without a branch that depends on the hashes.
class TextAtWork {
public:
    explicit TextAtWork(const ComparedSamples& samples) : samples_(samples) {}

    void take(std::uint32_t text);
    /// How many of its hashes count below a limit.
    [[nodiscard]] std::uint32_t counting_below(std::uint32_t limit) const;
    /// How many of its hashes that count are those of a text that is not shorter.
    [[nodiscard]] std::uint32_t shared_with(std::uint32_t longer);

private:
    void fill_slots();

    const ComparedSamples& samples_;
    std::uint32_t text_ = 0;
    std::vector<std::uint32_t> counting_;  ///< of its first hashes, for each number of them
    bool filled_ = false;
    std::vector<std::uint32_t> slots_;    ///< its hashes that count, each where its last bits say
    std::vector<std::uint32_t> crowded_;  ///< those whose slot was taken
};

}  // namespace entente
