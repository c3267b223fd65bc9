// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/seats.hpp>

#include <algorithm>

#include <entente/tag/english.hpp>
#include <entente/tag/name_lists.hpp>
#include <entente/tag/seat_words.hpp>
#include <entente/tag/word_set.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

class SeatReader {
public:
    SeatReader(const Seats& seats, Findings& findings)
        : seats_(seats), findings_(findings), text_(*findings.text), words_(*text_.language), tokens_(text_.tokens()) {}

    void run() {
        for (Finding& finding : findings_.rows)
            if (finding.open && !finding.nested && is_seat(finding)) {
                if (!is_palace(finding))
                    settle(finding);
                else if (is_where(finding.first) || is_from(finding.first) || is_building(finding.first)) {
                    finding.owners = {};  // "in the Kremlin": a building that nobody listed
                    say(finding, "what stands before makes it a building", before_of(finding.first), finding.last);
                }
            }
    }

private:
    /// Which words made it the government or the place.
    void say(const Finding& seat, std::string_view why, std::uint32_t first, std::uint32_t last) const {
        findings_.remark(Remark::Kind::ground, seat.first, seat.last, why, findings_.span_of(first, last));
    }

    /// Up to two words before, of the same sentence.
    [[nodiscard]] std::uint32_t before_of(std::uint32_t first) const {
        for (int words = 0; words < 2 && first > 0 && in_sentence(first); ++words) --first;
        return first;
    }

    /// Up to two words behind, of the same sentence.
    [[nodiscard]] std::uint32_t behind(std::uint32_t last) const {
        for (int words = 0; words < 2 && in_sentence(last); ++words) ++last;
        return last;
    }

    [[nodiscard]] bool is_seat(const Finding& finding) const {
        return std::any_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
            if (form.kind == AliasKind::capital || form.kind == AliasKind::metonym) return true;
            return seats_.country_of(form.entity) && findings_.entity(form.entity).category() != "state";
        });
    }

    /// "Kremlin": a seat that is no place of its own in the gazetteer always means the government.
    static bool is_palace(const Finding& finding) {
        return std::all_of(finding.owners.begin(), finding.owners.end(),
                           [](const NameForm& form) { return form.kind == AliasKind::metonym; });
    }

    void settle(Finding& finding) {
        if (findings_.rules.holds(Rule::capital_as_government) && reads_as_government(finding)
            && !is_contested(finding)) {
            // A seat that the gazetteer calls so outranks the capital: Brussels is the European Union before Belgium.
            for (const AliasKind kind : {AliasKind::metonym, AliasKind::capital}) {
                for (const NameForm& form : finding.owners)
                    if (form.kind == kind)
                        return finding.decide(form.entity, MentionKind::metonym, Rule::capital_as_government);
            }
            for (const NameForm& form : finding.owners)
                if (const auto country = seats_.country_of(form.entity))
                    return finding.decide(*country, MentionKind::metonym, Rule::capital_as_government);
        }
        if (!findings_.rules.holds(Rule::capital_as_place)) return;
        const NameForm* place = nullptr;
        for (const NameForm& form : finding.owners)
            if (findings_.entity(form.entity).type() == EntityType::place
                && (place == nullptr || is_capital_of_owner(finding, form)))
                place = &form;
        if (place != nullptr)
            finding.decide(place->entity, kind_of(findings_, finding, *place), Rule::capital_as_place);
    }

    /// "Victoria's power supply": a place elsewhere has this name too, and the article does not name the country.
    [[nodiscard]] bool is_contested(const Finding& finding) const {
        bool elsewhere = false;
        for (const NameForm& form : finding.owners) {
            if (form.kind == AliasKind::metonym) return false;
            elsewhere =
                elsewhere
                || (findings_.entity(form.entity).type() == EntityType::place && !seats_.country_of(form.entity));
        }
        return elsewhere && std::none_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
                   const auto country = form.kind == AliasKind::capital ? form.entity : seats_.country_of(form.entity);
                   return country && is_named(*country);
               });
    }

    [[nodiscard]] bool is_named(std::uint32_t country) const {
        return std::any_of(findings_.rows.begin(), findings_.rows.end(), [&](const Finding& finding) {
            return std::any_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
                return form.entity == country && form.kind != AliasKind::capital;
            });
        });
    }

    /// "on New York and Washington": cities among cities.
    [[nodiscard]] bool holds_plain_city(const NameList& row) const {
        for (std::uint32_t token = row.first; token < row.last; ++token) {
            const Finding* other = findings_.at(token);
            if (other == nullptr || other->owners.empty() || is_seat(*other)) continue;
            if (findings_.entity(other->owners.front().entity).category() == "city") return true;
        }
        return false;
    }

    /// Of several places the one in the country whose capital this is.
    [[nodiscard]] bool is_capital_of_owner(const Finding& finding, const NameForm& place) const {
        const auto city = findings_.entity(place.entity);
        if (city.category() != "city") return false;
        return std::any_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
            return form.kind == AliasKind::capital && findings_.entity(form.entity).id() == city.country();
        });
    }

    [[nodiscard]] bool reads_as_government(const Finding& finding) const {
        const auto because = [&](bool government, std::string_view why, std::uint32_t first, std::uint32_t last) {
            say(finding, why, first, last);
            return government;
        };
        if (const int word = compound(finding); word != 0) {
            const bool hyphen = tokens_[finding.first].gap == Gap::hyphen;
            return because(word > 0, "the word it is joined with", hyphen ? before_of(finding.first) : finding.first,
                           behind(finding.last));
        }
        if (findings_.zone_of(finding) == Zone::dateline)
            return because(false, "it stands in a dateline", finding.first, finding.last);
        if (!words_.is_english())
            return because(opens_clause_and_acts(finding), "whether it opens its clause and acts",
                           before_of(finding.first), behind(finding.last));
        const NameList row = list_around(findings_, finding);
        if (ends_in_country(row)) return because(false, "its country stands behind it", row.first, behind(row.last));
        if (holds_plain_city(row))
            return because(false, "a city that is no seat stands in the same list", row.first, row.last);
        if (speaks_of_city(finding))
            return because(false, "the sentence speaks of a match or a mayor", row.first, row.last);
        if (const int left = before(row); left != 0)
            return because(left > 0, "what stands before it", before_of(row.first), row.last);
        if (after(row) > 0) return because(true, "the verb behind it", row.first, verb_ + 1);
        if (leads_others(row)) return because(true, "the first of several subjects", row.first, behind(row.last));
        if (closes_heading(finding))
            return because(true, "it ends a heading behind a colon", finding.first, finding.last);
        return because(false, "nothing around it speaks for the government", before_of(row.first), behind(row.last));
    }

    /// A sentence about a match, or about a city and its mayor: "Moscow lost at home in overtime".
    [[nodiscard]] bool speaks_of_city(const Finding& finding) const {
        const auto sentence = text_.sentence_around(finding.first);
        return std::any_of(sentence.begin(), sentence.end(),
                           [](const Token& token) { return english::is_city_cue(token.hash); });
    }

    /// "Washington-backed", "pro-Moscow", "Kyiv government", "Moscow's envoy", "Moscow's streets": 1 government, -1 place.
    [[nodiscard]] int compound(const Finding& finding) const {
        static const std::uint64_t pro = hash_of("pro");
        static const std::uint64_t anti = hash_of("anti");
        const std::uint32_t next = finding.last;
        if (finding.first > 0 && tokens_[finding.first].gap == Gap::hyphen) {
            const std::uint64_t prefix = tokens_[finding.first - 1].hash;
            if (prefix == pro || prefix == anti) return 1;
        }
        if (!text_.adjoins(next) || !words_.is_english()) return 0;
        if (tokens_[next].gap == Gap::hyphen && !tokens_[next].is(Token::capital))
            return english::is_acted_participle(tokens_[next].hash) ? 1 : -1;
        if (tokens_[next].is(Token::possessive)) {
            if (!text_.adjoins(next + 1)) return 0;
            if (english::is_city_noun(tokens_[next + 1].hash)) return -1;
            return text_.adjoins(next + 2) && english::is_city_noun(tokens_[next + 2].hash)
                       ? -1
                       : before_possessive(finding.first);
        }
        if (english::is_government_noun(tokens_[next].hash)) return 1;
        if (goes_on(finding)) return -1;
        if (is_market(next)) return -1;
        return english::is_city_noun(tokens_[next].hash) && !tokens_[next].is(Token::digits) ? -1 : 0;
    }

    /// "London cocoa futures"
    [[nodiscard]] bool is_market(std::uint32_t goods) const {
        static const WordSet papers{"futures stocks shares"};
        return !tokens_[goods].is(Token::capital) && tokens_[goods].gap == Gap::space && text_.adjoins(goods + 1)
               && tokens_[goods + 1].gap == Gap::space && papers.holds(tokens_[goods + 1].hash);
    }

    /// "London Overground", "Havana Club": a capital word behind it makes it something of the place.
    [[nodiscard]] bool goes_on(const Finding& finding) const {
        const Token& next = tokens_[finding.last];
        return next.gap == Gap::space && next.is(Token::capital) && !next.is(Token::digits)
               && text_.casing_at(finding.first) == Casing::sentence
               && findings_.covering[finding.last] == Findings::uncovered && !words_.is_calendar_word(next.hash);
    }

    /// "in Moscow's interest" is the government still, "in Moscow's Sokolniki" is not.
    [[nodiscard]] int before_possessive(std::uint32_t first) const {
        const std::uint32_t thing = first + 2;
        const bool named = thing < tokens_.size() && tokens_[thing].is(Token::capital)
                           && text_.casing_at(first) == Casing::sentence
                           && findings_.covering[thing] == Findings::uncovered;
        return named ? -1 : 1;
    }

    /// "Moskau erklärte", "que Moscou a annoncé": in other languages than English only the subject at the head of a clause.
    [[nodiscard]] bool opens_clause_and_acts(const Finding& finding) const {
        const Token& head = tokens_[finding.first];
        const bool opens = finding.first == 0 || head.gap >= Gap::sentence || head.gap == Gap::comma
                           || words_.opens_clause(tokens_[finding.first - 1].hash);
        std::uint32_t verb = finding.last;
        if (text_.adjoins(verb) && words_.is_auxiliary(tokens_[verb].hash)) ++verb;
        return opens && text_.adjoins(verb) && tokens_[verb].is(Token::lower) && words_.is_verb(tokens_[verb].hash);
    }

    [[nodiscard]] bool is_and(std::uint32_t token) const { return words_.is_conjunction(tokens_[token].hash); }

    [[nodiscard]] bool in_sentence(std::uint32_t token) const {
        return token < tokens_.size() && tokens_[token].gap < Gap::sentence;
    }

    /// "Tbilisi, Georgia": a place with its country behind it.
    [[nodiscard]] bool ends_in_country(const NameList& row) const {
        const Finding* first = findings_.at(row.first);
        if (first == nullptr || !is_seat(*first) || !in_sentence(first->last) || tokens_[first->last].gap != Gap::comma)
            return false;
        const Finding* second = findings_.at(first->last);
        if (second == nullptr || second->owners.empty()) return false;
        return std::any_of(first->owners.begin(), first->owners.end(), [&](const NameForm& seat) {
            return std::any_of(second->owners.begin(), second->owners.end(), [&](const NameForm& country) {
                return country.entity == seat.entity && country.kind != AliasKind::capital
                       && country.kind != AliasKind::metonym;
            });
        });
    }

    [[nodiscard]] std::uint32_t before_article(std::uint32_t first) const {
        return first > 1 && text_.adjoins(first) && words_.is_article(tokens_[first - 1].hash) ? first - 1 : first;
    }

    /// "in", "outside the"
    [[nodiscard]] bool is_where(std::uint32_t first) const {
        first = before_article(first);
        return first > 0 && text_.adjoins(first) && words_.is_preposition_of_place(tokens_[first - 1].hash);
    }

    /// "replied from the Kremlin", but not "pressure from the Kremlin"
    [[nodiscard]] bool is_from(std::uint32_t first) const {
        static const std::uint64_t from = hash_of("from");
        first = before_article(first);
        return first > 1 && text_.adjoins(first) && tokens_[first - 1].hash == from
               && !english::takes_from(tokens_[first - 2].hash);
    }

    /// "the cathedrals of the Kremlin"
    [[nodiscard]] bool is_building(std::uint32_t first) const {
        first = before_article(first);
        return first > 1 && text_.adjoins(first) && words_.is_of(tokens_[first - 1].hash) && text_.adjoins(first - 1)
               && english::is_part_of_building(tokens_[first - 2].hash);
    }

    /// What stands before the list: 1 government, -1 place, 0 nothing that speaks.
    [[nodiscard]] int before(const NameList& row) const {
        if (row.first == 0 || !in_sentence(row.first) || tokens_[row.first].gap >= Gap::comma) return 0;
        if (is_where(row.first)) return -1;
        const std::uint32_t word = row.first - 1;
        const std::uint64_t hash = tokens_[word].hash;
        if (english::is_party_preposition(hash) && qualifies(row)) return -1;
        if (english::is_party_preposition(hash) || english::is_addressing_verb(hash)) return 1;
        static const std::uint64_t to = hash_of("to");
        static const std::uint64_t from = hash_of("from");
        static const std::uint64_t word_for = hash_of("for");
        static const std::uint64_t of = hash_of("of");
        if (hash != to && hash != from && hash != word_for && hash != of) return 0;
        if (word == 0 || !in_sentence(word)) return -1;
        const std::uint64_t governing = tokens_[word - 1].hash;
        const bool party = hash == to     ? english::takes_to(governing)
                           : hash == from ? english::takes_from(governing)
                           : hash == of   ? english::takes_of(governing)
                                          : english::takes_for(governing);
        return party ? 1 : -1;
    }

    /// "STANDS BY PARIS CURRENCY AGREEMENT": in a headline the name belongs to the noun behind it.
    [[nodiscard]] bool qualifies(const NameList& row) const {
        if (text_.casing_at(row.first) == Casing::sentence || !in_sentence(row.last)) return false;
        const Token& next = tokens_[row.last];
        return next.gap == Gap::space && !english::is_function_word(next.hash) && !english::is_calendar_word(next.hash)
               && !english::is_government_noun(next.hash) && !english::is_government_verb(next.hash)
               && !english::is_light_adverb(next.hash);
    }

    /// A verb behind the list whose subject it is.
    [[nodiscard]] int after(const NameList& row) const {
        std::uint32_t word = behind_aside(row);
        if (word != row.last && !in_sentence(word)) return 0;
        static const std::uint64_t at = hash_of("at");
        static const std::uint64_t once = hash_of("once");
        if (in_sentence(word + 1) && tokens_[word].hash == at && tokens_[word + 1].hash == once) word += 2;
        for (int adverbs = 0; adverbs < 2 && in_sentence(word) && english::is_light_adverb(tokens_[word].hash);
             ++adverbs)
            ++word;
        if (!in_sentence(word) || (word == row.last && tokens_[word].gap >= Gap::comma)) return 0;
        verb_ = word;
        const std::uint64_t hash = tokens_[word].hash;
        if (tokens_[word].is(Token::capital) && text_.casing_at(word) == Casing::sentence)
            return 0;  // "London May price"
        if (english::is_being_verb(hash)) return acts_or_feels(word + 1);
        if (!english::is_auxiliary_verb(hash))
            return english::is_government_verb(hash) || is_past_of_subject(row, word) ? 1 : 0;
        std::uint32_t verb = word + 1;
        while (in_sentence(verb) && english::is_light_adverb(tokens_[verb].hash)) ++verb;
        if (!in_sentence(verb)) return 0;
        verb_ = verb;
        return english::is_being_verb(tokens_[verb].hash) ? acts_or_feels(verb + 1) : 1;
    }

    /// "Ankara, according to Akar, heard": the word behind what stands between two commas, when the name opens the sentence.
    [[nodiscard]] std::uint32_t behind_aside(const NameList& row) const {
        static constexpr std::uint32_t reach = 8;  // words
        if (!in_sentence(row.last) || tokens_[row.last].gap != Gap::comma || tokens_[row.first].gap < Gap::sentence)
            return row.last;
        for (std::uint32_t word = row.last + 1; in_sentence(word) && word <= row.last + reach; ++word)
            if (tokens_[word].gap == Gap::comma) return word;
        return row.last;
    }

    /// "Paris acted": a name that opens a clause, and a past tense that says what no city does.
    [[nodiscard]] bool is_past_of_subject(const NameList& row, std::uint32_t verb) const {
        static const WordSet conjunctions{
            "that while as but when after because and if although whereas since before which what"};
        const bool opens =
            row.first == 0 || tokens_[row.first].gap >= Gap::comma || conjunctions.holds(tokens_[row.first - 1].hash);
        const std::string_view printed = text_.word(verb);
        return opens && printed.ends_with("ed") && !tokens_[verb].is(Token::capital)
               && !english::is_city_verb(tokens_[verb].hash);
    }

    /// Behind "is": "mulling", "ready", "at loggerheads".
    [[nodiscard]] int acts_or_feels(std::uint32_t word) const {
        while (in_sentence(word) && english::is_light_adverb(tokens_[word].hash)) ++word;
        if (!in_sentence(word)) return 0;
        verb_ = word;
        const std::string_view printed = text_.word(word);
        static const std::uint64_t being = hash_of("being");
        if (english::is_being_verb(tokens_[word].hash)) return acts_or_feels(word + 1);
        if (tokens_[word].hash == being) return 0;
        return printed.ends_with("ing") || english::is_government_state(tokens_[word].hash) ? 1 : 0;
    }

    /// "Kyiv and its allies reject the claim": the first of several subjects, whose verb follows.
    [[nodiscard]] bool leads_others(const NameList& row) const {
        static constexpr std::uint32_t reach = 8;  // words
        if (!in_sentence(row.last) || !is_and(row.last) || tokens_[row.first].gap < Gap::comma) return false;
        for (std::uint32_t word = row.last + 1; in_sentence(word) && word <= row.last + reach; ++word) {
            if (tokens_[word].gap >= Gap::comma) return false;
            if (english::is_government_verb(tokens_[word].hash) || english::is_auxiliary_verb(tokens_[word].hash))
                return true;
        }
        return false;
    }

    /// "Bakhmut situation still undecided: Kyiv": who says so stands at the end.
    [[nodiscard]] bool closes_heading(const Finding& finding) const {
        const bool ends = finding.last >= tokens_.size() || tokens_[finding.last].gap == Gap::paragraph;
        if (!ends || tokens_[finding.first].gap != Gap::other || finding.first == 0) return false;
        const std::string_view gap = text_.text.substr(tokens_[finding.first - 1].end,
                                                       tokens_[finding.first].begin - tokens_[finding.first - 1].end);
        return gap.find(':') != std::string_view::npos;
    }

    const Seats& seats_;
    Findings& findings_;
    const ReadText& text_;
    const LanguageWords& words_;
    const std::vector<Token>& tokens_;
    mutable std::uint32_t verb_ = 0;  ///< token that after() came to last
};

}  // namespace

void Seats::read(Findings& findings) const { SeatReader(*this, findings).run(); }

}  // namespace entente
