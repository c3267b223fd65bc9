// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/slice.hpp>

#include <array>
#include <chrono>

namespace entente {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 5> units = {"day", "week", "month", "quarter", "year"};

sys_days days_of(Date date) {
    return std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
}

Date date_of(sys_days day) {
    const std::chrono::year_month_day date(day);
    return {.year = static_cast<std::int16_t>(static_cast<int>(date.year())),
            .month = static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
            .day = static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

Period of_months(std::int16_t year, int first, int last) {
    return {earliest({year, static_cast<std::uint8_t>(first), 0}), latest({year, static_cast<std::uint8_t>(last), 0})};
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string name_of_week(Date monday) {
    const auto thursday = days_of(monday) + days(3);
    const auto year = date_of(thursday).year;
    const auto since = thursday - days_of({year, 1, 1});
    return to_string(Date{year, 0, 0}) + "-W" + two_digits(static_cast<int>(since.count()) / 7 + 1);
}

}  // namespace

std::span<const std::string_view> slice_units() { return units; }

Period slice_at(Date day, SliceUnit unit) {
    switch (unit) {
        case SliceUnit::day: break;
        case SliceUnit::week: {
            const auto weekday = std::chrono::weekday(days_of(day)).iso_encoding() - 1;
            const auto monday = days_of(day) - days(weekday);
            return {date_of(monday), date_of(monday + days(6))};
        }
        case SliceUnit::month: return of_months(day.year, day.month, day.month);
        case SliceUnit::quarter: {
            const int first = (day.month - 1) / 3 * 3 + 1;
            return of_months(day.year, first, first + 2);
        }
        case SliceUnit::year: return of_months(day.year, 1, 12);
    }
    return {day, day};
}

Period next_slice(const Period& slice, SliceUnit unit) { return slice_at(date_of(days_of(slice.to) + days(1)), unit); }

std::string name_of_slice(const Period& slice, SliceUnit unit) {
    const auto& first = slice.from;
    switch (unit) {
        case SliceUnit::day: break;
        case SliceUnit::week: return name_of_week(first);
        case SliceUnit::month: return to_string(Date{first.year, first.month, 0});
        case SliceUnit::quarter:
            return to_string(Date{first.year, 0, 0}) + "-Q" + std::to_string((first.month - 1) / 3 + 1);
        case SliceUnit::year: return to_string(Date{first.year, 0, 0});
    }
    return to_string(first);
}

}  // namespace entente
