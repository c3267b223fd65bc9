// SPDX-License-Identifier: Apache-2.0
#include <entente/text/sentence_ends.hpp>

#include <algorithm>
#include <array>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

// Ascending, folded. Titles, ranks, months, company forms and the like, as papers abbreviate them; none is a word that
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

// Ascending, folded.
constexpr std::array<std::string_view, 16> months{"april",  "august",   "december", "dezember", "februar", "janner",
                                                  "januar", "juli",     "juni",     "mai",      "maj",     "marts",
                                                  "marz",   "november", "oktober",  "september"};

// Ascending, folded.
constexpr std::array<std::string_view, 44> starters{
    "a",    "after", "all",  "also",    "although", "an",    "and",       "as",   "at",  "because", "before",
    "both", "but",   "by",   "despite", "each",     "for",   "from",      "he",   "her", "his",     "however",
    "if",   "in",    "it",   "its",     "last",     "many",  "meanwhile", "most", "on",  "one",     "our",
    "she",  "since", "some", "such",    "the",      "their", "they",      "this", "we",  "when",    "while"};

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& table, std::string_view word) {
    static_assert(n > 0);
    return std::binary_search(table.begin(), table.end(), std::string_view(folded(word)));
}

constexpr std::array<std::string_view, 9> ending_marks{".", "!", "?", "…", "。", "！", "？", "؟", "।"};
constexpr std::array<std::string_view, 9> closing_marks{"\"", "'", ")", "]", "”", "’", "»", "“", "』"};
constexpr std::array<std::string_view, 9> opening_marks{"\"", "'", "(", "[", "“", "‘", "«", "„", "『"};

template <std::size_t n>
std::size_t length_of_mark(const std::array<std::string_view, n>& marks, std::string_view text, std::size_t at) {
    for (const std::string_view mark : marks)
        if (mark.front() == text[at] && text.substr(at, mark.size()) == mark) return mark.size();
    return 0;
}

}  // namespace

std::size_t sentence_end_at(std::string_view text, std::size_t at) { return length_of_mark(ending_marks, text, at); }

std::size_t skip_closing_marks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::size_t length = length_of_mark(ending_marks, text, at);
        if (length == 0) length = length_of_mark(closing_marks, text, at);
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
    return length_of_mark(opening_marks, text, before) == at - before;
}

bool is_abbreviation(std::string_view word, bool capitals) {
    const bool one_letter = word.size() <= 2 && capitals && folded(word).size() == 1;
    return one_letter || contains(abbreviations, word);
}

bool is_month(std::string_view word) { return contains(months, word); }

bool often_starts_sentence(std::string_view word) { return contains(starters, word); }

}  // namespace entente
