// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/tag/mention.hpp>
#include <entente/tag/names.hpp>
#include <entente/tag/trace.hpp>

namespace entente {

/// A name in the text on its way to a mention. Entities count into Gazetteer::entities here.
struct Finding {
    std::uint32_t first = 0;           ///< token
    std::uint32_t last = 0;            ///< token behind the last
    std::span<const NameForm> owners;  ///< everyone who owns the name; empty for a short name
    std::uint32_t entity = undecided;
    MentionKind kind = MentionKind::name;
    Rule rule = Rule::only_owner;
    bool nested = false;              ///< inside another finding
    bool inside_longer = false;       ///< inside a longer name that the gazetteer does not list
    bool of_unlisted_person = false;  ///< the surname of a person whom the gazetteer does not list: that longer name
    NameMatch::Way way = NameMatch::exact;
    std::optional<int> support;         ///< points of evidence that the article has to give even to an only owner
    bool open = true;                   ///< no rule has spoken yet
    std::vector<Candidate> candidates;  ///< when the rules could not choose, best first

    void decide(std::uint32_t chosen, MentionKind as, Rule by) {
        entity = chosen;
        kind = as;
        rule = by;
        open = false;
    }
};

/// The names of one article while the rules go over them.
struct Findings {
    const CompiledGazetteer* gazetteer = nullptr;
    const Article* article = nullptr;
    const ReadText* text = nullptr;
    std::vector<Finding> rows;
    RuleSet rules;                        ///< those that may decide
    std::vector<std::uint32_t> covering;  ///< per token: the outer finding that covers it, or `uncovered`
    Trace* trace = nullptr;               ///< where the rules say why, when somebody asks

    static constexpr std::uint32_t uncovered = 0xFFFFFFFF;

    [[nodiscard]] CompiledGazetteer::Entity entity(std::uint32_t number) const { return gazetteer->entity(number); }
    [[nodiscard]] const Finding* at(std::size_t token) const {
        return covering[token] == uncovered ? nullptr : &rows[covering[token]];
    }
    [[nodiscard]] Zone zone_of(const Finding& finding) const {
        return article->zone_at(text->tokens()[finding.first].begin);
    }
    /// The name counts: a rule has decided it, and it is not part of a longer one.
    [[nodiscard]] static bool counts(const Finding& finding) {
        return !finding.open && !finding.nested && !finding.inside_longer && finding.entity != undecided;
    }
    void add(Finding finding);

    /// Where the words from token `first` up to `last` stand in the text.
    [[nodiscard]] Span span_of(std::uint32_t first, std::uint32_t last) const {
        return {text->tokens()[first].begin, text->tokens()[last - 1].end};
    }
    /// Says something of the words from token `first` up to `last`, if somebody asks. Costs nothing else.
    void remark(Remark::Kind kind, std::uint32_t first, std::uint32_t last, std::string_view why, Span quoted = {},
                std::uint32_t entity = undecided, int points = 0) const {
        if (trace != nullptr)
            trace->remarks.push_back(
                {kind, span_of(first, last), std::string(why), quoted, entity, Remark::no_alias, points});
    }
};

/// Lays the matches out: leftmost, then longest; a match inside a chosen one is nested.
void choose(const NameMatches& matches, Findings& findings);

/// What a mention by this form is called: a name printed otherwise than the label is an alias.
[[nodiscard]] MentionKind kind_of(const Findings& findings, const Finding& finding, const NameForm& form);

/// The article is more than ten years older than the person's first office: too early for a surname alone.
[[nodiscard]] bool is_before_their_time(const Findings& findings, std::uint32_t person);

/// "Jackson, Miss.", "Lincoln, Nebraska": a town, whoever else is called so.
[[nodiscard]] bool is_town_of_state(const Findings& findings, std::uint32_t token);

/// A person's name begins at this word, with nothing but a space before it.
[[nodiscard]] bool opens_person(const Findings& findings, std::uint32_t token);

/// "Rice and beans", "Brown or white": at the start of a sentence a surname that is a word, beside another such word.
[[nodiscard]] bool opens_pair_of_things(const ReadText& text, std::size_t token);

/// Decides each name that only one entity can own. A person's bare surname stays open.
void decide_only_owners(Findings& findings);

}  // namespace entente
