// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <entente/article/date.hpp>
#include <entente/graph/period.hpp>

namespace entente {

/// Parts of the calendar: weeks are those of ISO 8601, from Monday, and belong to the year of their Thursday.
enum class SliceUnit : std::uint8_t { day, week, month, quarter, year };

/// In the order of SliceUnit.
[[nodiscard]] std::span<const std::string_view> slice_units();

/// The part of the calendar that holds a complete date, with both its ends.
[[nodiscard]] Period slice_at(Date day, SliceUnit unit);

/// The one behind it.
[[nodiscard]] Period next_slice(const Period& slice, SliceUnit unit);

/// `2024-09-20`, `2024-W38`, `2024-09`, `2024-Q3` or `2024`: in the order of time where the year has four digits.
[[nodiscard]] std::string name_of_slice(const Period& slice, SliceUnit unit);

}  // namespace entente
