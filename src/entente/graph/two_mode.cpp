// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/graph/article_shares.hpp>
#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/pages.hpp>

namespace entente {
namespace {

constexpr std::uint32_t whole_percent = 100;

/// How surely the entity is named in the article.
std::uint32_t percent_of(const CorpusRows& rows, std::size_t article, std::uint32_t entity) {
    const auto doubt = rows.doubts.find(article);
    if (doubt == rows.doubts.end()) return whole_percent;
    const auto& shares = doubt->second.shares;
    const auto share = std::ranges::lower_bound(shares, entity, {}, &Doubt::Share::entity);
    return share != shares.end() && share->entity == entity ? share->percent : whole_percent;
}

/// Adds the articles to a network of entities. Their ids sort before those of all entities, so they come first.
class ArticleNodes {
public:
    ArticleNodes(const CorpusRows& rows, const ArticleShares& shares, const Publications& publications,
                 const Copies& copies, bool quote)
        : rows_(rows), shares_(shares), sources_(rows.articles.size()), copies_(copies), quote_(quote) {
        publications.for_each([this](const Publication& publication) { ++sources_[publication.article]; });
    }

    /// The numbers of the articles that count and name somebody, by id.
    [[nodiscard]] std::vector<std::size_t> naming() const {
        std::vector<std::size_t> articles;
        for (std::size_t article = 0; article < rows_.articles.size(); ++article) {
            if (shares_.shares[article] > 0 && !rows_.appearances_in(article).empty()) articles.push_back(article);
        }
        std::ranges::sort(articles, {}, [this](std::size_t article) { return rows_.id_of(article); });
        return articles;
    }

    [[nodiscard]] Node node_of(std::size_t article) const {
        const auto& row = rows_.articles[article];
        const auto title = rows_.title_of(article);
        Node node;
        node.id = "article/" + std::string(rows_.id_of(article));
        node.label = std::string(title.empty() ? rows_.id_of(article) : title);
        node.type = NodeType::article;
        node.articles = 1;
        node.sources = sources_[article];
        for (const auto& appearance : rows_.appearances_in(article)) node.mentions += appearance.mentions;
        node.first_date = node.last_date = row.date;
        return node;
    }

    /// From the article to everybody whom it names; `places` has the nodes of the entities.
    void add_edges(std::size_t article, const std::vector<std::uint32_t>& places, Network& network,
                   std::uint32_t source) const {
        const auto& row = rows_.articles[article];
        const auto first = network.edges.size();
        for (const auto& appearance : rows_.appearances_in(article)) {
            constexpr auto of_pair = Doubt::whole / whole_percent;
            const auto share = shares_.part_of(article, percent_of(rows_, article, appearance.entity) * of_pair);
            const auto parts = std::uint64_t{appearance.mentions} * share;
            Edge edge;
            edge.source = source;
            edge.target = places[appearance.entity];
            edge.articles = 1;
            edge.weight = static_cast<double>(parts) / Doubt::whole;
            edge.sentences = appearance.sentences;
            edge.sources = sources_[article];
            edge.first_date = edge.last_date = row.date;
            if (quote_) edge.evidence = {evidence_of(article, appearance)};
            network.edges.push_back(std::move(edge));
        }
        std::ranges::sort(network.edges.begin() + static_cast<std::ptrdiff_t>(first), network.edges.end(), {},
                          &Edge::target);
    }

private:
    [[nodiscard]] EdgeEvidence evidence_of(std::size_t article, const Appearance& appearance) const {
        const auto& row = rows_.articles[article];
        EdgeEvidence evidence{
            std::string(rows_.id_of(article)), std::string(rows_.title_of(article)), row.date, {}, {}};
        if (appearance.sentence != no_sentence) {
            evidence.sentence = rows_.text_of(rows_.sentences[row.sentences + appearance.sentence]);
        }
        if (const auto known = copies_.find(static_cast<std::uint32_t>(article)); known != copies_.end()) {
            for (const auto copy : known->second) evidence.copies.emplace_back(rows_.id_of(copy));
            std::ranges::sort(evidence.copies);
        }
        return evidence;
    }

    const CorpusRows& rows_;
    const ArticleShares& shares_;
    std::vector<std::uint32_t> sources_;  ///< publishers that print the story of an article
    const Copies& copies_;
    bool quote_;
};

/// By entity.
std::vector<NodeTally> tallies_of(const CorpusRows& rows, const Publications& publications) {
    Pages pages(rows, publications);
    std::vector<NodeTally> tallies(rows.labels.size());
    for (std::uint32_t place = 0; place < tallies.size(); ++place) {
        auto& tally = tallies[pages.entities()[place]];
        pages.for_each(place, [&](const Page& page, PackedNames) { tally.add(page); });
        tally.mentions = pages.mentions(place);
    }
    return tallies;
}

}  // namespace

Network Corpus::count_two_mode() const {
    const auto order = entities_by_id(*rows_);
    const Publications publications(*rows_, grouped().stories, shares());
    auto network = count_nodes(tallies_of(*rows_, publications), inverse_of(order));
    network.two_mode = true;
    const auto copies = options_.duplicates == Duplicates::story ? copies_of(grouped().stories) : Copies{};
    const ArticleNodes articles(*rows_, shares(), publications, copies, options_.evidence > 0);
    const auto naming = articles.naming();
    std::vector<Node> nodes;
    for (const auto article : naming) nodes.push_back(articles.node_of(article));
    std::vector<std::uint32_t> places(order.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        if (network.nodes[rank].articles == 0) continue;
        places[order[rank]] = static_cast<std::uint32_t>(nodes.size());
        nodes.push_back(std::move(network.nodes[rank]));
    }
    network.nodes = std::move(nodes);
    for (std::uint32_t source = 0; source < naming.size(); ++source) {
        articles.add_edges(naming[source], places, network, source);
    }
    return network;
}

}  // namespace entente
