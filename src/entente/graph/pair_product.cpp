// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/pair_product.hpp>

#include <algorithm>
#include <utility>

#include <entente/graph/significant.hpp>

namespace entente {
namespace {

Incidence named_by(std::span<const Publication> publications, const CorpusRows& rows) {
    Incidence named(rows.named_together.limit());
    for (const auto& publication : publications) {
        for (const auto& appearance : rows.appearances_in(publication.article)) {
            named.append(appearance.entity);
        }
        named.end_row();
    }
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
                         std::span<const std::uint32_t> ranks, const CountOptions& options)
    : rows_(rows),
      shares_(shares),
      options_(options),
      certain_(rows.doubts.empty() && !shares.fractional),
      by_article_(options.unit == Unit::article && options.decay == Decay::none),
      order_(inverse_of(ranks)),
      weights_(certain_ && by_article_ && options.counting == Counting::full ? 0 : ranks.size()),
      named_(named_by(publications, rows).renamed(ranks)),
      together_(shares.left_out ? sentences_that_count(rows, shares).renamed(ranks)
                                : rows.named_together.renamed(ranks)),
      articles_(named_, ranks.size()),
      sentences_(together_, ranks.size()),
      partners_(rows, together_, sentences_, ranks, options),
      sums_(ranks.size()) {
    pages_.reserve(publications.size());
    for (const auto& publication : publications) {
        const DateRange dates(rows.articles[publication.article].date);
        pages_.push_back({publication, dates, rows.is_list(publication.article)});
    }
}

std::size_t PairProduct::edges() {
    std::size_t total = 0;
    for (std::uint32_t source = 0; source < sums_.size(); ++source) {
        articles_of(source, [this](const Page& page, std::uint32_t target, std::uint64_t) {
            touch(target, page.publication.publisher);
        });
        total += touched_.size();
        for (const auto target : touched_) {
            sums_[target] = {};
        }
        touched_.clear();
    }
    return total;
}

void PairProduct::append_row(std::uint32_t source, std::vector<Edge>& edges) {
    articles_of(source, [this, source](const Page& page, std::uint32_t target, std::uint64_t amount) {
        auto& sum = touch(target, page.publication.publisher);
        if (page.publication.copy) {
            return;
        }
        ++sum.articles;
        sum.dates.add(page.dates);
        if (!weights_.empty()) {
            const auto share = share_in(page.publication.article, source, target);
            weights_[target] = added(weights_[target], part_of(amount, share));
        }
    });
    add_sentences(source);
    sort_touched(source);
    for (const auto target : touched_) {
        const auto sum = std::exchange(sums_[target], {});
        edges.push_back({.source = source,
                         .target = target,
                         .weight = weight_of(sum, target),
                         .articles = sum.articles,
                         .sentences = sum.sentences,
                         .sources = sum.sources,
                         .first_date = sum.dates.first(),
                         .last_date = sum.dates.last(),
                         .evidence = {}});
    }
    touched_.clear();
}

/// Calls `visit(page, target, amount)` for every greater node that a unit of an article of `source` names too.
/// The amount is meant only where there are weights.
template <class Visit>
void PairProduct::articles_of(std::uint32_t source, Visit visit) {
    named_.for_each_row(articles_.rows(source), [&](std::uint32_t number, std::span<const std::uint32_t> named) {
        const auto& page = pages_[number];
        const auto article = page.publication.article;
        if (named.back() == source) {
            return;
        }
        const auto amount = weights_.empty() ? weight_one : amount_of(options_.counting, named.size());
        if (!by_article_ || page.list) {
            for (const auto& partner : partners_.in(article, source)) {
                if (share_in(article, source, partner.node) > 0) {
                    visit(page, partner.node, by_article_ ? amount : partner.amount);
                }
            }
            return;
        }
        for (auto at = named.rbegin(); *at != source; ++at) {  // every article of `source` names it
            if (share_in(article, source, *at) > 0) {
                visit(page, *at, amount);
            }
        }
    });
}

std::uint32_t PairProduct::share_in(std::size_t article, std::uint32_t source, std::uint32_t target) const {
    return certain_ ? Doubt::whole : shares_.part_of(article, rows_.share_of(article, order_[source], order_[target]));
}

void PairProduct::add_sentences(std::uint32_t source) {
    together_.for_each_row(sentences_.rows(source),
                           [this, source](std::uint32_t sentence, std::span<const std::uint32_t> named) {
                               const auto article = certain_ ? 0 : rows_.article_of_sentence(sentence);
                               for (auto at = named.rbegin(); *at != source; ++at) {
                                   sums_[*at].sentences += certain_ || share_in(article, source, *at) > 0 ? 1 : 0;
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

PairProduct::Sum& PairProduct::touch(std::uint32_t target, std::uint32_t publisher) {
    auto& sum = sums_[target];
    if (sum.sources == 0) {
        touched_.push_back(target);
    }
    sum.sources += sum.publisher != publisher ? 1 : 0;
    sum.publisher = publisher;
    return sum;
}

/// Where most places are touched, reading all of them is faster than sorting.
void PairProduct::sort_touched(std::uint32_t source) {
    constexpr std::size_t dense = 16;
    if (touched_.size() * dense < sums_.size() - source) {
        std::sort(touched_.begin(), touched_.end());
        return;
    }
    touched_.clear();
    for (std::uint32_t target = source + 1; target < sums_.size(); ++target) {
        if (sums_[target].sources > 0) {
            touched_.push_back(target);
        }
    }
}

}  // namespace entente
