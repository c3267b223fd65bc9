// SPDX-License-Identifier: Apache-2.0
#include <entente/article/second_copies.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>

#include <entente/article/byte_set.hpp>
#include <entente/article/paragraphs.hpp>

namespace entente {
namespace {

constexpr std::size_t shortest = 40;  // bytes of bare words

/// The number of a plain form and a hash of its ends: equal for equal bare words.
struct Ends {
    std::uint64_t hash;
    std::size_t number;
    friend auto operator<=>(const Ends&, const Ends&) = default;
};

// Of its first and its last letters and digits.
std::uint64_t hash_of_ends(std::string_view plain) {
    constexpr int most = 4;
    std::uint64_t hash = 0;
    const auto add = [&hash](auto at, auto end) {
        for (int left = most; left > 0 && at != end; ++at) {
            if (!bytes_of_words.contains(*at)) continue;
            hash = hash * 0x100000001B3 + static_cast<unsigned char>(*at);
            --left;
        }
    };
    add(plain.begin(), plain.end());
    add(plain.rbegin(), plain.rend());
    return hash;
}

}  // namespace

std::vector<std::size_t> second_copies(std::span<const std::string_view> plain) {
    std::vector<Ends> ends;
    ends.reserve(plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i)
        if (plain[i].size() >= shortest) ends.push_back({hash_of_ends(plain[i]), i});
    std::sort(ends.begin(), ends.end());
    std::vector<std::size_t> copies;
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const bool again = i > 0 && ends[i - 1].hash == ends[i].hash;
        const bool before = i + 1 < ends.size() && ends[i + 1].hash == ends[i].hash;
        if (!again && !before) continue;
        auto words = bare_words(plain[ends[i].number]);
        if (words.size() >= shortest && !seen.insert(std::move(words)).second) copies.push_back(ends[i].number);
    }
    return copies;
}

}  // namespace entente
