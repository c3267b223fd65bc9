// SPDX-License-Identifier: Apache-2.0
#include <entente/evaluate/classify.hpp>

#include <algorithm>
#include <tuple>

#include <entente/evaluate/printed_form.hpp>
#include <entente/text/blanks.hpp>

namespace entente {
namespace {

Span span_of(const GoldMention& mention) { return mention.span; }
Span span_of(const TaggedMention& mention) { return mention.span(); }

/// The one of `mentions` that stands most nearly where `mention` does: that of the same entity, then of the same bytes,
/// then of the most bytes in common, then the first. Null when none has a byte in common.
template <class Mentions, class Mention>
auto nearest(const Mentions& mentions, const Mention& mention) -> decltype(mentions.data()) {
    const Span span = span_of(mention);
    decltype(mentions.data()) best = nullptr;
    std::tuple<bool, bool, std::uint32_t> most;
    for (const auto& other : mentions) {
        const Span there = span_of(other);
        if (!there.overlaps(span)) {
            continue;
        }
        const std::tuple shared{other.entity == mention.entity, there == span,
                                std::min(there.end, span.end) - std::max(there.begin, span.begin)};
        if (best == nullptr || shared > most) {
            best = &other;
            most = shared;
        }
    }
    return best;
}

bool is_furniture(Zone zone) { return zone == Zone::boilerplate || zone == Zone::credit || zone == Zone::byline; }

/// Of a gold and a tagged mention of different entities that share bytes.
ErrorClass class_of_pair(const GoldMention& gold, const TaggedMention& tagged) {
    const auto either_is = [&](MentionKind kind) { return gold.kind == kind || tagged.mention->kind == kind; };
    if (either_is(MentionKind::metonym)) {
        return ErrorClass::metonym;
    }
    if (either_is(MentionKind::demonym)) {
        return ErrorClass::demonym;
    }
    const bool one_inside = gold.span.contains(tagged.span()) || tagged.span().contains(gold.span);
    return one_inside && gold.span != tagged.span() ? ErrorClass::longer_name : ErrorClass::other_owner;
}

/// Tells the errors of one article apart.
class Classifier {
public:
    Classifier(const GoldArticle& gold, const KnownForms& forms) : gold_(gold), forms_(forms) {}

    [[nodiscard]] ErrorClass class_of(const GoldMention& missed, const TaggedMention* near) const {
        if (near == nullptr) {
            return class_of_untagged(missed);
        }
        if (near->entity.empty()) {
            return ErrorClass::undecided;
        }
        if (near->entity != missed.entity) {
            return class_of_pair(missed, *near);
        }
        if (is_furniture(near->mention->zone)) {
            return ErrorClass::page_furniture;
        }
        return near->mention->kind == MentionKind::nested ? ErrorClass::longer_name : ErrorClass::wrong_span;
    }

    [[nodiscard]] ErrorClass class_of(const TaggedMention& wrong, const GoldMention* near) const {
        const auto covers = [&](Span region) { return region.overlaps(wrong.span()); };
        if (near != nullptr && near->entity == wrong.entity) {
            return near->in_boilerplate || near->in_credit ? ErrorClass::page_furniture : ErrorClass::wrong_span;
        }
        if (near != nullptr) {
            return class_of_pair(*near, wrong);
        }
        if (std::ranges::any_of(gold_.boilerplate, covers)) {
            return ErrorClass::page_furniture;
        }
        if (std::ranges::any_of(gold_.traps, covers)) {
            return ErrorClass::trap;
        }
        switch (wrong.mention->kind) {
            case MentionKind::metonym: return ErrorClass::metonym;
            case MentionKind::demonym: return ErrorClass::demonym;
            case MentionKind::acronym: return ErrorClass::acronym;
            default: return ErrorClass::nobody_named;
        }
    }

private:
    [[nodiscard]] ErrorClass class_of_untagged(const GoldMention& missed) const {
        if (!forms_.is_tagged(missed.entity)) {
            return ErrorClass::never_tagged;
        }
        switch (missed.kind) {
            case MentionKind::metonym: return ErrorClass::metonym;
            case MentionKind::demonym: return ErrorClass::demonym;
            case MentionKind::typo: return ErrorClass::typo;
            default: break;
        }
        if (forms_.is_tagged_almost_as(missed.entity, missed.text)) {
            return ErrorClass::case_accent_hyphen;
        }
        return class_of_form(missed);
    }

    [[nodiscard]] ErrorClass class_of_form(const GoldMention& missed) const {
        const bool person = missed.type == EntityType::person;
        if (missed.kind == MentionKind::acronym || (!person && looks_like_acronym(missed.text))) {
            return ErrorClass::acronym;
        }
        if (missed.kind == MentionKind::name) {
            return ErrorClass::full_name;
        }
        if (missed.kind == MentionKind::surname || missed.kind == MentionKind::given_name) {
            return has_longer_form(missed) ? ErrorClass::person_short_form : ErrorClass::person_short_form_alone;
        }
        const bool is_short = words_in(missed.text) < forms_.most_words(missed.entity);
        if (missed.type == EntityType::organization && is_short) {
            return has_longer_form(missed) ? ErrorClass::organization_short_form
                                           : ErrorClass::organization_short_form_alone;
        }
        return ErrorClass::other_form;
    }

    [[nodiscard]] bool has_longer_form(const GoldMention& missed) const {
        return std::ranges::any_of(gold_.mentions, [&](const GoldMention& other) {
            return other.entity == missed.entity && words_in(other.text) > words_in(missed.text);
        });
    }

    const GoldArticle& gold_;
    const KnownForms& forms_;
};

std::string shown(const TaggedMention& mention) {
    return mention.entity.empty() ? "undecided" : std::string(mention.entity);
}

}  // namespace

void KnownForms::add(const GoldArticle& gold) {
    for (const auto& mention : gold.mentions) {
        auto& forms = forms_[mention.entity];
        forms.most_words = std::max(forms.most_words, words_in(mention.text));
    }
}

void KnownForms::add(const TaggedArticle& article, bool ids_have_types) {
    for (const auto& tagged : mentions_of(article, ids_have_types)) {
        if (tagged.entity.empty()) {
            continue;
        }
        auto& forms = forms_[std::string(tagged.entity)];
        const auto text = squeezed(tagged.mention->text);
        const auto& label = article.entities[tagged.mention->entity].label;
        forms.most_words = std::max({forms.most_words, words_in(text), words_in(label)});
        forms.tagged.insert(text);
        forms.bare.insert(bare_form(text));
    }
}

const KnownForms::Forms& KnownForms::forms_of(std::string_view entity) const {
    static const Forms none;
    const auto found = forms_.find(entity);
    return found == forms_.end() ? none : found->second;
}

bool KnownForms::is_tagged(std::string_view entity) const { return !forms_of(entity).tagged.empty(); }

bool KnownForms::is_tagged_almost_as(std::string_view entity, std::string_view text) const {
    const auto& forms = forms_of(entity);
    return !forms.tagged.contains(std::string(text)) && forms.bare.contains(bare_form(text));
}

std::size_t KnownForms::most_words(std::string_view entity) const { return forms_of(entity).most_words; }

std::vector<MentionError> errors_in(const GoldArticle& gold, const std::vector<TaggedMention>& tagged,
                                    const ArticleMatch& match, const KnownForms& forms) {
    const Classifier classifier(gold, forms);
    std::vector<MentionError> errors;
    std::set<const TaggedMention*> told;
    for (const auto* missed : match.missed) {
        const auto* near = nearest(tagged, *missed);
        told.insert(near);
        errors.push_back({.article = gold.name,
                          .span = missed->span,
                          .text = missed->text,
                          .gold = missed->entity,
                          .tagged = near == nullptr ? "" : shown(*near),
                          .error_class = classifier.class_of(*missed, near),
                          .missed = true});
    }
    for (const auto* wrong : match.wrong) {
        const auto* near = nearest(gold.mentions, *wrong);
        errors.push_back({.article = gold.name,
                          .span = wrong->span(),
                          .text = squeezed(wrong->mention->text),
                          .gold = near == nullptr ? "" : near->entity,
                          .tagged = shown(*wrong),
                          .error_class = classifier.class_of(*wrong, near),
                          .told_by_missed = told.contains(wrong)});
    }
    std::ranges::stable_sort(errors, {}, &MentionError::span);
    return errors;
}

}  // namespace entente
