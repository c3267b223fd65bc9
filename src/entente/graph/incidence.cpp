// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/incidence.hpp>

#include <algorithm>
#include <numeric>
#include <ranges>

namespace entente {

void Incidence::reserve(std::size_t rows, std::size_t entries) {
    ends_.reserve(rows + 1);
    columns_.reserve(entries);
}

Incidence Incidence::renamed(std::span<const std::uint32_t> names) const {
    Incidence result;
    result.reserve(rows(), entries());
    for (std::size_t number = 0; number < rows(); ++number) {
        const auto begin = static_cast<std::ptrdiff_t>(result.entries());
        for (const auto column : row(number)) {
            if (names[column] != no_column) {
                result.append(names[column]);
            }
        }
        std::sort(result.columns_.begin() + begin, result.columns_.end());
        result.end_row();
    }
    return result;
}

Incidence Incidence::only(std::span<const std::uint32_t> kept) const {
    Incidence result;
    result.reserve(rows(), entries());
    for (std::size_t number = 0; number < rows(); ++number) {
        if (kept[number] > 0) {
            result.columns_.insert(result.columns_.end(), row(number).begin(), row(number).end());
        }
        result.end_row();
    }
    return result;
}

template <class Rows>
Incidence Incidence::transposed_along(std::size_t columns, Rows rows) const {
    Incidence result;
    result.ends_.assign(columns + 1, 0);
    for (const auto column : columns_) {
        ++result.ends_[column + 1];
    }
    std::partial_sum(result.ends_.begin(), result.ends_.end(), result.ends_.begin());
    result.columns_.resize(columns_.size());
    std::vector<std::size_t> next(result.ends_.begin(), result.ends_.end() - 1);
    for (const std::uint32_t number : rows) {
        for (const auto column : row(number)) {
            result.columns_[next[column]++] = number;
        }
    }
    return result;
}

Incidence Incidence::transposed(std::size_t columns) const {
    return transposed_along(columns, std::views::iota(std::uint32_t{0}, static_cast<std::uint32_t>(rows())));
}

Incidence Incidence::transposed(std::size_t columns, std::span<const std::uint32_t> order) const {
    return transposed_along(columns, order);
}

}  // namespace entente
