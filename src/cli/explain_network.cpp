// SPDX-License-Identifier: Apache-2.0
// The forms that ask for the network: --node and --edge.
#include <entente/tag/listed_names.hpp>
#include "cleaning_report.hpp"
#include "explain_forms.hpp"
#include "explanation.hpp"
#include "network_files.hpp"
#include "network_shape.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace entente::cli {
namespace {

/// Tells what is like it.
[[noreturn]] void refuse(std::string_view option, const std::string& typed, const Gazetteer& gazetteer,
                         const ListedNames& listed) {
    std::vector<std::string_view> ids;
    for (const auto& entity : gazetteer.entities()) {
        ids.push_back(entity.id);
    }
    std::string hint;
    for (const auto& name : listed.nearest) {
        hint += (hint.empty() ? "did you mean " : ", ") + gazetteer.entities()[name.entity].id;
    }
    if (const auto near = nearest_of(typed, ids); hint.empty() && !near.empty()) {
        hint = "did you mean " + std::string(near);
    }
    throw UsageError(std::string(option) + ": the gazetteer knows no " + in_quotes(typed),
                     hint.empty() ? "give an id such as country/russia, or a listed name" : hint + '?');
}

/// The entity with this id or name.
std::uint32_t entity_asked_for(std::string_view option, const std::string& typed, const Gazetteer& gazetteer) {
    const auto listed = look_up(gazetteer, typed);
    const auto meant = gazetteer.meant_by(typed);
    std::set<std::uint32_t> owners(meant.begin(), meant.end());
    if (owners.empty()) {
        for (const auto& name : listed.exact) {
            owners.insert(name.entity);
        }
    }
    if (owners.empty()) {
        owners.insert(listed.short_names.begin(), listed.short_names.end());
    }
    if (owners.empty()) {
        refuse(option, typed, gazetteer, listed);
    }
    if (owners.size() > 1) {
        std::string hint = "give the id:";
        for (const auto owner : owners) {
            hint += (hint.back() == ':' ? " " : ", ") + gazetteer.entities()[owner].id;
        }
        throw UsageError(std::string(option) + ": several are meant by " + in_quotes(typed), hint);
    }
    return *owners.begin();
}

/// Whether this mention is, or may be, of the entity with this id.
bool may_be(const TaggedArticle& tagged, const Mention& mention, std::string_view id) {
    return mention.entity != undecided ? tagged.entities[mention.entity].id == id
                                       : std::ranges::any_of(mention.candidates, [&](const Candidate& candidate) {
                                             return tagged.entities[candidate.entity].id == id;
                                         });
}

bool names(const TaggedArticle& tagged, std::string_view id) {
    return std::ranges::binary_search(tagged.entities, id, {}, &EntityLabel::id);
}

/// The mentions of one entity in an article.
struct Mentions {
    std::string counted;    ///< as text
    std::string uncounted;  ///< as text
};

Mentions mentions_of(const TracedArticle& traced, std::string_view id, const Explanation& explanation) {
    Mentions found;
    for (std::size_t i = 0; i < traced.tagged.mentions.size(); ++i) {
        const auto& mention = traced.tagged.mentions[i];
        if (may_be(traced.tagged, mention, id)) {
            const bool counts = explanation.refusal(traced.tagged, mention).empty();
            (counts ? found.counted : found.uncounted) += explanation.mention_in_short(traced, i);
        }
    }
    return found;
}

/// Who else prints the story; nothing when nobody does.
std::string printed_by(const EdgeEvidence& item) {
    std::string text;
    for (const auto& copy : item.copies) {
        text += (text.empty() ? "" : ", ") + copy;
    }
    return text.empty()
               ? text
               : "  printed by " + grouped(item.copies.size() + 1) + " articles: " + item.article + ", " + text + '\n';
}

/// An edge that is asked for, and what the articles say of its ends.
class EdgeAsked {
public:
    explicit EdgeAsked(const Question& question)
        : question_(question), explanation_(question.tagging.gazetteer(), question.settings.count) {
        for (const auto& typed : question.settings.edge) {
            ends_.push_back(entity_asked_for("--edge", typed, question.tagging.gazetteer()));
        }
        std::ranges::sort(ends_);  // the order of ids, as in the network
        if (ends_[0] == ends_[1]) {
            throw UsageError("--edge: both ends are " + id(0), "an edge joins two nodes");
        }
    }

    void look_at(const TaggedArticle& tagged, const Article& article) {
        const bool first = names(tagged, id(0));
        const bool second = names(tagged, id(1));
        if (first && second) {
            look_at_both(TracedArticle(article, question_.tagging.tagger()));
        } else if (first || second) {
            keep_away_ += tagged.id + ": names " + id(first ? 0 : 1) + ", but not " + id(first ? 1 : 0) + '\n';
        }
    }

    /// Writes the edge as the network has it, or what keeps it away.
    void write(const Corpus& corpus) const {
        auto network = corpus.count_pairs();
        const auto left_out = left_out_by(network);
        std::erase_if(network.edges, [&](const Edge& edge) {
            return network.nodes[edge.source].id != id(0) || network.nodes[edge.target].id != id(1);
        });
        auto& output = question_.output;
        output.append("node: " + explanation_.entity(ends_[0]) + "\nnode: " + explanation_.entity(ends_[1]) + '\n');
        if (network.edges.empty()) {
            output.append("no edge: no article names both where it counts\n" + keep_away_);
            tell_of_uncounted(corpus);
            return;
        }
        corpus.add_evidence(network);
        const auto& edge = network.edges.front();
        output.append("edge: named together in " + counted(edge.articles, "article") + " and "
                      + counted(edge.sentences, "sentence") + '\n');
        for (const auto& item : edge.evidence) {
            output.append("evidence: " + item.article + ": " + item.sentence + '\n' + mentions_.at(item.article)
                          + printed_by(item));
        }
        if (!left_out.empty()) output.append("left out by --" + left_out + '\n');
    }

private:
    [[nodiscard]] const std::string& id(std::size_t end) const {
        return question_.tagging.gazetteer().entities()[ends_[end]].id;
    }

    /// The option that takes the edge away, or nothing.
    [[nodiscard]] std::string left_out_by(Network network) const {
        std::string option;
        shape(
            network, question_.settings,
            [&](const Edge& edge, std::string_view step) {
                if (network.nodes[edge.source].id == id(0) && network.nodes[edge.target].id == id(1)) option = step;
            },
            [](const Node&, std::string_view) {});
        return option;
    }

    /// Articles that name both, but do not count.
    void tell_of_uncounted(const Corpus& corpus) const {
        auto others = mentions_;
        for (const auto& story : corpus.copied_stories()) {
            for (const auto copy : story.copies) {
                if (others.erase(std::string(copy)) > 0) {
                    question_.output.append(std::string(copy) + ": names both, but is a copy of "
                                            + std::string(story.article) + ", which counts in its place: "
                                            + std::string(reason_of(story.reason)) + '\n');
                }
            }
        }
        for (const auto& [article, mentions] : others) {
            question_.output.append(article
                                    + ": names both, but one only where its source repeats itself, or apart in a list"
                                      " or for --unit or --decay\n"
                                    + mentions);
        }
    }

    void look_at_both(const TracedArticle& traced) {
        std::string mentions;
        std::string lacks;
        for (const std::size_t end : {0U, 1U}) {
            const auto found = mentions_of(traced, id(end), explanation_);
            mentions += found.counted;
            if (found.counted.empty()) {
                lacks += traced.tagged.id + ": no mention of " + id(end) + " counts\n" + found.uncounted;
            }
        }
        if (lacks.empty()) {
            mentions_.emplace(traced.tagged.id, std::move(mentions));
        } else {
            keep_away_ += lacks;
        }
    }

    const Question& question_;
    Explanation explanation_;
    std::vector<std::uint32_t> ends_;
    std::map<std::string, std::string> mentions_;  ///< of articles that make the edge, by id
    std::string keep_away_;                        ///< why the other articles do not
};

/// The options that count, without what they prune.
CountOptions all_of(CountOptions count, std::size_t evidence) {
    count.evidence = evidence;
    return count;
}

}  // namespace

void explain_node(const Question& question) {
    const auto& [settings, tagging, run, output] = question;
    const auto entity = entity_asked_for("--node", settings.node, tagging.gazetteer());
    const auto& id = tagging.gazetteer().entities()[entity].id;
    const Explanation explanation(tagging.gazetteer(), settings.count);
    Corpus corpus(all_of(settings.count, 0));
    output.append("entity: " + explanation.entity(entity) + '\n');
    tagging.tag_all([&](TaggedArticle&& tagged, const Article& article) {
        const bool is_new = collect(tagged, corpus, run);
        if (is_new && names(tagged, id)) {
            const auto found = mentions_of(TracedArticle(article, tagging.tagger()), id, explanation);
            output.append(found.counted + found.uncounted);
        }
        return is_new;
    });
    tell_of(corpus.clean(), run);
    auto network = corpus.count_pairs();
    const auto node = std::ranges::find(network.nodes, id, &Node::id);
    output.append(node == network.nodes.end() ? "no node: no article names it where it counts\n"
                                              : "node: " + counted(node->articles, "article") + ", "
                                                    + counted(node->mentions, "mention") + " that count\n");
    shape(
        network, settings, [](const Edge&, std::string_view) {},
        [&](const Node& pruned, std::string_view step) {
            if (pruned.id == id) output.append("left out by --" + std::string(step) + '\n');
        });
}

void explain_edge(const Question& question) {
    EdgeAsked asked(question);
    Corpus corpus(all_of(question.settings.count, std::numeric_limits<std::size_t>::max()));
    question.tagging.tag_all([&](TaggedArticle&& tagged, const Article& article) {
        const bool is_new = collect(tagged, corpus, question.run);
        if (is_new) {
            asked.look_at(tagged, article);
        }
        return is_new;
    });
    tell_of(corpus.clean(), question.run);
    asked.write(corpus);
}

}  // namespace entente::cli
