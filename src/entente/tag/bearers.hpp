// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <entente/tag/findings.hpp>
#include <entente/tag/offices.hpp>
#include <entente/tag/short_names.hpp>

namespace entente {

/// One person who may be meant, and where the full name first stands.
struct Bearer {
    std::uint32_t entity = undecided;
    std::uint32_t first = 0;  ///< token
    bool by_office = false;   ///< named by an office and the surname only
};

/// The only one who is named before the token `first`, if there is one.
[[nodiscard]] std::optional<Bearer> only_earlier(std::uint32_t first, const std::vector<Bearer>& bearers);

/// A short name that someone in this article bears. Rows are ordered by the last word.
struct Borne {
    std::uint64_t last_word;
    ShortName name;
    Bearer bearer;
};

/// The short names of all persons whom the article says by their full names, or by an office and a surname.
[[nodiscard]] std::vector<Borne> borne_names(const ShortNames& names, const Offices& offices, const Findings& findings);

/// A surname as a full name in the article prints it.
struct FullSurname {
    Bearer bearer;
    std::string word;  ///< folded
};

/// The surnames of one word that end the full names in the article.
[[nodiscard]] std::vector<FullSurname> full_surnames(const std::vector<Borne>& borne, const Findings& findings);

/// "President" before this surname, but not "Mr".
[[nodiscard]] bool is_behind_office(const Findings& findings, std::uint32_t surname);

/// "Sara Duterte … Duterte": a surname that may stand alone yields to those of it whom the article names in full, unless its
/// owner is in the article by a title that is not theirs: "Ivanka Trump … President Trump".
void yield_to_named(const std::vector<Borne>& borne, Findings& findings);

}  // namespace entente
