// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include <entente/graph/article_shares.hpp>
#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/incidence.hpp>
#include <entente/graph/units.hpp>

namespace entente {
namespace {

constexpr std::uint32_t shortest_readable = 40;  // code points; below are headings and lists
constexpr std::uint32_t longest_readable = 300;
constexpr std::string_view gap = " … ";

/// The less, the better to read: how far outside the readable lengths, then the length itself.
std::pair<std::uint32_t, std::uint32_t> readability(const KeptSentence& sentence) {
    const auto length = sentence.length;
    const auto outside = length < shortest_readable  ? shortest_readable - length
                         : length > longest_readable ? length - longest_readable
                                                     : 0U;
    return {outside, length};
}

/// For each entity its node, or Incidence::no_column.
std::vector<std::uint32_t> nodes_by_entity(const CorpusRows& rows, const Network& network) {
    std::vector<std::uint32_t> nodes(rows.labels.size(), Incidence::no_column);
    for (std::uint32_t node = 0; node < network.nodes.size(); ++node) {
        const auto known = rows.entity_numbers.find(network.nodes[node].id);
        if (known != rows.entity_numbers.end()) {
            nodes[known->second] = node;
        }
    }
    return nodes;
}

std::vector<std::uint32_t> entities_by_node(const std::vector<std::uint32_t>& nodes, std::size_t count) {
    std::vector<std::uint32_t> entities(count);
    for (std::uint32_t entity = 0; entity < nodes.size(); ++entity) {
        if (nodes[entity] != Incidence::no_column) {
            entities[nodes[entity]] = entity;
        }
    }
    return entities;
}

/// Finds the evidence of all edges from one node at a time, as PairProduct counts them.
class EvidenceRows {
public:
    EvidenceRows(const CorpusRows& rows, const ArticleShares& shares, const Copies& copies, const Network& network,
                 const CountOptions& options)
        : rows_(rows),
          copies_(copies),
          options_(options),
          most_(options.evidence),
          nodes_(nodes_by_entity(rows, network)),
          entities_(entities_by_node(nodes_, network.nodes.size())),
          named_(named_entities(rows, shares.shares).renamed(nodes_)),
          together_(rows.named_together.renamed(nodes_)),
          articles_(named_, network.nodes.size(), dated_order(rows)),
          sentences_(together_, network.nodes.size()),
          targets_(network.nodes.size()) {}

    /// `edges` are all that leave `source`.
    void fill_row(std::uint32_t source, std::span<Edge> edges) {
        for (auto& edge : edges) {
            targets_[edge.target] = {.edge = &edge, .unread = edge.articles};
            edge.evidence.reserve(std::min<std::size_t>(most_, edge.articles));
        }
        open_ = edges.size();
        named_.for_each_row(articles_.rows(source), [&](std::uint32_t article, std::span<const std::uint32_t> named) {
            if (open_ == 0) {
                return;
            }
            find_sentences(source, article);
            take_items(source, article, named);
        });
        for (const auto& item : joined_) {
            if (item.edge->evidence.size() < most_) {
                add_item(*item.edge, item.article, two_sentences(*item.edge, item.article));
            }
        }
        joined_.clear();
        for (const auto& edge : edges) {
            targets_[edge.target] = {};
        }
    }

private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    /// The other end of an edge of the row at work.
    struct Target {
        Edge* edge = nullptr;         ///< null when there is no edge, or it wants no more articles
        std::uint32_t unread = 0;     ///< articles that name both, of those not read yet
        std::size_t sentence = none;  ///< that names both best, in the article at work
        std::size_t joined = 0;       ///< articles put by that name both, but never together
    };

    struct Joined {
        Edge* edge = nullptr;
        std::uint32_t article = 0;
    };

    /// Notes for each target the best of the article's sentences that names it beside `source`.
    void find_sentences(std::uint32_t source, std::uint32_t article) {
        const auto all = sentences_.rows(source);
        const auto end = rows_.end_of_sentences(article);
        for (auto at = std::ranges::lower_bound(all, rows_.articles[article].sentences); at != all.end() && *at < end;
             ++at) {
            const auto named = together_.row(*at);
            for (auto node = named.rbegin(); *node != source; ++node) {
                if (exclude_each_other(article, source, *node)) {
                    continue;
                }
                auto& best = targets_[*node].sentence;
                if (best == none || readability(rows_.sentences[*at]) < readability(rows_.sentences[best])) {
                    best = *at;
                }
            }
        }
    }

    void take_items(std::uint32_t source, std::uint32_t article, std::span<const std::uint32_t> named) {
        for (auto node = named.rbegin(); *node != source; ++node) {
            auto& target = targets_[*node];
            const auto sentence = std::exchange(target.sentence, none);
            if (target.edge == nullptr || exclude_each_other(article, source, *node)
                || (sentence == none && apart(article, source, *node))) {
                continue;
            }
            if (sentence != none) {
                add_item(*target.edge, article, std::string(rows_.text_of(rows_.sentences[sentence])));
            } else if (target.joined < most_) {
                ++target.joined;
                joined_.push_back({target.edge, article});
            }
            if (--target.unread == 0 || target.edge->evidence.size() == most_) {
                target.edge = nullptr;
                --open_;
            }
        }
    }

    /// No unit names both, though the article does, and no sentence.
    [[nodiscard]] bool apart(std::uint32_t article, std::uint32_t source, std::uint32_t target) const {
        return rows_.is_list(article)
               || (!by_article() && !nearest_together(rows_, article, entities_[source], entities_[target], options_));
    }

    [[nodiscard]] bool by_article() const { return options_.unit == Unit::article && options_.decay == Decay::none; }

    /// The article may name either, but not both.
    [[nodiscard]] bool exclude_each_other(std::uint32_t article, std::uint32_t source, std::uint32_t target) const {
        return rows_.share_of(article, entities_[source], entities_[target]) == 0;
    }

    void add_item(Edge& edge, std::uint32_t article, std::string sentence) {
        edge.evidence.push_back({.article = std::string(rows_.id_of(article)),
                                 .title = std::string(rows_.title_of(article)),
                                 .date = rows_.articles[article].date,
                                 .sentence = std::move(sentence),
                                 .copies = {}});
        if (const auto known = copies_.find(article); known != copies_.end()) {
            auto& copies = edge.evidence.back().copies;
            for (const auto copy : known->second) {
                copies.emplace_back(rows_.id_of(copy));
            }
            std::ranges::sort(copies);
        }
    }

    /// Of an article that names both, but no sentence does, in reading order.
    [[nodiscard]] std::string two_sentences(const Edge& edge, std::uint32_t article) const {
        if (by_article()) return first_sentences(edge, article);
        const auto nearest = nearest_together(rows_, article, entities_[edge.source], entities_[edge.target], options_);
        std::string text(rows_.text_of(rows_.sentences[nearest->first]));
        const auto second = rows_.text_of(rows_.sentences[nearest->second]);
        return text.append(text.empty() || second.empty() ? "" : gap).append(second);
    }

    /// The first sentences of both.
    [[nodiscard]] std::string first_sentences(const Edge& edge, std::uint32_t article) const {
        auto [first, second] = std::pair(no_sentence, no_sentence);
        for (const auto& appearance : rows_.appearances_in(article)) {
            if (nodes_[appearance.entity] == edge.source) {
                first = appearance.sentence;
            } else if (nodes_[appearance.entity] == edge.target) {
                second = appearance.sentence;
            }
        }
        std::string text;
        for (const auto sentence : {std::min(first, second), std::max(first, second)}) {
            const auto part = sentence == no_sentence
                                  ? std::string_view()
                                  : rows_.text_of(rows_.sentences[rows_.articles[article].sentences + sentence]);
            text.append(text.empty() || part.empty() ? "" : gap).append(part);
        }
        return text;
    }

    const CorpusRows& rows_;
    const Copies& copies_;
    const CountOptions& options_;
    std::size_t most_;                     ///< items of an edge
    std::vector<std::uint32_t> nodes_;     ///< by entity
    std::vector<std::uint32_t> entities_;  ///< by node
    Incidence named_;                      ///< articles by nodes
    Incidence together_;                   ///< sentences by nodes
    RowsByColumn articles_;                ///< nodes by articles, these in dated order
    RowsByColumn sentences_;               ///< nodes by sentences
    std::vector<Target> targets_;          ///< by node
    std::size_t open_ = 0;                 ///< edges of the row that want more articles
    std::vector<Joined> joined_;
};

}  // namespace

void Corpus::add_evidence(Network& network) const {
    for (auto& edge : network.edges) {
        edge.evidence.clear();
    }
    if (options_.evidence == 0) {
        return;
    }
    const auto copies = options_.duplicates == Duplicates::story ? copies_of(grouped().stories) : Copies{};
    EvidenceRows evidence(*rows_, shares(), copies, network, options_);
    const std::span all(network.edges);
    for (std::size_t begin = 0; begin < all.size();) {
        const auto source = all[begin].source;
        std::size_t end = begin;
        while (end < all.size() && all[end].source == source) {
            ++end;
        }
        evidence.fill_row(source, all.subspan(begin, end - begin));
        begin = end;
    }
}

}  // namespace entente
