// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/key_tables.hpp>
#include <entente/tag/english.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// A surname or a given name, as hashes of its folded words.
struct ShortName {
    std::uint32_t entity;
    std::uint32_t first_word;  ///< row of Section::short_name_words
    std::uint16_t words;
    std::uint16_t surname;  ///< or 0, a given name
};

/// What the persons of a gazetteer may be called once their full name was said.
///
/// A surname is the last word of a name, with and without its particles ("al-Assad", "Assad"); what the gazetteer's key
/// `surname` says; or the first word where the family name comes first (Chinese, Korean, Vietnamese names).
class ShortNames {
public:
    explicit ShortNames(const Image& image);
    static void compile(const Gazetteer& gazetteer, ImageBuilder& builder);

    [[nodiscard]] std::span<const ShortName> of(std::uint32_t entity) const {
        return rows_.between(starts_[entity], starts_[std::size_t{entity} + 1]);
    }
    [[nodiscard]] std::span<const std::uint64_t> words(const ShortName& name) const {
        if (name.words == 0) refuse_damaged_image();
        return words_.between(name.first_word, std::size_t{name.first_word} + name.words);
    }
    /// Some person of the gazetteer has this given name, or many who speak English have.
    [[nodiscard]] bool is_given_name(std::uint64_t word) const {
        return given_names_.holds(word) || english::is_given_name(word);
    }

private:
    Rows<ShortName> rows_;
    Rows<std::uint32_t> starts_;  ///< the first row of each entity; one more
    Rows<std::uint64_t> words_;
    KeySet given_names_;
};

}  // namespace entente
