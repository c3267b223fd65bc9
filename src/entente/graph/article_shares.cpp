// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/article_shares.hpp>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include <entente/graph/date_range.hpp>

namespace entente {

Copies copies_of(const Stories& stories) {
    Copies copies;
    for (std::uint32_t article = 0; article < stories.standing.size(); ++article) {
        if (stories.standing[article] != article) {
            copies[stories.standing[article]].push_back(article);
        }
    }
    return copies;
}

ArticleShares shares_of(const Stories& stories, Duplicates duplicates) {
    const auto articles = stories.standing.size();
    ArticleShares result;
    result.sources.assign(articles, 0);
    for (const auto standing : stories.standing) {
        result.stories += result.sources[standing]++ == 0 ? 1 : 0;
    }
    result.shares.assign(articles, Doubt::whole);
    if (duplicates == Duplicates::each) {
        result.sources.assign(articles, 1);
    } else if (result.stories < articles && duplicates == Duplicates::story) {
        result.left_out = true;
        std::ranges::transform(result.sources, result.shares.begin(),
                               [](std::uint32_t sources) { return sources > 0 ? Doubt::whole : 0U; });
    } else if (result.stories < articles) {
        result.fractional = true;
        for (std::size_t article = 0; article < articles; ++article) {
            result.shares[article] = Doubt::whole / result.sources[stories.standing[article]];
        }
        for (std::size_t article = 0; article < articles; ++article) {  // what the division left
            if (const auto sources = result.sources[article]; sources > 0) {
                result.shares[article] += Doubt::whole % sources;
            }
        }
        result.sources.assign(articles, 1);
    }
    return result;
}

std::vector<std::uint32_t> dated_order(const CorpusRows& rows) {
    const auto ids = article_ids(rows);
    std::vector<std::uint32_t> dates(rows.articles.size());
    std::ranges::transform(rows.articles, dates.begin(),
                           [](const CorpusArticle& article) { return DateRange(article.date).first_key(); });
    std::vector<std::uint32_t> order(rows.articles.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t number) { return std::pair(dates[number], ids[number]); });
    return order;
}

Stories stories_in(const CorpusRows& rows) {
    if (rows.signatures.size() < rows.articles.size()) {
        Stories each{std::vector<std::uint32_t>(rows.articles.size()), std::vector<Standing>(rows.articles.size())};
        std::iota(each.standing.begin(), each.standing.end(), 0U);
        return each;
    }
    std::vector<Merit> merits(rows.articles.size());
    std::uint32_t place = 0;
    for (const auto article : dated_order(rows)) {
        const auto& row = rows.articles[article];
        merits[article] = {.order = place++, .dated = row.date.known(), .titled = !row.title.empty()};
    }
    return group_copies(rows.signatures, merits);
}

}  // namespace entente
