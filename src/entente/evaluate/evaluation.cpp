// SPDX-License-Identifier: Apache-2.0
#include <entente/evaluate/evaluation.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

#include <entente/evaluate/classify.hpp>
#include <entente/evaluate/match.hpp>

namespace entente {
namespace {

using Nodes = std::map<std::string_view, EntityType>;        ///< by id
using Edge = std::pair<std::string_view, std::string_view>;  ///< ascending
using Edges = std::map<Edge, std::uint32_t>;                 ///< to articles
using EdgeTypes = std::pair<EntityType, EntityType>;         ///< ascending

void count(Tally& tally, bool in_gold, bool is_tagged) {
    ++(in_gold && is_tagged ? tally.true_positives : is_tagged ? tally.false_positives : tally.false_negatives);
}

/// Calls `visit(key, in_gold, is_tagged)` for the keys of both.
template <class Map, class Visit>
void for_each_key(const Map& gold, const Map& tagged, Visit visit) {
    for (const auto& [key, value] : gold) {
        visit(key, true, tagged.contains(key));
    }
    for (const auto& [key, value] : tagged) {
        if (!gold.contains(key)) {
            visit(key, false, true);
        }
    }
}

Edges edges_among(const Nodes& nodes) {
    Edges edges;
    for (auto source = nodes.begin(); source != nodes.end(); ++source) {
        for (auto target = std::next(source); target != nodes.end(); ++target) {
            edges[{source->first, target->first}] = 1;
        }
    }
    return edges;
}

/// The gold's word holds where ids have no type.
EntityType type_of(std::string_view id, const Nodes& gold, const Nodes& tagged) {
    const auto found = gold.find(id);
    return found == gold.end() ? tagged.at(id) : found->second;
}

/// An article's two networks.
struct Page {
    explicit Page(const ArticleMatch& match) {
        for (const auto* mention : match.found) {
            gold.emplace(mention->entity, mention->type);
        }
        tagged = gold;
        for (const auto* mention : match.missed) {
            gold.emplace(mention->entity, mention->type);
        }
        for (const auto* mention : match.wrong) {
            tagged.emplace(mention->entity, mention->type);
        }
        gold_edges = edges_among(gold);
        tagged_edges = edges_among(tagged);
    }

    Nodes gold;
    Nodes tagged;
    Edges gold_edges;
    Edges tagged_edges;
};

/// What is added up over articles.
class Totals {
public:
    void add(const ArticleMatch& match, const std::vector<MentionError>& errors, Evaluation& evaluation) {
        add_mentions(match);
        add_spans(match);
        const Page page(match);
        for_each_key(page.gold, page.tagged, [&](std::string_view id, bool in_gold, bool is_tagged) {
            count(entities_, in_gold, is_tagged);
            count(entities_by_type_[type_of(id, page.gold, page.tagged)], in_gold, is_tagged);
        });
        for_each_key(page.gold_edges, page.tagged_edges,
                     [&](const Edge&, bool in_gold, bool is_tagged) { count(edges_by_article_, in_gold, is_tagged); });
        blame_for_edges(page, errors, evaluation);
        gold_nodes_.insert(page.gold.begin(), page.gold.end());
        tagged_nodes_.insert(page.tagged.begin(), page.tagged.end());
        for (const auto& [edge, one] : page.gold_edges) gold_edges_[edge] += one;
        for (const auto& [edge, one] : page.tagged_edges) tagged_edges_[edge] += one;
    }

    [[nodiscard]] std::vector<TallyTable> tables() const {
        Tally nodes;
        std::map<EntityType, Tally> nodes_by_type;
        for_each_key(gold_nodes_, tagged_nodes_, [&](std::string_view id, bool in_gold, bool is_tagged) {
            count(nodes, in_gold, is_tagged);
            count(nodes_by_type[type_of(id, gold_nodes_, tagged_nodes_)], in_gold, is_tagged);
        });
        Tally edges;
        Tally weighted;
        std::map<EdgeTypes, Tally> edges_by_types;
        for_each_key(gold_edges_, tagged_edges_, [&](const Edge& edge, bool in_gold, bool is_tagged) {
            count(edges, in_gold, is_tagged);
            count(edges_by_types[types_of(edge)], in_gold, is_tagged);
            add_weighted(edge, weighted);
        });
        return {{"measures",
                 {{"mentions", mentions_},
                  {"mentions overlapping", overlapping_},
                  {"spans", spans_},
                  {"entities", entities_},
                  {"nodes", nodes},
                  {"edges by article", edges_by_article_},
                  {"edges", edges},
                  {"edges with weight", weighted}}},
                table("mentions by type", mentions_by_type_),
                table("entities by type", entities_by_type_),
                table("nodes by type", nodes_by_type),
                table("edges by types", edges_by_types),
                table("mentions by kind", mentions_by_kind_)};
    }

private:
    void add_mentions(const ArticleMatch& match) {
        for (const auto* mention : match.found) add(mention->type, mention->kind, true, true);
        for (const auto* mention : match.missed) add(mention->type, mention->kind, true, false);
        for (const auto* mention : match.wrong) add(mention->type, mention->mention->kind, false, true);
        overlapping_.true_positives += match.found.size() + match.overlapping;
        overlapping_.false_positives += match.wrong.size() - match.overlapping;
        overlapping_.false_negatives += match.missed.size() - match.overlapping;
    }

    void add(EntityType type, MentionKind kind, bool in_gold, bool is_tagged) {
        count(mentions_, in_gold, is_tagged);
        count(mentions_by_type_[type], in_gold, is_tagged);
        count(mentions_by_kind_[kind], in_gold, is_tagged);
    }

    void add_spans(const ArticleMatch& match) {
        std::map<Span, bool> gold;
        for (const auto* mention : match.found) gold[mention->span] = true;
        auto tagged = gold;
        for (const auto* mention : match.missed) gold[mention->span] = true;
        for (const auto* mention : match.wrong) tagged[mention->span()] = true;
        for_each_key(gold, tagged, [&](Span, bool in_gold, bool is_tagged) { count(spans_, in_gold, is_tagged); });
    }

    /// See ErrorCount.
    static void blame_for_edges(const Page& page, const std::vector<MentionError>& errors, Evaluation& evaluation) {
        std::map<std::string_view, ErrorClass> missing;
        std::map<std::string_view, ErrorClass> false_ones;
        for (const auto& error : errors) {
            if (error.missed && !page.tagged.contains(error.gold)) missing.emplace(error.gold, error.error_class);
            if (!error.missed && !page.gold.contains(error.tagged)) {
                false_ones.emplace(error.tagged, error.error_class);
            }
        }
        for_each_key(page.gold_edges, page.tagged_edges, [&](const Edge& edge, bool in_gold, bool is_tagged) {
            if (in_gold && is_tagged) return;
            const auto& blamed = in_gold ? missing : false_ones;
            const auto first = blamed.find(edge.first);
            const auto error_class = first != blamed.end() ? first->second : blamed.at(edge.second);
            auto& counted = evaluation.errors_by_class[static_cast<std::size_t>(error_class)];
            ++(in_gold ? counted.missing_edges : counted.false_edges);
        });
    }

    [[nodiscard]] EdgeTypes types_of(const Edge& edge) const {
        const auto source = type_of(edge.first, gold_nodes_, tagged_nodes_);
        const auto target = type_of(edge.second, gold_nodes_, tagged_nodes_);
        return std::minmax(source, target);
    }

    /// An edge with another weight is missed once and wrong once.
    void add_weighted(const Edge& edge, Tally& tally) const {
        const auto gold = gold_edges_.find(edge);
        const auto tagged = tagged_edges_.find(edge);
        const bool in_gold = gold != gold_edges_.end();
        const bool is_tagged = tagged != tagged_edges_.end();
        if (in_gold && is_tagged && gold->second == tagged->second) return count(tally, true, true);
        if (in_gold) count(tally, true, false);
        if (is_tagged) count(tally, false, true);
    }

    static std::string name_in_table(EntityType type) { return std::string(name_of(type)); }
    static std::string name_in_table(MentionKind kind) { return std::string(name_of(kind)); }
    static std::string name_in_table(const EdgeTypes& both) {
        return std::string(name_of(both.first)) + '-' + std::string(name_of(both.second));
    }
    template <class Key>
    static TallyTable table(std::string_view name, const std::map<Key, Tally>& rows) {
        TallyTable table{name, {}};
        for (const auto& [key, tally] : rows) table.rows.push_back({name_in_table(key), tally});
        return table;
    }

    Tally mentions_;
    Tally overlapping_;
    Tally spans_;
    Tally entities_;
    Tally edges_by_article_;
    std::map<EntityType, Tally> mentions_by_type_;
    std::map<EntityType, Tally> entities_by_type_;
    std::map<MentionKind, Tally> mentions_by_kind_;
    Nodes gold_nodes_;
    Nodes tagged_nodes_;
    Edges gold_edges_;
    Edges tagged_edges_;
};

std::vector<Confusion> confusions_among(const std::vector<MentionError>& errors) {
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::uint64_t> counts;
    for (const auto& error : errors) {
        const bool no_confusion = error.gold == error.tagged || error.error_class == ErrorClass::article_not_tagged;
        if (!no_confusion && !error.told_by_missed) ++counts[{error.text, error.gold, error.tagged}];
    }
    std::vector<Confusion> confusions;
    for (const auto& [key, times] : counts) {
        const auto& [text, gold, tagged] = key;
        confusions.push_back({std::string(text), std::string(gold), std::string(tagged), times});
    }
    std::ranges::stable_sort(confusions, std::ranges::greater{}, &Confusion::count);
    return confusions;
}

double share(std::uint64_t part, std::uint64_t rest) {
    return part + rest == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

std::string_view file_name(std::string_view source) { return source.substr(source.find_last_of('/') + 1); }

}  // namespace

double Tally::precision() const { return share(true_positives, false_positives); }
double Tally::recall() const { return share(true_positives, false_negatives); }
double Tally::f1() const {
    const auto sum = precision() + recall();
    return sum > 0 ? 2 * precision() * recall() / sum : 0;
}

Evaluator::Evaluator(Gold gold, EvaluateOptions options) : gold_(std::move(gold)), options_(std::move(options)) {
    for (std::size_t number = 0; number < gold_.articles.size(); ++number) {
        numbers_.emplace(gold_.articles[number].name, number);
    }
}

std::size_t Evaluator::number_of(const TaggedArticle& article) const {
    for (const auto name :
         {std::string_view(article.id), std::string_view(article.source), file_name(article.source)}) {
        if (const auto found = numbers_.find(name); found != numbers_.end()) return found->second;
    }
    return gold_.articles.size();
}

void Evaluator::add(const TaggedArticle& article) {
    const auto number = number_of(article);
    if (number < gold_.articles.size()) {
        tagged_.emplace(number, article);
    } else {
        only_in_mentions_.push_back(article.id);
    }
}

Evaluation Evaluator::evaluate() const {
    Evaluation evaluation;
    evaluation.articles = gold_.articles.size();
    evaluation.only_in_mentions = only_in_mentions_;
    std::ranges::sort(evaluation.only_in_mentions);
    KnownForms forms;
    for (const auto& article : gold_.articles) forms.add(article);
    for (const auto& [number, article] : tagged_) forms.add(article, gold_.ids_have_types);
    Totals totals;
    for (std::size_t number = 0; number < gold_.articles.size(); ++number) {
        const auto& gold = gold_.articles[number];
        const auto article = tagged_.find(number);
        const bool is_tagged = article != tagged_.end();
        const auto tagged =
            is_tagged ? mentions_of(article->second, gold_.ids_have_types) : std::vector<TaggedMention>{};
        const auto matched = match(gold, tagged, options_);
        auto errors = errors_in(gold, tagged, matched, forms);
        if (!is_tagged) {
            evaluation.only_in_gold.push_back(gold.name);
            for (auto& error : errors) error.error_class = ErrorClass::article_not_tagged;
        }
        totals.add(matched, errors, evaluation);
        evaluation.errors.insert(evaluation.errors.end(), errors.begin(), errors.end());
    }
    for (const auto& error : evaluation.errors) {
        auto& counted = evaluation.errors_by_class[static_cast<std::size_t>(error.error_class)];
        ++(error.missed ? counted.missed : counted.wrong);
    }
    evaluation.tables = totals.tables();
    evaluation.confusions = confusions_among(evaluation.errors);
    return evaluation;
}

}  // namespace entente
