// SPDX-License-Identifier: Apache-2.0
// Parts of the calendar: which there are, and counting in one of them.
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

#include <entente/graph/article_shares.hpp>
#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/count.hpp>

namespace entente {

void Corpus::narrow(const Period& period) {
    narrowed_.reset();
    if (period.open()) return;
    auto shares = grouped().shares;
    shares.left_out = true;
    shares.articles = 0;
    shares.stories = 0;
    for (std::size_t article = 0; article < rows_->articles.size(); ++article) {
        if (period.place_of(rows_->articles[article].date) == Period::Place::inside) {
            ++shares.articles;
            shares.stories += shares.shares[article] > 0 ? 1 : 0;
        } else {
            shares.shares[article] = 0;
        }
    }
    narrowed_ = std::make_unique<const ArticleShares>(std::move(shares));
}

const ArticleShares& Corpus::shares() const { return narrowed_ ? *narrowed_ : grouped().shares; }

CorpusSlices Corpus::slices(SliceUnit unit) const {
    CorpusSlices slices;
    std::map<Date, std::uint32_t> articles;  // by the first day of a slice
    rows_->settle();
    for (std::size_t article = 0; article < rows_->articles.size(); ++article) {
        const auto date = rows_->articles[article].date;
        if (!date.known()) {
            ++slices.undated;
            continue;
        }
        const auto slice = slice_at(earliest(date), unit);
        const bool has_place = slice.place_of(date) == Period::Place::inside;
        ++(has_place ? articles[slice.from] : slices.unclear);
    }
    if (articles.empty()) return slices;
    const auto last = articles.rbegin()->first;
    for (auto slice = slice_at(articles.begin()->first, unit); slice.from <= last; slice = next_slice(slice, unit)) {
        const auto known = articles.find(slice.from);
        slices.periods.push_back(slice);
        slices.articles.push_back(known == articles.end() ? 0 : known->second);
    }
    return slices;
}

}  // namespace entente
