// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Where each of `phrases` stands in a plain form at the start of a word: pairs of its number and its place, by place.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> phrases_by_hand(std::string_view plain,
                                                                               const std::vector<std::string>& phrases);

/// Whether two plain forms have the same bare words, or four fifths of at least five.
[[nodiscard]] bool says_the_same_by_hand(std::string_view plain, std::string_view other);

/// The language whose words stand most often among the first 200 of a text, if three times more than those of the first.
[[nodiscard]] std::size_t language_by_hand(std::string_view text,
                                           const std::vector<std::vector<std::string>>& languages);
