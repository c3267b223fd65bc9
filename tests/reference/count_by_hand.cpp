// SPDX-License-Identifier: Apache-2.0
#include "count_by_hand.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

namespace {

using namespace entente;

using Pair = std::pair<std::string, std::string>;

struct PairFacts {
    std::uint32_t share = 0;  ///< of all articles, in ten-thousandths
    std::uint32_t articles = 0;
    std::uint32_t sentences = 0;
    std::uint32_t sources = 0;
    std::vector<Date> dates;
    std::vector<std::pair<bool, EdgeEvidence>> evidence;  ///< false first: with a sentence that names both
};

/// What an article adds, of 10,000, and the other articles that it stands for.
struct Part {
    std::uint32_t share = 10000;
    std::vector<std::string> copies;
};

/// Sentences by the entities that are named in them.
using Naming = std::map<std::string, std::set<std::uint32_t>>;

int exactness(Date date) { return (date.year != 0 ? 1 : 0) + (date.month != 0 ? 1 : 0) + (date.day != 0 ? 1 : 0); }

auto by_first_day(Date date) {
    return std::tuple(!date.known(), date.known() ? earliest(date) : date, -exactness(date));
}

auto by_last_day(Date date) { return std::tuple(latest(date), exactness(date)); }

/// Whom a mention counts for: ids and percents, of which more than 100 is certain.
std::map<std::string, std::uint32_t> meant_by(const TaggedArticle& article, const Mention& mention,
                                              const CountOptions& options) {
    std::vector<Candidate> candidates;
    if (mention.entity != undecided) {
        candidates = {{mention.entity, 101}};
    } else if (options.ambiguous == Ambiguous::top && !mention.candidates.empty()) {
        candidates = {{mention.candidates[0].entity, 101}};
    } else if (options.ambiguous == Ambiguous::split) {
        candidates = mention.candidates;
    }
    std::map<std::string, std::uint32_t> meant;
    for (const auto& candidate : candidates) {
        const auto& label = article.entities[candidate.entity];
        if (mention.zone != Zone::credit && mention.zone != Zone::byline && mention.zone != Zone::boilerplate
            && options.kinds[static_cast<std::size_t>(mention.kind)] && options.types.count(label.type) > 0) {
            meant[label.id] = candidate.score;
        }
    }
    return meant;
}

Naming naming_in(const TaggedArticle& article, const CountOptions& options) {
    Naming naming;
    for (const auto& mention : article.mentions) {
        for (const auto& [id, percent] : meant_by(article, mention, options)) {
            naming[id].insert(mention.sentence);
        }
    }
    return naming;
}

/// In ten-thousandths, what the article adds to the weight of the pair.
std::uint32_t share_of(const TaggedArticle& article, const Pair& pair, const CountOptions& options) {
    std::uint32_t one = 0;
    std::uint32_t other = 0;
    bool rivals = false;
    for (const auto& mention : article.mentions) {
        auto meant = meant_by(article, mention, options);
        one = std::max(one, meant[pair.first]);
        other = std::max(other, meant[pair.second]);
        rivals = rivals || (meant[pair.first] > 0 && meant[pair.second] > 0);
    }
    if (rivals && one <= 100 && other <= 100) {
        return 0;
    }
    return std::min(one, 100U) * std::min(other, 100U);
}

std::size_t length_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

auto readability(const TaggedArticle& article, std::uint32_t sentence) {
    const auto length = length_of(article.sentences[sentence].text);
    const std::size_t outside = length < 40 ? 40 - length : length > 300 ? length - 300 : 0;
    return std::tuple(outside, length, sentence);
}

/// The articles of one signature print one story; the first dated one stands for it, or the first by its id.
std::map<std::string, Part> parts_of(const std::vector<TaggedArticle>& articles, Duplicates duplicates) {
    std::map<std::string, std::map<std::string, TaggedArticle>> stories;
    for (const auto& article : articles) {
        const bool alone = article.signature.words == 0 || duplicates == Duplicates::each;
        stories[alone ? "only " + article.id : to_text(article.signature)].emplace(article.id, article);
    }
    std::map<std::string, Part> parts;
    for (const auto& [signature, copies] : stories) {
        const auto first = std::min_element(copies.begin(), copies.end(), [](const auto& one, const auto& other) {
            return std::tuple(by_first_day(one.second.date), one.first)
                   < std::tuple(by_first_day(other.second.date), other.first);
        });
        const auto many = static_cast<std::uint32_t>(copies.size());
        for (const auto& [id, article] : copies) {
            const bool stands = id == first->first;
            parts[id].share =
                duplicates == Duplicates::fraction ? 10000 / many + (stands ? 10000 % many : 0) : (stands ? 10000 : 0);
            if (!stands && duplicates == Duplicates::story) {
                parts[first->first].copies.push_back(id);
            }
        }
    }
    return parts;
}

void add_pair(PairFacts& pair, const Part& part, const TaggedArticle& article, const std::set<std::uint32_t>& one,
              const std::set<std::uint32_t>& other) {
    std::vector<std::uint32_t> both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
    std::string text;
    if (both.empty()) {
        const auto [first, second] = std::minmax(*one.begin(), *other.begin());
        const auto& one_text = article.sentences[first].text;
        const auto& other_text = article.sentences[second].text;
        text = one_text + (one_text.empty() || other_text.empty() ? "" : " … ") + other_text;
    } else {
        text = article
                   .sentences[*std::min_element(
                       both.begin(), both.end(),
                       [&](auto a, auto b) { return readability(article, a) < readability(article, b); })]
                   .text;
    }
    ++pair.articles;
    pair.sources += 1 + static_cast<std::uint32_t>(part.copies.size());
    pair.sentences += static_cast<std::uint32_t>(both.size());
    if (article.date.known()) {
        pair.dates.push_back(article.date);
    }
    pair.evidence.push_back({both.empty(), {article.id, article.title, article.date, text, part.copies}});
}

std::vector<EdgeEvidence> best_of(std::vector<std::pair<bool, EdgeEvidence>> items, std::size_t most) {
    std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.first, by_first_day(a.second.date), a.second.article)
               < std::tuple(b.first, by_first_day(b.second.date), b.second.article);
    });
    std::vector<EdgeEvidence> best;
    for (std::size_t i = 0; i < std::min(most, items.size()); ++i) {
        best.push_back(items[i].second);
    }
    return best;
}

std::pair<Date, Date> ends_of(const std::vector<Date>& dates) {
    if (dates.empty()) {
        return {};
    }
    return {
        *std::min_element(dates.begin(), dates.end(), [](Date a, Date b) { return by_first_day(a) < by_first_day(b); }),
        *std::max_element(dates.begin(), dates.end(), [](Date a, Date b) { return by_last_day(a) < by_last_day(b); })};
}

struct Tally {
    std::map<std::string, Node> nodes;
    std::map<std::string, std::vector<Date>> dates;
    std::map<Pair, PairFacts> pairs;

    void add_nodes(const TaggedArticle& article, const Part& part, const Naming& naming, const CountOptions& options) {
        for (const auto& label : article.entities) {
            if (naming.count(label.id) > 0) {
                auto& node = nodes[label.id];
                node.id = label.id;
                node.label = label.label;
                node.type = entente::node_type_of(label.type);
                node.country = label.country;
                ++node.articles;
                node.sources += 1 + static_cast<std::uint32_t>(part.copies.size());
                if (article.date.known()) {
                    dates[label.id].push_back(article.date);
                }
            }
        }
        for (const auto& mention : article.mentions) {
            for (const auto& [id, percent] : meant_by(article, mention, options)) {
                ++nodes[id].mentions;
            }
        }
    }

    void add_pairs(const TaggedArticle& article, const Part& part, const Naming& naming, const CountOptions& options) {
        for (const auto& [one, in_one] : naming) {
            for (const auto& [other, in_other] : naming) {
                const auto share = one < other ? share_of(article, {one, other}, options) : 0;
                if (share > 0) {
                    pairs[{one, other}].share += std::max(share * part.share / 10000, 1U);
                    add_pair(pairs[{one, other}], part, article, in_one, in_other);
                }
            }
        }
    }
};

std::string ids_of(const Network& network, const Edge& edge) {
    return network.nodes[edge.source].id + " " + network.nodes[edge.target].id;
}

}  // namespace

Network count_by_hand(const std::vector<TaggedArticle>& articles, const CountOptions& options) {
    Tally tally;
    std::set<std::string> seen;
    const auto parts = parts_of(articles, options.duplicates);
    for (const auto& article : articles) {
        if (const auto& part = parts.at(article.id); seen.insert(article.id).second && part.share > 0) {
            const auto naming = naming_in(article, options);
            tally.add_nodes(article, part, naming, options);
            tally.add_pairs(article, part, naming, options);
        }
    }
    std::set<std::string> with_edge;
    std::erase_if(tally.pairs, [&](const auto& pair) { return pair.second.share < options.min_weight * 10000; });
    for (const auto& [ids, facts] : tally.pairs) {
        with_edge.insert({ids.first, ids.second});
    }
    Network network;
    network.articles = static_cast<std::uint32_t>(seen.size());
    std::map<std::string, std::uint32_t> places;
    for (auto& [id, node] : tally.nodes) {
        if (options.keep_isolates || with_edge.count(id) > 0) {
            std::tie(node.first_date, node.last_date) = ends_of(tally.dates[id]);
            places[id] = static_cast<std::uint32_t>(network.nodes.size());
            network.nodes.push_back(node);
        }
    }
    for (const auto& [ids, facts] : tally.pairs) {
        const auto [first, last] = ends_of(facts.dates);
        network.edges.push_back({places[ids.first], places[ids.second], facts.share / 10000.0, facts.articles,
                                 facts.sentences, facts.sources, first, last,
                                 best_of(facts.evidence, options.evidence)});
    }
    return network;
}

std::string as_text(const Network& network) {
    std::ostringstream text;
    text << network.articles << " articles, gazetteer " << network.gazetteer << '\n';
    for (const auto& node : network.nodes) {
        text << node.id << " | " << node.label << " | " << name_of(node.type) << " | " << node.country << " | "
             << node.articles << " articles of " << node.sources << " | " << node.mentions << " mentions | "
             << to_string(node.first_date) << " to " << to_string(node.last_date) << '\n';
    }
    for (const auto& edge : network.edges) {
        text << ids_of(network, edge) << " | weight " << edge.weight << " | " << edge.articles << " articles | "
             << edge.sentences << " sentences | " << edge.sources << " sources | " << to_string(edge.first_date)
             << " to " << to_string(edge.last_date) << '\n';
        for (const auto& item : edge.evidence) {
            text << "  " << item.article << " | " << item.title << " | " << to_string(item.date) << " | "
                 << item.sentence;
            for (const auto& copy : item.copies) {
                text << " | also " << copy;
            }
            text << '\n';
        }
    }
    return text.str();
}
