// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <entente/gazetteer/large_memory.hpp>
#include <entente/text/prefetch.hpp>

namespace entente {

/// Finds rows by what they hold, of which it knows a hash only: some sixteen bytes a row.
class RowsByHash {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    /// A row with this hash of which `is` says that it is the one; `none` when there is none.
    template <class Is>
    [[nodiscard]] std::uint32_t find(std::uint64_t hash, Is is) const {
        if (slots_.empty()) return none;
        const std::uint64_t tag = hash >> 32;
        for (std::size_t at = home_of(tag); slots_[at] != 0; at = at + 1 == slots_.size() ? 0 : at + 1)
            if (slots_[at] >> 32 == tag && is(row_in(slots_[at]))) return row_in(slots_[at]);
        return none;
    }
    /// Lets the memory in which the search for this hash begins come meanwhile.
    void expect(std::uint64_t hash) const {
        if (!slots_.empty()) prefetch_line(&slots_[home_of(hash >> 32)]);
    }
    void add(std::uint64_t hash, std::uint32_t row) {
        if (3 * (rows_ + 1) > 2 * slots_.size()) grow();
        put((hash >> 32 << 32) + row + 1);
        ++rows_;
    }

private:
    static std::uint32_t row_in(std::uint64_t slot) { return static_cast<std::uint32_t>(slot) - 1; }
    [[nodiscard]] std::size_t home_of(std::uint64_t tag) const {
        return static_cast<std::size_t>(tag * slots_.size() >> 32);
    }
    void put(std::uint64_t slot) {
        std::size_t at = home_of(slot >> 32);
        while (slots_[at] != 0) at = at + 1 == slots_.size() ? 0 : at + 1;
        slots_[at] = slot;
    }
    void grow() {
        const auto before =
            std::exchange(slots_, LargeVector<std::uint64_t>(std::max<std::size_t>(1024, 2 * slots_.size())));
        for (const std::uint64_t slot : before)
            if (slot != 0) put(slot);
    }

    LargeVector<std::uint64_t> slots_;  ///< high half of the hash, row + 1; 0 is empty
    std::size_t rows_ = 0;
};

}  // namespace entente
