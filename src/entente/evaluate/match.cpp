// SPDX-License-Identifier: Apache-2.0
#include <entente/evaluate/match.hpp>

#include <algorithm>
#include <tuple>

namespace entente {
namespace {

using GoldMentions = std::vector<const GoldMention*>;
using TaggedMentions = std::vector<const TaggedMention*>;

auto key_of(const GoldMention* mention) { return std::tuple(mention->span, std::string_view(mention->entity)); }
auto tagged_key_of(const TaggedMention* mention) { return std::tuple(mention->span(), mention->entity); }

template <class Mentions, class Key>
void sort_and_unite(Mentions& mentions, Key key) {
    std::ranges::stable_sort(mentions, {}, key);
    const auto rest = std::ranges::unique(mentions, {}, key);
    mentions.erase(rest.begin(), rest.end());
}

bool in_scope(const GoldMention& mention, const EvaluateOptions& options) {
    return options.count.counts(mention.kind) && options.count.types.contains(mention.type) && !mention.in_boilerplate
           && !mention.in_credit;
}

bool counts_as_tagged(const TaggedMention& tagged, const EvaluateOptions& options) {
    const auto& [mention, entity, type] = tagged;
    const bool furniture =
        mention->zone == Zone::boilerplate || mention->zone == Zone::credit || mention->zone == Zone::byline;
    const bool asked_for = (mention->kind != MentionKind::nested && mention->kind != MentionKind::role)
                           || options.count.counts(mention->kind);
    return !entity.empty() && !furniture && asked_for && options.count.types.contains(type);
}

/// Whether what is tagged is neither right nor wrong: the gold has it out of scope.
class Excused {
public:
    Excused(const GoldArticle& gold, const GoldMentions& in_scope, const EvaluateOptions& options)
        : gold_(gold), in_scope_(in_scope), options_(options) {}

    [[nodiscard]] bool operator()(const TaggedMention& tagged) const {
        return in_ignored_boilerplate(tagged)
               || (names_what_is_out_of_scope(tagged) && !names_what_is_in_scope(tagged));
    }

private:
    [[nodiscard]] bool in_ignored_boilerplate(const TaggedMention& tagged) const {
        return !options_.penalize_boilerplate
               && std::ranges::any_of(gold_.boilerplate, [&](Span region) { return region.contains(tagged.span()); });
    }
    [[nodiscard]] bool names_what_is_out_of_scope(const TaggedMention& tagged) const {
        return std::ranges::any_of(gold_.mentions, [&](const GoldMention& mention) {
            return !in_scope(mention, options_) && !is_penalized(mention) && mention.span.overlaps(tagged.span())
                   && (mention.entity == tagged.entity || mention.literal_entity == tagged.entity);
        });
    }
    [[nodiscard]] bool names_what_is_in_scope(const TaggedMention& tagged) const {
        return std::ranges::any_of(in_scope_, [&](const GoldMention* mention) {
            return mention->span.overlaps(tagged.span()) && mention->entity == tagged.entity;
        });
    }
    [[nodiscard]] bool is_penalized(const GoldMention& mention) const {
        return (options_.penalize_boilerplate && mention.in_boilerplate)
               || (options_.penalize_credits && mention.in_credit);
    }

    const GoldArticle& gold_;
    const GoldMentions& in_scope_;
    const EvaluateOptions& options_;
};

/// Each wrong mention makes up for one missed one at most.
std::size_t overlapping_pairs(const GoldMentions& missed, TaggedMentions wrong) {
    std::size_t pairs = 0;
    for (const auto* mention : missed) {
        const auto near = std::ranges::find_if(wrong, [&](const TaggedMention* tagged) {
            return tagged->entity == mention->entity && tagged->span().overlaps(mention->span);
        });
        if (near != wrong.end()) {
            wrong.erase(near);
            ++pairs;
        }
    }
    return pairs;
}

}  // namespace

std::vector<TaggedMention> mentions_of(const TaggedArticle& article, bool ids_have_types) {
    std::vector<TaggedMention> tagged;
    for (const Mention& mention : article.mentions) {
        TaggedMention row{&mention, {}, {}};
        if (mention.entity != undecided) {
            const auto& entity = article.entities[mention.entity];
            const std::string_view id = entity.id;
            row.entity = ids_have_types ? id : id.substr(id.find('/') + 1);
            row.type = entity.type;
        }
        tagged.push_back(row);
    }
    return tagged;
}

ArticleMatch match(const GoldArticle& gold, const std::vector<TaggedMention>& tagged, const EvaluateOptions& options) {
    GoldMentions wanted;
    for (const auto& mention : gold.mentions) {
        if (in_scope(mention, options)) {
            wanted.push_back(&mention);
        }
    }
    sort_and_unite(wanted, key_of);
    TaggedMentions given;
    for (const auto& mention : tagged) {
        if (counts_as_tagged(mention, options)) {
            given.push_back(&mention);
        }
    }
    sort_and_unite(given, tagged_key_of);

    ArticleMatch found;
    for (const auto* mention : wanted) {
        const bool hit = std::ranges::binary_search(given, key_of(mention), {}, tagged_key_of);
        (hit ? found.found : found.missed).push_back(mention);
    }
    const Excused excused(gold, wanted, options);
    for (const auto* mention : given) {
        if (!std::ranges::binary_search(wanted, tagged_key_of(mention), {}, key_of) && !excused(*mention)) {
            found.wrong.push_back(mention);
        }
    }
    found.overlapping = overlapping_pairs(found.missed, found.wrong);
    return found;
}

}  // namespace entente
