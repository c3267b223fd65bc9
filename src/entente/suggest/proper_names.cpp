// SPDX-License-Identifier: Apache-2.0
#include <entente/suggest/proper_names.hpp>

#include <algorithm>

#include <entente/suggest/name_words.hpp>
#include <entente/tag/english.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr std::uint32_t longest = 10;  ///< words of a name; a longer run of capitals is a list or a title

class Reading {
public:
    Reading(const ReadText& text, const std::vector<bool>& covered)
        : text_(text), tokens_(text.tokens()), covered_(covered), language_(*text.language) {}

    std::vector<ProperName> run() {
        const auto& starts = text_.words.first_token;
        for (std::size_t sentence = 0; sentence < starts.size(); ++sentence) {
            begin_ = starts[sentence];
            end_ = sentence + 1 < starts.size() ? starts[sentence + 1] : static_cast<std::uint32_t>(tokens_.size());
            const bool readable = text_.casing[sentence] == Casing::sentence
                                  || (nouns_have_capitals() && text_.casing[sentence] != Casing::capitals);
            if (readable) read_sentence();
        }
        return std::move(names_);
    }

private:
    [[nodiscard]] bool nouns_have_capitals() const { return language_.capitals() == LanguageWords::Capitals::nouns; }
    [[nodiscard]] std::uint64_t hash(std::uint32_t token) const { return tokens_[token].hash; }
    [[nodiscard]] bool adjoins(std::uint32_t later) const {
        return later < end_ && later > begin_ && tokens_[later].gap <= Gap::dot;
    }
    [[nodiscard]] bool is_upper(std::uint32_t token) const {
        return tokens_[token].is(Token::capital) && character_at(text_.text, tokens_[token].begin).upper;
    }
    /// Behind a quote or bracket a sentence may begin as well.
    [[nodiscard]] bool opens_sentence(std::uint32_t token) const {
        return token == begin_ || tokens_[token].gap == Gap::other;
    }
    [[nodiscard]] bool is_title(std::uint32_t token) const {
        return text_.is_title(token) || (language_.is_english() && english::opens_title(hash(token)));
    }

    [[nodiscard]] bool is_calendar_word(std::uint32_t token) const {
        if (!language_.is_calendar_word(hash(token))) return false;
        return token == begin_ || !adjoins(token) || !english::is_given_name(hash(token - 1));  // Theresa May
    }

    [[nodiscard]] bool is_name_word(std::uint32_t token) const {
        const Token& word = tokens_[token];
        if (covered_[token] || !is_upper(token) || word.is(Token::url) || word.is(Token::possessive)
            || word.is(Token::digits) || is_calendar_word(token))
            return false;
        const bool long_acronym = word.is(Token::capitals) && word.end - word.begin > 2;
        static const std::uint64_t fresh = hash_of("new");
        const bool opens_name = language_.is_english() && suggesting::may_open_name(hash(token)) && adjoins(token + 1)
                                && is_upper(token + 1);
        if (language_.is_function_word(hash(token)) && !long_acronym && !(opens_name && hash(token) == fresh))
            return false;
        if (!opens_sentence(token) || !language_.is_common(hash(token))) return true;
        return adjoins(token + 1) && is_upper(token + 1) && !covered_[token + 1]
               && (!language_.is_english() || opens_name || is_title(token));
    }

    void read_sentence() {
        for (std::uint32_t token = begin_; token < end_;) {
            if (token == bracketed_ || !is_name_word(token)) {
                ++token;
                continue;
            }
            std::uint32_t last = token + 1;
            while (const std::uint32_t next = next_word(token, last)) last = next;
            read_run(begins_small(token) ? token - 1 : token, last);
            token = last;
        }
    }

    /// "al-Qaida"
    [[nodiscard]] bool begins_small(std::uint32_t token) const {
        return token > begin_ && tokens_[token].gap == Gap::hyphen && english::is_name_particle(hash(token - 1))
               && tokens_[token - 1].is(Token::lower) && !covered_[token - 1];
    }

    /// The end of the run that begins at `first` with one more word, or 0. Small words join: "Bank of America".
    [[nodiscard]] std::uint32_t next_word(std::uint32_t first, std::uint32_t last) const {
        if (!adjoins(last)) return 0;
        if (is_name_word(last) || ends_given_name(first, last)) return last + 1;
        std::uint32_t next = last;
        if (joins_names(first, last)) {
            ++next;
            if (adjoins(next) && language_.is_article(hash(next)) && !is_upper(next)) ++next;
        } else if (english::is_name_particle(hash(last)) && !is_small_word_of_english(last)) {
            ++next;
            if (adjoins(next) && english::is_name_particle(hash(next)) && !is_upper(next)) ++next;
        }
        if (const std::uint32_t end = next > last ? listed_behind_of(first, last, next) : 0) return end;
        return next > last && adjoins(next) && is_name_word(next) ? next + 1 : 0;
    }

    /// "Bank of Israel", "Daughters of the American Revolution": where what is listed behind "of" ends, or 0.
    [[nodiscard]] std::uint32_t listed_behind_of(std::uint32_t first, std::uint32_t of, std::uint32_t listed) const {
        if (!language_.is_english() || is_title(of - 1)) return 0;
        std::uint32_t end = listed;
        while (adjoins(end) && covered_[end] && is_upper(end)) ++end;
        if (end == listed) return 0;
        static const std::uint64_t government = hash_of("government");  // every country has one
        const std::uint64_t before = hash(of - 1);
        const bool goes_on = adjoins(end) && is_name_word(end) && !is_title(end) && !opens_sentence(first)
                             && english::is_plain_word(before) && text_.word(of - 1).ends_with('s');
        const bool body = suggesting::closes_organization(before) && before != government;
        return goes_on || body ? end : 0;
    }

    /// "Kim Jong-un", but not "Roe-led"
    [[nodiscard]] bool ends_given_name(std::uint32_t first, std::uint32_t token) const {
        const Token& word = tokens_[token];
        return word.gap == Gap::hyphen && word.is(Token::lower) && !covered_[token] && token - first == 2
               && !tokens_[token - 1].is(Token::capitals) && !language_.is_common(word.hash) && !text_.is_title(token)
               && !suggesting::makes_adjective(word.hash);
    }

    [[nodiscard]] bool is_small_word_of_english(std::uint32_t token) const {
        static const std::uint64_t words[] = {hash_of("of"), hash_of("do"), hash_of("ten"), hash_of("la")};
        return language_.is_english()
               && (covered_[token] || std::find(std::begin(words), std::end(words), hash(token)) != std::end(words));
    }

    /// "of", "for", "and" inside a name: behind a noun that names a body.
    [[nodiscard]] bool joins_names(std::uint32_t first, std::uint32_t last) const {
        static const std::uint64_t of = hash_of("of");
        static const std::uint64_t on_behalf = hash_of("for");
        static const std::uint64_t both = hash_of("and");
        if (!language_.is_english()) return language_.is_of(hash(last));
        const std::uint64_t before = hash(last - 1);
        if (hash(last) == both) {
            const bool sign = text_.word(last) == "&";
            if (!sign && length_of_run(last + 1) > 2) return false;  // "… of Technology and Colorado State University"
            return sign || is_list_of_trades(first, last)
                   || std::any_of(tokens_.begin() + first, tokens_.begin() + last,
                                  [&](const Token& word) { return word.hash == of || word.hash == on_behalf; });
        }
        if (hash(last) != of && hash(last) != on_behalf) return false;
        const bool noun = last == first + 1 && !english::is_given_name(before) && hash(last) == of;
        return noun || suggesting::closes_organization(before) || english::opens_name(before) || is_title(last - 1);
    }

    /// "the Securities and Investments Commission"
    [[nodiscard]] bool is_list_of_trades(std::uint32_t first, std::uint32_t last) const {
        if (last - first != 1 || !adjoins(first) || !(covered_[first - 1] || language_.is_article(hash(first - 1))))
            return false;
        return suggesting::closes_organization(hash(last + length_of_run(last + 1)));
    }
    [[nodiscard]] std::uint32_t length_of_run(std::uint32_t first) const {
        std::uint32_t end = first;
        while (adjoins(end) && is_name_word(end)) ++end;
        return end - first;
    }

    /// Cuts titles out: "Apple CEO Tim Cook" are a company and a person.
    void read_run(std::uint32_t first, std::uint32_t last) {
        if (last - first > longest) return;
        if (const std::uint32_t person = person_behind_body(first, last); person != last) {
            read_run(first, person);
            return take(person, last, Beside::title);
        }
        std::uint32_t title = last;
        const ProperName run{.first = first, .last = last};
        if (!closes_body(last - 1) && !(covered_[last - 1] && closes_body(head_of(run)))) {
            for (std::uint32_t token = first; token + 1 < last; ++token)
                if (is_title(token) && !is_surname_there(first, token, last)) title = token;
        } else if (english::gender_of_title(hash(first)) != 0) {
            title = first;
        }
        if (title == last) return take(first, last, Beside::nothing);
        std::uint32_t before = title;
        while (before > first && is_part_of_office(before - 1)) --before;
        if (before > first) take(first, before, Beside::office);
        take_behind_title(title + 1, last);
    }

    /// "Refugee Council Enver Solomon": where the person's name of two words begins, else `last`.
    [[nodiscard]] std::uint32_t person_behind_body(std::uint32_t first, std::uint32_t last) const {
        if (!language_.is_english() || last - first < 4 || !suggesting::closes_organization(hash(last - 3)))
            return last;
        const auto is_plain = [&](std::uint32_t token) {
            return is_upper(token) && !is_title(token) && !language_.is_common(hash(token)) && !closes_body(token);
        };
        return is_plain(last - 2) && is_plain(last - 1) ? last - 2 : last;
    }

    [[nodiscard]] bool closes_body(std::uint32_t token) const {
        return language_.is_english()
                   ? suggesting::closes_organization(hash(token)) || suggesting::closes_site(hash(token))
                         || suggesting::closes_occasion(hash(token))
                   : language_.closes_name(hash(token));
    }
    /// "Larry King Live", "Martin Luther King Jr"
    [[nodiscard]] bool is_surname_there(std::uint32_t first, std::uint32_t token, std::uint32_t last) const {
        return token > first
               && (english::is_given_name(hash(token - 1))
                   || (token + 2 == last && english::is_name_suffix(hash(last - 1))));
    }
    [[nodiscard]] bool is_part_of_office(std::uint32_t token) const {
        return is_title(token) || (language_.is_english() && english::is_institution_word(hash(token)));
    }

    /// "Secretary of State John Kerry": the office goes on behind "of".
    void take_behind_title(std::uint32_t first, std::uint32_t last) {
        static const std::uint64_t of = hash_of("of");
        const bool office = hash(first) == of;
        while (first < last && (hash(first) == of || language_.is_article(hash(first)))) ++first;
        if (first == last) return;
        if (office && closes_body(last - 1)) return take(first, last, Beside::nothing);
        while (office && first < last && is_part_of_office(first)) ++first;
        if (first < last) take(first, last, Beside::title);
    }

    /// What a run had beside the name that was cut out of it.
    enum class Beside : std::uint8_t { nothing, title, office };

    void take(std::uint32_t first, std::uint32_t last, Beside beside) {
        while (last > first && !ends_name(last - 1)) --last;
        while (first < last && !is_upper(first) && tokens_[first + 1].gap != Gap::hyphen) ++first;
        if (first == last || is_empty(first, last)) return;
        const bool of_office = beside == Beside::office && last - first == 1;
        ProperName name{first, last, 0, ProperName::none, opens_sentence(first) || of_office};
        if (beside == Beside::title) name.add(Clue::title);
        look_inside(name);
        if (name.has(Clue::closing_noun)) {
            take_country_before(name);
            take_place_behind(name);
        }
        look_before(name);
        look_behind(name);
        if (nouns_have_capitals() && !name.has(Clue::title) && !name.has(Clue::given_name) && !name.has(Clue::acronym))
            return;
        names_.push_back(name);
    }

    [[nodiscard]] bool ends_name(std::uint32_t token) const {
        if (!is_upper(token)) return tokens_[token].gap == Gap::hyphen;
        return tokens_[token].is(Token::capitals) || !language_.is_function_word(hash(token));
    }

    /// "Saudi Interior Ministry": the country is listed and begins a name that is not.
    void take_country_before(ProperName& name) const {
        while (has_country_before(name.first)) {
            --name.first;
            name.doubtful = false;
        }
    }
    [[nodiscard]] bool has_country_before(std::uint32_t token) const {
        return token > begin_ && adjoins(token) && tokens_[token].gap == Gap::space && covered_[token - 1]
               && is_upper(token - 1);
    }

    /// "University of Southern California"
    void take_place_behind(ProperName& name) const {
        const bool open = head_of(name) + 1 < name.last && suggesting::may_open_name(hash(name.last - 1));
        while (open && adjoins(name.last) && covered_[name.last] && is_upper(name.last)) ++name.last;
    }

    /// Says nothing: a letter, a common capital, an office without a name.
    [[nodiscard]] bool is_empty(std::uint32_t first, std::uint32_t last) const {
        const auto says_nothing = [&](std::uint32_t token) {
            return is_title(token) || suggesting::is_no_name(hash(token)) || tokens_[token].span().size() < 2;
        };
        if (last - first == 1 && has_country_before(first) && suggesting::closes_organization(hash(first)))
            return false;
        if (last - first == 1)
            return says_nothing(first) || language_.is_common(hash(first)) || english::is_institution_word(hash(first))
                   || (!tokens_[first].is(Token::capitals) && tokens_[first].span().size() < 3);
        for (std::uint32_t token = first; token < last; ++token)
            if (is_upper(token) && !says_nothing(token)) return false;
        return true;
    }

    void look_inside(ProperName& name) const {
        const Token& head = tokens_[name.first];
        const std::uint64_t last = hash(head_of(name));
        if (name.words() == 1) {
            if (suggesting::closes_organization(last) && has_country_before(name.first)) name.add(Clue::closing_noun);
            if (head.is(Token::capitals) || head.is(Token::dotted)) name.add(Clue::acronym);
            return;
        }
        if (language_.is_english() ? suggesting::closes_organization(last) : language_.closes_name(last))
            name.add(Clue::closing_noun);
        if (language_.is_english() && (suggesting::closes_site(last) || suggesting::opens_site(head.hash)))
            name.add(Clue::site);
        if (language_.is_english() && suggesting::closes_occasion(last)) name.add(Clue::occasion);
        if (english::is_given_name(head.hash) || english::is_given_name_too(head.hash)) name.add(Clue::given_name);
        for (std::uint32_t token = name.first; token + 1 < name.last; ++token)
            if (tokens_[token].span().size() == 1 && tokens_[token + 1].gap == Gap::dot) name.add(Clue::initial);
    }

    /// "Court" of "Court of Justice", else the last word.
    [[nodiscard]] std::uint32_t head_of(const ProperName& name) const {
        static const std::uint64_t of = hash_of("of");
        static const std::uint64_t on_behalf = hash_of("for");
        for (std::uint32_t token = name.first + 1; token < name.last; ++token)
            if (hash(token) == of || hash(token) == on_behalf
                || (!language_.is_english() && language_.is_of(hash(token))))
                return token - 1;
        return name.last - 1;
    }

    void look_before(ProperName& name) const {
        static const std::uint64_t of = hash_of("of");
        if (name.first == begin_) return;
        std::uint32_t before = name.first - 1;
        if (tokens_[name.first].gap <= Gap::dot && text_.is_title(before) && !is_upper(before)) name.add(Clue::title);
        if (tokens_[name.first].gap <= Gap::dot && english::is_relative(hash(before))) name.add(Clue::title);
        if (tokens_[name.first].gap > Gap::dot) return;
        while (before > begin_ && language_.is_article(hash(before))) --before;
        if (language_.is_preposition_of_place(hash(before))) name.add(Clue::preposition);
        if (hash(before) == of && before > begin_ && suggesting::belongs(hash(before - 1))) name.add(Clue::membership);
    }

    void look_behind(ProperName& name) {
        const std::uint32_t behind = name.last;
        if (behind >= end_) return;
        const Token& word = tokens_[behind];
        if (word.gap <= Gap::dot && (english::is_stating_verb(word.hash) || language_.is_verb(word.hash)))
            name.add(Clue::statement);
        if (word.gap == Gap::comma) look_at_apposition(name);
        if (word.gap == Gap::other && word.is(Token::capitals) && word.span().size() > 1 && is_bracketed(behind)
            && folded(text_.word(behind)).front() == folded(text_.word(name.first)).front()) {
            name.acronym = bracketed_ = behind;
            name.add(Clue::bracketed);
        }
    }

    [[nodiscard]] bool is_bracketed(std::uint32_t token) const {
        return text_.text.substr(0, tokens_[token].begin).ends_with('(')
               && text_.text.substr(tokens_[token].end).starts_with(')');
    }

    /// "Jane Roe, the finance minister", "Jane Roe, 45, …"
    void look_at_apposition(ProperName& name) const {
        std::uint32_t token = name.last;
        if (tokens_[token].is(Token::digits)) {
            const bool age =
                tokens_[token].span().size() <= 2 && token + 1 < end_ && tokens_[token + 1].gap == Gap::comma;
            if (age) name.add(Clue::age);
            return;
        }
        constexpr std::uint32_t reach = 5;
        for (std::uint32_t seen = 0; token < end_ && seen < reach; ++token, ++seen) {
            if (seen > 0 && !adjoins(token)) return;
            if (text_.is_title(token) && !(is_upper(token) && seen == 0 && adjoins(token + 1) && is_upper(token + 1)))
                return name.add(Clue::role);
        }
    }

    const ReadText& text_;
    const std::vector<Token>& tokens_;
    const std::vector<bool>& covered_;
    const LanguageWords& language_;
    std::uint32_t begin_ = 0;  ///< of the sentence
    std::uint32_t end_ = 0;
    std::uint32_t bracketed_ = ProperName::none;  ///< the last acronym that goes with the name before it
    std::vector<ProperName> names_;
};

}  // namespace

std::vector<ProperName> proper_names(const ReadText& text, const std::vector<bool>& covered) {
    return Reading(text, covered).run();
}

}  // namespace entente
