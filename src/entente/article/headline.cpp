// SPDX-License-Identifier: Apache-2.0
#include <entente/article/headline.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

#include <entente/article/byte_set.hpp>
#include <entente/article/paragraphs.hpp>

namespace entente {
namespace {

constexpr ByteSet blanks(" \t\n\r");

std::vector<std::string_view> words_of(std::string_view text) {
    constexpr std::size_t usual = 4;  // bytes of a word
    std::vector<std::string_view> words;
    words.reserve(text.size() / usual + 1);
    for (auto word = next_word(text, blanks); !word.empty(); word = next_word(text, blanks)) words.push_back(word);
    return words;
}

// At most `most`: so many words need not be counted.
std::size_t count_words(std::string_view text, std::size_t most = std::string_view::npos) {
    std::size_t words = 0;
    while (words < most && !next_word(text, blanks).empty()) ++words;
    return words;
}

bool is_digit(char c) { return ascii_digits.contains(c); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// A year, as each whole date has one.
bool has_four_digits(std::string_view line) {
    for (std::size_t at = 3; at < line.size(); at += 4) {  // one of any four
        if (!is_digit(line[at])) continue;
        auto begin = at;
        while (begin > 0 && is_digit(line[begin - 1])) --begin;
        while (at + 1 < line.size() && is_digit(line[at + 1])) ++at;
        if (at - begin >= 3) return true;
    }
    return false;
}

// "18:45", "10:30am", "p.m.", "EDT", "at": what stands with a date in a line.
bool tells_time(std::string_view word) {
    constexpr std::array<std::string_view, 15> words = {"at",  "on",  "am", "pm",  "a.m.", "p.m.", "gmt", "utc",
                                                        "est", "edt", "et", "bst", "cet",  "msk",  "pst"};
    std::string lower;
    for (const char c : word) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    while (lower.ends_with(',')) lower.pop_back();
    if (std::find(words.begin(), words.end(), lower) != words.end()) return true;
    const auto colon = lower.find(':');
    return colon != std::string::npos && colon > 0 && is_digit(lower[0]) && colon + 1 < lower.size()
           && is_digit(lower[colon + 1]);
}

bool is_separator(std::string_view word) {
    return word == "|" || word == "-" || word == "–" || word == "—" || word == "·" || word == "•";
}

// The widest run of words from `first` that is a whole date, and where it ends.
std::optional<Date> date_at(const std::vector<std::string_view>& words, std::size_t first, std::size_t& end) {
    if (!may_begin_date(words[first])) return {};
    for (std::size_t count = std::min<std::size_t>(4, words.size() - first); count > 0; --count) {
        const auto& last = words[first + count - 1];
        auto run = std::string_view(words[first].data(),
                                    static_cast<std::size_t>(last.data() + last.size() - words[first].data()));
        while (run.ends_with(',') || run.ends_with(';')) run.remove_suffix(1);
        const auto date = parse_printed_date(run);
        if (date && date->complete()) {
            end = first + count;
            return date;
        }
    }
    return {};
}

// A bit for each word of a plain form, as bare_words() cuts them, as long as `use` wants more.
template <class Use>
void each_bit(std::string_view plain, const Use& use) {
    std::uint32_t hash = 0;
    bool inside = false;
    const auto bit = [&] { return std::uint64_t{1} << (hash * 0x9E3779B1U >> 26U); };
    for (const char c : plain) {
        if (bytes_of_words.contains(c)) {
            hash = hash * 31 + static_cast<unsigned char>(c);
            inside = true;
        } else if (inside && c != '\'') {
            if (!use(bit())) return;
            hash = 0;
            inside = false;
        }
    }
    if (inside) use(bit());
}

// Before a date may stand a place or a paper, set off by a comma or a stroke: "Geneva, …", "Jane Doe | …".
bool may_precede_date(const std::vector<std::string_view>& words, std::size_t count, std::size_t label_words) {
    if (count <= label_words) return true;
    if (count - label_words > 5) return false;
    const auto last = words[count - 1];
    return last.ends_with(',') || last.ends_with(':') || is_separator(last) || tells_time(last);
}

}  // namespace

bool looks_like_headline(std::string_view line) {
    constexpr std::size_t longest = 220;  // bytes
    if (line.size() > longest || line.find("://") != std::string_view::npos) return false;
    const auto words = count_words(line, 33);
    if (words < 2 || words > 32) return false;
    const char last = line.back();
    const bool stops =
        last == ':' || last == ',' || last == ';' || (ends_sentence(line) && (last == '.' || line.size() > 120));
    return !stops && !date_of_line(line, {});
}

bool looks_like_subhead(std::string_view line) {
    if (line.size() > 110 || ends_sentence(line)) return false;
    std::size_t long_words = 0;
    std::size_t capitals = 0;
    auto rest = line;
    for (auto word = next_word(rest, blanks); !word.empty(); word = next_word(rest, blanks)) {
        const auto letter = ascii_letters.first_in(word);
        if (word.size() - letter < 4) continue;
        ++long_words;
        if (is_upper(word[letter]) || letter > 0) ++capitals;
    }
    return long_words >= 3 && capitals * 10 >= long_words * 8 && looks_like_headline(line);
}

HeadlineWords::HeadlineWords(std::string_view plain) : plain_(plain) {
    each_bit(plain, [&](std::uint64_t bit) {
        filter_ |= bit;
        ++count_;
        return true;
    });
}

// Of two that say the same neither has a fifth of its words alone, so the other has at most a quarter of this one's.
bool HeadlineWords::may_say_the_same_as(std::string_view plain) const {
    std::size_t alone = 0;
    each_bit(plain, [&](std::uint64_t bit) {
        alone += (filter_ & bit) == 0 ? 1 : 0;
        return alone * 4 <= count_;
    });
    return alone * 4 <= count_;
}

bool HeadlineWords::say_the_same_as(std::string_view plain) const {
    if (count_ == 0 || !may_say_the_same_as(plain)) return false;
    const auto bare = bare_words(plain_);
    const auto other = bare_words(plain);
    if (other == bare) return true;
    auto first = words_of(bare);
    auto second = words_of(other);
    const auto [fewer, more] = std::minmax({first.size(), second.size()});
    if (fewer < 5 || fewer * 10 < more * 8) return false;
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    std::vector<std::string_view> both;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
    return both.size() * 10 >= more * 8;
}

std::size_t site_suffix(std::string_view headline, const std::vector<std::string_view>& others) {
    constexpr std::size_t longest = 40;   // bytes of a site's name
    constexpr std::size_t shortest = 10;  // bytes of what stands before it
    static constexpr ByteSet bytes_of_separators("|-:\xE2\xC2");
    const auto tail = headline.substr(headline.size() - std::min(headline.size(), longest + 6));
    if (!bytes_of_separators.any_in(tail)) return std::string_view::npos;
    std::size_t found = std::string_view::npos;
    for (const std::string_view separator : {" | ", " - ", " — ", " – ", " :: ", " · "}) {
        const auto at = headline.rfind(separator);
        if (at == std::string_view::npos || at < shortest || headline.size() - at - separator.size() > longest)
            continue;
        const auto plain = plain_form(headline.substr(0, at));
        const HeadlineWords words(plain);
        const bool again = std::any_of(others.begin(), others.end(),
                                       [&](std::string_view other) { return words.say_the_same_as(other); });
        if (separator == " | " || again) found = std::min(found, at);
    }
    return found;
}

std::optional<Date> date_of_line(std::string_view line, PhraseHits hits) {
    constexpr std::size_t longest = 90;  // bytes
    if (line.size() > longest || !has_four_digits(line)) return {};
    const auto words = words_of(line);
    const auto label = starting(hits, PhraseKind::date_label);
    const auto byline = starting(hits, PhraseKind::byline_word);
    const auto label_words = label ? count_words(line.substr(0, label->end)) : 0;
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::size_t end = 0;
        const auto date = date_at(words, first, end);
        if (!date) continue;
        if (!byline && !may_precede_date(words, first, label_words)) return {};
        const bool only_time = std::all_of(
            words.begin() + static_cast<std::ptrdiff_t>(end), words.end(),
            [](std::string_view word) { return tells_time(word) || is_separator(word) || is_digit(word.front()); });
        const bool set_off = end < words.size() && is_separator(words[end]) && words.size() - end <= 5;
        return only_time || set_off ? date : std::nullopt;
    }
    return {};
}

Date day_of_line(std::string_view line, PhraseHits hits) {
    const auto label = starting(hits, PhraseKind::date_label);
    auto rest = line;
    for (auto words = label ? count_words(line.substr(0, label->end)) : 0; words > 0; --words) next_word(rest, blanks);
    if (count_words(rest, 3) != 2) return {};
    rest.remove_prefix(rest.find_first_not_of(" \t\n\r"));
    const auto date = parse_printed_date(rest);
    return date && date->year == 0 ? *date : Date{};
}

}  // namespace entente
