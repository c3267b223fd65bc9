// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/repeated_blocks.hpp>

#include <algorithm>
#include <span>
#include <utility>

#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/partitioned_rows.hpp>

namespace entente {
namespace {

constexpr std::uint32_t fewest_stories = 3;         // with one line
constexpr std::uint32_t fewest_with_prose = 5;      // stories with one paragraph of prose
constexpr std::uint32_t more_than_a_series = 20;    // stories: no series of follow-ups repeats itself so often
constexpr std::uint32_t same_subject_percent = 80;  // of the stories of a series name its subject
constexpr std::uint32_t at_edge_percent = 80;       // of the places of furniture

/// What the articles that print a block tell of it. Every part may be added in any order.
struct Repeat {
    std::uint64_t block = 0;
    std::uint32_t stories = 0;
    std::uint32_t places = 0;           ///< articles
    std::uint32_t at_edge = 0;          ///< places before or behind all that is the story's own
    std::uint32_t entities = 0;         ///< that it names, added up over places
    std::uint32_t named_elsewhere = 0;  ///< of these, that the story names too
    std::uint32_t subject = 0;          ///< places whose story names the entity that most of them name
    bool line = false;
    bool label = false;

    [[nodiscard]] bool is_furniture() const {
        const bool stands_apart = std::uint64_t{at_edge} * 100 >= std::uint64_t{places} * at_edge_percent;
        if (line && stories >= fewest_stories && (stands_apart || !label)) {
            return true;
        }
        const bool series = std::uint64_t{subject} * 100 >= std::uint64_t{places} * same_subject_percent;
        return !line && stands_apart && named_elsewhere * 2 < entities
               && stories >= (series ? more_than_a_series : fewest_with_prose);
    }
};

class RepeatedBlocks {
public:
    RepeatedBlocks(const CorpusRows& rows, std::span<const std::uint32_t> stories) : rows_(rows), stories_(stories) {}

    std::vector<std::uint64_t> furniture() {
        find_frequent();
        count_stories();
        for (std::size_t article = 0; article < rows_.articles.size(); ++article) {
            look_at(article);
        }
        count_subjects();
        std::vector<std::uint64_t> furniture;
        for (const auto& repeat : repeats_) {
            if (repeat.is_furniture()) {
                furniture.push_back(repeat.block);
            }
        }
        return furniture;
    }

private:
    /// Blocks of at least as many articles as furniture needs stories, ascending.
    void find_frequent() {
        constexpr std::size_t parts = 256;  // by the first byte
        PartitionedRows<std::uint64_t> blocks(rows_.signatures.limit(), parts, std::size_t{1} << 17);
        std::vector<std::uint64_t> some;
        for (std::size_t article = 0; article < rows_.articles.size(); ++article) {
            some.clear();
            for (const auto& sentence : rows_.sentences_of(article)) {
                if (sentence.block != 0) {
                    some.push_back(sentence.block);
                }
            }
            std::ranges::sort(some);
            const auto repeats = std::ranges::unique(some);
            for (const auto block : std::span(some.begin(), repeats.begin())) {
                blocks.append(block >> 56U, block);
            }
        }
        blocks.settle();
        for (std::size_t part = 0; part < parts; ++part) {
            some.clear();
            blocks.for_each(part, [&](std::uint64_t block) { some.push_back(block); });
            std::ranges::sort(some);
            for (auto begin = some.begin(), end = begin; begin != some.end(); begin = end) {
                end = std::upper_bound(begin, some.end(), *begin);
                if (end - begin >= fewest_stories) {
                    repeats_.push_back({.block = *begin});
                }
            }
        }
    }

    /// Keeps those of enough stories that have prose of their own: in an exact copy every block is repeated.
    void count_stories() {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> prints;
        for (std::uint32_t article = 0; article < rows_.articles.size(); ++article) {
            const auto sentences = rows_.sentences_of(article);
            const bool has_own = std::ranges::any_of(
                sentences, [this](const KeptSentence& sentence) { return !sentence.line && !find(sentence.block); });
            for (const auto& sentence : sentences) {
                if (has_own && find(sentence.block)) {
                    prints.emplace_back(sentence.block, stories_.empty() ? article : stories_[article]);
                }
            }
        }
        std::ranges::sort(prints);
        const auto repeats = std::ranges::unique(prints);
        prints.erase(repeats.begin(), repeats.end());
        for (const auto& [block, story] : prints) {
            ++find(block)->stories;
        }
        std::erase_if(repeats_, [](const Repeat& repeat) { return repeat.stories < fewest_stories; });
    }

    /// The repeats_ row of a block, if it has one.
    Repeat* find(std::uint64_t block) {
        const auto found = std::ranges::lower_bound(repeats_, block, {}, &Repeat::block);
        return found == repeats_.end() || found->block != block ? nullptr : &*found;
    }

    void look_at(std::size_t article) {
        const auto sentences = rows_.sentences_of(article);
        const auto is_own = [this](const KeptSentence& sentence) { return find(sentence.block) == nullptr; };
        if (repeats_.empty() || std::ranges::all_of(sentences, is_own)) {
            return;
        }
        const auto first_own = std::ranges::find_if(sentences, is_own) - sentences.begin();
        const auto behind_own = std::find_if(sentences.rbegin(), sentences.rend(), is_own).base() - sentences.begin();
        list_own_entities(article);
        for (std::ptrdiff_t i = 0; i < std::ssize(sentences); ++i) {
            const auto& sentence = sentences[static_cast<std::size_t>(i)];
            if (auto* repeat = find(sentence.block)) {
                ++repeat->places;
                repeat->at_edge += i < first_own || i >= behind_own ? 1 : 0;
                repeat->line = sentence.line;
                repeat->label = sentence.label;
                count_entities(*repeat, rows_.articles[article].sentences + static_cast<std::size_t>(i));
            }
        }
    }

    /// Whom the article names outside repeated blocks, ascending.
    void list_own_entities(std::size_t article) {
        own_.clear();
        for (auto sentence = rows_.articles[article].sentences; sentence < rows_.end_of_sentences(article);
             ++sentence) {
            if (find(rows_.sentences[sentence].block) == nullptr) {
                const auto named = rows_.named_together.row(sentence);
                own_.insert(own_.end(), named.begin(), named.end());
            }
        }
        std::ranges::sort(own_);
        const auto repeats = std::ranges::unique(own_);
        own_.erase(repeats.begin(), repeats.end());
    }

    void count_entities(Repeat& repeat, std::size_t sentence) {
        for (const auto entity : rows_.named_together.row(sentence)) {
            ++repeat.entities;
            repeat.named_elsewhere += std::ranges::binary_search(own_, entity) ? 1 : 0;
        }
        if (!repeat.line) {
            for (const auto entity : own_) {
                subjects_.emplace_back(repeat.block, entity);
            }
        }
    }

    void count_subjects() {
        std::ranges::sort(subjects_);
        for (std::size_t begin = 0, end = 0; begin < subjects_.size(); begin = end) {
            while (end < subjects_.size() && subjects_[end] == subjects_[begin]) {
                ++end;
            }
            auto& most = find(subjects_[begin].first)->subject;
            most = std::max(most, static_cast<std::uint32_t>(end - begin));
        }
    }

    const CorpusRows& rows_;
    std::span<const std::uint32_t> stories_;
    std::vector<Repeat> repeats_;  ///< ascending by block
    std::vector<std::uint32_t> own_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> subjects_;  ///< block, entity, for each of its places
};

}  // namespace

std::vector<std::uint64_t> furniture_in(const CorpusRows& rows, std::span<const std::uint32_t> stories) {
    return RepeatedBlocks(rows, stories).furniture();
}

}  // namespace entente
