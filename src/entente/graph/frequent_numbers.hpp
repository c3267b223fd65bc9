// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Finds the few numbers that come often among many.
///
/// Complexity: O(numbers), without a branch that depends on them, where few come often; else a sort of those.
class FrequentNumbers {
public:
    struct Number {
        std::uint32_t number = 0;
        std::uint32_t times = 0;
    };

    /// Those that come `least` times or more, ascending. They hold until the next call.
    [[nodiscard]] std::span<const Number> among(std::span<const std::uint32_t> numbers, std::uint32_t least) {
        counts_.fill(0);
        for (const auto number : numbers) ++counts_[number % counts_.size()];
        perhaps_.resize(numbers.size());
        std::size_t size = 0;
        for (const auto number : numbers) {
            perhaps_[size] = number;
            size += counts_[number % counts_.size()] >= least ? 1 : 0;
        }
        perhaps_.resize(size);
        std::ranges::sort(perhaps_);
        found_.clear();
        for (std::size_t begin = 0, end = 0; begin < size; begin = end) {
            while (end < size && perhaps_[end] == perhaps_[begin]) ++end;
            if (end - begin >= least) found_.push_back({perhaps_[begin], static_cast<std::uint32_t>(end - begin)});
        }
        return found_;
    }

private:
    std::array<std::uint32_t, 2048> counts_{};  ///< by the last bits of a number
    std::vector<std::uint32_t> perhaps_;
    std::vector<Number> found_;
};

}  // namespace entente
