// SPDX-License-Identifier: Apache-2.0
#include "count_by_hand.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

#include <entente/graph/publisher.hpp>

namespace {

using namespace entente;

using Pair = std::pair<std::string, std::string>;

constexpr std::uint64_t one_whole = 100'000'000'000;  // weights are whole numbers of its parts

struct PairFacts {
    std::uint64_t weight = 0;
    std::uint32_t articles = 0;
    std::uint32_t sentences = 0;
    std::set<std::string> sources;
    std::vector<Date> dates;
    std::vector<std::pair<bool, EdgeEvidence>> evidence;  ///< false first: with a sentence that names both
};

/// What an article adds, of 10,000, the other articles that it stands for, and who prints one of them.
struct Part {
    std::uint32_t share = 10000;
    std::vector<std::string> copies;
    std::set<std::string> publishers;
};

using SentenceSet = std::set<std::uint32_t>;

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
            const bool copy = !stands && duplicates == Duplicates::story;
            if (copy) {
                parts[first->first].copies.push_back(id);
            }
            parts[copy ? first->first : id].publishers.insert(publisher_of(article));
        }
    }
    return parts;
}

/// The units of an article, each as the sentences that it holds.
std::vector<SentenceSet> units_of(const TaggedArticle& article, const CountOptions& options) {
    std::vector<SentenceSet> units;
    const auto& sentences = article.sentences;
    if (options.unit == Unit::article && options.decay == Decay::none) {
        units.emplace_back();
        for (std::uint32_t i = 0; i < sentences.size(); ++i) units.back().insert(i);
        return units;
    }
    // Two mentions so many sentences apart are in one window that is one longer.
    const std::int64_t length = options.decay != Decay::none ? options.reach + 1 : options.window;
    if (options.unit == Unit::window || options.decay != Decay::none) {
        const std::int64_t end = sentences.empty() ? 0 : sentences.back().number + 1;
        for (std::int64_t begin = 1 - length; begin < end; ++begin) {
            units.emplace_back();
            for (std::uint32_t i = 0; i < sentences.size(); ++i) {
                if (sentences[i].number >= begin && sentences[i].number < begin + length) units.back().insert(i);
            }
        }
        return units;
    }
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
        const auto paragraph = sentences[i].block.fingerprint;
        const bool goes_on = options.unit == Unit::paragraph && i > 0 && paragraph != 0
                             && sentences[i - 1].block.fingerprint == paragraph;
        if (!goes_on) units.emplace_back();
        units.back().insert(i);
    }
    return units;
}

std::uint64_t added_by(std::uint64_t entities, Counting counting) {
    const auto parts = counting == Counting::full         ? 1
                       : counting == Counting::entity_one ? entities - 1
                                                          : entities * (entities - 1) / 2;
    return static_cast<std::uint64_t>(std::llround(static_cast<double>(one_whole) / static_cast<double>(parts)));
}

/// Each time that `id` is named, the sentence.
std::vector<std::uint32_t> times_named(const TaggedArticle& article, const std::string& id,
                                       const CountOptions& options) {
    std::vector<std::uint32_t> times;
    for (const auto& mention : article.mentions) {
        if (meant_by(article, mention, options).count(id) > 0) times.push_back(mention.sentence);
    }
    return times;
}

std::uint64_t decayed(const TaggedArticle& article, const Pair& pair, const CountOptions& options) {
    std::uint64_t sum = 0;
    std::uint64_t best = 0;
    for (const auto one : times_named(article, pair.first, options)) {
        for (const auto other : times_named(article, pair.second, options)) {
            const auto apart = std::abs(std::int64_t{article.sentences[one].number} - article.sentences[other].number);
            if (apart <= options.reach) {
                const auto fades = static_cast<std::uint64_t>(
                    std::llround(static_cast<double>(one_whole) * std::exp(-static_cast<double>(apart))));
                sum += fades;
                best = std::max(best, fades);
            }
        }
    }
    return options.decay == Decay::sum ? sum : best;
}

bool holds_one_of(const SentenceSet& unit, const SentenceSet& sentences) {
    return std::any_of(sentences.begin(), sentences.end(), [&](auto sentence) { return unit.count(sentence) > 0; });
}

/// Before shares; 0 when no unit names both.
std::uint64_t weight_in(const TaggedArticle& article, const Pair& pair, const Naming& naming,
                        const CountOptions& options) {
    if (options.decay != Decay::none) {
        return decayed(article, pair, options);
    }
    std::uint64_t weight = 0;
    for (const auto& unit : units_of(article, options)) {
        const auto entities = std::count_if(naming.begin(), naming.end(),
                                            [&](const auto& named) { return holds_one_of(unit, named.second); });
        if (holds_one_of(unit, naming.at(pair.first)) && holds_one_of(unit, naming.at(pair.second))) {
            weight += added_by(static_cast<std::uint64_t>(entities), options.counting);
        }
    }
    return weight;
}

std::string joined(const TaggedArticle& article, std::uint32_t first, std::uint32_t second) {
    const auto& one = article.sentences[first].text;
    const auto& other = article.sentences[second].text;
    return one + (one.empty() || other.empty() ? "" : " … ") + other;
}

/// The nearest two sentences of one unit.
std::string nearest_two(const TaggedArticle& article, const SentenceSet& one, const SentenceSet& other,
                        const CountOptions& options) {
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> pairs;
    for (const auto& unit : units_of(article, options)) {
        for (const auto a : one) {
            for (const auto b : other) {
                const auto [first, second] = std::minmax(a, b);
                if (unit.count(a) > 0 && unit.count(b) > 0) {
                    pairs.emplace(article.sentences[second].number - article.sentences[first].number, first, second);
                }
            }
        }
    }
    const auto [apart, first, second] = *pairs.begin();
    return joined(article, first, second);
}

void add_pair(PairFacts& pair, const Part& part, const TaggedArticle& article, const SentenceSet& one,
              const SentenceSet& other, const CountOptions& options) {
    std::vector<std::uint32_t> both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
    std::string text;
    if (!both.empty()) {
        text = article
                   .sentences[*std::min_element(
                       both.begin(), both.end(),
                       [&](auto a, auto b) { return readability(article, a) < readability(article, b); })]
                   .text;
    } else if (options.unit == Unit::article && options.decay == Decay::none) {
        const auto [first, second] = std::minmax(*one.begin(), *other.begin());
        text = joined(article, first, second);
    } else {
        text = nearest_two(article, one, other, options);
    }
    ++pair.articles;
    pair.sources.insert(part.publishers.begin(), part.publishers.end());
    pair.sentences += static_cast<std::uint32_t>(both.size());
    if (article.date.known()) {
        pair.dates.push_back(article.date);
    }
    pair.evidence.push_back({both.empty(), {article.id, article.title, article.date, text, part.copies}});
}

/// Six significant digits, unless units were counted in full.
double weight_of(std::uint64_t weight, const CountOptions& options) {
    const auto exact = static_cast<double>(weight) / static_cast<double>(one_whole);
    if (options.counting == Counting::full && options.decay == Decay::none) {
        return exact;
    }
    std::ostringstream text;
    text << exact;
    return std::stod(text.str());
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
    std::map<std::string, std::set<std::string>> sources;
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
                sources[label.id].insert(part.publishers.begin(), part.publishers.end());
                node.sources = static_cast<std::uint32_t>(sources[label.id].size());
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
                const auto weight = share > 0 ? weight_in(article, {one, other}, naming, options) : 0;
                if (weight > 0) {
                    const auto part_share = std::max(share * part.share / 10000, 1U);
                    pairs[{one, other}].weight += weight / 10000 * part_share + weight % 10000 * part_share / 10000;
                    add_pair(pairs[{one, other}], part, article, in_one, in_other, options);
                }
            }
        }
    }
};

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
    Network network;
    network.articles = static_cast<std::uint32_t>(seen.size());
    std::map<std::string, std::uint32_t> places;
    for (auto& [id, node] : tally.nodes) {
        std::tie(node.first_date, node.last_date) = ends_of(tally.dates[id]);
        places[id] = static_cast<std::uint32_t>(network.nodes.size());
        network.nodes.push_back(node);
    }
    for (const auto& [ids, facts] : tally.pairs) {
        const auto [first, last] = ends_of(facts.dates);
        network.edges.push_back({places[ids.first], places[ids.second], weight_of(facts.weight, options),
                                 facts.articles, facts.sentences, static_cast<std::uint32_t>(facts.sources.size()),
                                 first, last, best_of(facts.evidence, options.evidence)});
    }
    return network;
}
