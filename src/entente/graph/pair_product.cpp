// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/pair_product.hpp>

#include <algorithm>
#include <utility>

#include <entente/graph/significant.hpp>

namespace entente {
namespace {

/// Publications by nodes.
Incidence named_by(std::span<const Publication> publications, const CorpusRows& rows,
                   std::span<const std::uint32_t> ranks) {
    Incidence named(rows.named_together.limit());
    std::vector<std::uint32_t> nodes;
    for_each_publication(publications, rows, [&](const Publication&, std::span<const Appearance> appearances) {
        nodes.clear();
        for (const auto& appearance : appearances) nodes.push_back(ranks[appearance.entity]);
        std::ranges::sort(nodes);
        named.append(nodes);
        named.end_row();
    });
    named.settle();
    return named;
}

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

PairProduct::PairProduct(const CorpusRows& rows, const ArticleShares& shares, std::span<const Publication> publications,
                         std::span<const std::uint32_t> ranks, const CountOptions& options, std::uint32_t least_weight)
    : rows_(rows),
      shares_(shares),
      options_(options),
      least_weight_(least_weight),
      certain_(rows.doubts.empty() && !shares.fractional),
      by_article_(options.unit == Unit::article && options.decay == Decay::none),
      order_(inverse_of(ranks)),
      weights_(certain_ && by_article_ && options.counting == Counting::full ? 0 : ranks.size()),
      choosing_(least_weight > 1 && weights_.empty()),
      named_(named_by(publications, rows, ranks)),
      together_(shares.left_out ? sentences_that_count(rows, shares).renamed(ranks)
                                : rows.named_together.renamed(ranks)),
      articles_(named_, ranks.size()),
      sentences_(together_, ranks.size()),
      partners_(rows, together_, sentences_, ranks, options),
      marks_(ranks.size()),
      targets_(ranks.size() + 1) {
    pages_.reserve(publications.size());
    for (const auto& [publisher, article, copy] : publications) {
        pages_.push_back({DateRange(rows.articles[article].date), publisher, article});
        copies_.push_back(copy);
        lists_.push_back(rows.is_list(article));
    }
}

std::size_t PairProduct::pairs() {
    std::size_t total = 0;
    for (std::uint32_t source = 0; source < marks_.size(); ++source) {
        count_articles(source);
        total += found_;
        for (const auto target : std::span(targets_).first(found_)) marks_[target] = 0;
    }
    return total;
}

void PairProduct::append_row(std::uint32_t source, std::vector<Edge>& edges) {
    found_ = 0;
    sums_.clear();
    if (choosing_) choose_heavy(source);
    if (choosing_ && found_ == 0) return;
    add_articles(source);
    add_sentences(source);
    if (!choosing_) sort_targets(source);
    for (const auto target : std::span(targets_).first(found_)) {
        const auto& sum = sums_[std::exchange(marks_[target], 0) - 1];
        const auto weight = weight_of(sum, target);
        if (weight < least_weight_) {
            ++light_edges_;
            continue;
        }
        edges.push_back({.source = source,
                         .target = target,
                         .weight = weight,
                         .articles = sum.articles,
                         .sentences = sum.sentences,
                         .sources = sum.sources,
                         .first_date = sum.dates.first(),
                         .last_date = sum.dates.last(),
                         .evidence = {}});
    }
}

/// Calls `visit(number, target, amount)` for every greater node that a unit of a publication of `source` names too.
/// The amount is meant only where there are weights.
template <class Visit>
void PairProduct::publications_of(std::uint32_t source, Visit visit) {
    named_.for_each_row(articles_.rows(source), [&](std::uint32_t number, std::span<const std::uint32_t> named) {
        if (named.back() == source) {
            return;
        }
        const auto amount = weights_.empty() ? weight_one : amount_of(options_.counting, named.size());
        if (!by_article_ || lists_[number]) {
            for (const auto& partner : partners_.in(pages_[number].article, source)) {
                if (share_in(pages_[number].article, source, partner.node) > 0) {
                    visit(number, partner.node, by_article_ ? amount : partner.amount);
                }
            }
        } else if (certain_) {  // every article of `source` names it
            for (auto at = named.rbegin(); *at != source; ++at) visit(number, *at, amount);
        } else {
            for (auto at = named.rbegin(); *at != source; ++at) {
                if (share_in(pages_[number].article, source, *at) > 0) visit(number, *at, amount);
            }
        }
    });
}

std::uint32_t PairProduct::share_in(std::size_t article, std::uint32_t source, std::uint32_t target) const {
    return certain_ ? Doubt::whole : shares_.part_of(article, rows_.share_of(article, order_[source], order_[target]));
}

/// Marks all targets with the number of their articles.
void PairProduct::count_articles(std::uint32_t source) {
    auto* next = targets_.data();
    publications_of(source, [&](std::uint32_t number, std::uint32_t target, std::uint64_t) {
        if (copies_[number]) return;
        *next = target;  // stays when it is new: branches that nobody can guess cost more
        next += marks_[target]++ == 0 ? 1 : 0;
    });
    found_ = static_cast<std::size_t>(next - targets_.data());
}

/// Marks the targets of heavy edges with places, in order.
void PairProduct::choose_heavy(std::uint32_t source) {
    count_articles(source);
    std::size_t heavy = 0;
    for (const auto target : std::span(targets_).first(found_)) {
        auto& articles = marks_[target];
        targets_[heavy] = target;
        heavy += articles >= least_weight_ ? 1 : 0;
        articles = articles >= least_weight_ ? articles : 0;
    }
    light_edges_ += found_ - heavy;
    found_ = heavy;
    sort_targets(source);
    for (std::uint32_t place = 0; place < found_; ++place) marks_[targets_[place]] = place + 1;
    sums_.resize(found_);
}

void PairProduct::add_articles(std::uint32_t source) {
    publications_of(source, [&](std::uint32_t number, std::uint32_t target, std::uint64_t amount) {
        auto& place = marks_[target];
        if (place == 0) {
            if (choosing_) return;
            targets_[found_++] = target;
            sums_.emplace_back();
            place = static_cast<std::uint32_t>(found_);
        }
        auto& sum = sums_[place - 1];
        const auto& page = pages_[number];
        sum.sources += sum.publisher != page.publisher ? 1 : 0;
        sum.publisher = page.publisher;
        if (copies_[number]) return;
        ++sum.articles;
        sum.dates.add(page.dates);
        if (!weights_.empty()) {
            const auto share = share_in(page.article, source, target);
            weights_[target] = added(weights_[target], part_of(amount, share));
        }
    });
}

void PairProduct::add_sentences(std::uint32_t source) {
    together_.for_each_row(sentences_.rows(source),
                           [this, source](std::uint32_t sentence, std::span<const std::uint32_t> named) {
                               const auto article = certain_ ? 0 : rows_.article_of_sentence(sentence);
                               for (auto at = named.rbegin(); *at != source; ++at) {
                                   const auto place = marks_[*at];
                                   if (place > 0 && (certain_ || share_in(article, source, *at) > 0)) {
                                       ++sums_[place - 1].sentences;
                                   }
                               }
                           });
}

double PairProduct::weight_of(const Sum& sum, std::uint32_t target) {
    if (weights_.empty()) {
        return sum.articles;
    }
    const auto weight = std::exchange(weights_[target], 0);
    return options_.counting == Counting::full && options_.decay == Decay::none
               ? static_cast<double>(weight / (weight_one / Doubt::whole)) / Doubt::whole
               : significant(static_cast<double>(weight) / static_cast<double>(weight_one));
}

/// Where most nodes are targets, reading all marks is faster than sorting.
void PairProduct::sort_targets(std::uint32_t source) {
    constexpr std::size_t dense = 16;
    if (found_ * dense < marks_.size() - source) {
        std::ranges::sort(std::span(targets_).first(found_));
        return;
    }
    auto next = targets_.begin();
    for (std::uint32_t target = source + 1; target < marks_.size(); ++target) {
        if (marks_[target] > 0) *next++ = target;
    }
}

}  // namespace entente
