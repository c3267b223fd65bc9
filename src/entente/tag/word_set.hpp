// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// A set of folded words, written as lines of words with one blank between, looked up by Token::hash.
class WordSet {
public:
    explicit WordSet(std::span<const std::string_view> lines);
    WordSet(std::initializer_list<std::string_view> lines) : WordSet(std::span(lines.begin(), lines.size())) {}
    /// Complexity: O(1).
    [[nodiscard]] bool holds(std::uint64_t word) const;

private:
    std::vector<std::uint64_t> slots_;  ///< open addressing with linear probing; 0 is empty
};

}  // namespace entente
