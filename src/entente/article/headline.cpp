// SPDX-License-Identifier: Apache-2.0
#include <entente/article/headline.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace entente {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != ' ' && text[i] != '\t' && text[i] != '\n' && text[i] != '\r') continue;
        if (i > begin) words.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    return words;
}

std::ptrdiff_t count_words(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    std::ptrdiff_t words = 0;
    bool inside = false;
    for (const char c : text) {
        words += !inside && !is_blank(c) ? 1 : 0;
        inside = !is_blank(c);
    }
    return words;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

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
    const auto words = count_words(line);
    if (words < 2 || words > 32) return false;
    const char last = line.back();
    const bool stops =
        last == ':' || last == ',' || last == ';' || (ends_sentence(line) && (last == '.' || line.size() > 120));
    if (stops) return false;
    const auto date = date_of_line(line, {});
    return !date;
}

bool looks_like_subhead(std::string_view line) {
    if (line.size() > 110 || !looks_like_headline(line) || ends_sentence(line)) return false;
    std::size_t long_words = 0;
    std::size_t capitals = 0;
    for (const auto word : words_of(line)) {
        const auto letter = word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        if (letter == std::string_view::npos || word.size() - letter < 4) continue;
        ++long_words;
        if (is_upper(word[letter]) || letter > 0) ++capitals;
    }
    return long_words >= 3 && capitals * 10 >= long_words * 8;
}

bool says_the_same(std::string_view plain, std::string_view other) {
    const auto one = bare_words(plain);
    const auto two = bare_words(other);
    if (one == two) return !one.empty();
    const auto [fewer, more] = std::minmax({count_words(one), count_words(two)});
    if (fewer < 5 || fewer * 10 < more * 8) return false;
    auto first = words_of(one);
    auto second = words_of(two);
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    std::vector<std::string_view> both;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
    return both.size() * 10 >= std::max(first.size(), second.size()) * 8;
}

std::size_t site_suffix(std::string_view headline, const std::vector<std::string_view>& others) {
    constexpr std::size_t longest = 40;  // bytes of a site's name
    std::size_t found = std::string_view::npos;
    for (const std::string_view separator : {" | ", " - ", " — ", " – ", " :: ", " · "}) {
        const auto at = headline.rfind(separator);
        if (at == std::string_view::npos || at < 10 || headline.size() - at - separator.size() > longest) continue;
        const auto words = plain_form(headline.substr(0, at));
        const bool again = std::any_of(others.begin(), others.end(),
                                       [&](std::string_view other) { return says_the_same(words, other); });
        if (separator == " | " || again) found = std::min(found, at);
    }
    return found;
}

std::optional<Date> date_of_line(std::string_view line, const std::vector<PhraseHit>& hits) {
    constexpr std::size_t longest = 90;  // bytes
    if (line.size() > longest || std::none_of(line.begin(), line.end(), is_digit)) return {};
    const auto words = words_of(line);
    const auto label = starting(hits, PhraseKind::date_label);
    const auto byline = starting(hits, PhraseKind::byline_word);
    const auto label_words =
        label ? words_of(line.substr(0, std::min<std::size_t>(label->end, line.size()))).size() : 0;
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

Date day_of_line(std::string_view line, const std::vector<PhraseHit>& hits) {
    if (std::none_of(line.begin(), line.end(), is_digit)) return {};
    const auto label = starting(hits, PhraseKind::date_label);
    const auto words = words_of(line);
    const auto before = label ? words_of(line.substr(0, std::min<std::size_t>(label->end, line.size()))).size() : 0;
    if (words.size() != before + 2) return {};
    const auto begin = static_cast<std::size_t>(words[before].data() - line.data());
    const auto date = parse_printed_date(line.substr(begin));
    return date && date->year == 0 ? *date : Date{};
}

}  // namespace entente
