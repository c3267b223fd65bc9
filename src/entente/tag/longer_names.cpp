// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/longer_names.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include <entente/tag/english.hpp>
#include <entente/tag/regnal_numbers.hpp>
#include <entente/tag/seat_words.hpp>
#include <entente/tag/word_set.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

class Marking {
public:
    Marking(const ShortNames& names, Findings& findings)
        : names_(names), findings_(findings), text_(*findings.text), words_(*text_.language), tokens_(text_.tokens()) {}

    void run() {
        for (Finding& finding : findings_.rows)
            if (!finding.nested) mark(finding);
    }

private:
    void mark(Finding& finding) const {
        const std::string_view why = why_inside(finding);
        finding.inside_longer = !why.empty();
        if (!finding.inside_longer) return;
        finding.of_unlisted_person = is_of_unlisted_person(finding);
        findings_.remark(Remark::Kind::ground, finding.first, finding.last, why);
    }

    /// "Keith Washington", "Mr. Ford", "Pierre Sarkozy", but not "Keith Washington Park", "Rodrigo Roa Duterte".
    [[nodiscard]] bool is_of_unlisted_person(const Finding& finding) const {
        if (finding.last - finding.first > 1 || text_.casing_at(finding.first) != Casing::sentence) return false;
        if (text_.adjoins(finding.last) && tokens_[finding.last].is(Token::capital)
            && !tokens_[finding.last].is(Token::possessive))
            return false;
        const bool person = std::ranges::all_of(finding.owners, [&](const NameForm& form) {
            return findings_.entity(form.entity).type() == EntityType::person;
        });
        if (!person) return is_surname(finding);
        return is_namesake(finding) && names_.is_given_name(tokens_[finding.first - 1].hash)
               && tokens_[finding.first - 1].gap != Gap::hyphen && !is_given_name_of_owner(finding);
    }

    /// "Rodrigo" two words before "Duterte".
    [[nodiscard]] bool is_given_name_of_owner(const Finding& finding) const {
        if (finding.first < 2) return false;
        return std::ranges::any_of(finding.owners, [&](const NameForm& form) {
            return std::ranges::any_of(names_.of(form.entity), [&](const ShortName& name) {
                return names_.words(name).front() == tokens_[finding.first - 2].hash;
            });
        });
    }

    /// What makes it a part of a longer name; empty when nothing does.
    [[nodiscard]] std::string_view why_inside(const Finding& finding) const {
        const bool person = std::all_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
            return findings_.entity(form.entity).type() == EntityType::person;
        });
        if (person) {
            if (is_ship(finding)) return "the word before makes it a ship or a place named for a person";
            if (person_goes_on(finding)) return "a capital word beside it goes on with the name";
            if (is_building(finding)) return "it is a building or a prize that is called by the name";
            const bool namesake = finding.last - finding.first == 1 && is_namesake(finding);
            return namesake ? "another given name stands before it" : "";
        }
        if (is_joined_by_ampersand(finding)) return "\"&\" joins it to another name";
        if (is_organization(finding))
            return is_other_body(finding) ? "the words beside make it another company, body or person" : "";
        if (!is_on_the_map(finding) || text_.casing_at(finding.first) == Casing::capitals) return {};
        if (is_ship(finding)) return "the word before makes it a ship or a place named for it";
        if (is_region(finding)) return "the word before makes it another region, as in North America";
        if (is_opened(finding)) return "the words before open a longer name, as in Radio Moscow";
        if (is_closed(finding)) return "the words behind close a longer name, as in Moscow State University";
        if (is_branch(finding)) return "an unlisted name stands right before it, as in Vodafone Turkey";
        if (is_surname(finding)) return "a given name stands before it, as in Michael Jordan";
        return is_given_name(finding) ? "it is a given name, and a surname follows, as in Jordan Peele" : "";
    }

    [[nodiscard]] bool is_on_the_map(const Finding& finding) const {
        return std::any_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
            const EntityType type = findings_.entity(form.entity).type();
            return type == EntityType::country || type == EntityType::place;
        });
    }

    [[nodiscard]] bool is_organization(const Finding& finding) const {
        return std::all_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
            return findings_.entity(form.entity).type() == EntityType::organization;
        });
    }

    /// "Getty Oil", "Marshall Goldman", "World Bank Group": a name of one word that goes on is another company, product
    /// or person; a longer one goes on when a noun closes it.
    [[nodiscard]] bool is_other_body(const Finding& finding) const {
        if (text_.casing_at(finding.first) != Casing::sentence || finding.owners.empty()) return false;
        const bool shortened = finding.owners.front().derived && !is_institution(finding);
        if (shortened && finding.first > 0 && text_.adjoins(finding.first) && is_part(finding.first - 1)) return true;
        const bool phrase = finding.owners.front().derived && finding.last - finding.first > 1;
        if (phrase && (is_institute(finding) || has_own_field(finding))) return true;
        if (text_.adjoins(finding.last) && english::says_what_it_is(tokens_[finding.last].hash))
            return phrase && tokens_[finding.last].is(Token::capital)
                   && !english::is_legal_form(tokens_[finding.last].hash);
        if (is_closed(finding) || (shortened && text_.adjoins(finding.last) && is_part(finding.last))) return true;
        if (is_initials(finding)) return true;
        if (finding.last - finding.first > 1 || tokens_[finding.first].is(Token::capitals)) return false;
        if (is_opened(finding) || has_rank(finding)) return true;
        return !finding.owners.front().exact_case
               && (is_branch(finding) || is_surname(finding) || company_goes_on(finding) || ends_name(finding));
    }

    /// "Institute of International Finance", but not "division of the Foreign Ministry".
    [[nodiscard]] bool is_institute(const Finding& finding) const {
        return finding.first > 0 && !words_.is_article(tokens_[finding.first - 1].hash) && is_opened(finding);
    }

    /// "Federal Bureau of Prisons", but not "Deutsche Telekom of Germany".
    [[nodiscard]] bool has_own_field(const Finding& finding) const {
        const std::uint32_t field = finding.last + 1;
        return text_.adjoins(finding.last) && text_.adjoins(field) && words_.is_of(tokens_[finding.last].hash)
               && is_free_capital(field) && !words_.is_calendar_word(tokens_[field].hash);
    }

    /// "D.W. Griffith"
    [[nodiscard]] bool is_initials(const Finding& finding) const {
        const Token& word = tokens_[finding.first];
        const std::uint32_t next = finding.last;
        if (!word.is(Token::dotted) || !text_.adjoins(next) || words_.is_famous_code(word.hash)) return false;
        const Span span = findings_.span_of(finding.first, finding.last);
        if (folded(slice(text_.text, span)).size() > 5) return false;  // "D. W."
        const Finding* cover = findings_.at(next);
        return tokens_[next].is(Token::capital) && tokens_[next].is(Token::lower) && !text_.is_title(next)
               && !words_.is_calendar_word(tokens_[next].hash) && !words_.is_common(tokens_[next].hash)
               && (cover == nullptr || !is_organization(*cover));
    }

    /// "Mayor Wagner"
    [[nodiscard]] bool has_rank(const Finding& finding) const {
        static const WordSet ranks{
            "mayor president governor senator coach captain professor doctor general colonel king queen prince "
            "princess justice sergeant"};
        return finding.first > 0 && tokens_[finding.first].gap == Gap::space
               && tokens_[finding.first - 1].is(Token::capital) && ranks.holds(tokens_[finding.first - 1].hash);
    }

    /// "War Memorial": a plain word behind another capital word, but not "Polish Solidarity", "the Sunday Telegraph".
    [[nodiscard]] bool ends_name(const Finding& finding) const {
        if (finding.first == 0 || tokens_[finding.first].gap != Gap::space
            || !english::is_plain_word(tokens_[finding.first].hash) || !words_.is_english() || is_institution(finding))
            return false;
        const std::uint32_t before = finding.first - 1;
        const Token& word = tokens_[before];
        if (!word.is(Token::capital) || word.is(Token::possessive) || word.is(Token::capitals) || word.gap >= Gap::comma
            || text_.is_title(before) || words_.is_calendar_word(word.hash) || words_.is_function_word(word.hash))
            return false;
        const Finding* cover = findings_.at(before);
        return cover == nullptr || std::none_of(cover->owners.begin(), cover->owners.end(), [&](const NameForm& form) {
                   return findings_.entity(form.entity).type() == EntityType::country;
               });
    }

    /// Made of the words that any country's institutions are called by.
    [[nodiscard]] bool is_institution(const Finding& finding) const {
        return std::all_of(tokens_.begin() + finding.first, tokens_.begin() + finding.last,
                           [](const Token& token) { return english::is_institution_word(token.hash); });
    }

    /// "Australian" and "Organisation" around a shortened "Security Intelligence": the name is longer than what was listed.
    [[nodiscard]] bool is_part(std::uint32_t token) const {
        const Token& word = tokens_[token];
        return word.is(Token::capital) && !word.is(Token::possessive) && !text_.is_title(token)
               && !words_.is_calendar_word(word.hash) && !words_.is_common(word.hash);
    }

    /// "Shell Cove", "Opel Corsa", "Daimler-Benz", but "Bundesbank Vice-President", "Reuters Monday".
    [[nodiscard]] bool company_goes_on(const Finding& finding) const {
        const std::uint32_t next = finding.last;
        if (!text_.adjoins(next) || !is_free_capital(next) || tokens_[next].is(Token::possessive)) return false;
        const Token& word = tokens_[next];
        if (words_.capitals() == LanguageWords::Capitals::nouns) return false;
        if ((word.gap != Gap::space && word.gap != Gap::hyphen) || word.is(Token::capitals)) return false;
        return !text_.is_title(next) && !words_.is_calendar_word(word.hash) && !english::opens_title(word.hash)
               && !names_.is_given_name(word.hash);
    }

    /// "Wagner & Brown"
    [[nodiscard]] bool is_joined_by_ampersand(const Finding& finding) const {
        const auto joins = [&](std::uint32_t token, std::uint32_t other) {
            return text_.word(token) == "&" && text_.adjoins(other) && is_free_capital(other);
        };
        if (finding.first > 1 && text_.adjoins(finding.first) && text_.adjoins(finding.first - 1)
            && text_.word(finding.first - 1) == "&" && is_free_capital(finding.first - 2))
            return true;
        return text_.adjoins(finding.last) && joins(finding.last, finding.last + 1);
    }

    /// A given name or surname that the gazetteer lists, but that is nobody by itself.
    static bool is_bare(const Finding& finding) {
        return std::all_of(finding.owners.begin(), finding.owners.end(),
                           [](const NameForm& form) { return form.bare; });
    }

    [[nodiscard]] bool is_free_capital(std::uint32_t token) const {
        return tokens_[token].is(Token::capital) && !tokens_[token].is(Token::digits)
               && (findings_.at(token) == nullptr || is_bare(*findings_.at(token)));
    }

    /// "Ronald Reagan Airport", "Anna Smith-Jones", "Martin Luther King" of a known Martin Luther.
    [[nodiscard]] bool person_goes_on(const Finding& finding) const {
        static const WordSet prefixes{"anti pro ex post neo"};
        const std::uint32_t next = finding.last;
        if (finding.first > 0 && tokens_[finding.first].gap == Gap::hyphen && is_free_capital(finding.first - 1)
            && !prefixes.holds(tokens_[finding.first - 1].hash))
            return true;
        if (!text_.adjoins(next) || !is_free_capital(next) || tokens_[next].gap == Gap::dot) return false;
        if (is_regnal_number(text_.word(next))) return !bears_number(findings_, finding, text_.word(next));
        if (text_.casing_at(finding.first) != Casing::sentence) return words_.closes_name(tokens_[next].hash);
        return tokens_[next].gap != Gap::apostrophe && !words_.is_calendar_word(tokens_[next].hash)
               && !english::is_name_suffix(tokens_[next].hash);
    }

    /// "Rafik Hariri hospital"
    [[nodiscard]] bool is_building(const Finding& finding) const {
        static const WordSet nouns{
            "hospital airport stadium library museum mausoleum barracks bridge highway prize award medal trophy"};
        return text_.adjoins(finding.last) && tokens_[finding.last].gap == Gap::space
               && nouns.holds(tokens_[finding.last].hash);
    }

    /// "USS Ronald Reagan"
    [[nodiscard]] bool is_ship(const Finding& finding) const {
        static const WordSet ships{"uss hms rms fort camp lake mount port"};
        return finding.first > 0 && text_.adjoins(finding.first) && is_free_capital(finding.first - 1)
               && ships.holds(tokens_[finding.first - 1].hash);
    }

    /// "Gerd Putin": another given name before a surname that may stand alone.
    [[nodiscard]] bool is_namesake(const Finding& finding) const {
        const bool particle = finding.first > 1 && tokens_[finding.first].gap == Gap::hyphen
                              && english::is_name_particle(tokens_[finding.first - 1].hash);  // "Fadhil al-Chalabi"
        const std::uint32_t begin = finding.first - (particle ? 1 : 0);
        if (begin == 0 || tokens_[begin].gap != Gap::space) return false;
        const std::uint32_t before = begin - 1;
        const Token& word = tokens_[before];
        if (!is_free_capital(before) || word.is(Token::capitals) || word.is(Token::possessive) || text_.is_title(before)
            || words_.is_calendar_word(word.hash) || words_.is_common(word.hash))
            return false;
        if (names_.is_given_name(word.hash)) return true;
        if (text_.casing_at(finding.first) != Casing::sentence) return false;
        return word.gap < Gap::other || (words_.is_english() && is_no_word(before) && acts(finding.last));
    }

    /// "Alia" at the start of a sentence, where every word has a capital; "Visiting" is another matter.
    [[nodiscard]] bool is_no_word(std::uint32_t token) const {
        const std::string_view printed = text_.word(token);
        return printed.size() > 3 && !english::is_plain_word(tokens_[token].hash) && !printed.ends_with("ing")
               && !printed.ends_with("ed") && !printed.ends_with("ly");
    }

    [[nodiscard]] bool acts(std::uint32_t verb) const {
        if (!text_.adjoins(verb)) return false;
        const std::uint64_t word = tokens_[verb].hash;
        return english::is_auxiliary_verb(word) || english::is_government_verb(word) || english::is_human_verb(word);
    }

    /// "North America", "Northern Ireland", "New Mexico", where only the country is listed, but not "Eastern Ukraine".
    [[nodiscard]] bool is_region(const Finding& finding) const {
        static const WordSet sides{"north south east west northern southern eastern western central latin"};
        static const WordSet divided{
            "america american americans ireland irish cyprus cypriot korea korean koreans sudan sudanese timor "
            "timorese vietnam vietnamese yemen yemeni germany german germans pakistan pakistani samoa macedonia"};
        static const std::uint64_t new_word = hash_of("new");
        if (finding.first == 0 || tokens_[finding.first].gap != Gap::space || !words_.is_english()
            || !is_free_capital(finding.first - 1))
            return false;
        const Token& before = tokens_[finding.first - 1];
        if (before.hash == new_word)
            return before.gap < Gap::sentence && text_.casing_at(finding.first) == Casing::sentence;
        return sides.holds(before.hash) && divided.holds(tokens_[finding.first].hash);
    }

    /// "Gulf of Guinea", "Bank of the Philippines", "Radio Moscow", "golfe de Guinée"
    [[nodiscard]] bool is_opened(const Finding& finding) const {
        static const std::uint64_t america = hash_of("america");
        std::uint32_t before = finding.first;
        if (before == 0 || !text_.adjoins(before) || tokens_[before].gap == Gap::hyphen) return false;
        if (opens(before - 1)) return true;
        if (before > 1 && words_.is_article(tokens_[before - 1].hash) && text_.adjoins(before - 1)) --before;
        if (before < 2 || !words_.is_of(tokens_[before - 1].hash) || !text_.adjoins(before - 1)) return false;
        const bool body_of_america =
            tokens_[finding.first].hash == america && !text_.is_title(before - 2);  // Boy Scouts
        return opens(before - 2)
               || (is_free_capital(before - 2) && (words_.closes_name(tokens_[before - 2].hash) || body_of_america));
    }

    [[nodiscard]] bool opens(std::uint32_t token) const {
        const std::uint64_t word = tokens_[token].hash;
        return words_.opens_water(word) || (is_free_capital(token) && words_.opens_name(word));
    }

    /// "Spanish Hall", "Moscow State University", "Cuban Missile Crisis"
    [[nodiscard]] bool is_closed(const Finding& finding) const {
        static constexpr std::uint32_t reach = 3;  // words
        if (text_.casing_at(finding.first) != Casing::sentence) return false;
        for (std::uint32_t next = finding.last; next < finding.last + reach; ++next) {
            if (!text_.adjoins(next) || !tokens_[next].is(Token::capital) || tokens_[next].gap == Gap::hyphen
                || tokens_[next].is(Token::possessive))
                return false;
            if (text_.is_title(next)) return false;
            if (words_.closes_name(tokens_[next].hash)) return true;
            const Finding* cover = findings_.at(next);
            if (!is_free_capital(next) && (cover == nullptr || !is_organization(*cover))) return false;
        }
        return false;
    }

    /// "Environment Canada", "Vodafone Turkey": an unlisted name right before a country's, in the middle of a sentence.
    [[nodiscard]] bool is_branch(const Finding& finding) const {
        if (finding.first == 0 || tokens_[finding.first].gap != Gap::space || !words_.joins_by_preposition()
            || text_.casing_at(finding.first) != Casing::sentence)
            return false;
        const std::uint32_t before = finding.first - 1;
        const Token& word = tokens_[before];
        if (!is_free_capital(before) || word.gap >= Gap::sentence || word.gap == Gap::other || word.is(Token::capitals)
            || word.is(Token::possessive))
            return false;
        if (text_.is_title(before) || words_.is_calendar_word(word.hash) || words_.is_common(word.hash)) return false;
        const std::string_view printed = text_.word(before);
        constexpr std::array<std::string_view, 10> adjectives{"ist", "ern", "ian", "ial", "ic",
                                                              "ed",  "ing", "ish", "ese", "ite"};
        return std::none_of(adjectives.begin(), adjectives.end(),
                            [&](std::string_view ending) { return printed.ends_with(ending); })
               && !english::is_regime_word(word.hash)
               && std::all_of(finding.owners.begin(), finding.owners.end(),
                              [&](const NameForm& form) { return form.kind != AliasKind::demonym; });
    }

    /// "Michael Jordan", "Mrs. Israel", "Rep. Holland", "Richard T. Ford"
    [[nodiscard]] bool is_surname(const Finding& finding) const {
        static const WordSet forms_of_address{
            "mr mrs ms messrs monsieur madame herr frau senor senora dr prof sir lady dame rev judge sen rep "
            "congressman "
            "congresswoman gov detective inspector sgt lt capt"};
        if (finding.first == 0 || finding.last - finding.first > 1 || !text_.adjoins(finding.first)) return false;
        const Token& before = tokens_[finding.first - 1];
        if (forms_of_address.holds(before.hash)) return before.is(Token::capital);
        if (is_middle_initial(finding.first - 1)) return true;
        return tokens_[finding.first].gap == Gap::space && is_free_capital(finding.first - 1)
               && names_.is_given_name(before.hash) && !text_.is_title(finding.first - 1)
               && !words_.is_common(before.hash);
    }

    /// "T." of "Richard T. Ford"
    [[nodiscard]] bool is_middle_initial(std::uint32_t token) const {
        return text_.word(token).size() <= 2 && tokens_[token].is(Token::capitals)
               && text_.text.substr(tokens_[token].end - 1, 2).find('.') != std::string_view::npos && token > 0
               && text_.adjoins(token) && tokens_[token - 1].is(Token::capital)
               && !tokens_[token - 1].is(Token::digits);
    }

    /// "Jordan Peele": countries and cities that are given names too.
    [[nodiscard]] bool is_given_name(const Finding& finding) const {
        const std::uint32_t next = finding.last;
        if (finding.last - finding.first > 1 || !text_.adjoins(next)
            || text_.casing_at(finding.first) != Casing::sentence)
            return false;
        if (!english::is_given_name_too(tokens_[finding.first].hash) || !is_free_capital(next)
            || tokens_[next].is(Token::possessive))
            return false;
        return tokens_[next].gap == Gap::space && !text_.is_title(next) && !words_.is_calendar_word(tokens_[next].hash);
    }

    const ShortNames& names_;
    Findings& findings_;
    const ReadText& text_;
    const LanguageWords& words_;
    const std::vector<Token>& tokens_;
};

}  // namespace

void mark_longer_names(const ShortNames& names, Findings& findings) { Marking(names, findings).run(); }

}  // namespace entente
