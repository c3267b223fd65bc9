// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/count.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include <entente/graph/article_shares.hpp>
#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/date_range.hpp>
#include <entente/graph/incidence.hpp>

namespace entente {
namespace {

/// What a pair, or an entity, adds up to. Every part may be added in any order.
struct Sum {
    std::uint32_t articles = 0;
    std::uint32_t sentences = 0;
    std::uint32_t sources = 0;
    DateRange dates;
};

std::vector<DateRange> dates_of(const CorpusRows& rows) {
    std::vector<DateRange> dates;
    dates.reserve(rows.articles.size());
    for (const auto& article : rows.articles) {
        dates.emplace_back(article.date);
    }
    return dates;
}

/// The numbers of the entities in the order of their ids.
std::vector<std::uint32_t> order_of(const std::vector<EntityLabel>& labels) {
    std::vector<std::uint32_t> order(labels.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&labels](std::uint32_t number) -> const std::string& { return labels[number].id; });
    return order;
}

std::vector<std::uint32_t> inverse_of(const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> inverse(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        inverse[order[rank]] = rank;
    }
    return inverse;
}

/// Sentences by entities, those of articles that count.
Incidence sentences_that_count(const CorpusRows& rows, const ArticleShares& shares) {
    std::vector<std::uint32_t> kept(rows.sentences.size());
    for (std::size_t article = 0; article < rows.articles.size(); ++article) {
        std::fill(kept.begin() + static_cast<std::ptrdiff_t>(rows.articles[article].sentences),
                  kept.begin() + static_cast<std::ptrdiff_t>(rows.end_of_sentences(article)), shares.shares[article]);
    }
    return rows.named_together.only(kept);
}

std::vector<Node> nodes_of(const CorpusRows& rows, const ArticleShares& shares,
                           const std::vector<std::uint32_t>& ranks) {
    std::vector<Node> nodes(rows.labels.size());
    for (std::size_t number = 0; number < rows.labels.size(); ++number) {
        const auto& label = rows.labels[number];
        auto& node = nodes[ranks[number]];
        node.id = label.id;
        node.label = label.label;
        node.type = node_type_of(label.type);
        node.country = label.country;
    }
    std::vector<DateRange> dates(nodes.size());
    for (std::size_t article = 0; article < rows.articles.size(); ++article) {
        if (shares.shares[article] == 0) {
            continue;
        }
        const DateRange date(rows.articles[article].date);
        for (const auto& appearance : rows.appearances_in(article)) {
            const auto rank = ranks[appearance.entity];
            ++nodes[rank].articles;
            nodes[rank].mentions += appearance.mentions;
            nodes[rank].sources += shares.sources[article];
            dates[rank].add(date);
        }
    }
    for (std::size_t rank = 0; rank < nodes.size(); ++rank) {
        nodes[rank].first_date = dates[rank].first();
        nodes[rank].last_date = dates[rank].last();
    }
    return nodes;
}

/// The upper triangle of the product, one row at a time: of an entity's articles (and sentences) the other entities
/// are added up in an array as wide as the network, and only the places touched are read and cleared.
class PairProduct {
public:
    PairProduct(const CorpusRows& rows, const ArticleShares& shares, const std::vector<std::uint32_t>& ranks)
        : rows_(rows),
          shares_(shares),
          order_(inverse_of(ranks)),
          missing_(rows.doubts.empty() && !shares.fractional ? 0 : ranks.size()),
          named_(named_entities(rows, shares.shares).renamed(ranks)),
          together_((shares.left_out ? sentences_that_count(rows, shares) : rows.named_together).renamed(ranks)),
          articles_(named_.transposed(ranks.size())),
          sentences_(together_.transposed(ranks.size())),
          dates_(dates_of(rows)),
          sums_(ranks.size()) {}

    /// How many edges there are: to allocate millions of them once is worth the counting.
    std::size_t edges(std::uint32_t min_weight) {
        std::size_t total = 0;
        for (std::uint32_t source = 0; source < sums_.size(); ++source) {
            articles_of(source, [this](std::uint32_t, std::uint32_t target) { touch(target); });
            for (const auto target : touched_) {
                total += std::exchange(sums_[target].articles, 0) >= min_weight ? 1 : 0;
            }
            touched_.clear();
        }
        return total;
    }

    /// Appends the edges from `source` to greater nodes, in order.
    void append_row(std::uint32_t source, std::uint32_t min_weight, std::vector<Edge>& edges) {
        articles_of(source, [this, source](std::uint32_t article, std::uint32_t target) {
            auto& sum = touch(target);
            sum.dates.add(dates_[article]);
            sum.sources += shares_.sources[article];
            if (!missing_.empty()) {
                missing_[target] += Doubt::whole - share_in(article, source, target);
            }
        });
        together_.for_each_row(sentences_.row(source),
                               [this, source](std::uint32_t sentence, std::span<const std::uint32_t> named) {
                                   for (auto at = named.rbegin(); *at != source; ++at) {
                                       sums_[*at].sentences += share_in_sentence(sentence, source, *at) > 0 ? 1 : 0;
                                   }
                               });
        sort_touched(source);
        for (const auto target : touched_) {
            const auto sum = std::exchange(sums_[target], {});
            const auto weight = weight_of(sum, target);
            if (weight >= min_weight) {
                edges.push_back({.source = source,
                                 .target = target,
                                 .weight = weight,
                                 .articles = sum.articles,
                                 .sentences = sum.sentences,
                                 .sources = sum.sources,
                                 .first_date = sum.dates.first(),
                                 .last_date = sum.dates.last(),
                                 .evidence = {}});
            }
        }
        touched_.clear();
    }

private:
    /// Calls `visit(article, target)` for every greater node of every article of `source`; of a list for those only that
    /// share a sentence with it.
    template <class Visit>
    void articles_of(std::uint32_t source, Visit visit) {
        named_.for_each_row(articles_.row(source), [&](std::uint32_t article, std::span<const std::uint32_t> named) {
            if (rows_.articles[article].list) {
                named = together_in(article, source);
            }
            for (auto at = named.rbegin(); *at != source; ++at) {  // every article of `source` names it
                if (share_in(article, source, *at) > 0) {
                    visit(article, *at);
                }
            }
        });
    }

    /// The nodes, `source` first, that sentences of the article name together with it.
    std::span<const std::uint32_t> together_in(std::uint32_t article, std::uint32_t source) {
        together_in_.assign(1, source);
        const auto all = sentences_.row(source);
        for (auto at = std::ranges::lower_bound(all, rows_.articles[article].sentences);
             at != all.end() && *at < rows_.end_of_sentences(article); ++at) {
            const auto named = together_.row(*at);
            together_in_.insert(together_in_.end(), std::ranges::upper_bound(named, source), named.end());
        }
        std::ranges::sort(together_in_);
        const auto repeats = std::ranges::unique(together_in_);
        together_in_.erase(repeats.begin(), repeats.end());
        return together_in_;
    }

    [[nodiscard]] std::uint32_t share_in(std::size_t article, std::uint32_t source, std::uint32_t target) const {
        return missing_.empty() ? Doubt::whole
                                : shares_.part_of(article, rows_.share_of(article, order_[source], order_[target]));
    }

    [[nodiscard]] std::uint32_t share_in_sentence(std::size_t sentence, std::uint32_t source,
                                                  std::uint32_t target) const {
        return missing_.empty() ? Doubt::whole : share_in(rows_.article_of_sentence(sentence), source, target);
    }

    /// The articles, less what is missing to their whole shares.
    double weight_of(const Sum& sum, std::uint32_t target) {
        if (missing_.empty()) {
            return sum.articles;
        }
        const auto missing = std::exchange(missing_[target], 0);
        return static_cast<double>(std::uint64_t{sum.articles} * Doubt::whole - missing) / Doubt::whole;
    }

    Sum& touch(std::uint32_t target) {
        auto& sum = sums_[target];
        if (sum.articles++ == 0) {
            touched_.push_back(target);
        }
        return sum;
    }

    /// Where most places are touched, reading all of them is faster than sorting.
    void sort_touched(std::uint32_t source) {
        constexpr std::size_t dense = 16;
        if (touched_.size() * dense < sums_.size() - source) {
            std::sort(touched_.begin(), touched_.end());
            return;
        }
        touched_.clear();
        for (std::uint32_t target = source + 1; target < sums_.size(); ++target) {
            if (sums_[target].articles > 0) {
                touched_.push_back(target);
            }
        }
    }

    const CorpusRows& rows_;
    const ArticleShares& shares_;
    std::vector<std::uint32_t> order_;    ///< entities by node
    std::vector<std::uint64_t> missing_;  ///< by node, in ten-thousandths; empty when all shares are whole
    Incidence named_;                     ///< articles by nodes
    Incidence together_;                  ///< sentences by nodes
    Incidence articles_;                  ///< nodes by articles
    Incidence sentences_;                 ///< nodes by sentences
    std::vector<DateRange> dates_;
    std::vector<Sum> sums_;
    std::vector<std::uint32_t> touched_;
    std::vector<std::uint32_t> together_in_;
};

/// Leaves the nodes that `places` marks with 1; the others have no edges.
void keep_nodes(Network& network, std::vector<std::uint32_t> places) {
    std::uint32_t kept = 0;
    for (std::size_t node = 0; node < places.size(); ++node) {
        if (places[node] == 0) {
            continue;
        }
        if (kept != node) {
            network.nodes[kept] = std::move(network.nodes[node]);
        }
        places[node] = kept++;
    }
    network.nodes.resize(kept);
    for (auto& edge : network.edges) {
        edge.source = places[edge.source];
        edge.target = places[edge.target];
    }
}

std::vector<ArticleSize> article_sizes(const CorpusRows& rows, const ArticleShares& shares) {
    std::map<std::uint32_t, std::uint32_t> sizes;
    for (std::size_t article = 0; article < rows.articles.size(); ++article) {
        if (shares.shares[article] > 0) ++sizes[static_cast<std::uint32_t>(rows.appearances_in(article).size())];
    }
    sizes.erase(0);
    std::vector<ArticleSize> counted;
    for (const auto& [entities, articles] : sizes) {
        counted.push_back({entities, articles});
    }
    return counted;
}

/// Nodes that no counted article names any more, and on demand those without an edge.
void remove_nodes(Network& network, bool keep_isolates) {
    std::vector<std::uint32_t> places(network.nodes.size(), 0);
    for (std::size_t node = 0; node < places.size(); ++node) {
        places[node] = keep_isolates && network.nodes[node].articles > 0 ? 1 : 0;
    }
    for (const auto& edge : network.edges) {
        places[edge.source] = 1;
        places[edge.target] = 1;
    }
    keep_nodes(network, std::move(places));
}

std::string joined(const std::set<std::string>& names) {
    std::string text;
    for (const auto& name : names) {
        text.append(text.empty() ? "" : ",").append(name);
    }
    return text;
}

}  // namespace

std::string_view CountOptions::refusal(const Mention& mention, const EntityLabel& entity) const {
    if (mention.zone == Zone::credit || mention.zone == Zone::byline) return "nobody counts in a credit or a by-line";
    if (mention.zone == Zone::boilerplate && !keep_boilerplate)
        return "nobody counts in boilerplate, see --keep-boilerplate";
    if (!counts(mention.kind)) return "mentions of this kind do not count, see --kinds";
    if (omitted.contains(entity.id) || omitted.contains(entity.label)) return "it is left out by --omit";
    return types.contains(entity.type) ? "" : "entities of this type are no nodes, see --types";
}

Corpus::Corpus(CountOptions options)
    : options_(std::move(options)), rows_(std::make_unique<CorpusRows>()), grouped_(std::make_unique<Grouped>()) {}
Corpus::~Corpus() = default;
Corpus::Corpus(Corpus&&) noexcept = default;
Corpus& Corpus::operator=(Corpus&&) noexcept = default;

bool Corpus::add(const TaggedArticle& article) {
    const auto place = options_.period.place_of(article.date);
    if (place != Period::Place::inside) return outside_.add(article.id, place);
    for (const auto& entity : article.entities) {
        for (const auto& name : {entity.id, entity.label}) {
            if (options_.omitted.contains(name)) {
                rows_->omitted.insert(name);
            }
        }
    }
    const auto counts = [this](const Mention& mention, const EntityLabel& entity) {
        return options_.refusal(mention, entity).empty();
    };
    if (!add_article(*rows_, article, counts, options_.ambiguous, options_.evidence > 0)) {
        return false;
    }
    if (options_.duplicates != Duplicates::each) {
        rows_->signatures.add(article.signature);
    }
    if (!grouped_->stories.standing.empty()) {
        grouped_ = std::make_unique<Grouped>();
    }
    return true;
}

const Corpus::Grouped& Corpus::grouped() const {
    std::call_once(grouped_->once, [this] {
        grouped_->stories = stories_in(*rows_);
        grouped_->shares = shares_of(grouped_->stories, options_.duplicates);
    });
    return *grouped_;
}

std::vector<CopiedStory> Corpus::copied_stories() const {
    const auto ids = article_ids(*rows_);
    std::vector<CopiedStory> stories;
    for (const auto& [article, copies] : copies_of(grouped().stories)) {
        auto& story = stories.emplace_back(CopiedStory{ids[article], grouped().stories.reasons[article], {}});
        for (const auto copy : copies) story.copies.push_back(ids[copy]);
        std::ranges::sort(story.copies);
    }
    std::ranges::sort(stories, [](const CopiedStory& one, const CopiedStory& other) {
        return one.copies.size() != other.copies.size() ? one.copies.size() > other.copies.size()
                                                        : one.article < other.article;
    });
    return stories;
}

std::size_t Corpus::articles() const { return rows_->articles.size(); }

Network Corpus::count() const {
    auto network = count_pairs();
    add_evidence(network);
    return network;
}

Network Corpus::count_nodes(const std::vector<std::uint32_t>& ranks) const {
    Network network;
    const auto& shares = grouped().shares;
    network.articles = static_cast<std::uint32_t>(rows_->articles.size());
    network.stories = shares.stories;
    network.counted = shares.left_out ? shares.stories : network.articles;
    network.article_sizes = article_sizes(*rows_, shares);
    network.gazetteer = joined(rows_->gazetteers);
    network.nodes = nodes_of(*rows_, shares, ranks);
    return network;
}

Network Corpus::count_pairs() const {
    const auto ranks = inverse_of(order_of(rows_->labels));
    auto network = count_nodes(ranks);
    PairProduct product(*rows_, grouped().shares, ranks);
    network.edges.reserve(product.edges(options_.min_weight));
    for (std::uint32_t source = 0; source < network.nodes.size(); ++source) {
        product.append_row(source, options_.min_weight, network.edges);
    }
    remove_nodes(network, options_.keep_isolates);
    return network;
}

}  // namespace entente
