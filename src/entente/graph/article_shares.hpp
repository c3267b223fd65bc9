// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/doubt.hpp>
#include <entente/graph/stories.hpp>

namespace entente {

/// What each article adds to counts, by its number.
struct ArticleShares {
    std::vector<std::uint32_t> shares;  ///< of Doubt::whole, to the weight of an edge; 0 for a copy that does not count
    std::uint32_t articles = 0;         ///< of the corpus, or of the part of the calendar that is looked at
    std::uint32_t stories = 0;
    bool left_out = false;    ///< some share is 0
    bool fractional = false;  ///< some share is neither 0 nor whole

    /// What `share` of Doubt::whole is in the article. What is there never becomes nothing.
    [[nodiscard]] std::uint32_t part_of(std::size_t article, std::uint32_t share) const {
        return fractional && share > 0 ? std::max(share * shares[article] / Doubt::whole, 1U) : share;
    }
};

/// An article that counts, on the page of a publisher.
struct Publication {
    std::uint32_t article = 0;
    std::uint32_t publisher = 0;  ///< counts into CorpusRows::publishers
    bool copy = false;            ///< only a copy of it is on a page of this publisher

    friend auto operator<=>(const Publication&, const Publication&) = default;
};

/// Who prints the articles that count: their own publishers, and those of copies that do not count.
class Publications {
public:
    /// `rows` and `shares` must outlive it.
    Publications(const CorpusRows& rows, const Stories& stories, const ArticleShares& shares);

    /// Calls `visit` with each Publication, in the order of articles; that of the article itself comes first.
    template <class Visit>
    void for_each(Visit visit) const {
        auto copy = copies_.begin();
        for (std::uint32_t article = 0; article < rows_.articles.size(); ++article) {
            if (shares_.shares[article] == 0) continue;
            visit(Publication{article, rows_.articles[article].publisher, false});
            for (; copy != copies_.end() && copy->article == article; ++copy) visit(*copy);
        }
    }

private:
    const CorpusRows& rows_;
    const ArticleShares& shares_;
    std::vector<Publication> copies_;  ///< ascending
};

/// The other articles that print a story, by the one that stands for it; only where there are some.
using Copies = std::map<std::uint32_t, std::vector<std::uint32_t>>;
[[nodiscard]] Copies copies_of(const Stories& stories);

[[nodiscard]] ArticleShares shares_of(const Stories& stories, Duplicates duplicates);

/// What a Corpus found out of its articles, once and for all until another is added.
struct Corpus::Grouped {
    std::once_flag once;
    bool done = false;
    Stories stories;
    ArticleShares shares;
};

/// The numbers of the articles by date, those without one last, then by id.
[[nodiscard]] std::vector<std::uint32_t> dated_order(const CorpusRows& rows);

/// Groups the articles; without signatures each is a story of its own.
[[nodiscard]] Stories stories_in(const CorpusRows& rows, unsigned threads);

}  // namespace entente
