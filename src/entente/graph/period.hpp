// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <entente/article/date.hpp>

namespace entente {

/// The days from the first that `from` may mean to the last that `to` may mean. A date without a year leaves that end
/// open.
struct Period {
    enum class Place : std::uint8_t {
        inside,   ///< every day that the date may mean
        outside,  ///< none
        unclear,  ///< some: of "2024" the summer of 2024
        undated,
    };

    Date from;
    Date to;

    [[nodiscard]] bool open() const { return !from.known() && !to.known(); }
    /// Where a date lies; all dates, and none, are inside an open period.
    [[nodiscard]] Place place_of(Date date) const;
};

}  // namespace entente
