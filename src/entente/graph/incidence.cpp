// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/incidence.hpp>

#include <algorithm>
#include <utility>

namespace entente {

void Incidence::settle() {
    ends_.settle();
    columns_.settle();
}

Incidence Incidence::renamed(std::span<const std::uint32_t> names) const {
    Incidence result(columns_.limit());
    std::vector<std::uint32_t> columns;
    for (std::size_t number = 0; number < rows(); ++number) {
        columns.clear();
        for (const auto column : row(number)) {
            if (names[column] != no_column) {
                columns.push_back(names[column]);
            }
        }
        std::ranges::sort(columns);
        result.append(columns);
        result.end_row();
    }
    result.settle();
    return result;
}

RowsByColumn::RowsByColumn(const Incidence& matrix, std::size_t columns, std::vector<std::uint32_t> order)
    : matrix_(matrix), order_(std::move(order)), entries_(columns) {
    for (std::size_t row = 0; row < matrix_.rows(); ++row) {
        for (const auto column : matrix_.row(row)) {
            ++entries_[column];
        }
    }
}

template <class Visit>
void RowsByColumn::for_each_row(Visit visit) const {
    for (std::uint32_t place = 0; place < matrix_.rows(); ++place) {
        const auto row = order_.empty() ? place : order_[place];
        visit(row, matrix_.row(row));
    }
}

void RowsByColumn::look_up(std::uint32_t column) {
    const auto* limit = matrix_.limit();
    const auto most_entries = limit != nullptr ? limit->half() / 2 / sizeof(rows_[0]) : matrix_.entries();
    first_ = column;
    last_ = column;
    ends_.assign(1, 0);
    while (last_ < entries_.size() && (last_ == first_ || ends_.back() + entries_[last_] <= most_entries)) {
        ends_.push_back(ends_.back() + entries_[last_++]);
    }
    rows_.resize(ends_.back());
    auto next = ends_;
    for_each_row([&](std::uint32_t row, std::span<const std::uint32_t> columns) {
        for (const auto named : columns) {
            if (named >= first_ && named < last_) {
                rows_[next[named - first_]++] = row;
            }
        }
    });
}

}  // namespace entente
