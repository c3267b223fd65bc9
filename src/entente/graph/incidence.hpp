// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <entente/text/prefetch.hpp>
#include <entente/text/spilled_rows.hpp>

namespace entente {

/// A sparse matrix of zeros and ones by rows (CSR): which columns each row holds.
/// Past the limit of memory it lies in files, and settle() goes between appending and reading.
class Incidence {
public:
    explicit Incidence(MemoryLimit* limit = nullptr) : ends_(limit), columns_(limit) { ends_.append(0); }

    [[nodiscard]] std::size_t rows() const { return ends_.size() - 1; }
    [[nodiscard]] std::size_t entries() const { return columns_.size(); }
    [[nodiscard]] std::span<const std::uint32_t> row(std::size_t row) const {
        const auto ends = ends_.rows(row, row + 2);
        return columns_.rows(ends[0], ends[1]);
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
                prefetch_line(&ends_[numbers[i + 2 * ahead]]);
            }
            if (i + ahead < numbers.size()) {
                const auto next = row(numbers[i + ahead]);
                prefetch_line(next.data());
                prefetch_line(next.data() + next.size());
            }
            visit(numbers[i], row(numbers[i]));
        }
    }

    void append(std::uint32_t column) { columns_.append(column); }
    void append(std::span<const std::uint32_t> columns) { columns_.append(columns); }
    void end_row() { ends_.append(columns_.size()); }
    void settle();

    /// The same matrix with column c called `names[c]`, or left out where that is `no_column`; the columns of each row
    /// in ascending order.
    [[nodiscard]] Incidence renamed(std::span<const std::uint32_t> names) const;

    [[nodiscard]] MemoryLimit* limit() const { return columns_.limit(); }

    static constexpr std::uint32_t no_column = std::numeric_limits<std::uint32_t>::max();

private:
    SpilledRows<std::size_t> ends_;  ///< of row r in ends_[r + 1]
    SpilledRows<std::uint32_t> columns_;
};

/// Which rows of a matrix hold each column. As many columns as there is memory for are looked up in one pass over the
/// matrix.
///
/// Complexity: O(entries) for each pass; a quarter of the matrix's limit holds the columns of one.
class RowsByColumn {
public:
    /// The rows of each column come in ascending order, or as they stand in `order`, which names every row once.
    RowsByColumn(const Incidence& matrix, std::size_t columns, std::vector<std::uint32_t> order = {});

    /// Cheap when columns are asked for in ascending order. It holds until the next call.
    [[nodiscard]] std::span<const std::uint32_t> rows(std::uint32_t column) {
        if (column < first_ || column >= last_) look_up(column);
        return std::span(rows_).subspan(ends_[column - first_], ends_[column - first_ + 1] - ends_[column - first_]);
    }

private:
    void look_up(std::uint32_t column);
    template <class Visit>
    void for_each_row(Visit visit) const;

    const Incidence& matrix_;
    std::vector<std::uint32_t> order_;
    std::vector<std::size_t> entries_;  ///< by column
    std::uint32_t first_ = 0;           ///< of the columns that were looked up
    std::uint32_t last_ = 0;
    std::vector<std::size_t> ends_;  ///< in rows_, of column c in ends_[c - first_ + 1]
    std::vector<std::uint32_t> rows_;
};

}  // namespace entente
