// SPDX-License-Identifier: Apache-2.0
#include <entente/text/sentence_ends.hpp>

#include <array>

#include <entente/text/fold.hpp>
#include <entente/text/word_bits.hpp>

namespace entente {
namespace {

// Folded. Titles, ranks, months, company forms and the like, as papers abbreviate them; none is a word that
// ends a sentence in another language.
constexpr std::array<std::string_view, 112> abbreviations{
    "adm",  "al",   "amb",  "apr", "assoc", "asst", "atty", "aug",  "ave",  "avv",  "bijv", "brig", "bros", "bzw",
    "ca",   "capt", "cmdr", "co",  "col",   "corp", "cpl",  "dec",  "dept", "det",  "dhr",  "dott", "dr",   "dra",
    "drs",  "esp",  "est",  "etc", "evtl",  "feb",  "fig",  "fr",   "ft",   "geb",  "gen",  "gov",  "gral", "hon",
    "inc",  "inkl", "insp", "inz", "jan",   "jr",   "jul",  "jun",  "ks",   "lt",   "ltd",  "maj",  "mar",  "messrs",
    "mevr", "mio",  "mlle", "mln", "mme",   "mons", "mr",   "mrd",  "mrs",  "ms",   "mt",   "no",   "nov",  "nr",
    "num",  "oct",  "pag",  "plk", "pres",  "prof", "rep",  "reps", "resp", "rev",  "sen",  "sens", "sep",  "sept",
    "sgt",  "sig",  "sr",   "sra", "srta",  "st",   "str",  "supt", "tel",  "tys",  "tzw",  "ul",   "univ", "vgl",
    "viz",  "vol",  "vs",   "zzt", "акад",  "гг",   "им",   "млн",  "млрд", "проф", "руб",  "ст",   "тыс",  "ул"};

// Folded.
constexpr std::array<std::string_view, 16> months{"april",  "august",   "december", "dezember", "februar", "janner",
                                                  "januar", "juli",     "juni",     "mai",      "maj",     "marts",
                                                  "marz",   "november", "oktober",  "september"};

// Folded.
constexpr std::array<std::string_view, 44> starters{
    "a",    "after", "all",  "also",    "although", "an",    "and",       "as",   "at",  "because", "before",
    "both", "but",   "by",   "despite", "each",     "for",   "from",      "he",   "her", "his",     "however",
    "if",   "in",    "it",   "its",     "last",     "many",  "meanwhile", "most", "on",  "one",     "our",
    "she",  "since", "some", "such",    "the",      "their", "they",      "this", "we",  "when",    "while"};

enum Use : std::uint32_t { abbreviation = 1, month = 2, starter = 4 };

WordBits<std::uint32_t> read_uses() {
    WordBits<std::uint32_t> uses;
    for (const std::string_view word : abbreviations) uses.add(hash_of(word), abbreviation);
    for (const std::string_view word : months) uses.add(hash_of(word), month);
    for (const std::string_view word : starters) uses.add(hash_of(word), starter);
    return uses;
}

bool is(std::uint64_t word, Use use) {
    static const WordBits<std::uint32_t> uses = read_uses();
    return (uses.of(word) & use) != 0;
}

constexpr std::array<std::string_view, 9> ending_marks{".", "!", "?", "…", "。", "！", "？", "؟", "।"};
constexpr std::array<std::string_view, 9> closing_marks{"\"", "'", ")", "]", "”", "’", "»", "“", "』"};
constexpr std::array<std::string_view, 9> opening_marks{"\"", "'", "(", "[", "“", "‘", "«", "„", "『"};

/// Whether a mark may begin with the byte: few bytes of a text begin one.
template <const std::array<std::string_view, 9>& marks>
constexpr auto begins_mark = [] {
    std::array<bool, 0x100> begins{};
    for (const std::string_view mark : marks) begins[static_cast<unsigned char>(mark.front())] = true;
    return begins;
}();

template <const std::array<std::string_view, 9>& marks>
std::size_t length_of_mark(std::string_view text, std::size_t at) {
    if (!begins_mark<marks>[static_cast<unsigned char>(text[at])]) return 0;
    for (const std::string_view mark : marks)
        if (text.substr(at, mark.size()) == mark) return mark.size();
    return 0;
}

}  // namespace

std::size_t sentence_end_at(std::string_view text, std::size_t at) { return length_of_mark<ending_marks>(text, at); }

std::size_t skip_closing_marks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::size_t length = length_of_mark<ending_marks>(text, at);
        if (length == 0) length = length_of_mark<closing_marks>(text, at);
        if (length == 0) break;
        at += length;
    }
    return at;
}

std::size_t step_back(std::string_view text, std::size_t at) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return at;
}

bool opens_sentence(std::string_view text, std::size_t at) {
    const std::size_t before = step_back(text, at);
    return length_of_mark<opening_marks>(text, before) == at - before;
}

bool is_abbreviation(std::string_view printed, std::uint64_t word, bool capitals) {
    const bool one_letter = printed.size() <= 2 && capitals && folded(printed).size() == 1;
    return one_letter || is(word, abbreviation);
}

bool is_month(std::uint64_t word) { return is(word, month); }

bool often_starts_sentence(std::uint64_t word) { return is(word, starter); }

}  // namespace entente
