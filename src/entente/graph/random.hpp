// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace entente {

/// Random numbers that are the same on every machine, which those of the standard's distributions are not.
///
/// Source: SplitMix64 of G. L. Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number Generators", 2014,
///         with the constants of S. Vigna's public-domain splitmix64.c.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    /// Below `count`, which is at least 1; the odds differ by less than count / 2^32.
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(((next() >> 32U) * count) >> 32U); }

    /// From 0 up to, not including, 1.
    double share() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

    /// Source: the shuffle of R. A. Fisher and F. Yates, as R. Durstenfeld wrote it, 1964.
    template <class T>
    void shuffle(std::vector<T>& values) {
        for (std::size_t i = values.size(); i > 1; --i) {
            std::swap(values[i - 1], values[below(static_cast<std::uint32_t>(i))]);
        }
    }

private:
    std::uint64_t state_;
};

}  // namespace entente
