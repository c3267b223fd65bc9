// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/tie_short_names.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <entente/tag/bearers.hpp>
#include <entente/tag/declined_surnames.hpp>
#include <entente/tag/english.hpp>
#include <entente/tag/regnal_numbers.hpp>
#include <entente/tag/seat_words.hpp>
#include <entente/tag/spelling.hpp>
#include <entente/tag/word_set.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

class Tying {
public:
    Tying(const ShortNames& names, const Offices& offices, const NameFinder& finder, Findings& findings)
        : names_(names),
          finder_(finder),
          findings_(findings),
          text_(*findings.text),
          words_(*text_.language),
          borne_(borne_names(names, offices, findings)) {}

    void run() {
        if (borne_.empty()) return;
        yield_to_named(borne_, findings_);
        ArticleFilter surnames;
        for (const Borne& row : borne_) surnames.add(row.last_word);
        for (const std::uint32_t token : text_.capitals)
            if (text_.forms != nullptr || surnames.may_hold(text_.tokens()[token].hash)) visit(token);
        if (findings_.rules.holds(Rule::one_slip) && words_.is_english()) find_slips();
    }

private:
    struct Stranger {
        std::uint64_t surname;
        std::uint32_t token;
    };
    enum class Before { nothing, own_name, stranger, longer_name };

    void visit(std::uint32_t token) {
        const auto rows = borne_by(said(token));
        if (rows.empty() || !may_be_name(token)) return;
        std::uint32_t length = 0;
        for (const Borne& row : rows)
            if (stands_before(token, row)) length = std::max(length, row.name.words());
        if (length == 0 || is_office(token, length)) return;
        std::vector<Bearer> bearers;
        bool surname = false;
        const bool takes_over = findings_.covering[token] != Findings::uncovered && !findings_.at(token)->open;
        for (const Borne& row : rows) {
            if (!stands_before(token, row)) continue;
            if (takes_over && (!row.name.is_surname() || (row.bearer.first > token && is_body(token)))) {
                refuse(token, token + 1, "a place of this name is meant before the person is named", row.bearer);
                continue;
            }
            if (std::ranges::count(bearers, row.bearer.entity, &Bearer::entity) == 0) bearers.push_back(row.bearer);
            surname = surname || row.name.is_surname();
        }
        if (!bearers.empty()) settle(token + 1 - length, token + 1, bearers, surname);
    }

    /// The short names that end in the word.
    [[nodiscard]] std::span<const Borne> borne_by(std::uint64_t word) const {
        return std::ranges::equal_range(borne_, word, {}, &Borne::last_word);
    }

    [[nodiscard]] std::uint64_t said(std::uint32_t token) const { return said_surname(findings_, borne_, token); }

    [[nodiscard]] bool is_body(std::uint32_t token) const {
        return findings_.article->zone_at(text_.tokens()[token].begin) == Zone::body;
    }

    /// The sentence prints a capital where a name is, and not on every word as headlines do.
    [[nodiscard]] bool prints_names_only(std::uint32_t token) const {
        return text_.casing_at(token) == Casing::sentence
               && (words_.capitals() != LanguageWords::Capitals::titles
                   || findings_.article->zone_at(text_.tokens()[token].begin) != Zone::headline);
    }

    /// A capital word that no other name covers and that a longer, unlisted name does not go on from.
    [[nodiscard]] bool may_be_name(std::uint32_t token) const {
        const Token& word = text_.tokens()[token];
        if (!word.is(Token::capital) || word.is(Token::url)) return false;
        const auto refuse = [&](std::string_view why) { return this->refuse(token, token + 1, why), false; };
        if (const Finding* cover = findings_.at(token); cover != nullptr && !cover->open && !gives_way(token, *cover))
            return refuse("it is read as another name");
        if (const Finding* cover = findings_.at(token); cover != nullptr && cover->last - cover->first > 1)
            return refuse("it is a part of a listed name");
        // "But" at the start of a sentence is not the Mr But of the third line.
        const bool capital_says_nothing = word.gap >= Gap::sentence || !prints_names_only(token);
        if (capital_says_nothing && words_.is_common(word.hash) && !acts(token + 1))
            return refuse("a common word, and its capital says nothing here");
        if (text_.is_noun_with_article(token)) return refuse("a noun behind its article");
        if (capital_says_nothing && opens_pair_of_things(text_, token)) return refuse("it opens a pair of things");
        if (words_.is_function_word(word.hash) || (words_.is_calendar_word(word.hash) && !acts(token + 1)))
            return refuse("a word of grammar, a day or a month");
        if (is_town_of_state(findings_, token)) return refuse("a state of the US stands behind it, so it is a town");
        return !goes_on(token) || refuse("a capital word behind it goes on with the name");
    }

    /// "Jordan" behind Michael Jordan: a place of one word gives way to a person named before, unless the article speaks of
    /// the place elsewhere or the word says where.
    [[nodiscard]] bool gives_way(std::uint32_t token, const Finding& cover) const {
        const EntityType type = cover.entity == undecided ? EntityType::person : findings_.entity(cover.entity).type();
        if ((type != EntityType::country && type != EntityType::place) || cover.last - cover.first > 1
            || cover.kind == MentionKind::metonym)
            return false;
        if (says_where(token)) return false;
        return std::ranges::none_of(findings_.rows, [&](const Finding& other) {
            if (!Findings::counts(other)) return false;
            if (text_.tokens()[other.first].hash != text_.tokens()[token].hash) return other.entity == cover.entity;
            return says_where(other.first);
        });
    }

    [[nodiscard]] bool says_where(std::uint32_t token) const {
        return token > 0 && text_.adjoins(token) && words_.says_where(text_.tokens()[token - 1].hash);
    }

    /// A verb that a person is the subject of: "Grant will", "Bush said".
    [[nodiscard]] bool acts(std::uint32_t token) const {
        if (!words_.is_english()) {
            if (text_.adjoins(token) && words_.is_auxiliary(text_.tokens()[token].hash)) ++token;
            return text_.adjoins(token) && words_.is_verb(text_.tokens()[token].hash);
        }
        while (text_.adjoins(token) && english::is_light_adverb(text_.tokens()[token].hash)) ++token;
        if (!text_.adjoins(token) || !text_.tokens()[token].is(Token::lower)) return false;
        const std::uint64_t word = text_.tokens()[token].hash;
        return english::is_government_verb(word) || english::is_auxiliary_verb(word) || english::is_human_verb(word);
    }

    /// "Whelan Foundation": a capital follows where the sentence does not print every word with one.
    [[nodiscard]] bool goes_on(std::uint32_t token) const {
        const std::uint32_t next = token + 1;
        if (!text_.adjoins(next) || !prints_names_only(token)) return false;
        const Token& word = text_.tokens()[next];
        if (word.is(Token::possessive) || !word.is(Token::capital) || word.is(Token::digits)) return false;
        if (word.gap == Gap::apostrophe || findings_.covering[next] != Findings::uncovered) return false;
        if (joins_surnames(next)) return false;
        if (is_regnal_number(text_.word(next))) return true;
        return !words_.is_calendar_word(word.hash) && !english::is_name_suffix(word.hash) && !is_single_letter(next);
    }

    /// "le Maire" of a town, in an article on Bruno Le Maire.
    [[nodiscard]] bool is_office(std::uint32_t token, std::uint32_t length) const {
        return !words_.is_english() && words_.is_title(text_.tokens()[token].hash) && !acts(token + 1)
               && (length == 1 || !text_.tokens()[token - 1].is(Token::capital));
    }

    [[nodiscard]] bool is_single_letter(std::uint32_t token) const {
        return text_.word(token).size() <= 2 && text_.tokens()[token].is(Token::capitals);
    }

    [[nodiscard]] bool stands_before(std::uint32_t token, const Borne& borne) const {
        const auto words = names_.words(borne.name);
        if (token + 1 < words.size()) return false;
        const std::uint32_t first = token + 1 - static_cast<std::uint32_t>(words.size());
        if (!stands_in_gender(text_, token, words.back(), findings_.entity(borne.bearer.entity))) return false;
        for (std::uint32_t i = 0; i < words.size(); ++i) {
            if ((first + i == token ? said(token) : text_.tokens()[first + i].hash) != words[i]) return false;
            if (i > 0 && !text_.adjoins(first + i)) return false;
        }
        return text_.tokens()[first].begins_word();
    }

    void settle(std::uint32_t first, std::uint32_t last, std::vector<Bearer> bearers, bool surname) {
        std::uint32_t begin = first;
        switch (before(first, bearers, surname, begin)) {
            case Before::stranger:
                strangers_.push_back({said(last - 1), first});
                return refuse(first, last, "the word before it makes it somebody else of this surname");
            case Before::longer_name: return refuse(first, last, "the word before it begins a longer name");
            case Before::own_name:
                write(begin, last, bearers.front(), MentionKind::alias, Rule::initials_before_surname);
                return;
            case Before::nothing: break;
        }
        if (!surname && !given_name_stands(first, bearers))
            return refuse(first, last, "a given name alone needs the full name before it, and nobody else who has it",
                          bearers.front());
        keep_gender(first, bearers);
        if (bearers.empty()) return refuse(first, last, "the title before it is of the other gender");
        if (stranger_since(said(last - 1), first, bearers))
            return refuse(first, last, "somebody else of this surname was named since", bearers.front());
        const MentionKind kind = surname ? MentionKind::surname : MentionKind::given_name;
        if (bearers.size() == 1)
            return write(first, last, bearers.front(), kind,
                         bearers.front().by_office ? Rule::holder_of_office : Rule::short_name_of_named_person);
        const auto only = only_earlier(first, bearers);
        if (only && findings_.rules.holds(Rule::surname_of_only_earlier_bearer))
            return write(first, last, *only, kind, Rule::surname_of_only_earlier_bearer);
        if (findings_.rules.holds(Rule::several_bearers)) leave_open(first, last, bearers, kind);
    }

    /// What stands before a surname: nothing that matters, the bearer's own initials, or someone else's given name.
    Before before(std::uint32_t first, std::vector<Bearer>& bearers, bool surname, std::uint32_t& begin) const {
        if (first == 0 || !text_.adjoins(first)) return Before::nothing;
        const std::uint32_t previous = first - 1;
        const Token& word = text_.tokens()[previous];
        if (!word.is(Token::capital) || word.is(Token::digits) || word.is(Token::possessive)) return Before::nothing;
        const bool elision = text_.tokens()[first].gap == Gap::apostrophe && !words_.is_english();  // "Qu'Orban"
        if (elision || joins_surnames(first)) return Before::nothing;
        if (findings_.covering[previous] != Findings::uncovered && !findings_.at(previous)->open)
            return Before::nothing;
        if (text_.is_title(previous) || words_.is_calendar_word(word.hash)) return Before::nothing;
        if (surname && is_initials(previous))
            return own_initials(previous, bearers, begin) ? Before::own_name : Before::stranger;
        if (word.gap >= Gap::sentence && !words_.is_english() && words_.is_common(word.hash)) return Before::nothing;
        if (is_given_name(text_, names_, previous)) return surname ? Before::stranger : Before::longer_name;
        if (word.is(Token::capitals) || words_.is_common(word.hash)) return Before::nothing;
        if (!may_agree(text_, previous, first, said(first))) return Before::nothing;
        // Nobody listed every noun of German: one that is no title may be an unlisted given name as well.
        if (words_.capitals() == LanguageWords::Capitals::nouns) return Before::longer_name;
        if (!prints_names_only(first)) return Before::nothing;
        const bool starts = word.gap >= Gap::sentence;
        if (starts && !words_.is_english()) return Before::longer_name;
        if (starts && looks_like_verb(previous)) return Before::nothing;
        return surname && word.gap != Gap::hyphen ? Before::stranger : Before::longer_name;
    }

    /// "the Meloni-Macron meeting", "z Tuskiem Putin rozmawiał": before `token` ends another surname, of those who are named in
    /// full, by a hyphen or in another case.
    [[nodiscard]] bool joins_surnames(std::uint32_t token) const {
        const auto is_borne = [&](std::uint32_t word) {
            return std::ranges::any_of(borne_by(said(word)), [](const Borne& row) { return row.name.is_surname(); });
        };
        const Gap gap = text_.tokens()[token].gap;
        const bool other_case = gap == Gap::space && said(token - 1) != text_.tokens()[token - 1].hash;
        return (gap == Gap::hyphen || other_case) && is_borne(token - 1) && is_borne(token);
    }

    /// "Visiting Lavrov", "Asked": no given name ends so.
    [[nodiscard]] bool looks_like_verb(std::uint32_t token) const {
        const std::string_view word = text_.word(token);
        return word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ly");
    }

    [[nodiscard]] bool is_initials(std::uint32_t token) const {
        const Token& word = text_.tokens()[token];
        return word.is(Token::capitals)
               && (word.is(Token::dotted) || (word.end - word.begin == 1 && word.gap < Gap::sentence));
    }

    /// Keeps the bearers whose given name begins with the initial; the span then begins at it.
    bool own_initials(std::uint32_t token, std::vector<Bearer>& bearers, std::uint32_t& begin) const {
        const std::string initial = folded(text_.word(token)).substr(0, 1);
        std::erase_if(bearers, [&](const Bearer& bearer) {
            return !folded(findings_.entity(bearer.entity).name()).starts_with(initial);
        });
        begin = token;
        return bearers.size() == 1;
    }

    /// A given name alone is the person's when nobody else in the article has it, and the full name came before
    /// or a relative is introduced by it ("his brother David").
    [[nodiscard]] bool given_name_stands(std::uint32_t first, const std::vector<Bearer>& bearers) const {
        const std::span<const Token> tokens(text_.tokens());
        if (bearers.size() != 1 || words_.is_common(tokens[first].hash) || !words_.is_known()) return false;
        if (words_.capitals() == LanguageWords::Capitals::nouns && !acts(first + 1)) return false;
        const bool relative = first > 0 && text_.adjoins(first) && english::is_relative(tokens[first - 1].hash);
        if (first < bearers.front().first && !relative) return false;
        if (opens_person(findings_, first + 1)) return false;  // "Joseph Mobutu"
        for (std::uint32_t token = 0; token + 1 < tokens.size(); ++token) {
            if (tokens[token].hash != tokens[first].hash || token == first) continue;
            const Finding* cover = findings_.at(token);
            const bool own = cover != nullptr && cover->entity == bearers.front().entity;
            if (!own && text_.adjoins(token + 1) && tokens[token + 1].is(Token::capital)) return false;
        }
        return true;
    }

    /// "Mr Clinton" is not Hillary Clinton.
    void keep_gender(std::uint32_t first, std::vector<Bearer>& bearers) const {
        if (first == 0 || !text_.adjoins(first)) return;
        const char gender = words_.gender_of_title(text_.tokens()[first - 1].hash);
        if (gender == 0) return;
        std::erase_if(bearers, [&](const Bearer& bearer) {
            const char own = findings_.entity(bearer.entity).gender();
            return own != 0 && own != gender;
        });
    }

    /// Someone else of that surname was named after every known bearer.
    [[nodiscard]] bool stranger_since(std::uint64_t surname, std::uint32_t first,
                                      const std::vector<Bearer>& bearers) const {
        for (const Stranger& stranger : strangers_) {
            if (stranger.surname != surname || stranger.token > first) continue;
            if (std::none_of(findings_.rows.begin(), findings_.rows.end(), [&](const Finding& finding) {
                    return !finding.open && finding.first > stranger.token && finding.first < first
                           && finding.last - finding.first > 1 && finding.entity == bearers.front().entity;
                }))
                return true;
        }
        return false;
    }

    void leave_open(std::uint32_t first, std::uint32_t last, const std::vector<Bearer>& bearers, MentionKind kind) {
        Finding finding;
        finding.first = first;
        finding.last = last;
        finding.kind = kind;
        finding.rule = Rule::several_bearers;
        finding.open = false;
        for (const Bearer& bearer : bearers) {
            finding.candidates.push_back({bearer.entity, static_cast<std::uint32_t>(100 / bearers.size())});
            say_full_name(first, last, bearer);
        }
        findings_.add(std::move(finding));
    }

    void write(std::uint32_t first, std::uint32_t last, const Bearer& bearer, MentionKind kind, Rule rule) {
        if (!findings_.rules.holds(rule)) return;
        say_full_name(first, last, bearer);
        Finding finding;
        finding.first = first;
        finding.last = last;
        finding.decide(bearer.entity, kind, rule);
        findings_.add(std::move(finding));
    }

    void refuse(std::uint32_t first, std::uint32_t last, std::string_view why, const Bearer& bearer = {}) const {
        findings_.remark(Remark::Kind::refusal, first, last, why, {}, bearer.entity);
    }

    void say_full_name(std::uint32_t first, std::uint32_t last, const Bearer& bearer) const {
        const Finding* full = findings_.at(bearer.first);
        if (!bearer.by_office && full != nullptr)
            findings_.remark(Remark::Kind::ground, first, last, "the article says the full name",
                             findings_.span_of(full->first, full->last), bearer.entity);
        if (bearer.by_office && bearer.first != first)
            findings_.remark(Remark::Kind::ground, first, last, "the article says the office",
                             findings_.span_of(bearer.first - 1, bearer.first + 1), bearer.entity);
    }

    /// Where words decline, another ending is no slip.
    void find_slips() {
        const auto surnames = full_surnames(borne_, findings_);
        std::array<bool, 256> begins{};  // by the first byte, folded
        for (const FullSurname& surname : surnames) begins[static_cast<unsigned char>(surname.word.front())] = true;
        static constexpr std::size_t shortest = 6;  // bytes; shorter surnames lie too close together
        for (const std::uint32_t token : text_.capitals) {
            const Token& word = text_.tokens()[token];
            if (word.end - word.begin < shortest) continue;
            const auto first = static_cast<unsigned char>(text_.text[word.begin]);
            if (first >= 0x80 || begins[first | 0x20U]) visit_slip(token, surnames);
        }
    }

    /// "Rybakov" in an article about Sergei Ryabkov.
    void visit_slip(std::uint32_t token, const std::vector<FullSurname>& surnames) {
        const Token& word = text_.tokens()[token];
        if (findings_.covering[token] != Findings::uncovered) return;
        if (words_.is_common(word.hash) || !prints_names_only(token)) return;
        if (english::is_plain_word(word.hash)) return;  // "Charter" beside a Jimmy Carter
        const std::string printed = folded(text_.word(token));
        std::optional<Bearer> bearer;
        for (const FullSurname& right : surnames) {
            if (right.word.front() != printed.front()) continue;
            if (!is_one_slip(printed, right.word) && !sound_alike(printed, right.word)) continue;
            if (bearer && bearer->entity != right.bearer.entity) return;
            bearer = right.bearer;
        }
        if (!bearer || finder_.knows(word.hash) || !may_be_name(token)) return;
        std::vector<Bearer> bearers{*bearer};
        std::uint32_t begin = token;
        if (before(token, bearers, true, begin) != Before::nothing)
            return refuse(token, token + 1, "the word before it makes it another name than this misspelt one");
        write(token, token + 1, *bearer, MentionKind::typo, Rule::one_slip);
    }

    const ShortNames& names_;
    const NameFinder& finder_;
    Findings& findings_;
    const ReadText& text_;
    const LanguageWords& words_;
    std::vector<Borne> borne_;
    std::vector<Stranger> strangers_;
};

}  // namespace

void tie_short_names(const ShortNames& names, const Offices& offices, const NameFinder& finder, Findings& findings) {
    Tying(names, offices, finder, findings).run();
}

}  // namespace entente
