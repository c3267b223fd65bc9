// SPDX-License-Identifier: Apache-2.0
#include <entente/article/date.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace entente {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// All of `text` as a number of `least` to `most` digits, or -1.
int number_of(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most) return -1;
    int value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

int days_of(int year, int month) {
    constexpr std::array<int, 13> days = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    // A February without its year may be of a leap year.
    return month == 2 && (leap || year == 0) ? 29 : days[static_cast<std::size_t>(month)];
}

std::optional<Date> checked(int year, int month, int day) {
    if (year < 0 || month < 0 || month > 12 || day < 0 || (day > 0 && (month == 0 || day > days_of(year, month))))
        return {};
    return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

// Whether `name`, in small letters, begins with `word` in whatever case.
bool opens(std::string_view name, std::string_view word) {
    if (word.size() > name.size()) return false;
    for (std::size_t at = 0; at < word.size(); ++at)
        if (lower(word[at]) != name[at]) return false;
    return true;
}

// Whether the first three letters are those of a month or a day of the week.
bool opens_day_or_month(std::string_view word) {
    constexpr auto three = [](std::string_view letters) {
        return unsigned(lower(letters[0])) << 16U | unsigned(lower(letters[1])) << 8U | unsigned(lower(letters[2]));
    };
    if (word.size() < 3 || !is_letter(word[0]) || !is_letter(word[1]) || !is_letter(word[2])) return false;
    switch (three(word)) {
        case three("jan"):
        case three("feb"):
        case three("mar"):
        case three("apr"):
        case three("may"):
        case three("jun"):
        case three("jul"):
        case three("aug"):
        case three("sep"):
        case three("oct"):
        case three("nov"):
        case three("dec"):
        case three("mon"):
        case three("tue"):
        case three("wed"):
        case three("thu"):
        case three("fri"):
        case three("sat"):
        case three("sun"): return true;
        default: return false;
    }
}

// 1 to 12 for "september", "sept", "sep", with or without a full stop; 0 for another word.
int month_of(std::string_view word) {
    constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                         "may",       "june",     "july",     "august",
                                                         "september", "october",  "november", "december"};
    if (!word.empty() && word.back() == '.') word.remove_suffix(1);
    if (word.size() < 3) return 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word.size() > months[i].size() || (word.size() > 4 && word.size() != months[i].size())) continue;
        if (opens(months[i], word)) return static_cast<int>(i) + 1;
    }
    return 0;
}

bool is_weekday(std::string_view word) {
    constexpr std::array<std::string_view, 7> days = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};
    if (!word.empty() && word.back() == '.') word.remove_suffix(1);
    if (word.size() < 3) return false;
    for (const auto day : days) {
        if ((word.size() == day.size() || word.size() <= 5) && opens(day, word)) return true;
    }
    return false;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != ' ' && text[i] != ',' && text[i] != '\t') continue;
        if (i > begin) words.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    return words;
}

int day_of(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.size() > 2 && word.ends_with(ending)) return number_of(word.substr(0, word.size() - 2), 1, 2);
    }
    return number_of(word, 1, 2);
}

// The European 23.02.2022. With slashes or hyphens the day and the month cannot be told apart.
std::optional<Date> dotted(std::string_view word) {
    const auto first = word.find('.');
    const auto second = first == std::string_view::npos ? first : word.find('.', first + 1);
    if (second == std::string_view::npos) return {};
    const int day = number_of(word.substr(0, first), 1, 2);
    const int month = number_of(word.substr(first + 1, second - first - 1), 1, 2);
    const int year = number_of(word.substr(second + 1), 4, 4);
    if (day < 1 || month < 1 || year < 1) return {};
    return checked(year, month, day);
}

// "20/09/2024": one of the two must be over 12, or both be equal.
std::optional<Date> slashed(std::string_view word) {
    const auto first = word.find('/');
    const auto second = first == std::string_view::npos ? first : word.find('/', first + 1);
    if (second == std::string_view::npos) return {};
    const int a = number_of(word.substr(0, first), 1, 4);
    const int b = number_of(word.substr(first + 1, second - first - 1), 1, 2);
    const int c = number_of(word.substr(second + 1), 1, 4);
    if (a < 1 || b < 1 || c < 1) return {};
    if (first == 4) return checked(a, b, c);
    if (word.size() - second != 5 || (a <= 12 && b <= 12 && a != b)) return {};
    return a > 12 ? checked(c, b, a) : checked(c, a, b);
}

std::optional<Date> compact(std::string_view word) {
    if (word.size() != 8 || number_of(word, 8, 8) < 0) return {};
    const int year = number_of(word.substr(0, 4), 4, 4);
    const auto date = checked(year, number_of(word.substr(4, 2), 2, 2), number_of(word.substr(6), 2, 2));
    return year >= 1800 && year < 2100 && date && date->complete() ? date : std::nullopt;
}

// Seconds of ten digits or milliseconds of thirteen: the years 2001 to 2286.
std::optional<Date> since_1970(std::string_view word) {
    if (word.size() != 10 && word.size() != 13) return {};
    std::int64_t seconds = 0;
    for (const char c : word.substr(0, 10)) {
        if (!is_digit(c)) return {};
        seconds = seconds * 10 + (c - '0');
    }
    if (number_of(word.substr(10), 0, 3) < 0) return {};
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{seconds / 86400}}};
    return checked(int{day.year()}, static_cast<int>(unsigned{day.month()}), static_cast<int>(unsigned{day.day()}));
}

// The day that digits from `begin` on say: 2024-09-20, 2024_09_20, 2024.09.20 or 20240920, no digit beside them.
std::optional<Date> day_at(std::string_view name, std::size_t begin) {
    const auto digits = [&](std::size_t from) {
        std::size_t end = from;
        while (end < name.size() && is_digit(name[end])) ++end;
        return end - from;
    };
    if (digits(begin) == 8) return compact(name.substr(begin, 8));
    const auto mark = begin + 4 < name.size() ? name[begin + 4] : ' ';
    const bool marked = digits(begin) == 4 && (mark == '-' || mark == '_' || mark == '.') && begin + 10 <= name.size()
                        && digits(begin + 5) == 2 && name[begin + 7] == mark && digits(begin + 8) == 2;
    if (!marked) return {};
    return compact(
        std::string(name.substr(begin, 4)).append(name.substr(begin + 5, 2)).append(name.substr(begin + 8, 2)));
}

// The one day in a name; nothing when it has none or two.
Date day_in_name(std::string_view name) {
    Date found;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (!is_digit(name[at]) || (at > 0 && is_digit(name[at - 1]))) continue;
        const auto date = day_at(name, at);
        if (!date) continue;
        if (found.known() && found != *date) return {};
        found = *date;
    }
    return found;
}

}  // namespace

std::string to_string(Date date) {
    if (!date.known()) return {};
    const auto padded = [](int number, std::size_t digits) {
        std::string text = std::to_string(number);
        return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
    };
    std::string text = padded(date.year, 4);
    if (date.month != 0) text += '-' + padded(date.month, 2);
    if (date.month != 0 && date.day != 0) text += '-' + padded(date.day, 2);
    return text;
}

std::optional<Date> parse_iso_date(std::string_view text) {
    text = trimmed(text);
    const auto part = [&](std::size_t begin, std::size_t size) {
        return text.size() >= begin + size ? number_of(text.substr(begin, size), size, size) : -1;
    };
    const int year = part(0, 4);
    if (year < 1) return {};
    if (text.size() == 4) return checked(year, 0, 0);
    const int month = text[4] == '-' ? part(5, 2) : -1;
    if (month < 1) return {};
    if (text.size() == 7) return checked(year, month, 0);
    const int day = text[7] == '-' ? part(8, 2) : -1;
    if (day < 1) return {};
    // What follows the day is a time: "2024-09-20T18:00Z", "2024-09-20 18:00".
    const bool has_time =
        text.size() > 12 && (text[10] == 'T' || text[10] == ' ') && is_digit(text[11]) && is_digit(text[12]);
    if (text.size() != 10 && !has_time) return {};
    return checked(year, month, day);
}

bool may_begin_date(std::string_view word) {
    word.remove_prefix(std::min(word.find_first_not_of(','), word.size()));
    word = word.substr(0, word.find(','));
    return word.empty() || is_digit(word.front())
           || (opens_day_or_month(word) && (month_of(word) != 0 || is_weekday(word)));
}

std::optional<Date> parse_printed_date(std::string_view text) {
    text = trimmed(text);
    if (const auto date = parse_iso_date(text); date && date->complete()) return date;
    auto words = words_of(text);
    if (!words.empty() && is_weekday(words.front())) words.erase(words.begin());
    if (words.size() == 1) return dotted(words[0]);
    if (words.size() != 2 && words.size() != 3) return {};
    const bool american = is_letter(words[0].front());
    const int month = month_of(words[american ? 0 : 1]);
    const int year = words.size() == 3 ? number_of(words[2], 4, 4) : 0;
    const int day = day_of(words[american ? 1 : 0]);
    if (month == 0 || year < 0) return {};
    if (words.size() == 3 && year == 0) return {};
    if (day > 0) return checked(year, month, day);
    // "September 2024"
    const int month_year = words.size() == 2 && american ? number_of(words[1], 4, 4) : -1;
    return month_year > 0 ? checked(month_year, month, 0) : std::nullopt;
}

std::optional<Date> parse_written_date(std::string_view text) {
    text = trimmed(text);
    if (const auto date = parse_iso_date(text)) return date;
    if (const auto date = since_1970(text)) return date;
    auto words = words_of(text);
    if (words.empty()) return {};
    if (is_weekday(words.front())) words.erase(words.begin());
    // "Sep 20 10:00:00 +0000 2024" has its year behind the time.
    const auto time = std::find_if(words.begin(), words.end(), [](std::string_view word) {
        return is_digit(word.front()) && word.find(':') != std::string_view::npos
               && word.find('-') == std::string_view::npos;
    });
    const bool year_last = time != words.end() && time - words.begin() == 2 && number_of(words.back(), 4, 4) > 0;
    const auto year = year_last ? words.back() : std::string_view{};
    words.erase(time, words.end());
    if (!words.empty() && (words.back() == "at" || words.back() == "-" || words.back() == "|")) words.pop_back();
    if (year_last) words.push_back(year);
    if (words.empty()) return {};
    if (words.size() == 1) {
        const auto day = words[0].substr(0, words[0].find('T'));
        if (const auto date = compact(day)) return date;
        if (const auto date = slashed(day)) return date;
    }
    std::string day;
    for (const auto word : words) day.append(day.empty() ? "" : " ").append(word);
    return parse_printed_date(day);
}

Date date_in_path(std::string_view path) {
    std::vector<std::string_view> names;
    for (std::size_t begin = 0; begin <= path.size();) {
        const auto end = std::min(path.find('/', begin), path.size());
        names.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        if (const auto date = day_in_name(*name); date.known()) return date;
    }
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        const int year = number_of(names[i], 4, 4);
        const int month = number_of(names[i + 1], 2, 2);
        if (year < 1800 || year >= 2100 || month < 1 || i + 2 == names.size()) continue;
        const int day = i + 3 < names.size() ? number_of(names[i + 2], 2, 2) : 0;
        if (const auto date = checked(year, month, std::max(day, 0))) return *date;
    }
    return {};
}

Date earliest(Date date) {
    if (date.month == 0) date.month = 1;
    if (date.day == 0) date.day = 1;
    return date;
}

Date latest(Date date) {
    const bool whole_year = date.month == 0;
    if (whole_year) date.month = 12;
    if (whole_year || date.day == 0) date.day = static_cast<std::uint8_t>(days_of(date.year, date.month));
    return date;
}

}  // namespace entente
