// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/incidence.hpp>

namespace entente {

/// Weights are added up in fixed point, so that no order of addition changes a byte: this is the weight 1. Sums that
/// would be above 184,467,440 stay there.
inline constexpr std::uint64_t weight_one = 100'000'000'000;

/// The sum, or the greatest number there is.
[[nodiscard]] std::uint64_t added(std::uint64_t one, std::uint64_t other);

/// What a unit that names `entities` of them, two or more, adds to each of its pairs, in fixed point and above 0.
[[nodiscard]] std::uint64_t amount_of(Counting counting, std::size_t entities);

/// Whom parts of an article name together, where these and not the whole article make its pairs.
class Partners {
public:
    /// `together` and `sentences` are the sentences by places and the places by sentences; `places` are those of the entities.
    /// All must outlive it.
    Partners(const CorpusRows& rows, const Incidence& together, RowsByColumn& sentences,
             std::span<const std::uint32_t> places, const CountOptions& options);

    struct Partner {
        std::uint32_t place = 0;
        std::uint64_t amount = 0;  ///< that their units add, in fixed point; of Unit::article that of one sentence
    };

    /// The places above `source`, in any order, that a unit of the article names together with it; of a list, and with
    /// Unit::article, a sentence. They hold until the next call.
    [[nodiscard]] std::span<const Partner> in(std::uint32_t article, std::uint32_t source);

private:
    /// Units that are no sentences.
    struct Wide {
        explicit Wide(MemoryLimit* limit) : named(limit) {}

        Incidence named;                    ///< units by places
        std::optional<RowsByColumn> units;  ///< places by units
        std::vector<std::size_t> begins;    ///< of the units of each article, and the end
        std::vector<std::uint32_t> times;   ///< how many units are alike
    };

    void build_wide();
    void add_paragraphs(std::size_t article);
    void add_windows(std::size_t article);
    void end_unit(std::uint32_t times);
    void count_mentions(std::span<const std::uint32_t> places);

    void find_in_units(std::uint32_t article, std::uint32_t source);
    void find_near(std::uint32_t article, std::uint32_t source);
    void find_beside(std::uint32_t source, std::size_t own, std::size_t other);
    [[nodiscard]] std::uint32_t mentions_of(std::uint32_t place, std::size_t sentence) const;

    const CorpusRows& rows_;
    const Incidence& together_;
    RowsByColumn& sentences_;
    const CountOptions& options_;
    std::optional<Wide> wide_;
    std::vector<std::uint32_t> unit_;      ///< places of the unit that is being built
    std::vector<std::uint32_t> mentions_;  ///< beside the entries of `together_`; of Decay::sum only
    std::vector<std::uint64_t> amounts_;   ///< by place, of the article at work
    std::vector<Partner> partners_;
};

/// The two sentences of the article, nearest to each other and then the first, that name these entities and that a unit
/// holds, in reading order; nothing when no unit names both. They count into CorpusRows::sentences.
///
/// Complexity: O(names in the article).
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> nearest_together(
    const CorpusRows& rows, std::uint32_t article, std::uint32_t one, std::uint32_t other, const CountOptions& options);

}  // namespace entente
