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
    std::uint32_t sentence = no_sentence;  ///< the first that names it, among those of its article
    std::uint32_t sentences = 0;           ///< that name it
};

/// A sentence that names somebody.
struct KeptSentence {
    std::uint32_t end = 0;     ///< byte of CorpusArticle::text; it begins where the one before it ends
    std::uint32_t length = 0;  ///< code points; 0 when its text is not kept
    std::uint64_t block = 0;   ///< its paragraph under its publisher, see RepeatedBlocks; 0 when nobody may compare it
    bool line = false;         ///< its paragraph is a line without a full stop
    bool ended = false;        ///< by a full stop of its own
    bool label = false;        ///< of fewer than four words
    bool paragraph = false;    ///< not in the same one as the kept sentence before it
    std::uint32_t number = 0;  ///< among all sentences of its article
};

struct CorpusArticle {
    std::string title;
    Date date;
    std::uint64_t content = 0;    ///< hash of the row, to know the same row again
    std::size_t appearances = 0;  ///< where its own begin in CorpusRows::appearances
    std::size_t sentences = 0;    ///< where its own begin in CorpusRows::sentences
    std::string text;             ///< its kept sentences, one behind the other
    std::uint32_t publisher = 0;  ///< counts into CorpusRows::publishers
    bool list = false;            ///< only sentences make pairs, see Corpus::clean()
};

/// What a Corpus keeps of its articles, in the order in which they and their entities came.
///
/// Of the sentences that name somebody only those keep their text that an edge may quote: with KeptText::telling those
/// that name two entities, or one for the first or second time in an article that names two.
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
    Incidence named_together;             ///< sentences by entities
    std::vector<std::uint32_t> mentions;  ///< beside the entries of `named_together`: how often each is named
    std::vector<std::string> publishers;
    Numbers publisher_numbers;
    std::unordered_map<std::size_t, Doubt> doubts;  ///< by article; of those without one everything is sure
    std::set<std::string> gazetteers;
    std::set<std::string> omitted;  ///< of CountOptions::omitted, who was met
    SignatureTable signatures;      ///< by article; empty when each article counts

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
    [[nodiscard]] std::span<const KeptSentence> sentences_of(std::size_t article) const {
        const auto begin = articles[article].sentences;
        return std::span(sentences).subspan(begin, end_of_sentences(article) - begin);
    }
    /// Empty where it is not kept.
    [[nodiscard]] std::string_view text_of(std::size_t article, std::size_t sentence) const {
        const auto& row = articles[article];
        const std::size_t begin = sentence == row.sentences ? 0 : sentences[sentence - 1].end;
        return std::string_view(row.text).substr(begin, sentences[sentence].end - begin);
    }
    [[nodiscard]] std::size_t end_of_sentences(std::size_t article) const {
        return article + 1 < articles.size() ? articles[article + 1].sentences : sentences.size();
    }
};

/// Which mentions of an article count, see CountOptions.
using Counts = std::function<bool(const Mention&, const EntityLabel&)>;

/// Which sentences keep their texts.
enum class KeptText : std::uint8_t {
    none,
    telling,  ///< those that an edge may quote when articles are the units, see CorpusRows
    all,      ///< all of an article that names two entities
};

/// Whether the article is new; one with the id and the content of an earlier one adds nothing.
/// Errors: throws Error when the id is that of another article.
bool add_article(CorpusRows& rows, const TaggedArticle& article, const Counts& counts, Ambiguous ambiguous,
                 KeptText texts);

/// By number. The views hold as long as no article is added.
[[nodiscard]] std::vector<std::string_view> article_ids(const CorpusRows& rows);

/// Articles by entities, both by number; of an article whose share is 0 nobody.
[[nodiscard]] Incidence named_entities(const CorpusRows& rows, std::span<const std::uint32_t> shares);

}  // namespace entente
