// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/role_mentions.hpp>

#include <algorithm>
#include <charconv>
#include <vector>

#include <entente/tag/english.hpp>
#include <entente/tag/offices.hpp>
#include <entente/tag/seat_words.hpp>
#include <entente/tag/word_set.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// An office in the text. Tokens, the ends half open.
struct Office {
    std::uint32_t body = 0;   ///< entity whose office it is
    std::uint32_t first = 0;  ///< of the whole phrase: "the Russian foreign minister"
    std::uint32_t last = 0;
    std::uint32_t title = 0;
    std::uint32_t title_end = 0;
};

class RoleReader {
public:
    RoleReader(const OfficeTitles& offices, Findings& findings)
        : offices_(offices), findings_(findings), text_(*findings.text), tokens_(text_.tokens()) {}

    void run() {
        const std::size_t names = findings_.rows.size();
        for (std::size_t row = 0; row < names; ++row) {
            const Finding body = findings_.rows[row];  // a copy, for rows are added
            if (!Findings::counts(body) || !offices_.has_offices(body.entity)) continue;
            Office office;
            if ((behind(body, office) || before(body, office)) && stands_for_holder(office)) add(office);
        }
    }

private:
    // ---- The phrase. ----

    /// "Russia's foreign minister", "the Russian foreign minister", "UN chief"
    [[nodiscard]] bool behind(const Finding& body, Office& office) const {
        std::uint32_t at = body.last;
        const bool possessive = text_.adjoins(at) && tokens_[at].is(Token::possessive);
        if (possessive) ++at;
        while (text_.adjoins(at) && is_of_today(at)) ++at;
        if (!text_.adjoins(at) || tokens_[at].gap == Gap::hyphen || tokens_[body.first].gap == Gap::hyphen)
            return false;
        const std::uint32_t end = longest_title(at, body.entity);
        if (end == at) return false;
        office = {body.entity, before_adjectives(body.first), end, at, end};
        if (!has_article(office.first)) return possessive || needs_no_article(office);
        --office.first;
        return true;
    }

    /// "the president of France", "the secretary-general of the United Nations"
    [[nodiscard]] bool before(const Finding& body, Office& office) const {
        static const std::uint64_t of = hash_of("of");
        std::uint32_t at = body.first;
        if (has_article(at)) --at;
        if (at < 2 || !text_.adjoins(at) || tokens_[at - 1].hash != of || !text_.adjoins(at - 1)) return false;
        if (body.kind == MentionKind::demonym || goes_on(body)) return false;
        const std::uint32_t end = at - 1;
        office = {body.entity, 0, body.last, earliest_title(end, body.entity), end};
        if (office.title == end) return false;
        office.first = before_adjectives(office.title);
        if (!has_article(office.first)) return tokens_[office.first].gap >= Gap::sentence;
        --office.first;
        return true;
    }

    [[nodiscard]] std::uint32_t longest_title(std::uint32_t first, std::uint32_t body) const {
        std::uint32_t longest = first;
        for (std::uint32_t end = first + 1; end - first <= offices_.longest_title() && may_be_title(end - 1); ++end) {
            if (!offices_.terms(body, title(first, end)).empty()) longest = end;
            if (!text_.adjoins(end)) break;
        }
        return longest;
    }

    [[nodiscard]] std::uint32_t earliest_title(std::uint32_t end, std::uint32_t body) const {
        std::uint32_t earliest = end;
        for (std::uint32_t first = end; first > 0 && end - first < offices_.longest_title();) {
            --first;
            if (!may_be_title(first)) break;
            if (!offices_.terms(body, title(first, end)).empty()) earliest = first;
            if (!text_.adjoins(first)) break;
        }
        return earliest;
    }

    [[nodiscard]] std::span<const Token> title(std::uint32_t first, std::uint32_t end) const {
        return std::span(tokens_).subspan(first, end - first);
    }

    [[nodiscard]] bool may_be_title(std::uint32_t token) const {
        return token < tokens_.size() && (findings_.at(token) == nullptr || findings_.at(token)->open);
    }

    [[nodiscard]] bool has_article(std::uint32_t first) const {
        static const std::uint64_t article = hash_of("the");
        return first > 0 && text_.adjoins(first) && tokens_[first - 1].hash == article;
    }

    /// "the current French president"
    [[nodiscard]] bool is_of_today(std::uint32_t token) const {
        static const WordSet words{"current incumbent sitting veteran longtime"};
        return words.holds(tokens_[token].hash);
    }

    [[nodiscard]] std::uint32_t before_adjectives(std::uint32_t first) const {
        while (first > 0 && text_.adjoins(first) && is_of_today(first - 1)) --first;
        return first;
    }

    /// Headlines and agencies leave the article out: "told UN chief", "The French president and German chancellor". But
    /// "American President" in the middle of a text is a name that nobody listed.
    [[nodiscard]] bool needs_no_article(const Office& office) const {
        static const WordSet words{"but while when that because if by with between against said says told tells"};
        static const std::uint64_t conjunction = hash_of("and");
        const std::uint32_t first = office.first;
        if (text_.casing_at(first) == Casing::sentence && tokens_[office.title].is(Token::capital)) return false;
        if (tokens_[first].gap >= Gap::sentence) return true;
        if (!text_.adjoins(first)) return false;
        const std::uint64_t word = tokens_[first - 1].hash;
        if (word != conjunction) return words.holds(word);
        const Finding* other = first > 1 ? findings_.at(first - 2) : nullptr;
        return other != nullptr && other->kind == MentionKind::role;
    }

    /// "the president of France Telecom", "of France's federation", "the head of UN peacekeeping"
    [[nodiscard]] bool goes_on(const Finding& body) const {
        const std::uint32_t next = body.last;
        if (!text_.adjoins(next)) return false;
        if (tokens_[next].gap != Gap::space || tokens_[next].is(Token::possessive)) return true;
        if (tokens_[next].is(Token::capital)) return !english::is_calendar_word(tokens_[next].hash);
        const bool may_be_adjective = body.kind == MentionKind::acronym || tokens_[next - 1].is(Token::capitals)
                                      || findings_.entity(body.entity).type() == EntityType::organization;
        return may_be_adjective && !begins_predicate(next) && !english::is_function_word(tokens_[next].hash);
    }

    [[nodiscard]] bool begins_predicate(std::uint32_t token) const {
        const std::uint64_t word = tokens_[token].hash;
        return english::is_government_verb(word) || english::is_auxiliary_verb(word) || english::is_being_verb(word)
               || english::is_human_verb(word) || english::is_light_adverb(word);
    }

    // ---- What stands around it. ----

    [[nodiscard]] bool stands_for_holder(const Office& office) const {
        return !is_gained(office) && !is_narrowed(office) && !is_named_before(office) && !is_named_behind(office)
               && !speaks_of_another_year(office);
    }

    /// "became the French president", "who is also Russia's foreign minister", "as president of France"
    [[nodiscard]] bool is_gained(const Office& office) const {
        static const WordSet words{
            "is was are were be been being am become becomes became becoming remain remains remained remaining as like",
            "elect elects elected electing name names named naming appoint appoints appointed appointing nominate",
            "nominated make made making call called crown crowned proclaim proclaimed declare declared pick picked",
            "choose chose chosen now once"};
        std::uint32_t at = office.first;
        while (at > 0 && text_.adjoins(at) && english::is_light_adverb(tokens_[at - 1].hash)) --at;
        return at > 0 && text_.adjoins(at) && words.holds(tokens_[at - 1].hash);
    }

    /// "president-elect", "the French president of the club", "UN chief candidate", "at the time", "secretary of state for"
    [[nodiscard]] bool is_narrowed(const Office& office) const {
        static const WordSet nouns{
            "of elect elected designate emeritus candidate candidates hopeful hopefuls nominee nominees contender "
            "contenders",
            "election elections vote race post job position seat selection"};
        static const WordSet without_matter{"state representative secretary director commissioner chief head"};
        static const std::uint64_t word_for = hash_of("for");
        const std::uint32_t next = office.last;
        if (!text_.adjoins(next)) return false;
        if (tokens_[next].gap != Gap::space && !tokens_[next].is(Token::possessive)) return true;
        if (tokens_[next].hash == word_for) return without_matter.holds(tokens_[office.title_end - 1].hash);
        return nouns.holds(tokens_[next].hash) || is_of_the_time(next);
    }

    /// "at the time", "of that time"
    [[nodiscard]] bool is_of_the_time(std::uint32_t token) const {
        static const WordSet prepositions{"at of"};
        static const std::uint64_t time = hash_of("time");
        return prepositions.holds(tokens_[token].hash) && text_.adjoins(token + 2) && tokens_[token + 2].hash == time;
    }

    /// "Emmanuel Macron, the French president"
    [[nodiscard]] bool is_named_before(const Office& office) const {
        if (office.first == 0 || tokens_[office.first].gap >= Gap::sentence) return false;
        return text_.adjoins(office.first) ? is_person(office.first - 1) : may_be_person(office.first - 1);
    }

    /// "French President Emmanuel Macron", "the French president, Emmanuel Macron", "The French president is Macron"
    [[nodiscard]] bool is_named_behind(const Office& office) const {
        const std::uint32_t next = office.last;
        if (next >= tokens_.size() || tokens_[next].gap >= Gap::sentence) return false;
        if (may_be_person(next)) return true;
        return english::is_being_verb(tokens_[next].hash) && text_.adjoins(next + 1) && may_be_person(next + 1);
    }

    [[nodiscard]] bool is_person(std::uint32_t token) const {
        const Finding* name = findings_.at(token);
        if (name == nullptr || name->open || name->kind == MentionKind::role) return false;
        const std::uint32_t entity = name->entity != undecided   ? name->entity
                                     : !name->candidates.empty() ? name->candidates.front().entity
                                                                 : undecided;
        return entity != undecided && findings_.entity(entity).type() == EntityType::person;
    }

    /// A capital word that is no other name and no word that any sentence may print so.
    [[nodiscard]] bool may_be_person(std::uint32_t token) const {
        if (const Finding* name = findings_.at(token); name != nullptr && !name->open) return is_person(token);
        const Token& word = tokens_[token];
        return word.is(Token::capital) && !word.is(Token::digits) && !word.is(Token::possessive)
               && !english::is_calendar_word(word.hash) && !english::is_function_word(word.hash)
               && !english::is_common(word.hash) && !begins_predicate(token);
    }

    /// "In 2003, the Russian foreign minister said": the date of the article does not tell who it was then.
    [[nodiscard]] bool speaks_of_another_year(const Office& office) const {
        const std::uint32_t sentence = text_.words.sentence_of(office.title);
        for (std::uint32_t at = text_.words.first_token[sentence];
             at < tokens_.size() && (at <= office.title || tokens_[at].gap < Gap::sentence); ++at)
            if (const int year = year_at(at); year != 0 && year != findings_.article->date.year) return true;
        return false;
    }

    [[nodiscard]] int year_at(std::uint32_t token) const {
        static constexpr int first = 1500;
        static constexpr int last = 2100;
        const std::string_view word = text_.word(token);
        int year = 0;
        if (word.size() != 4 || std::from_chars(word.data(), word.data() + 4, year).ptr != word.data() + 4) return 0;
        return year >= first && year <= last ? year : 0;
    }

    // ---- Who held it. ----

    void add(const Office& office) {
        const Date day = findings_.article->date;
        std::vector<RoleRow> terms;
        for (const std::uint32_t row : offices_.terms(office.body, title(office.title, office.title_end))) {
            const RoleRow& role = findings_.gazetteer->roles()[row];
            if (may_cover(role, day)) terms.push_back(role);
        }
        if (terms.empty()) return;
        const bool one = std::all_of(terms.begin(), terms.end(),
                                     [&](const RoleRow& term) { return term.entity == terms.front().entity; });
        const bool throughout =
            std::any_of(terms.begin(), terms.end(), [&](const RoleRow& term) { return covers(term, day); });
        Finding finding;
        finding.first = office.title;
        finding.last = office.title_end;
        const Rule rule = one && throughout ? Rule::holder_on_the_day : Rule::several_holders;
        if (!findings_.rules.holds(rule)) return;
        finding.decide(one && throughout ? terms.front().entity : undecided, MentionKind::role, rule);
        if (finding.entity == undecided) finding.candidates = candidates_of(std::move(terms));
        findings_.add(std::move(finding));
    }

    [[nodiscard]] static std::vector<Candidate> candidates_of(std::vector<RoleRow> terms) {
        std::stable_sort(terms.begin(), terms.end(),
                         [](const RoleRow& a, const RoleRow& b) { return a.from > b.from; });
        std::vector<Candidate> candidates;
        for (const RoleRow& term : terms)
            if (std::none_of(candidates.begin(), candidates.end(),
                             [&](const Candidate& candidate) { return candidate.entity == term.entity; }))
                candidates.push_back({term.entity, 0});
        for (Candidate& candidate : candidates) candidate.score = static_cast<std::uint32_t>(100 / candidates.size());
        return candidates;
    }

    const OfficeTitles& offices_;
    Findings& findings_;
    const ReadText& text_;
    const std::vector<Token>& tokens_;
};

}  // namespace

void read_roles(const OfficeTitles& offices, Findings& findings) {
    if (findings.text->language->is_english()) RoleReader(offices, findings).run();
}

}  // namespace entente
