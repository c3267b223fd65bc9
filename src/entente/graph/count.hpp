// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/graph/period.hpp>
#include <entente/graph/slice.hpp>
#include <entente/graph/stories.hpp>
#include <entente/tag/mention.hpp>

namespace entente {

/// Whom an undecided mention counts for.
enum class Ambiguous : std::uint8_t {
    drop,   ///< nobody
    top,    ///< its first candidate
    split,  ///< each candidate, by its score
};

/// How articles count that print one story, see stories.hpp.
enum class Duplicates : std::uint8_t {
    story,     ///< one of them, which stands for all
    each,      ///< every one, as if no other did; their signatures are not kept
    fraction,  ///< each as its part: of three copies a third
};

/// What of an article has to name two entities for an edge, and is counted by its weight.
enum class Unit : std::uint8_t {
    article,
    paragraph,
    sentence,
    window,  ///< some sentences, one behind the other: each sentence stands in as many windows as these have sentences
};

/// What a unit that names k entities adds to the weight of each of its pairs.
enum class Counting : std::uint8_t {
    full,         ///< 1
    entity_one,   ///< 1/(k - 1): each of the k has 1 in all
    article_one,  ///< 2/(k (k - 1)): the unit has 1 in all
};

/// How two mentions weigh that are d sentences apart: exp(-d).
enum class Decay : std::uint8_t {
    none,     ///< they do not: units are counted
    sum,      ///< all pairs of mentions in an article are added up
    nearest,  ///< the nearest pair of an article counts
};

inline constexpr std::uint32_t most_apart = 20;  ///< sentences, for which Decay has weights

/// Which mentions count, and which pairs make an edge. No option brings back a mention in a credit or a by-line.
struct CountOptions {
    /// Whether a mention of this kind makes its entity appear, in the order of MentionKind. Nested names and roles
    /// do not, unless asked for.
    std::array<bool, mention_kinds> kinds = {true, true, true, true, true, true, true, false, true, false};
    std::set<EntityType> types = {EntityType::person, EntityType::country, EntityType::organization};
    Ambiguous ambiguous = Ambiguous::drop;
    Duplicates duplicates = Duplicates::story;
    Unit unit = Unit::article;
    std::uint32_t window = 1;  ///< sentences of Unit::window
    Counting counting = Counting::full;
    Decay decay = Decay::none;        ///< else in place of `unit` and `counting`
    std::uint32_t reach = 5;          ///< sentences that mentions are apart at most, of Decay; up to most_apart
    std::size_t evidence = 3;         ///< items for each edge; with 0 no sentences are kept in memory
    bool keep_boilerplate = false;    ///< page furniture counts, marked or repeated
    std::uint32_t max_entities = 50;  ///< an article that names more is a list, see Corpus::clean(); 0: none is
    std::size_t memory = std::size_t{64} << 20;  ///< bytes for rows; with more they lie in temporary files
    std::set<std::string, std::less<>> omitted;  ///< ids or labels of entities that do not count
    unsigned threads = 1;                        ///< that look for copies; they change no byte
    Period period;                               ///< as if only the articles inside of it had been given

    [[nodiscard]] bool counts(MentionKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
    /// Why a mention of the entity does not count; empty when it does.
    [[nodiscard]] std::string_view refusal(const Mention& mention, const EntityLabel& entity) const;
    void count_kind(MentionKind kind, bool counted) { kinds[static_cast<std::size_t>(kind)] = counted; }
};

/// A paragraph that its publisher prints under many stories.
struct RepeatedBlock {
    std::string publisher;  ///< see publisher_of()
    std::string text;       ///< a sentence of it; empty when no sentences are kept
    std::uint32_t articles = 0;
    std::uint64_t mentions = 0;  ///< that no longer count
};

/// What Corpus::clean() found.
struct Cleaning {
    std::vector<RepeatedBlock> blocks;  ///< by publisher, those of most articles first
    std::vector<std::string> lists;     ///< ids of articles, ascending
    std::vector<std::string> unknown;   ///< of CountOptions::omitted, who is nobody
};

/// The parts of the calendar that articles are of.
struct CorpusSlices {
    std::vector<Period> periods;          ///< from the first to the last, those between them too
    std::vector<std::uint32_t> articles;  ///< of each
    std::uint32_t undated = 0;            ///< articles that are in none
    std::uint32_t unclear = 0;            ///< articles of a longer time, such as a year where months are asked for
};

struct ArticleShares;
struct CorpusRows;
struct NodeTally;

/// A story that several articles print, with their ids, which hold as long as no article is added.
struct CopiedStory {
    std::string_view article;  ///< that stands for the story
    Standing reason = Standing::alone;
    std::vector<std::string_view> copies;  ///< the other ones, ascending
};

/// Collects tagged articles, in any order, and counts them into a network. The order of add() changes no byte of it.
///
/// Threads: none of its own; count() and add_evidence() may run beside each other, add() only alone.
class Corpus {
public:
    explicit Corpus(CountOptions options = {});
    ~Corpus();
    Corpus(Corpus&&) noexcept;
    Corpus& operator=(Corpus&&) noexcept;

    /// Whether the article is new. One that was added before, as when a shard is read twice, changes nothing; one
    /// outside of CountOptions::period is only counted as such.
    ///
    /// Errors:     throws Error when another article with the same id was added, and leaves the corpus as it was.
    /// Complexity: O(bytes of the row).
    bool add(const TaggedArticle& article);

    [[nodiscard]] std::size_t articles() const;  ///< distinct ones, with or without a mention
    [[nodiscard]] const OutsidePeriod& outside_period() const { return outside_; }

    /// Bytes that were written to temporary files, because there was no CountOptions::memory for them.
    [[nodiscard]] std::uint64_t spilled() const;

    /// Leaves out what makes false edges and shows only when all articles are known: paragraphs that a publisher prints
    /// under many stories, and pairs of those whom a list names, a table or a page of tags. In a list only a sentence
    /// makes pairs, and none that names more than ten.
    ///
    /// A list names more than CountOptions::max_entities, or names eight or more, half of them only in lines without
    /// a full stop.
    Cleaning clean();

    /// The stories that more than one article prints, those with the most copies first, then by id. None when each
    /// article counts.
    [[nodiscard]] std::vector<CopiedStory> copied_stories() const;

    /// The network with the evidence of its edges: count_pairs(), then add_evidence().
    [[nodiscard]] Network count() const;

    /// Nodes and edges in numbers only. Degree, component, layout and title are left to others. Edges of less than
    /// `least_weight` are only counted, as Network::light_edges.
    ///
    /// An edge weighs as many units as name both ends, with CountOptions::counting and decay parts of them; its articles
    /// are those in which a unit does. By default an article adds 1, however often it names the two. An article without
    /// sentences has no units below itself; paragraphs are told by their fingerprints, see Sentence::block.
    ///
    /// What an article adds is multiplied by its shares:
    /// - Of the articles that print one story one counts, or each as its part; see Duplicates.
    /// - Where undecided mentions are split, an entity that only they may mean has the highest of its scores as its
    ///   share in the article, one that is surely named 1; the pair has the product of the two shares, and nothing
    ///   where both are candidates of one mention and neither is surely named. All who may be named are among the k
    ///   of a unit. Articles, sentences and mentions are counted whole.
    /// In a list (see clean()) sentences are the units; of Unit::article it adds to pairs that share one what another
    /// article of as many entities would, and the windows of a list hold one sentence.
    ///
    /// Full counts are multiples of 1/10000, other ones have six significant digits: both are added up in fixed point.
    /// Dates are those of the first and last article by the day they may mean at most: 2024 begins before and ends after
    /// 2024-03. Sources are publishers, of copies too; all articles of which none is known have one, see publisher_of().
    ///
    /// Complexity: O(sum over units of their entities squared) time, O(appearances + edges kept) memory; of Decay::sum in
    ///             place of units pairs of sentences within reach.
    /// Source:     the row-wise sparse product A'A over inverted lists (Gustavson 1978, ACM TOMS 4:250); entity-one:
    ///             Newman 2001, PRE 64:016132; article-one: Leydesdorff & Park 2017, arXiv 1611.06943; decay: LOAD,
    ///             Spitz & Gertz 2016, SIGIR.
    [[nodiscard]] Network count_pairs(std::uint32_t least_weight = 0) const;

    /// Gives every edge of `network` the evidence that the options ask for, in place of what it had. Nodes are found
    /// by their ids, so a network may be pruned first: millions of edges are counted cheaply and quoted dearly.
    ///
    /// Each item is another article; articles come in the order of their dates, undated ones last, then of their ids.
    /// First those with a sentence that names both, of which the most readable is quoted (nearest to 40 to 300 code
    /// points, then the shortest, then the first); then those with two sentences, the first of either entity or, where
    /// articles are not the units, the nearest that share one.
    void add_evidence(Network& network) const;

    /// Entities and the articles that name them: an edge for each article that counts and each entity that it names.
    /// Entities are as in count_pairs(); an article has the id "article/" and its own, its title for a label, and is a
    /// node when it names somebody.
    ///
    /// An edge weighs as many mentions as count, times the share of the article (Duplicates::fraction) and of the
    /// entity in it (Ambiguous::split); its evidence is the first sentence that names the entity and was kept.
    /// Complexity: O(appearances log appearances).
    [[nodiscard]] Network count_two_mode() const;

    [[nodiscard]] CorpusSlices slices(SliceUnit unit) const;

    /// From now on counts and evidence are those of the articles inside of `period`, among those that count in the
    /// whole: what is furniture, a list or a copy stays so. An open period takes that back.
    void narrow(const Period& period);

private:
    struct Grouped;

    /// Groups the articles when that was not done since the last add().
    [[nodiscard]] const Grouped& grouped() const;
    /// Of the articles that are looked at, see narrow().
    [[nodiscard]] const ArticleShares& shares() const;

    /// Without edges; `ranks` are the nodes; they and the tallies are by entity.
    [[nodiscard]] Network count_nodes(std::span<const NodeTally> tallies,
                                      const std::vector<std::uint32_t>& ranks) const;

    CountOptions options_;
    OutsidePeriod outside_;
    std::unique_ptr<CorpusRows> rows_;
    mutable std::unique_ptr<Grouped> grouped_;
    std::unique_ptr<const ArticleShares> narrowed_;
};

}  // namespace entente
