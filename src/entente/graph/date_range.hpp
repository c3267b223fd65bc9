// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include <entente/article/date.hpp>

namespace entente {

/// The first and the last of many dates, in eight bytes, for millions of them are kept and merged.
///
/// A month or a year counts from its first to its last day; of two that begin (or end) on one day the more exact is
/// given back. Dates without a year are left out.
class DateRange {
public:
    DateRange() = default;
    explicit DateRange(Date date) {
        if (date.known()) {
            const auto parts = exactness(date);
            first_ = packed(earliest(date), most_parts - parts);
            last_ = packed(latest(date), parts);
        }
    }

    void add(DateRange other) {
        first_ = std::min(first_, other.first_);
        last_ = std::max(last_, other.last_);
    }

    [[nodiscard]] Date first() const { return first_ == none ? Date{} : unpacked(first_, most_parts - (first_ & 3U)); }
    [[nodiscard]] Date last() const { return last_ == 0 ? Date{} : unpacked(last_, last_ & 3U); }

    /// Ascending in time; without a date last.
    [[nodiscard]] std::uint32_t first_key() const { return first_; }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t most_parts = 3;
    static constexpr int year_shift = 32768;  // makes every 16-bit year positive

    static std::uint32_t exactness(Date date) { return date.complete() ? 3 : date.month != 0 ? 2 : 1; }

    static std::uint32_t packed(Date day, std::uint32_t tie) {
        const auto year = static_cast<std::uint32_t>(day.year + year_shift);
        return year << 11U | std::uint32_t{day.month} << 7U | std::uint32_t{day.day} << 2U | tie;
    }

    static Date unpacked(std::uint32_t key, std::uint32_t parts) {
        return {.year = static_cast<std::int16_t>(static_cast<int>(key >> 11U) - year_shift),
                .month = parts > 1 ? static_cast<std::uint8_t>(key >> 7U & 15U) : std::uint8_t{0},
                .day = parts > 2 ? static_cast<std::uint8_t>(key >> 2U & 31U) : std::uint8_t{0}};
    }

    std::uint32_t first_ = none;
    std::uint32_t last_ = 0;
};

}  // namespace entente
