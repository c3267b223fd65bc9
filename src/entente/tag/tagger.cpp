// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/tagger.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <entente/tag/compile.hpp>
#include <entente/tag/findings.hpp>
#include <entente/tag/inflections.hpp>
#include <entente/tag/institutions.hpp>
#include <entente/tag/longer_names.hpp>
#include <entente/tag/names.hpp>
#include <entente/tag/organization_names.hpp>
#include <entente/tag/role_mentions.hpp>
#include <entente/tag/seats.hpp>
#include <entente/tag/short_names.hpp>
#include <entente/tag/tie_short_names.hpp>
#include <entente/tag/unlisted_persons.hpp>
#include <entente/tag/weigh.hpp>
#include <entente/text/blanks.hpp>
#include <entente/text/cpu_clock.hpp>

namespace entente {

struct Tagger::Parts {
    Parts(Image compiled, std::span<const Language> language_words, Roles roles, RuleSet allowed)
        : image(std::move(compiled)),
          gazetteer(image),
          languages(language_words),
          rules(allowed),
          finder(image, gazetteer),
          inflections(gazetteer, language_words),
          seats(image),
          short_names(image),
          offices(image),
          institutions(image),
          weigher(image) {
        if (roles == Roles::read) office_titles.emplace(image);
    }

    /// The rules, in their order.
    void resolve(NameMatches& matches, Findings& findings) const;

    Image image;
    CompiledGazetteer gazetteer;
    Languages languages;
    RuleSet rules;
    NameFinder finder;
    Inflections inflections;
    Seats seats;
    ShortNames short_names;
    Offices offices;
    Institutions institutions;
    Weigher weigher;
    std::optional<OfficeTitles> office_titles;
};

namespace {

/// Where a by-line, a credit or furniture begins or ends: no sentence runs into it. A headline is not among them, for the
/// first line of a wrapped text may look like one.
std::vector<std::uint32_t> zone_ends(const Article& article) {
    std::vector<std::uint32_t> ends;
    for (const ZoneSpan& zone : article.zones) {
        if (zone.zone != Zone::byline && zone.zone != Zone::credit && zone.zone != Zone::boilerplate) continue;
        ends.push_back(zone.span.begin);
        ends.push_back(zone.span.end);
    }
    return ends;
}

Span original_span(const Article& article, Span span) {
    return {static_cast<std::uint32_t>(article.original.original(span.begin)),
            static_cast<std::uint32_t>(article.original.original_end(span.end))};
}

/// A nested name is recorded when it is certain and another entity than the name around it.
bool is_reported(const Findings& findings, const Finding& finding) {
    if (finding.open) return false;
    if (finding.inside_longer) return finding.entity != undecided && !finding.nested;
    if (!finding.nested) return true;
    const Finding* outer = findings.at(finding.first);
    return finding.entity != undecided && outer != nullptr && !outer->open && outer->entity != finding.entity;
}

/// Writes the findings in reading order as mentions.
class Writer {
public:
    explicit Writer(const Findings& findings)
        : findings_(findings),
          text_(*findings.text),
          article_(*findings.article),
          blocks_(article_.text, text_.tokens()) {}

    TaggedArticle write() {
        std::vector<const Finding*> reported;
        reported.reserve(findings_.rows.size());
        for (const Finding& finding : findings_.rows)
            if (is_reported(findings_, finding)) reported.push_back(&finding);
        std::sort(reported.begin(), reported.end(), [](const Finding* a, const Finding* b) {
            if (a->first != b->first) return a->first < b->first;
            return a->last != b->last ? a->last > b->last : a < b;  // then as they were found
        });
        tagged_.id = article_.id;
        tagged_.source = article_.source;
        tagged_.publisher = article_.publisher;
        tagged_.title = article_.title;
        tagged_.date = article_.date;
        tagged_.language = article_.language.empty() ? text_.language->code() : article_.language;
        tagged_.signature = signature_of(text_.tokens(), article_.zones);
        list_entities(reported);
        tagged_.mentions.reserve(reported.size());
        tagged_.sentences.reserve(std::min(reported.size(), text_.words.sentences.size()));
        for (const Finding* finding : reported) add(*finding);
        return std::move(tagged_);
    }

private:
    void list_entities(const std::vector<const Finding*>& reported) {
        numbers_.reserve(reported.size());
        for (const Finding* finding : reported) {
            if (finding->entity != undecided) numbers_.push_back(finding->entity);
            for (const Candidate& candidate : finding->candidates) numbers_.push_back(candidate.entity);
        }
        std::sort(numbers_.begin(), numbers_.end());
        numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
        tagged_.entities.reserve(numbers_.size());
        for (const std::uint32_t number : numbers_) {
            const auto entity = findings_.entity(number);
            tagged_.entities.push_back(
                {std::string(entity.id()), std::string(entity.name()), entity.type(), std::string(entity.country())});
        }
    }

    [[nodiscard]] EntityIndex index_of(std::uint32_t number) const {
        return static_cast<EntityIndex>(std::lower_bound(numbers_.begin(), numbers_.end(), number) - numbers_.begin());
    }

    void add(const Finding& finding) {
        const auto& tokens = text_.tokens();
        Span span{tokens[finding.first].begin, tokens[finding.last - 1].end};
        if (text_.text.substr(span.end).starts_with('.') && ends_with_stop(finding)) ++span.end;
        Mention mention;
        mention.span = original_span(article_, span);
        mention.text = slice(text_.text, span);
        mention.kind = finding.nested || finding.inside_longer ? MentionKind::nested : finding.kind;
        mention.rule = finding.inside_longer ? Rule::inside_longer_name : finding.rule;
        mention.zone = article_.zone_at(span.begin);
        mention.sentence = sentence_of(finding.first);
        if (finding.entity != undecided) mention.entity = index_of(finding.entity);
        for (const Candidate& candidate : finding.candidates)
            mention.candidates.push_back({index_of(candidate.entity), candidate.score});
        if (findings_.trace != nullptr) findings_.trace->mentions.push_back(span);
        tagged_.mentions.push_back(std::move(mention));
    }

    /// "Martin Luther King Jr.": the full stop is part of the name.
    [[nodiscard]] bool ends_with_stop(const Finding& finding) const {
        return std::any_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
            return form.entity == finding.entity
                   && findings_.gazetteer->text(findings_.entity(form.entity).alias(form.alias).text).ends_with('.');
        });
    }

    std::uint32_t sentence_of(std::uint32_t token) {
        const std::uint32_t number = text_.words.sentence_of(token);
        if (last_sentence_ != number || tagged_.sentences.empty()) {
            const Span span = text_.words.sentences[number];
            tagged_.sentences.push_back(
                {original_span(article_, span), squeezed(slice(text_.text, span)), blocks_.at(span.begin), number});
            last_sentence_ = number;
        }
        return static_cast<std::uint32_t>(tagged_.sentences.size() - 1);
    }

    const Findings& findings_;
    const ReadText& text_;
    const Article& article_;
    Blocks blocks_;
    std::vector<std::uint32_t> numbers_;  ///< entities of the gazetteer, ascending
    std::uint32_t last_sentence_ = 0;
    TaggedArticle tagged_;
};

/// What is known of an article while it is tagged. Each thread keeps the memory for the next one, unless the article is long.
struct Workspace {
    static constexpr std::size_t most_words = 1U << 16U;

    ReadText text;
    NameMatches matches;
    Findings findings;
};

/// Adds up the time of each step, if somebody asks.
class StepClock {
public:
    explicit StepClock(TagSeconds* seconds) : seconds_(seconds) {
        if (seconds_ != nullptr) clock_.lap();
    }
    void end(double TagSeconds::*step) {
        if (seconds_ != nullptr) seconds_->*step += clock_.lap();
    }

private:
    TagSeconds* seconds_;
    CpuClock clock_;
};

/// Where the sentences are, who owns each name that was found, and by which line of the gazetteer.
void begin_trace(const Findings& findings) {
    findings.trace->sentences = findings.text->words.sentences;
    for (const Finding& finding : findings.rows)
        for (const NameForm& form : finding.owners)
            findings.trace->remarks.push_back({Remark::Kind::owner,
                                               findings.span_of(finding.first, finding.last),
                                               {},
                                               {},
                                               form.entity,
                                               form.alias,
                                               0});
}

}  // namespace

void Tagger::Parts::resolve(NameMatches& matches, Findings& findings) const {
    choose(matches, findings);
    for (const Finding& finding : findings.rows) short_names.prefetch(finding.owners.front().entity);
    if (findings.trace != nullptr) begin_trace(findings);
    if (rules.holds(Rule::inside_longer_name)) mark_longer_names(short_names, findings);
    seats.read(findings);
    for (const Finding& finding : findings.rows)
        if (!finding.owners.empty()) short_names.prefetch_names(finding.owners.front().entity);
    decide_only_owners(findings);
    institutions.read(findings);
    weigher.weigh(findings);
    if (rules.holds(Rule::inside_longer_name)) yield_to_unlisted(findings);
    tie_short_names(short_names, offices, finder, findings);
    tie_organization_names(findings);
    if (office_titles) read_roles(*office_titles, findings);
}

Tagger::Tagger(Image compiled, std::span<const Language> languages, Roles roles, RuleSet rules)
    : parts_(std::make_unique<const Parts>(std::move(compiled), languages, roles, rules)) {}
Tagger::Tagger(const Gazetteer& gazetteer, std::span<const Language> languages, Roles roles, RuleSet rules)
    : Tagger(compile(gazetteer), languages, roles, rules) {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;

TaggedArticle Tagger::tag(const Article& article, Trace* trace, TagSeconds* seconds) const {
    thread_local Workspace work;
    if (work.text.words.tokens.capacity() > Workspace::most_words) work = {};
    StepClock clock(seconds);
    ReadText& text = work.text;
    read(article.text, zone_ends(article), parts_->languages, article.language, text);
    clock.end(&TagSeconds::words);

    work.matches.trace = trace;
    text.forms = parts_->inflections.of(text.language->code());
    parts_->finder.find(text, work.matches);
    clock.end(&TagSeconds::names);

    Findings& findings = work.findings;
    findings.gazetteer = &parts_->gazetteer;
    findings.article = &article;
    findings.text = &text;
    findings.rules = parts_->rules;
    findings.trace = trace;
    parts_->resolve(work.matches, findings);
    clock.end(&TagSeconds::resolving);

    auto tagged = Writer(findings).write();
    clock.end(&TagSeconds::rows);
    return tagged;
}

}  // namespace entente
