// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include <entente/graph/article_shares.hpp>
#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/repeated_blocks.hpp>

namespace entente {
namespace {

constexpr std::size_t fewest_of_list = 8;     // entities that a table names
constexpr std::size_t most_in_sentence = 10;  // entities that a sentence of a list may pair

/// Takes the sentences of some paragraphs out of the rows, and the mentions in them.
class Removal {
public:
    Removal(CorpusRows& rows, const std::vector<std::uint64_t>& furniture) : rows_(rows), furniture_(furniture) {}

    std::vector<RepeatedBlock> run() {
        for (std::size_t article = 0; article < rows_.articles.size(); ++article) {
            copy(article);
        }
        rows_.articles = std::move(articles_);
        rows_.appearances = std::move(appearances_);
        rows_.sentences = std::move(sentences_);
        rows_.named_together = std::move(named_together_);
        rows_.mentions = std::move(mentions_);
        rows_.settle();
        return report();
    }

private:
    void copy(std::size_t article) {
        const auto own = rows_.appearances_in(article);
        std::vector<Appearance> kept(own.begin(), own.end());
        std::vector<std::size_t> left;
        for (auto sentence = rows_.articles[article].sentences; sentence < rows_.end_of_sentences(article);
             ++sentence) {
            if (std::ranges::binary_search(furniture_, rows_.sentences[sentence].block)) {
                leave_out(article, sentence, kept);
            } else {
                left.push_back(sentence);
            }
        }
        std::erase_if(kept, [](const Appearance& appearance) { return appearance.mentions == 0; });
        for (auto& appearance : kept) {
            appearance.sentence = first_sentence(left, appearance.entity);
        }
        articles_.append(rows_.articles[article]);
        articles_.back().appearances = appearances_.size();
        articles_.back().sentences = sentences_.size();
        appearances_.append(kept);
        auto next = rows_.articles[article].sentences;
        for (const auto sentence : left) {
            bool paragraph = false;
            for (; next <= sentence; ++next) paragraph = paragraph || rows_.sentences[next].paragraph;
            keep(sentence, paragraph);
        }
    }

    void keep(std::size_t sentence, bool paragraph) {
        sentences_.append(rows_.sentences[sentence]);
        sentences_.back().paragraph = paragraph;
        const auto first = rows_.named_together.entries_before(sentence);
        const auto named = rows_.named_together.row(sentence);
        for (std::size_t i = 0; i < named.size(); ++i) {
            named_together_.append(named[i]);
            mentions_.append(rows_.mentions[first + i]);
        }
        named_together_.end_row();
    }

    void leave_out(std::size_t article, std::size_t sentence, std::vector<Appearance>& kept) {
        const auto first = rows_.named_together.entries_before(sentence);
        const auto named = rows_.named_together.row(sentence);
        auto& block = found_[rows_.sentences[sentence].block];
        for (std::size_t i = 0; i < named.size(); ++i) {
            const auto appearance = std::ranges::find(kept, named[i], &Appearance::entity);
            appearance->mentions -= rows_.mentions[first + i];
            --appearance->sentences;
            block.row.mentions += rows_.mentions[first + i];
        }
        block.row.publisher = rows_.publishers[rows_.articles[article].publisher];
        if (block.last_article != article) {
            block.last_article = article;
            ++block.row.articles;
        }
        const auto text = rows_.text_of(rows_.sentences[sentence]);
        if (!text.empty() && (block.row.text.empty() || text < block.row.text)) {
            block.row.text = text;
        }
    }

    /// Of those that are left.
    std::uint32_t first_sentence(const std::vector<std::size_t>& left, std::uint32_t entity) const {
        const auto found = std::ranges::find_if(left, [&](std::size_t sentence) {
            const auto named = rows_.named_together.row(sentence);
            return std::ranges::find(named, entity) != named.end();
        });
        return found == left.end() ? no_sentence : static_cast<std::uint32_t>(found - left.begin());
    }

    std::vector<RepeatedBlock> report() {
        std::vector<RepeatedBlock> blocks;
        for (auto& [number, block] : found_) {
            blocks.push_back(std::move(block.row));
        }
        std::ranges::sort(blocks, [](const RepeatedBlock& one, const RepeatedBlock& other) {
            return std::tie(one.publisher, other.articles, other.mentions, one.text)
                   < std::tie(other.publisher, one.articles, one.mentions, other.text);
        });
        return blocks;
    }

    struct Found {
        RepeatedBlock row;
        std::size_t last_article = static_cast<std::size_t>(-1);
    };

    CorpusRows& rows_;
    const std::vector<std::uint64_t>& furniture_;
    std::map<std::uint64_t, Found> found_;
    SpilledRows<CorpusArticle> articles_{&rows_.limit};
    SpilledRows<Appearance> appearances_{&rows_.limit};
    SpilledRows<KeptSentence> sentences_{&rows_.limit};
    Incidence named_together_{&rows_.limit};
    SpilledRows<std::uint32_t> mentions_{&rows_.limit};
};

/// Whether an article names those whom it names in a table, or too many of them.
bool is_list(const CorpusRows& rows, std::size_t article, std::uint32_t max_entities) {
    const auto entities = rows.appearances_in(article).size();
    if (max_entities == 0 || entities > max_entities || entities < fewest_of_list) {
        return max_entities > 0 && entities > max_entities;
    }
    std::vector<std::uint32_t> in_prose;
    for (auto sentence = rows.articles[article].sentences; sentence < rows.end_of_sentences(article); ++sentence) {
        if (rows.sentences[sentence].ended) {
            const auto named = rows.named_together.row(sentence);
            in_prose.insert(in_prose.end(), named.begin(), named.end());
        }
    }
    std::ranges::sort(in_prose);
    const auto repeats = std::ranges::unique(in_prose);
    const auto in_lines = entities - static_cast<std::size_t>(repeats.begin() - in_prose.begin());
    return rows.end_of_sentences(article) > rows.articles[article].sentences && in_lines * 2 >= entities;
}

/// Sentences of lists that name too many are left without their names.
void cut_long_sentences(CorpusRows& rows) {
    Incidence named(&rows.limit);
    SpilledRows<std::uint32_t> mentions(&rows.limit);
    for (std::size_t article = 0; article < rows.articles.size(); ++article) {
        for (auto sentence = rows.articles[article].sentences; sentence < rows.end_of_sentences(article); ++sentence) {
            const auto row = rows.named_together.row(sentence);
            const auto first = rows.named_together.entries_before(sentence);
            const bool cut = rows.lists[article] && row.size() > most_in_sentence;
            for (std::size_t i = 0; i < (cut ? 0 : row.size()); ++i) {
                named.append(row[i]);
                mentions.append(rows.mentions[first + i]);
            }
            named.end_row();
        }
    }
    rows.named_together = std::move(named);
    rows.mentions = std::move(mentions);
    rows.settle();
}

std::vector<std::string> mark_lists(CorpusRows& rows, std::uint32_t max_entities) {
    std::vector<std::string> lists;
    rows.lists.assign(rows.articles.size(), false);
    for (std::size_t article = 0; article < rows.articles.size(); ++article) {
        if (is_list(rows, article, max_entities)) {
            rows.lists[article] = true;
            lists.emplace_back(rows.id_of(article));
        }
    }
    if (!lists.empty()) {
        cut_long_sentences(rows);
    }
    std::ranges::sort(lists);
    return lists;
}

}  // namespace

Cleaning Corpus::clean() {
    rows_->settle();
    Cleaning cleaning;
    if (!options_.keep_boilerplate) {
        const auto furniture = furniture_in(*rows_, grouped().stories.standing);
        if (!furniture.empty()) {
            cleaning.blocks = Removal(*rows_, furniture).run();
        }
    }
    cleaning.lists = mark_lists(*rows_, options_.max_entities);
    std::ranges::set_difference(options_.omitted, rows_->omitted, std::back_inserter(cleaning.unknown));
    return cleaning;
}

}  // namespace entente
