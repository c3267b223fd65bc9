// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>

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

/// Articles that are not inside of a period, each counted once.
class OutsidePeriod {
public:
    /// Whether the article is new; `place` is not inside.
    bool add(const std::string& id, Period::Place place);

    [[nodiscard]] std::uint64_t outside() const { return outside_; }
    [[nodiscard]] std::uint64_t unclear() const { return unclear_; }
    [[nodiscard]] std::uint64_t undated() const { return undated_; }
    [[nodiscard]] std::uint64_t all() const { return outside_ + unclear_ + undated_; }

private:
    std::uint64_t outside_ = 0;
    std::uint64_t unclear_ = 0;
    std::uint64_t undated_ = 0;
    std::unordered_set<std::size_t> ids_;  ///< their hashes
};

}  // namespace entente
