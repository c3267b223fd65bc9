// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/pair_product.hpp>

#include <algorithm>
#include <utility>

#include <entente/graph/significant.hpp>

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
      together_(shares.left_out ? sentences_that_count(rows, shares).renamed(pages.places())
                                : rows.named_together.renamed(pages.places())),
      sentences_(together_, ranks.size()),
      partners_(rows, together_, sentences_, pages.places(), options),
      pages_(pages),
      sums_(ranks.size()),
      together_in_(ranks.size()),
      weights_(certain_ && by_article_ && options.counting == Counting::full ? 0 : ranks.size()),
      targets_(ranks.size() + 1) {}

NodeTally PairProduct::append_row(std::uint32_t source, KeptEdges& edges) {
    NodeTally tally;
    add_pages(source, tally);
    tally.mentions = pages_.mentions(source);
    choose_heavy();
    if (found_ > 0) add_sentences(source);
    const auto node = ranks_[pages_.entities()[source]];
    for (const auto target : std::span(targets_).first(found_)) {
        const auto& sum = sums_[target];
        const auto other = ranks_[pages_.entities()[target]];
        edges.append({.source = std::min(node, other),
                      .target = std::max(node, other),
                      .articles = sum.articles,
                      .sentences = std::exchange(together_in_[target], 0),
                      .sources = sum.sources,
                      .dates = sum.dates,
                      .weight = weight_of(target)});
        forget(target);
    }
    return tally;
}

/// Calls `visit(target, amount)` for every greater place that a unit of the page names beside `source`.
/// The amount is meant only where there are weights.
template <class Visit>
void PairProduct::for_each_partner(const Page& page, PackedNames names, std::uint32_t source, Visit visit) {
    const auto amount = weights_.empty() || page.named < 2 ? weight_one : amount_of(options_.counting, page.named);
    if (!by_article_ || page.list) {
        if (names[0] == source) return;
        for (const auto& partner : partners_.in(page.article, source)) {
            if (share_in(page.article, source, partner.place) > 0) {
                visit(partner.place, by_article_ ? amount : partner.amount);
            }
        }
    } else {
        for (auto target = names.next(); target != source; target = names.next()) {
            if (share_in(page.article, source, target) > 0) visit(target, amount);
        }
    }
}

std::uint32_t PairProduct::share_in(std::size_t article, std::uint32_t source, std::uint32_t target) const {
    if (certain_) return Doubt::whole;
    const auto entities = pages_.entities();
    return shares_.part_of(article, rows_.share_of(article, entities[source], entities[target]));
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
    pages_.for_each(source, add);
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
            if (sums_[*at].sources > 0 && share_in(article, source, *at) > 0) ++together_in_[*at];
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

}  // namespace entente
