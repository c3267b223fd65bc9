// SPDX-License-Identifier: Apache-2.0
// Parts of the calendar: which there are, and counting in one of them.
#include <algorithm>
#include <cstddef>

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
    Period all;
    for (const auto& article : rows_->articles) {
        const auto date = article.date;
        if (!date.known()) {
            ++slices.undated;
            continue;
        }
        const auto slice = slice_at(earliest(date), unit);
        if (slice.place_of(date) != Period::Place::inside) {
            ++slices.unclear;
            continue;
        }
        all.from = all.from.known() ? std::min(all.from, slice.from) : slice.from;
        all.to = std::max(all.to, slice.to);
    }
    if (!all.from.known()) return slices;
    for (auto slice = slice_at(all.from, unit); slice.from <= all.to; slice = next_slice(slice, unit)) {
        slices.periods.push_back(slice);
    }
    return slices;
}

}  // namespace entente
