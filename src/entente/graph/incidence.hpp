// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace entente {

/// A sparse matrix of zeros and ones by rows (CSR): which columns each row holds.
class Incidence {
public:
    [[nodiscard]] std::size_t rows() const { return ends_.size() - 1; }
    [[nodiscard]] std::size_t entries() const { return columns_.size(); }
    [[nodiscard]] std::span<const std::uint32_t> row(std::size_t row) const {
        return {columns_.data() + ends_[row], columns_.data() + ends_[row + 1]};
    }

    /// How many entries stand in the rows before `row`.
    [[nodiscard]] std::size_t entries_before(std::size_t row) const { return ends_[row]; }

    /// Calls `visit(number, row)` for each of `numbers`. Rows ahead are fetched into the cache meanwhile: where they
    /// lie all over the memory, that halves the time.
    template <class Visit>
    void for_each_row(std::span<const std::uint32_t> numbers, Visit visit) const {
        constexpr std::size_t ahead = 8;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (i + 2 * ahead < numbers.size()) {
                __builtin_prefetch(&ends_[numbers[i + 2 * ahead]]);
            }
            if (i + ahead < numbers.size()) {
                const auto next = row(numbers[i + ahead]);
                __builtin_prefetch(next.data());
                __builtin_prefetch(next.data() + next.size());
            }
            visit(numbers[i], row(numbers[i]));
        }
    }

    void reserve(std::size_t rows, std::size_t entries);
    void append(std::uint32_t column) { columns_.push_back(column); }
    void end_row() { ends_.push_back(columns_.size()); }

    /// The same matrix with column c called `names[c]`, or left out where that is `no_column`; the columns of each row
    /// in ascending order.
    [[nodiscard]] Incidence renamed(std::span<const std::uint32_t> names) const;

    /// The same matrix with those rows empty for which `kept` holds 0.
    [[nodiscard]] Incidence only(std::span<const std::uint32_t> kept) const;

    /// Which rows hold each of the `columns` columns, in ascending order.
    [[nodiscard]] Incidence transposed(std::size_t columns) const;
    /// The same with the rows of each list as they stand in `order`, which names every row once.
    [[nodiscard]] Incidence transposed(std::size_t columns, std::span<const std::uint32_t> order) const;

    static constexpr std::uint32_t no_column = std::numeric_limits<std::uint32_t>::max();

private:
    template <class Rows>
    [[nodiscard]] Incidence transposed_along(std::size_t columns, Rows rows) const;

    std::vector<std::size_t> ends_ = {0};  ///< of row r in ends_[r + 1]
    std::vector<std::uint32_t> columns_;
};

}  // namespace entente
