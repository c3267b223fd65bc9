// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/article_shares.hpp>

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include <entente/graph/date_range.hpp>

namespace entente {
namespace {

/// How many bytes all ids begin with alike.
std::size_t common_begin(const CorpusRows& rows) {
    std::string common(rows.articles.size() > 0 ? rows.id_of(0) : std::string_view());
    for (std::size_t article = 1; article < rows.articles.size(); ++article) {
        const auto id = rows.id_of(article);
        common.resize(static_cast<std::size_t>(std::ranges::mismatch(common, id).in1 - common.begin()));
    }
    return common.size();
}

/// In the order of their bytes.
std::uint64_t eight_bytes(std::string_view text) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
        number = number << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    return number;
}

struct DatedKey {
    std::uint32_t date;
    std::uint32_t article;
    std::uint64_t id;  // eight bytes behind what all have in common, so that few ids are read again
};

/// By date, then by id.
std::vector<DatedKey> dated_keys(const CorpusRows& rows) {
    std::vector<DatedKey> keys(rows.articles.size());
    const auto common = common_begin(rows);
    for (std::uint32_t article = 0; article < keys.size(); ++article) {
        const DateRange date(rows.articles[article].date);
        keys[article] = {date.first_key(), article, eight_bytes(rows.id_of(article).substr(common))};
    }
    std::ranges::sort(keys, [&](const DatedKey& one, const DatedKey& other) {
        if (one.date != other.date) return one.date < other.date;
        return one.id != other.id ? one.id < other.id : rows.id_of(one.article) < rows.id_of(other.article);
    });
    return keys;
}

}  // namespace

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
    result.articles = static_cast<std::uint32_t>(articles);
    std::vector<std::uint32_t> prints(articles);  // of the story that the article stands for
    for (const auto standing : stories.standing) {
        result.stories += prints[standing]++ == 0 ? 1 : 0;
    }
    result.shares.assign(articles, Doubt::whole);
    if (duplicates == Duplicates::each || result.stories == articles) {
        return result;
    }
    result.left_out = duplicates == Duplicates::story;
    result.fractional = duplicates == Duplicates::fraction;
    for (std::size_t article = 0; article < articles; ++article) {
        const auto share = result.left_out ? 0 : Doubt::whole / prints[stories.standing[article]];
        const auto stands = prints[article];  // and has what the division left
        result.shares[article] = stands == 0 ? share : Doubt::whole - share * (stands - 1);
    }
    return result;
}

Publications::Publications(const CorpusRows& rows, const Stories& stories, const ArticleShares& shares)
    : rows_(rows), shares_(shares) {
    for (std::uint32_t article = 0; shares.left_out && article < rows.articles.size(); ++article) {
        const auto counted = stories.standing[article];
        if (shares.shares[article] > 0 || shares.shares[counted] == 0) continue;
        const auto publisher = rows.articles[article].publisher;
        if (publisher != rows.articles[counted].publisher) copies_.push_back({counted, publisher, true});
    }
    std::ranges::sort(copies_);
    const auto repeats = std::ranges::unique(copies_);
    copies_.erase(repeats.begin(), repeats.end());
}

std::vector<std::uint32_t> dated_order(const CorpusRows& rows) {
    const auto keys = dated_keys(rows);
    std::vector<std::uint32_t> order(keys.size());
    std::ranges::transform(keys, order.begin(), &DatedKey::article);
    return order;
}

Stories stories_in(const CorpusRows& rows, unsigned threads) {
    if (rows.signatures.size() < rows.articles.size()) {
        Stories each{std::vector<std::uint32_t>(rows.articles.size()), std::vector<Standing>(rows.articles.size())};
        std::iota(each.standing.begin(), each.standing.end(), 0U);
        return each;
    }
    std::vector<Merit> merits;
    merits.reserve(rows.articles.size());
    for (std::uint32_t article = 0; article < rows.articles.size(); ++article) {
        merits.push_back({.date = rows.articles[article].date, .titled = !rows.title_of(article).empty()});
    }
    std::uint32_t place = 0;
    for (const auto& key : dated_keys(rows)) merits[key.article].order = place++;
    return group_copies(rows.signatures, merits, threads);
}

}  // namespace entente
