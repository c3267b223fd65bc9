// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/tag/english.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// A surname or a given name, as hashes of its folded words.
struct ShortName {
    std::uint32_t entity = 0;
    std::uint32_t words_begin = 0;  ///< counts into ShortNames::words
    std::uint8_t words = 0;
    bool surname = true;
};

/// What the persons of a gazetteer may be called once their full name was said.
///
/// A surname is the last word of a name, with and without its particles ("al-Assad", "Assad"); what the gazetteer's key
/// `surname` says; or the first word where the family name comes first (Chinese, Korean, Vietnamese names).
class ShortNames {
public:
    explicit ShortNames(const Gazetteer& gazetteer);

    [[nodiscard]] std::span<const ShortName> of(std::uint32_t entity) const {
        return std::span(rows_).subspan(first_[entity], first_[entity + 1] - first_[entity]);
    }
    [[nodiscard]] std::span<const std::uint64_t> words(const ShortName& name) const {
        return std::span(words_).subspan(name.words_begin, name.words);
    }
    /// Some person of the gazetteer has this given name, or many who speak English have.
    [[nodiscard]] bool is_given_name(std::uint64_t word) const {
        return given_names_.contains(word) || english::is_given_name(word);
    }

private:
    void add_name(const Entity& entity, std::uint32_t number, std::span<const Token> name);
    void add(std::uint32_t entity, std::span<const Token> words, bool surname);

    std::vector<ShortName> rows_;
    std::vector<std::uint32_t> first_;
    std::vector<std::uint64_t> words_;
    std::unordered_set<std::uint64_t> given_names_;
};

}  // namespace entente
