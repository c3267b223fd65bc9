// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A day, month or year of the Gregorian calendar; a part that is not known is 0.
struct Date {
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;

    [[nodiscard]] constexpr bool known() const { return year != 0; }
    /// Year, month and day are all there.
    [[nodiscard]] constexpr bool complete() const { return year != 0 && month != 0 && day != 0; }
    friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// `2024-09-20`, `2024-09` or `2024`; empty when the year is unknown.
[[nodiscard]] std::string to_string(Date date);

/// Reads ISO 8601 `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, the last also with a time behind it. No such day: nothing.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

/// Reads a date as English-language pages print it: ISO 8601, `September 20, 2024`, `20 September 2024`,
/// `Sept. 20, 2024`, `23.02.2022`. A date without a year has year 0. Slashes are refused: 03/04 is two days.
[[nodiscard]] std::optional<Date> parse_printed_date(std::string_view text);

/// Whether a word may be the first of what parse_printed_date() reads as a whole day: most words of a text may not.
[[nodiscard]] bool may_begin_date(std::string_view word);

/// Reads a date as fields of data and marks of pages hold it: what both functions above read, also with a time behind
/// it, RFC 5322 (`Fri, 20 Sep 2024 10:00:00 GMT`), `20240920`, `2024/09/20`, `20/09/2024` where only one order of day and
/// month makes sense, and seconds or milliseconds since 1970. The day is that of the time zone it is written in.
[[nodiscard]] std::optional<Date> parse_written_date(std::string_view text);

/// The day in the names of a file and its folders, or of a URL: "2024-09-20-talks.txt", "20240920_talks.txt",
/// "2024/09/20/talks.txt"; of "2024/09/talks.txt" the month. A file's own name goes first; one with two days, and
/// digits that are no day of 1800 to 2099, say nothing.
[[nodiscard]] Date date_in_path(std::string_view path);

/// The first and the last day that `date` may mean. Needs a known year.
[[nodiscard]] Date earliest(Date date);
[[nodiscard]] Date latest(Date date);

}  // namespace entente
