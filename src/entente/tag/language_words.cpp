// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/language_words.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include <entente/tag/english.hpp>
#include <entente/tag/other_languages.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

enum Class : std::uint32_t {
    function_word = 1U << 0U,
    common_word = 1U << 1U,
    title = 1U << 2U,
    man = 1U << 3U,
    woman = 1U << 4U,
    calendar = 1U << 5U,
    conjunction = 1U << 6U,
    of_word = 1U << 7U,
    article_word = 1U << 8U,
    place = 1U << 9U,
    name_opener = 1U << 10U,
    water_opener = 1U << 11U,
    name_closer = 1U << 12U,
    verb = 1U << 13U,
    auxiliary = 1U << 14U,
    clause_opener = 1U << 15U,
    country_code = 1U << 16U,
};

struct ListRow {
    NeighbourWords::Words NeighbourWords::*words;
    std::uint32_t classes;
};

// At the start of a sentence the capital of a function word, a title or a day says as little as that of a common word.
constexpr std::array<ListRow, 16> lists{{
    {&NeighbourWords::function_words, function_word | common_word},
    {&NeighbourWords::titles, title | common_word},
    {&NeighbourWords::men, title | man | common_word},
    {&NeighbourWords::women, title | woman | common_word},
    {&NeighbourWords::calendar, calendar | common_word},
    {&NeighbourWords::conjunctions, conjunction},
    {&NeighbourWords::of, of_word},
    {&NeighbourWords::articles, article_word},
    {&NeighbourWords::places, place},
    {&NeighbourWords::opens_name, name_opener},
    {&NeighbourWords::opens_water, water_opener},
    {&NeighbourWords::closes_name, name_closer},
    {&NeighbourWords::verbs, verb},
    {&NeighbourWords::auxiliaries, auxiliary},
    {&NeighbourWords::clause_openers, clause_opener},
    {&NeighbourWords::codes, country_code},
}};

std::string spelled_as_in_text(std::string_view word) {
    std::string spelled = folded(word);
    unify_spelling(spelled);
    return spelled;
}

/// 64 counters of nine bits, by row: their lowest bits in one number, the next in another. All are counted at once.
/// Source: carry-save adders, as those of Harley and Seal (Warren, Hacker's Delight, 5-1).
class RowCounts {
public:
    /// Counts each row whose bit is set, once for each of the four.
    void add(const std::array<std::uint64_t, 4>& rows) {
        const std::uint64_t twos = add(0, rows[0], rows[1]);
        const std::uint64_t others = add(0, rows[2], rows[3]);
        std::uint64_t carried = add(1, twos, others);
        for (std::size_t bit = 2; bit < bits_.size(); ++bit) carried &= std::exchange(bits_[bit], bits_[bit] ^ carried);
    }
    [[nodiscard]] std::size_t of(std::size_t row) const {
        std::size_t count = 0;
        for (std::size_t bit = 0; bit < bits_.size(); ++bit) count |= (bits_[bit] >> row & 1U) << bit;
        return count;
    }
    /// The first one of the rows that were counted most.
    [[nodiscard]] std::size_t first_of_most() const {
        std::uint64_t most = ~std::uint64_t{0};
        for (std::size_t bit = bits_.size(); bit-- > 0;)
            if ((most & bits_[bit]) != 0) most &= bits_[bit];
        return static_cast<std::size_t>(std::countr_zero(most));
    }

private:
    /// Adds two numbers to the bits of one place. What is carried to the next.
    std::uint64_t add(std::size_t bit, std::uint64_t a, std::uint64_t b) {
        const std::uint64_t one = std::exchange(bits_[bit], bits_[bit] ^ a ^ b);
        return (one & a) | ((one ^ a) & b);
    }

    std::array<std::uint64_t, 9> bits_{};
};

}  // namespace

LanguageWords::LanguageWords(const Language& language)
    : code_(language.language),
      joins_by_preposition_(!language.words.of.empty()),
      capitals_(language.capital_nouns ? Capitals::nouns : Capitals::names) {
    const auto add = [&](const NeighbourWords::Words& words, std::uint32_t classes) {
        for (const std::string& word : words) classes_.add(hash_of(spelled_as_in_text(word)), classes);
    };
    for (const ListRow& list : lists) add(language.words.*(list.words), list.classes);
    add(language.common_words, common_word);
    add({"and"}, conjunction);  // the hash of "&" in every language
    if (capitals_ == Capitals::nouns)
        for (const std::string& word : language.words.titles) compound_ends_.push_back(folded(word));
}

std::uint32_t LanguageWords::classes_of(std::uint64_t word) const { return classes_.of(word); }

bool LanguageWords::is_common(std::uint64_t word) const {
    return english_ ? english::is_common(word) : (classes_of(word) & common_word) != 0;
}

bool LanguageWords::is_function_word(std::uint64_t word) const {
    return english_ ? english::is_function_word(word) : (classes_of(word) & function_word) != 0;
}

bool LanguageWords::is_title(std::uint64_t word) const {
    return english_ ? english::is_title(word) : (classes_of(word) & title) != 0;
}

bool LanguageWords::ends_in_title(std::string_view printed) const {
    static constexpr std::size_t shortest = 4;  // bytes; "Star" closes too many other words
    if (compound_ends_.empty()) return false;
    const std::string word = folded(printed);
    return std::any_of(compound_ends_.begin(), compound_ends_.end(),
                       [&](const std::string& end) { return end.size() > shortest && word.ends_with(end); });
}

char LanguageWords::gender_of_title(std::uint64_t word) const {
    if (english_) return english::gender_of_title(word);
    const std::uint32_t classes = classes_of(word);
    if ((classes & man) != 0) return 'm';
    return (classes & woman) != 0 ? 'f' : '\0';
}

bool LanguageWords::is_calendar_word(std::uint64_t word) const {
    return english_ ? english::is_calendar_word(word) : (classes_of(word) & calendar) != 0;
}

bool LanguageWords::is_conjunction(std::uint64_t word) const {
    static const WordSet english{"and or"};
    return english_ ? english.holds(word) : (classes_of(word) & conjunction) != 0;
}

bool LanguageWords::is_of(std::uint64_t word) const {
    static const std::uint64_t english = hash_of("of");
    return english_ ? word == english : (classes_of(word) & of_word) != 0;
}

bool LanguageWords::is_article(std::uint64_t word) const {
    static const std::uint64_t english = hash_of("the");
    return english_ ? word == english : (classes_of(word) & article_word) != 0;
}

bool LanguageWords::is_preposition_of_place(std::uint64_t word) const {
    static const WordSet english{
        "in at near around outside inside into across through via within throughout toward towards central downtown"};
    return english_ ? english.holds(word) : (classes_of(word) & place) != 0;
}

bool LanguageWords::says_where(std::uint64_t word) const {
    static const WordSet english{"in at near from to of into across outside inside around through"};
    return english_ ? english.holds(word) : (classes_of(word) & (place | of_word)) != 0;
}

bool LanguageWords::opens_name(std::uint64_t word) const {
    return english_ ? english::opens_name(word) : (classes_of(word) & name_opener) != 0;
}

bool LanguageWords::opens_water(std::uint64_t word) const { return (classes_of(word) & water_opener) != 0; }

bool LanguageWords::closes_name(std::uint64_t word) const {
    return english_ ? english::closes_name(word) : (classes_of(word) & name_closer) != 0;
}

bool LanguageWords::is_famous_code(std::uint64_t word) const {
    return english::is_famous_code(word) || (classes_of(word) & country_code) != 0;
}

bool LanguageWords::is_verb(std::uint64_t word) const { return (classes_of(word) & verb) != 0; }
bool LanguageWords::is_auxiliary(std::uint64_t word) const { return (classes_of(word) & auxiliary) != 0; }
bool LanguageWords::opens_clause(std::uint64_t word) const { return (classes_of(word) & clause_opener) != 0; }

Languages::Row::Row(const Language& language)
    : code_(language.language),
      listed_{.language = language.language,
              .words = language.words,
              .capital_nouns = language.capital_nouns,
              .common_words = language.common_words},
      words_(language.language, false) {}

const LanguageWords& Languages::Row::words() const {
    if (!listed_.language.empty()) std::call_once(is_read_, [this] { words_ = LanguageWords(listed_); });
    return words_;
}

Languages::Languages(std::span<const Language> languages) {
    rows_.emplace_back(LanguageWords("en", true));
    rows_.emplace_back(LanguageWords("", false));
    english::function_words().each([&](std::uint64_t word) { add_function_word(word, 1); });
    for (const Language& language : languages) {
        if (language.words.function_words.empty() || language.language == rows_.front().code()) continue;
        for (const std::string& word : language.words.function_words) add_function_word(word, rows_.size());
        rows_.emplace_back(language);
    }
    for (const OtherLanguage& other : other_languages()) add_other(other);
}

void Languages::add_function_word(std::string_view word, std::size_t row) {
    if (row < 64) add_function_word(hash_of(spelled_as_in_text(word)), std::uint64_t{1} << row);
}

/// Particles of names are left out: a list of scorers is full of "de la" and "van der".
void Languages::add_function_word(std::uint64_t word, std::uint64_t rows) {
    if (english::is_name_particle(word)) return;
    function_words_.add(word, rows);
    filter_.add(word);
}

void Languages::add_other(const OtherLanguage& other) {
    const bool known =
        std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return row.code() == other.code; });
    if (known || rows_.size() >= 64) return;
    for (std::string_view rest = other.words; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        add_function_word(rest.substr(0, end), rows_.size());
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    rows_.emplace_back(LanguageWords(std::string(other.code), false));
}

const LanguageWords& Languages::of(std::string_view code, std::span<const Token> text) const {
    return code.empty() ? told_by(text) : named(code);
}

const LanguageWords& Languages::named(std::string_view code) const {
    const std::string_view primary = code.substr(0, code.find('-'));
    const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.code() == primary; });
    return (row == rows_.end() ? rows_[1] : *row).words();
}

const LanguageWords& Languages::told_by(std::span<const Token> text) const {
    static constexpr std::size_t sample = 400;  // words
    static constexpr std::size_t much = 50;     // words, every eighth of which at least is a function word
    const std::span<const Token> read = text.first(std::min(sample, text.size()));
    // Which words may be function words no machine can guess, so they are put aside without a branch.
    std::array<std::uint64_t, sample> words;
    std::size_t count = 0;
    for (const Token& token : read) {
        words[count] = token.hash;
        count += filter_.may_hold(token.hash) ? 1 : 0;
    }
    std::size_t english = 0;
    std::size_t others = 0;
    for (std::size_t at = 0; at < count; ++at) {
        words[at] = function_words_.of(words[at]);
        english += words[at] & 1U;
        others += words[at] > 1 ? 1 : 0;
    }
    const auto are_enough = [&](std::size_t used, std::size_t one_in) {
        return read.size() < much || used * one_in >= read.size();
    };
    static constexpr std::size_t few = 50;  // a page of results or prices in English has no more
    if (english >= others)
        return rows_[are_enough(english, few) ? 0 : 1].words();  // nearly all: no other language has more
    RowCounts uses;
    for (std::size_t at = 0; at < count; at += 4) {
        std::array<std::uint64_t, 4> rows{};
        std::copy_n(&words[at], std::min(rows.size(), count - at), rows.begin());
        uses.add(rows);
    }
    const std::size_t most = uses.first_of_most();
    if (!are_enough(uses.of(most), most == 0 ? few : 8)) return rows_[1].words();
    return rows_[uses.of(most) > uses.of(0) + 1 ? most : 0].words();
}

}  // namespace entente
