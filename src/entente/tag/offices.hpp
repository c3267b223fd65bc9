// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/entity_words.hpp>
#include <entente/gazetteer/key_tables.hpp>
#include <entente/tag/findings.hpp>

namespace entente {

/// Whether the term holds any of the days that `day` may mean, both its ends inclusive; true when nothing is known of it.
[[nodiscard]] bool may_cover(const RoleRow& role, Date day);
/// Whether the term surely holds all of the days that `day` may mean, both its ends inclusive.
[[nodiscard]] bool covers(const RoleRow& role, Date day);

/// Who bears a surname and held an office, for names like "President Bush" in an article that gives no full name.
class Offices {
public:
    explicit Offices(const Image& image)
        : surnames_(image.rows<std::uint64_t>(Section::holders)),
          by_surname_(image, Section::holder_surnames, Section::holder_roles) {}
    class Writer;

    /// False for the hash of most words that are no surname of anybody who held an office.
    [[nodiscard]] bool may_know(std::uint64_t surname) const { return surnames_.may_hold(surname); }

    /// The token behind the title before this surname, or before the list of surnames that it stands in ("Presidents Putin
    /// and Xi"); nothing when there is no title.
    [[nodiscard]] static std::optional<std::uint32_t> behind_title(const ReadText& text, std::uint32_t surname);

    /// The only holder of an office of this title with this surname on the day of the article; on any day when the
    /// article has no date. A country named before the title ("Russian President …") has to be the office's.
    ///
    /// `behind` is behind_title() of the token `surname`. Both ends of a term are inclusive.
    [[nodiscard]] std::optional<std::uint32_t> holder(const Findings& findings, std::uint32_t surname,
                                                      std::uint32_t behind) const;

    /// The person held some office on the day of the article, whose date is known.
    [[nodiscard]] static bool in_office(const Findings& findings, std::uint32_t person);

private:
    KeyFilter surnames_;
    KeyLists by_surname_;  ///< rows of Section::roles
};

class Offices::Writer {
public:
    void add(const EntityWords& words);
    void write(ImageBuilder& builder);

private:
    TokenizedText text_;
    std::uint32_t number_ = 0;  ///< of the next role
    std::vector<KeyLists::Row> rows_;
};

}  // namespace entente
