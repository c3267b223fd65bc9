// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/pair_product.hpp>

#include <algorithm>
#include <bit>
#include <utility>

#include <entente/graph/significant.hpp>
#include <entente/text/prefetch.hpp>

namespace entente {
namespace {

/// Sentences by entities, those of articles that count.
Incidence sentences_that_count(const CorpusRows& rows, const ArticleShares& shares) {
    Incidence counted(rows.named_together.limit());
    for (std::size_t article = 0; article < rows.articles.size(); ++article) {
        for (auto sentence = rows.articles[article].sentences; sentence < rows.end_of_sentences(article); ++sentence) {
            if (shares.shares[article] > 0) {
                counted.append(rows.named_together.row(sentence));
            }
            counted.end_row();
        }
    }
    counted.settle();
    return counted;
}

constexpr std::size_t word_bits = 64;

/// Never nothing.
std::uint64_t part_of(std::uint64_t amount, std::uint32_t share) {
    const auto part = amount / Doubt::whole * share + amount % Doubt::whole * share / Doubt::whole;
    return std::max<std::uint64_t>(part, 1);
}

}  // namespace

PairProduct::PairProduct(const CorpusRows& rows, const ArticleShares& shares, Pages& pages,
                         std::span<const std::uint32_t> ranks, const CountOptions& options, std::uint32_t least_weight)
    : rows_(rows),
      shares_(shares),
      options_(options),
      ranks_(ranks),
      least_weight_(least_weight),
      certain_(rows.doubts.empty() && !shares.fractional),
      by_article_(options.unit == Unit::article && options.decay == Decay::none),
      order_(inverse_of(ranks)),
      together_(shares.left_out ? sentences_that_count(rows, shares).renamed(ranks)
                                : rows.named_together.renamed(ranks)),
      sentences_(together_, ranks.size()),
      partners_(rows, together_, sentences_, ranks, options),
      pages_(pages),
      sums_(ranks.size()),
      together_in_(ranks.size()),
      weights_(certain_ && by_article_ && options.counting == Counting::full ? 0 : ranks.size()),
      targets_(ranks.size() + 1),
      is_heavy_(ranks.size() / word_bits + 1) {}

NodeTally PairProduct::append_row(std::uint32_t source, KeptEdges& edges) {
    NodeTally tally;
    add_pages(order_[source], tally);
    tally.mentions = pages_.mentions(order_[source]);
    choose_heavy();
    if (found_ > 0) {
        sort_targets(source);
        add_sentences(source);
    }
    for (const auto target : std::span(targets_).first(found_)) {
        const auto& sum = sums_[target];
        edges.append({.target = ranks_[target],
                      .articles = sum.articles,
                      .sentences = std::exchange(together_in_[target], 0),
                      .sources = sum.sources,
                      .dates = sum.dates,
                      .weight = weight_of(target)});
        forget(target);
    }
    edges.end_row();
    return tally;
}

/// Calls `visit(target, amount)` for every entity of a greater node that a unit of the page names beside `source`.
/// The amount is meant only where there are weights.
template <class Visit>
void PairProduct::for_each_partner(const Page& page, PackedNames names, std::uint32_t source, Visit visit) {
    const auto amount = weights_.empty() || page.named < 2 ? weight_one : amount_of(options_.counting, page.named);
    if (!by_article_ || page.list) {
        if (names[0] == source) return;
        for (const auto& partner : partners_.in(page.article, ranks_[source])) {
            const auto target = order_[partner.node];
            if (share_in(page.article, source, target) > 0) visit(target, by_article_ ? amount : partner.amount);
        }
    } else {
        for (auto target = names.next(); target != source; target = names.next()) {
            if (share_in(page.article, source, target) > 0) visit(target, amount);
        }
    }
}

std::uint32_t PairProduct::share_in(std::size_t article, std::uint32_t source, std::uint32_t target) const {
    return certain_ ? Doubt::whole : shares_.part_of(article, rows_.share_of(article, source, target));
}

void PairProduct::add_pages(std::uint32_t source, NodeTally& tally) {
    auto* next = targets_.data();
    const auto meet = [sums = sums_.data(), &next](std::uint32_t target, const Page& page) {
        auto& sum = sums[target];
        *next = target;  // stays when it is new: branches that nobody can guess cost more
        next += sum.sources == 0 ? 1 : 0;
        sum.sources += sum.publisher != page.publisher ? 1 : 0;
        sum.publisher = page.publisher;
        sum.articles += 1 - page.copy;
        sum.dates.add(page.dates);
    };
    const auto add = [&](const Page& page, PackedNames names) {
        tally.add(page);
        if (weights_.empty() && page.list == 0) {
            for (auto target = names.next(); target != source; target = names.next()) meet(target, page);
            return;
        }
        for_each_partner(page, names, source, [&](std::uint32_t target, std::uint64_t amount) {
            meet(target, page);
            if (weights_.empty() || page.copy != 0) return;
            weights_[target] = added(weights_[target], part_of(amount, share_in(page.article, source, target)));
        });
    };
    pages_.for_each(source, add, [sums = sums_.data()](std::uint32_t named, PackedNames names) {
        constexpr std::uint32_t most = 8;
        for (std::uint32_t i = 0; i < std::min(named, most); ++i) prefetch_line(&sums[names.next()]);
    });
    found_ = static_cast<std::size_t>(next - targets_.data());
}

/// Leaves only the targets of edges that weigh enough.
void PairProduct::choose_heavy() {
    std::size_t heavy = 0;
    for (const auto target : std::span(targets_).first(found_)) {
        targets_[heavy] = target;
        if (weights_.empty() ? sums_[target].articles >= least_weight_ : weight_of(target) >= least_weight_) {
            ++heavy;
        } else {
            forget(target);
        }
    }
    light_edges_ += found_ - heavy;
    found_ = heavy;
}

void PairProduct::add_sentences(std::uint32_t source) {
    together_.for_each_row(sentences_.rows(source), [&](std::uint32_t sentence, std::span<const std::uint32_t> named) {
        const auto article = certain_ ? 0 : rows_.article_of_sentence(sentence);
        for (auto at = named.rbegin(); *at != source; ++at) {
            const auto target = order_[*at];
            if (sums_[target].sources > 0 && share_in(article, order_[source], target) > 0) ++together_in_[target];
        }
    });
}

double PairProduct::weight_of(std::uint32_t target) const {
    if (weights_.empty()) {
        return sums_[target].articles;
    }
    const auto weight = weights_[target];
    return options_.counting == Counting::full && options_.decay == Decay::none
               ? static_cast<double>(weight / (weight_one / Doubt::whole)) / Doubt::whole
               : significant(static_cast<double>(weight) / static_cast<double>(weight_one));
}

/// By node. To set a bit for each and to read all bits is faster than to sort, but for a few in a large network.
void PairProduct::sort_targets(std::uint32_t source) {
    const auto targets = std::span(targets_).first(found_);
    constexpr std::size_t sparse = 2048;
    if (found_ < (ranks_.size() - source) / sparse) {
        std::ranges::sort(targets, {}, [this](std::uint32_t target) { return ranks_[target]; });
        return;
    }
    for (const auto target : targets) {
        is_heavy_[ranks_[target] / word_bits] |= std::uint64_t{1} << ranks_[target] % word_bits;
    }
    auto next = targets.begin();
    for (std::size_t word = source / word_bits; next != targets.end(); ++word) {
        for (auto bits = std::exchange(is_heavy_[word], 0); bits != 0; bits &= bits - 1) {
            *next++ = order_[word * word_bits + static_cast<std::size_t>(std::countr_zero(bits))];
        }
    }
}

}  // namespace entente
