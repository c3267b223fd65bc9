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
#include <entente/graph/network.hpp>
#include <entente/graph/units.hpp>

namespace entente {

/// The edges of a corpus: the upper triangle of the product of names by units, one row at a time. Of an entity's articles
/// the other entities are counted in an array as wide as the network, and only the places touched are read and cleared;
/// all else that an edge tells is added up for those alone that are edges.
class PairProduct {
public:
    /// `ranks` are the nodes by entity. Edges of less than `least_weight` are left out. All must outlive it.
    PairProduct(const CorpusRows& rows, const ArticleShares& shares, std::span<const Publication> publications,
                std::span<const std::uint32_t> ranks, const CountOptions& options, std::uint32_t least_weight);

    /// How many pairs there are, light or not: to allocate millions of edges once is worth the counting.
    [[nodiscard]] std::size_t pairs();

    /// Appends the edges from `source` to greater nodes, in order.
    void append_row(std::uint32_t source, std::vector<Edge>& edges);

    /// Of the rows so far.
    [[nodiscard]] std::uint64_t light_edges() const { return light_edges_; }

private:
    /// What a pair adds up to. Every part may be added in any order.
    struct Sum {
        std::uint32_t articles = 0;
        std::uint32_t sentences = 0;
        std::uint32_t sources = 0;
        std::uint32_t publisher = Incidence::no_column;  ///< that was added last
        DateRange dates;
    };

    /// What is asked of a publication only for edges.
    struct Page {
        DateRange dates;
        std::uint32_t publisher = 0;
        std::uint32_t article = 0;
    };

    template <class Visit>
    void publications_of(std::uint32_t source, Visit visit);
    [[nodiscard]] std::uint32_t share_in(std::size_t article, std::uint32_t source, std::uint32_t target) const;
    void count_articles(std::uint32_t source);
    void choose_heavy(std::uint32_t source);
    void add_articles(std::uint32_t source);
    void add_sentences(std::uint32_t source);
    [[nodiscard]] double weight_of(const Sum& sum, std::uint32_t target);
    void sort_targets(std::uint32_t source);

    const CorpusRows& rows_;
    const ArticleShares& shares_;
    const CountOptions& options_;
    std::uint32_t least_weight_;
    std::uint64_t light_edges_ = 0;
    std::vector<Page> pages_;             ///< by publication
    std::vector<bool> copies_;            ///< by publication
    std::vector<bool> lists_;             ///< by publication
    bool certain_;                        ///< all shares are whole
    bool by_article_;                     ///< articles are the units
    std::vector<std::uint32_t> order_;    ///< entities by node
    std::vector<std::uint64_t> weights_;  ///< by node, in fixed point; empty when articles are counted and whole
    bool choosing_;                       ///< counting articles tells which edges are heavy
    Incidence named_;                     ///< publications by nodes
    Incidence together_;                  ///< sentences by nodes
    RowsByColumn articles_;               ///< nodes by publications
    RowsByColumn sentences_;              ///< nodes by sentences
    Partners partners_;
    // Of the row at work:
    std::vector<std::uint32_t>
        marks_;  ///< by node: its articles while they are counted, then its place in sums_, from 1
    std::vector<std::uint32_t> targets_;  ///< whose mark is not 0, and room for one more than there may be
    std::size_t found_ = 0;               ///< of targets_
    std::vector<Sum> sums_;
};

}  // namespace entente
