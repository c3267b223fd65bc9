// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <entente/gazetteer/entity_words.hpp>
#include <entente/gazetteer/key_tables.hpp>
#include <entente/tag/findings.hpp>

namespace entente {

/// Reads the name of a capital or seat as the government only where the grammar says so, else as the place.
///
/// The government is a subject that speaks or acts ("Moscow said"), an agent ("rejected by Washington"), a party
/// ("talks between Kyiv and Ankara", "pressure on Minsk", "according to Moscow"), someone spoken to ("urged Tbilisi"),
/// an owner of what cities do not have ("Moscow's ambassador"), or half of a compound ("Washington-backed",
/// "pro-Moscow", "Kyiv government"). Names in a list are read alike. Where nothing speaks, it is the place.
class Seats {
public:
    explicit Seats(const Image& image) : countries_(image, Section::seat_places, Section::seat_countries) {}
    class Writer;

    void read(Findings& findings) const;

    /// The country whose capital this place is, under every name that the place has.
    [[nodiscard]] std::optional<std::uint32_t> country_of(std::uint32_t place) const;

private:
    KeyLists countries_;  ///< by place
};

class Seats::Writer {
public:
    void add(const EntityWords& words);
    void write(ImageBuilder& builder);

private:
    std::unordered_map<std::string, std::uint32_t> capitals_;  ///< by country and folded name
    std::vector<KeyLists::Row> rows_;
};

}  // namespace entente
