// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/entity_words.hpp>
#include <entente/gazetteer/image.hpp>

namespace entente {

/// The country of each entity: what its key `country` says; for an organization without it the country whose name or
/// demonym its own name holds.
class HomeCountries {
public:
    explicit HomeCountries(const Image& image) : countries_(image.rows<std::uint32_t>(Section::home_countries)) {}
    class Writer;

    [[nodiscard]] std::optional<std::uint32_t> of(std::uint32_t entity) const {
        const std::uint32_t country = countries_[entity];
        return country == none ? std::nullopt : std::optional(country);
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    Rows<std::uint32_t> countries_;  ///< by entity
};

class HomeCountries::Writer {
public:
    /// The gazetteer must outlive it, but for write().
    explicit Writer(const CompiledGazetteer& gazetteer) : gazetteer_(gazetteer) {}

    void add(const EntityWords& words);
    void write(ImageBuilder& builder);

private:
    void add_names(const EntityWords& country);
    /// The country whose name is the longest that stands in another; `none` when there is none.
    [[nodiscard]] std::uint32_t inside(std::span<const Token> words) const;

    const CompiledGazetteer& gazetteer_;
    TokenizedText text_;
    std::string last_id_;  ///< of a country that was looked for
    std::uint32_t last_ = none;
    /// What countries and their people are called, by the first word.
    std::unordered_map<std::uint64_t, std::vector<std::pair<std::vector<std::uint64_t>, std::uint32_t>>> names_;
    LargeVector<std::uint32_t> countries_;
};

}  // namespace entente
