// SPDX-License-Identifier: Apache-2.0
#include "explanation.hpp"

#include <algorithm>

namespace entente::cli {
namespace {

/// As one line that does nothing to a terminal: white space and control characters squeezed into blanks.
std::string one_line(std::string_view text) {
    std::string line;
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if (code > ' ' && code != 0x7F) {
            line += byte;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

/// A mention may take along the full stop of "Jr." behind the words that the rules spoke of.
bool is_on(const Remark& remark, Span words) {
    return remark.span.begin == words.begin && (remark.span.end == words.end || remark.span.end + 1 == words.end);
}

/// A line of what belongs to the line above it.
std::string line_of(std::string_view key, std::string_view text) {
    return "  " + std::string(key) + ": " + std::string(text) + '\n';
}

std::string rule_of(const Mention& mention) {
    const auto& row = rules()[static_cast<std::size_t>(mention.rule)];
    return std::string(row.name) + ": " + std::string(row.summary);
}

}  // namespace

TracedArticle::TracedArticle(const Article& read, const Tagger& tagger)
    : article(read), tagged(tagger.tag(read, &trace)) {
    std::ranges::stable_sort(trace.remarks, {}, [](const Remark& remark) { return remark.span.begin; });
    for (const auto& remark : trace.remarks) {
        reach_ = std::max(reach_, remark.span.size());
    }
    for (const auto span : trace.mentions) {
        reach_ = std::max(reach_, span.size());
    }
}

std::span<const Remark> TracedArticle::remarks_near(Span words) const {
    const auto begin = [](const Remark& remark) { return remark.span.begin; };
    const auto first = std::ranges::lower_bound(trace.remarks, words.begin - std::min(words.begin, reach_), {}, begin);
    return {first, std::ranges::lower_bound(first, trace.remarks.end(), words.end, {}, begin)};
}

std::vector<std::size_t> TracedArticle::mentions_in(Span words) const {
    std::vector<std::size_t> found;
    const auto& all = trace.mentions;
    auto at = std::ranges::lower_bound(all, words.begin - std::min(words.begin, reach_), {}, &Span::begin);
    for (; at != all.end() && at->begin < words.end; ++at) {
        if (at->overlaps(words)) {
            found.push_back(static_cast<std::size_t>(at - all.begin()));
        }
    }
    return found;
}

std::string decision_of(const TaggedArticle& tagged, const Mention& mention) {
    if (mention.entity != undecided) {
        return tagged.entities[mention.entity].id;
    }
    std::string text = "nobody";
    for (const auto& candidate : mention.candidates) {
        text += (text == "nobody" ? "; " : ", ") + tagged.entities[candidate.entity].id + ' '
                + std::to_string(candidate.score) + " %";
    }
    return text;
}

std::string Explanation::entity(std::uint32_t number) const {
    const auto& row = gazetteer_.entities()[number];
    return row.id + " \"" + row.name + "\" (" + gazetteer_.where(row.origin) + ')';
}

std::string Explanation::name(const ListedName& name) const {
    const auto& row = gazetteer_.entities()[name.entity];
    const auto& alias = row.aliases[name.alias];
    return '"' + alias.text + "\" of " + row.id + " (" + gazetteer_.where(alias.origin) + ')';
}

std::string Explanation::place(const TracedArticle& traced, Span words) {
    const auto& sentences = traced.trace.sentences;
    auto sentence = std::ranges::upper_bound(sentences, words.begin, {}, &Span::begin);
    const Span around = sentence == sentences.begin() ? words : *--sentence;
    const std::string_view text = traced.article.text;
    const auto end = std::max(around.end, words.end);
    return traced.article.id + ':' + std::to_string(traced.article.original.original(words.begin)) + ": "
           + one_line(std::string(slice(text, {around.begin, words.begin})) + '[' + std::string(slice(text, words))
                      + ']' + std::string(slice(text, {words.end, end})));
}

std::string_view Explanation::refusal(const TaggedArticle& tagged, const Mention& mention) const {
    switch (count_.period.place_of(tagged.date)) {
        case Period::Place::inside: break;
        case Period::Place::outside: return "its article is of another day than --from and --to ask for";
        case Period::Place::unclear: return "the date of its article may be outside of --from and --to";
        case Period::Place::undated: return "its article has no date, and --from and --to ask for one";
    }
    return mention.entity == undecided ? "an undecided name does not count"
                                       : count_.refusal(mention, tagged.entities[mention.entity]);
}

std::string Explanation::reason(const TracedArticle& traced, const Remark& remark) const {
    std::string text = remark.text;
    if (remark.quoted.size() > 0) {
        text += ": \"" + one_line(slice(traced.article.text, remark.quoted)) + "\" at "
                + std::to_string(traced.article.original.original(remark.quoted.begin));
    }
    return text;
}

/// The sums of all that were weighed, the best first, each with its parts.
std::string Explanation::points(const TracedArticle& traced, Span words) const {
    std::vector<const Remark*> totals;
    for (const auto& remark : traced.remarks_near(words)) {
        if (remark.kind == Remark::Kind::total && is_on(remark, words)) {
            totals.push_back(&remark);
        }
    }
    std::ranges::stable_sort(totals, std::ranges::greater{}, &Remark::points);
    std::string text;
    for (const auto* total : totals) {
        text += line_of("points", std::to_string(total->points) + " for " + entity(total->entity));
        for (const auto& part : traced.remarks_near(words)) {
            if (part.kind == Remark::Kind::weight && part.entity == total->entity && is_on(part, words)) {
                text += std::string("    ") + (part.points > 0 ? "+" : "") + std::to_string(part.points) + ' '
                        + reason(traced, part) + '\n';
            }
        }
    }
    if (totals.size() > 1) {
        text += line_of("runner-up", gazetteer_.entities()[totals[1]->entity].id + ", "
                                         + std::to_string(totals[0]->points - totals[1]->points) + " points behind");
    }
    return text;
}

std::string Explanation::mention(const TracedArticle& traced, std::size_t number) const {
    const auto& mention = traced.tagged.mentions[number];
    const auto words = traced.trace.mentions[number];
    const auto why_not = refusal(traced.tagged, mention);
    std::string text = place(traced, words) + '\n';
    const auto known =
        mention.entity == undecided ? std::nullopt : gazetteer_.find(traced.tagged.entities[mention.entity].id);
    text += line_of("entity", known ? entity(*known) : decision_of(traced.tagged, mention));
    text += line_of("kind", name_of(mention.kind)) + line_of("zone", name_of(mention.zone));
    text += line_of("counts", why_not.empty() ? "yes" : "no: " + std::string(why_not));
    text += line_of("rule", rule_of(mention));
    for (const auto& remark : traced.remarks_near(words)) {
        if (remark.kind == Remark::Kind::owner && is_on(remark, words)) {
            text += line_of("listed", name({remark.entity, remark.alias}));
        } else if (remark.kind == Remark::Kind::ground && is_on(remark, words)) {
            text += line_of("because", reason(traced, remark));
        }
    }
    return text + points(traced, words);
}

std::string Explanation::mention_in_short(const TracedArticle& traced, std::size_t number) const {
    const auto& mention = traced.tagged.mentions[number];
    const auto why_not = refusal(traced.tagged, mention);
    return place(traced, traced.trace.mentions[number]) + "\n  " + decision_of(traced.tagged, mention) + ", "
           + std::string(name_of(mention.kind)) + ", " + rule_of(mention)
           + (why_not.empty() ? "" : "; does not count: " + std::string(why_not)) + '\n';
}

std::string Explanation::refusals(const TracedArticle& traced, Span words) const {
    std::string text;
    for (const auto& remark : traced.remarks_near(words)) {
        const bool tells = remark.kind == Remark::Kind::ground || remark.kind == Remark::Kind::refusal;
        if (!tells || !remark.span.overlaps(words)) {
            continue;
        }
        auto whose = '"' + one_line(slice(traced.article.text, remark.span)) + '"';
        if (remark.alias != Remark::no_alias) {
            whose = name({remark.entity, remark.alias});
        } else if (remark.entity != undecided) {
            whose = entity(remark.entity);
        }
        text += line_of("because", whose + ": " + reason(traced, remark));
    }
    return text + points(traced, words);
}

}  // namespace entente::cli
