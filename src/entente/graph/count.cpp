// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/count.hpp>

#include <algorithm>
#include <span>
#include <utility>

#include <entente/graph/article_shares.hpp>
#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/kept_edges.hpp>
#include <entente/graph/pages.hpp>
#include <entente/graph/pair_product.hpp>
#include <entente/graph/pruning.hpp>

namespace entente {
namespace {

/// Ranks and tallies are by entity.
std::vector<Node> nodes_of(const CorpusRows& rows, std::span<const NodeTally> tallies,
                           const std::vector<std::uint32_t>& ranks) {
    std::vector<Node> nodes(rows.labels.size());
    for (std::size_t number = 0; number < rows.labels.size(); ++number) {
        const auto& label = rows.labels[number];
        const auto& tally = tallies[number];
        auto& node = nodes[ranks[number]];
        node.id = label.id;
        node.label = label.label;
        node.type = node_type_of(label.type);
        node.country = label.country;
        node.articles = tally.articles;
        node.mentions = tally.mentions;
        node.sources = tally.sources;
        node.first_date = tally.dates.first();
        node.last_date = tally.dates.last();
    }
    return nodes;
}

std::vector<ArticleSize> article_sizes(const CorpusRows& rows, const ArticleShares& shares) {
    std::vector<std::uint32_t> articles_of(rows.labels.size() + 1);  // by the number of their entities
    for (std::size_t article = 0; article < rows.articles.size(); ++article) {
        if (shares.shares[article] > 0) ++articles_of[rows.appearances_in(article).size()];
    }
    std::vector<ArticleSize> counted;
    for (std::uint32_t entities = 1; entities < articles_of.size(); ++entities) {
        if (articles_of[entities] > 0) counted.push_back({entities, articles_of[entities]});
    }
    return counted;
}

/// Nodes that no counted article names any more; they have no edges.
void remove_unnamed(Network& network) {
    std::vector<bool> named(network.nodes.size());
    std::transform(network.nodes.begin(), network.nodes.end(), named.begin(),
                   [](const Node& node) { return node.articles > 0; });
    keep_nodes(network, named);
}

KeptText texts_kept(const CountOptions& options) {
    if (options.evidence == 0) return KeptText::none;
    const bool either = options.unit == Unit::article || options.unit == Unit::sentence;
    return either && options.decay == Decay::none ? KeptText::telling : KeptText::all;
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
    : options_(std::move(options)),
      rows_(std::make_unique<CorpusRows>(options_.memory)),
      grouped_(std::make_unique<Grouped>()) {}
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
    if (!add_article(*rows_, article, counts, options_.ambiguous, texts_kept(options_))) {
        return false;
    }
    if (options_.duplicates != Duplicates::each) {
        rows_->signatures.add(article.signature);
    }
    if (grouped_->done) {
        grouped_ = std::make_unique<Grouped>();
    }
    return true;
}

const Corpus::Grouped& Corpus::grouped() const {
    std::call_once(grouped_->once, [this] {
        rows_->settle();
        rows_->article_numbers = {};  // memory for the copies
        grouped_->stories = stories_in(*rows_, options_.threads);
        grouped_->shares = shares_of(grouped_->stories, options_.duplicates);
        grouped_->done = true;
    });
    return *grouped_;
}

std::vector<CopiedStory> Corpus::copied_stories() const {
    std::vector<CopiedStory> stories;
    for (const auto& [article, copies] : copies_of(grouped().stories)) {
        auto& story = stories.emplace_back(CopiedStory{rows_->id_of(article), grouped().stories.reasons[article], {}});
        for (const auto copy : copies) story.copies.push_back(rows_->id_of(copy));
        std::ranges::sort(story.copies);
    }
    std::ranges::sort(stories, [](const CopiedStory& one, const CopiedStory& other) {
        return one.copies.size() != other.copies.size() ? one.copies.size() > other.copies.size()
                                                        : one.article < other.article;
    });
    return stories;
}

std::size_t Corpus::articles() const { return rows_->articles.size(); }

std::uint64_t Corpus::spilled() const { return rows_->limit.spilled(); }

Network Corpus::count() const {
    auto network = count_pairs();
    add_evidence(network);
    return network;
}

Network Corpus::count_nodes(std::span<const NodeTally> tallies, const std::vector<std::uint32_t>& ranks) const {
    Network network;
    const auto& shares = this->shares();
    network.articles = shares.articles;
    network.stories = shares.stories;
    network.counted = shares.left_out ? shares.stories : network.articles;
    network.article_sizes = article_sizes(*rows_, shares);
    network.gazetteer = joined(rows_->gazetteers);
    network.nodes = nodes_of(*rows_, tallies, ranks);
    return network;
}

Network Corpus::count_pairs(std::uint32_t least_weight) const {
    const auto ranks = inverse_of(entities_by_id(*rows_));
    const auto& shares = this->shares();
    const Publications publications(*rows_, grouped().stories, shares);
    KeptEdges edges(ranks.size());
    std::vector<NodeTally> tallies(ranks.size());
    std::uint64_t light_edges = 0;
    {  // what counting needs is given back before the network is made
        Pages pages(*rows_, publications);
        PairProduct product(*rows_, shares, pages, ranks, options_, least_weight);
        for (std::uint32_t place = 0; place < ranks.size(); ++place) {
            tallies[pages.entities()[place]] = product.append_row(place, edges);
        }
        light_edges = product.light_edges();
    }
    auto network = count_nodes(tallies, ranks);
    network.edges = std::move(edges).take();
    network.light_edges = light_edges;
    remove_unnamed(network);
    return network;
}

}  // namespace entente
