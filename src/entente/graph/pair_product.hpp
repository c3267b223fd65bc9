// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/graph/article_shares.hpp>
#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/date_range.hpp>
#include <entente/graph/incidence.hpp>
#include <entente/graph/kept_edges.hpp>
#include <entente/graph/pages.hpp>
#include <entente/graph/units.hpp>

namespace entente {

/// The edges of a corpus: the upper triangle of the product of names by units, one row at a time. Of the pages that name an
/// entity all others of greater places (see Pages) are added up in an array as wide as the network, and only those that were
/// met are read and cleared.
class PairProduct {
public:
    /// `ranks` are the nodes by entity. Edges of less than `least_weight` are left out. All must outlive it.
    PairProduct(const CorpusRows& rows, const ArticleShares& shares, Pages& pages, std::span<const std::uint32_t> ranks,
                const CountOptions& options, std::uint32_t least_weight);

    /// Appends the edges from `source` to greater places, in any order, and tells of `source` what its articles say.
    NodeTally append_row(std::uint32_t source, KeptEdges& edges);

    /// Of the rows so far.
    [[nodiscard]] std::uint64_t light_edges() const { return light_edges_; }

private:
    /// What a pair adds up to. Every part may be added in any order.
    struct Sum {
        std::uint32_t articles = 0;
        std::uint32_t sources = 0;                       ///< 0: the pair has not been met
        std::uint32_t publisher = Incidence::no_column;  ///< that was added last
        DateRange dates;
    };

    template <class Visit>
    void for_each_partner(const Page& page, PackedNames names, std::uint32_t source, Visit visit);
    [[nodiscard]] std::uint32_t share_in(std::size_t article, std::uint32_t source, std::uint32_t target) const;
    void add_pages(std::uint32_t source, NodeTally& tally);
    void choose_heavy();
    void forget(std::uint32_t target) {
        sums_[target] = {};
        if (!weights_.empty()) weights_[target] = 0;
    }
    void add_sentences(std::uint32_t source);
    [[nodiscard]] double weight_of(std::uint32_t target) const;

    const CorpusRows& rows_;
    const ArticleShares& shares_;
    const CountOptions& options_;
    std::span<const std::uint32_t> ranks_;
    std::uint32_t least_weight_;
    std::uint64_t light_edges_ = 0;
    bool certain_;            ///< all shares are whole
    bool by_article_;         ///< articles are the units
    Incidence together_;      ///< sentences by places
    RowsByColumn sentences_;  ///< places by sentences
    Partners partners_;
    Pages& pages_;
    // Of the row at work, by place:
    std::vector<Sum> sums_;
    std::vector<std::uint32_t> together_in_;  ///< sentences that name both
    std::vector<std::uint64_t> weights_;      ///< in fixed point; empty when articles are counted and whole
    std::vector<std::uint32_t> targets_;      ///< places that were met, and room for one more than there may be
    std::size_t found_ = 0;                   ///< of targets_
};

}  // namespace entente
