// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/article/date.hpp>
#include <entente/graph/article_numbers.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/doubt.hpp>
#include <entente/graph/incidence.hpp>
#include <entente/graph/stories.hpp>
#include <entente/tag/mention.hpp>
#include <entente/text/spilled_rows.hpp>

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
    std::uint64_t block = 0;   ///< its paragraph under its publisher, see RepeatedBlocks; 0 when nobody may compare it
    std::uint64_t text = 0;    ///< where it begins in CorpusRows::texts
    std::uint32_t bytes = 0;   ///< 0 when its text is not kept
    std::uint32_t length = 0;  ///< code points of the text that is kept
    bool line = false;         ///< its paragraph is a line without a full stop
    bool ended = false;        ///< by a full stop of its own
    bool label = false;        ///< of fewer than four words
    bool paragraph = false;    ///< not in the same one as the kept sentence before it
    std::uint32_t number = 0;  ///< among all sentences of its article
};

/// What begins at a number goes on to where that of the next article begins.
struct CorpusArticle {
    std::uint64_t content = 0;      ///< hash of the row, to know the same row again
    std::uint64_t id = 0;           ///< where it begins in CorpusRows::ids
    std::uint64_t title = 0;        ///< where it begins in CorpusRows::titles
    std::uint64_t appearances = 0;  ///< where its own begin in CorpusRows::appearances
    std::uint64_t sentences = 0;    ///< where its own begin in CorpusRows::sentences
    Date date;
    std::uint32_t publisher = 0;  ///< counts into CorpusRows::publishers
};

/// What a Corpus keeps of its articles, in the order in which they and their entities came: past the limit of memory in
/// files. settle() goes before reading.
///
/// Of the sentences that name somebody only those keep their text that an edge may quote: with KeptText::telling those
/// that name two entities, or one for the first or second time in an article that names two.
struct CorpusRows {
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Numbers = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    explicit CorpusRows(std::size_t memory) : limit(memory) {}

    MemoryLimit limit;
    ArticleNumbers article_numbers;  ///< by id; none while nobody adds articles
    Numbers entity_numbers;
    SpilledRows<CorpusArticle> articles{&limit};
    SpilledRows<char> ids{&limit};
    SpilledRows<char> titles{&limit};
    SpilledRows<char> texts{&limit};
    std::vector<EntityLabel> labels;
    SpilledRows<Appearance> appearances{&limit};
    SpilledRows<KeptSentence> sentences{&limit};
    Incidence named_together{&limit};             ///< sentences by entities
    SpilledRows<std::uint32_t> mentions{&limit};  ///< beside the entries of `named_together`: how often each is named
    std::vector<bool> lists;  ///< by article: only its sentences make pairs, see Corpus::clean(); empty when none is
    std::vector<std::string> publishers;
    Numbers publisher_numbers;
    std::unordered_map<std::size_t, Doubt> doubts;  ///< by article; of those without one everything is sure
    std::set<std::string> gazetteers;
    std::set<std::string> omitted;      ///< of CountOptions::omitted, who was met
    SignatureTable signatures{&limit};  ///< by article; empty when each article counts

    void settle();

    [[nodiscard]] std::string_view id_of(std::size_t article) const {
        return bytes_of(ids, articles[article].id, end_of(article, &CorpusArticle::id, ids.size()));
    }
    [[nodiscard]] std::string_view title_of(std::size_t article) const {
        return bytes_of(titles, articles[article].title, end_of(article, &CorpusArticle::title, titles.size()));
    }
    [[nodiscard]] std::span<const Appearance> appearances_in(std::size_t article) const {
        return appearances.rows(articles[article].appearances,
                                end_of(article, &CorpusArticle::appearances, appearances.size()));
    }
    [[nodiscard]] bool is_list(std::size_t article) const { return article < lists.size() && lists[article]; }
    /// What the article adds to the weight of two entities that it names, or may name; see Doubt::share_of().
    [[nodiscard]] std::uint32_t share_of(std::size_t article, std::uint32_t one, std::uint32_t other) const {
        if (doubts.empty()) {
            return Doubt::whole;
        }
        const auto doubt = doubts.find(article);
        return doubt == doubts.end() ? Doubt::whole : doubt->second.share_of(one, other);
    }
    [[nodiscard]] std::size_t article_of_sentence(std::size_t sentence) const {
        const auto numbers = std::views::iota(std::size_t{0}, articles.size());
        const auto first = [this](std::size_t article) { return articles[article].sentences; };
        return static_cast<std::size_t>(std::ranges::upper_bound(numbers, sentence, {}, first) - numbers.begin()) - 1;
    }
    [[nodiscard]] std::span<const KeptSentence> sentences_of(std::size_t article) const {
        return sentences.rows(articles[article].sentences, end_of_sentences(article));
    }
    /// Empty where it is not kept.
    [[nodiscard]] std::string_view text_of(const KeptSentence& sentence) const {
        return bytes_of(texts, sentence.text, sentence.text + sentence.bytes);
    }
    [[nodiscard]] std::size_t end_of_sentences(std::size_t article) const {
        return end_of(article, &CorpusArticle::sentences, sentences.size());
    }

private:
    [[nodiscard]] std::size_t end_of(std::size_t article, std::uint64_t CorpusArticle::*begin, std::size_t all) const {
        return article + 1 < articles.size() ? articles[article + 1].*begin : all;
    }
    static std::string_view bytes_of(const SpilledRows<char>& bytes, std::size_t begin, std::size_t end) {
        const auto rows = bytes.rows(begin, end);
        return {rows.data(), rows.size()};
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

/// The numbers of the entities in the order of their ids, which is that of the nodes.
[[nodiscard]] std::vector<std::uint32_t> entities_by_id(const CorpusRows& rows);
/// The place of each number in an order.
[[nodiscard]] std::vector<std::uint32_t> inverse_of(std::span<const std::uint32_t> order);

/// Articles by entities, both by number; of an article whose share is 0 nobody.
[[nodiscard]] Incidence named_entities(const CorpusRows& rows, std::span<const std::uint32_t> shares);

}  // namespace entente
