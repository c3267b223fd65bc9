// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// What is left of a folded word when the regular differences of transliteration are taken out, so that Sergei,
/// Sergey and Serguei are one, as are Zelensky and Zelenskyy, Antony and Anthony.
/// Source: the normalisation rules of JRC-Names (Steinberger et al., RANLP 2011): single for double consonants, ou/u,
///         sch/sh, kh/h, w/v, y/i, and the like.
[[nodiscard]] std::string sound_of(std::string_view folded);
/// hash_of() that.
[[nodiscard]] std::uint64_t hash_of_sound(std::string_view folded);
/// Whether sound_of() is the same of both.
[[nodiscard]] bool sound_alike(std::string_view a, std::string_view b);

/// Whether one letter is missing, added, wrong or changed places with its neighbour (Damerau 1964).
/// Complexity: O(n).
[[nodiscard]] bool is_one_slip(std::string_view a, std::string_view b);

/// A common family name of China in pinyin that is hardly a given name elsewhere, by its hash.
[[nodiscard]] bool is_chinese_family_name(std::uint64_t word);

}  // namespace entente
