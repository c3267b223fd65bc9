// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/gazetteer/language.hpp>
#include <entente/text/byte_masks.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// Token::hash of a word as it is printed, byte by byte.
[[nodiscard]] std::uint64_t hash_by_hand(std::string_view word);

/// Token::shape of a word of letters of the alphabet of English.
[[nodiscard]] std::uint8_t shape_by_hand(std::string_view word);

/// What each of 64 bytes is.
[[nodiscard]] entente::ByteMasks masks_by_hand(std::string_view bytes);

/// What plain_form() and bare_words() give of a text of ASCII without links, character by character.
[[nodiscard]] std::string plain_by_hand(std::string_view text);
[[nodiscard]] std::string bare_by_hand(std::string_view plain);

/// What sound_of() gives, with each spelling tried at each letter.
[[nodiscard]] std::string sound_by_hand(std::string_view folded);

/// The language that Languages::of() tells of these words by their function words, of which English has "the" alone.
[[nodiscard]] std::string told_by_hand(const std::vector<std::string>& words,
                                       const std::vector<entente::Language>& languages);

/// Every name, by its number, at every word where all of its words stand: first word, word behind the last, and name.
[[nodiscard]] std::set<std::tuple<std::size_t, std::size_t, std::size_t>> found_by_hand(
    const std::vector<std::vector<std::string>>& names, const std::vector<std::string>& words);
