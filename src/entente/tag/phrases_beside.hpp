// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <entente/gazetteer/entity_words.hpp>
#include <entente/gazetteer/image.hpp>

namespace entente {

/// One phrase of the keys `near`, `not_near`, `not_followed_by` and `not_preceded_by`.
struct PhraseRow {
    enum Side : std::uint32_t { near, not_near, behind, before };

    std::uint32_t entity;
    std::uint32_t
        alias;  ///< counts into the entity's; PhrasesBeside::of_entity for company, which holds for all of them
    std::uint32_t first_word;
    std::uint16_t words;
    std::uint16_t side;
};

/// What the gazetteer says of the words beside a name and of its company, as hashes of folded words.
class PhrasesBeside {
public:
    static constexpr std::uint32_t of_entity = 0xFFFFFFFF;

    explicit PhrasesBeside(const Image& image);
    class Writer;

    /// `near` and `not_near` of an entity and all its aliases. Complexity: O(log phrases).
    [[nodiscard]] std::span<const PhraseRow> company(std::uint32_t entity) const { return of(entity, of_entity); }
    /// What must not stand behind or before an alias, whether it or its entity says so.
    [[nodiscard]] std::span<const PhraseRow> neighbours(std::uint32_t entity, std::uint32_t alias) const {
        return of(entity, alias);
    }
    [[nodiscard]] std::span<const std::uint64_t> words(const PhraseRow& phrase) const {
        return words_.between(phrase.first_word, std::size_t{phrase.first_word} + phrase.words);
    }

private:
    [[nodiscard]] std::span<const PhraseRow> of(std::uint32_t entity, std::uint32_t alias) const;

    Rows<PhraseRow> phrases_;
    Rows<std::uint64_t> words_;
};

class PhrasesBeside::Writer {
public:
    void add(const EntityWords& words);
    void write(ImageBuilder& builder);

private:
    void add_company(std::uint32_t entity, const Evidence& evidence);
    void add(std::uint32_t entity, std::uint32_t alias, const std::vector<std::string>& texts, PhraseRow::Side side);

    TokenizedText text_;
    std::vector<PhraseRow> phrases_;  ///< ascending by entity and alias
    std::vector<std::uint64_t> words_;
};

}  // namespace entente
