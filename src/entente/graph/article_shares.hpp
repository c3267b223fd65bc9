// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <span>
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

/// An article that counts, or whose copy counts in its place, and whose page it is.
struct Publication {
    std::uint32_t publisher = 0;  ///< counts into CorpusRows::publishers
    std::uint32_t article = 0;    ///< that counts
    bool copy = false;            ///< only a copy of it is on a page of this publisher

    friend auto operator<=>(const Publication&, const Publication&) = default;
};

/// By publisher, then by article; each article that counts is there once that is no copy.
[[nodiscard]] std::vector<Publication> publications_of(const CorpusRows& rows, const Stories& stories,
                                                       const ArticleShares& shares);

/// Calls `visit(publication, appearances)` for each. They jump about in the rows, so those ahead are fetched into the cache
/// meanwhile.
template <class Visit>
void for_each_publication(std::span<const Publication> publications, const CorpusRows& rows, Visit visit) {
    constexpr std::size_t ahead = 8;
    for (std::size_t i = 0; i < publications.size(); ++i) {
        if (i + 2 * ahead < publications.size()) {
            __builtin_prefetch(&rows.articles[publications[i + 2 * ahead].article]);
        }
        if (i + ahead < publications.size()) {
            const auto next = std::as_bytes(rows.appearances_in(publications[i + ahead].article));
            constexpr std::size_t line = 64;
            for (std::size_t at = 0; at < std::min(next.size(), 4 * line); at += line) __builtin_prefetch(&next[at]);
        }
        visit(publications[i], rows.appearances_in(publications[i].article));
    }
}

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
[[nodiscard]] Stories stories_in(const CorpusRows& rows);

}  // namespace entente
