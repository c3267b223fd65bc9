// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/article/date.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/doubt.hpp>
#include <entente/graph/incidence.hpp>
#include <entente/graph/stories.hpp>
#include <entente/tag/mention.hpp>

namespace entente {

inline constexpr std::uint32_t no_sentence = std::numeric_limits<std::uint32_t>::max();

/// One entity in one article: the row that the network half of the program works on.
struct Appearance {
    std::uint32_t entity = 0;              ///< counts into CorpusRows::labels
    std::uint32_t mentions = 0;            ///< that count
    std::uint32_t sentence = no_sentence;  ///< the first that names it, among the kept ones of its article
};

/// A sentence that may be quoted.
struct KeptSentence {
    std::uint32_t end = 0;     ///< byte of CorpusArticle::text; it begins where the one before it ends
    std::uint32_t length = 0;  ///< code points
};

struct CorpusArticle {
    std::string title;
    Date date;
    std::uint64_t content = 0;    ///< hash of the row, to know the same row again
    std::size_t appearances = 0;  ///< where its own begin in CorpusRows::appearances
    std::size_t sentences = 0;    ///< where its own begin in CorpusRows::sentences
    std::string text;             ///< its kept sentences, one behind the other
};

/// What a Corpus keeps of its articles, in the order in which they and their entities came.
///
/// Of the sentences only those are kept that an edge may quote or count: that name two entities, or one for the
/// first time in an article that names two.
struct CorpusRows {
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Numbers = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    Numbers article_numbers;  ///< by id
    Numbers entity_numbers;
    std::vector<CorpusArticle> articles;
    std::vector<EntityLabel> labels;
    std::vector<Appearance> appearances;
    std::vector<KeptSentence> sentences;
    Incidence named_together;  ///< kept sentences by entities; a row without any names fewer than two
    std::unordered_map<std::size_t, Doubt> doubts;  ///< by article; of those without one everything is sure
    std::set<std::string> gazetteers;
    SignatureTable signatures;  ///< by article; empty when each article counts

    [[nodiscard]] std::span<const Appearance> appearances_in(std::size_t article) const {
        const auto end = article + 1 < articles.size() ? articles[article + 1].appearances : appearances.size();
        return std::span(appearances).subspan(articles[article].appearances, end - articles[article].appearances);
    }
    /// What the article adds to the weight of two entities that it names, or may name; see Doubt::share_of().
    [[nodiscard]] std::uint32_t share_of(std::size_t article, std::uint32_t one, std::uint32_t other) const {
        if (doubts.empty()) {
            return Doubt::whole;
        }
        const auto doubt = doubts.find(article);
        return doubt == doubts.end() ? Doubt::whole : doubt->second.share_of(one, other);
    }
    [[nodiscard]] std::size_t article_of_sentence(std::size_t sentence) const {
        const auto behind = std::ranges::upper_bound(articles, sentence, {}, &CorpusArticle::sentences);
        return static_cast<std::size_t>(behind - articles.begin()) - 1;
    }
    [[nodiscard]] std::size_t end_of_sentences(std::size_t article) const {
        return article + 1 < articles.size() ? articles[article + 1].sentences : sentences.size();
    }
};

/// Which mentions of an article count, see CountOptions.
using Counts = std::function<bool(const Mention&, const EntityLabel&)>;

/// Whether the article is new; one with the id and the content of an earlier one adds nothing.
/// Errors: throws Error when the id is that of another article.
bool add_article(CorpusRows& rows, const TaggedArticle& article, const Counts& counts, Ambiguous ambiguous,
                 bool keep_text);

/// By number. The views hold as long as no article is added.
[[nodiscard]] std::vector<std::string_view> article_ids(const CorpusRows& rows);

/// Articles by entities, both by number; of an article whose share is 0 nobody.
[[nodiscard]] Incidence named_entities(const CorpusRows& rows, std::span<const std::uint32_t> shares);

}  // namespace entente
