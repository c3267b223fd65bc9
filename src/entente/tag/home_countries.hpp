// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/image.hpp>

namespace entente {

/// The country of each entity: what its key `country` says; for an organization without it the country whose name or
/// demonym its own name holds.
class HomeCountries {
public:
    explicit HomeCountries(const Image& image) : countries_(image.rows<std::uint32_t>(Section::home_countries)) {}
    static void compile(const Gazetteer& gazetteer, ImageBuilder& builder);

    [[nodiscard]] std::optional<std::uint32_t> of(std::uint32_t entity) const {
        const std::uint32_t country = countries_[entity];
        return country == none ? std::nullopt : std::optional(country);
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    Rows<std::uint32_t> countries_;  ///< by entity
};

}  // namespace entente
