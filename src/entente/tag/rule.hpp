// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// The rule that decided a mention. Each has a row in rules().
enum class Rule : std::uint8_t {
    only_owner,
    standalone_surname,
    short_name_of_named_person,
    surname_of_only_earlier_bearer,
    several_bearers,
    initials_before_surname,
    introduced_acronym,
    short_name_of_named_organization,
    capital_as_government,
    capital_as_place,
    weighed_evidence,
    too_close_to_call,
    inside_longer_name,
    regular_transliteration,
    one_slip,
    holder_of_office,
    institution_of_country,
    inflected_form,
    holder_on_the_day,
    several_holders,
    coordination_ellipsis,
    middle_initial,
    shorter_form,
    quoted_nickname,
    cut_at_line_end,
    short_given_name,
    initials_of_named_organization,
};

struct RuleRow {
    Rule rule;
    std::string_view name;     ///< as written in the rows of `entente tag`
    std::string_view summary;  ///< one sentence for `entente explain` and the documentation
};

/// In the order of the enumeration.
[[nodiscard]] std::span<const RuleRow> rules();
[[nodiscard]] std::string_view name_of(Rule rule);

/// Every rule but those taken out. A rule that is out decides nothing, and leaves the name to the rules behind it.
class RuleSet {
public:
    [[nodiscard]] constexpr RuleSet without(Rule rule) const {
        RuleSet fewer = *this;
        fewer.out_ |= bit(rule);
        return fewer;
    }
    [[nodiscard]] constexpr bool holds(Rule rule) const { return (out_ & bit(rule)) == 0; }

private:
    static constexpr std::uint64_t bit(Rule rule) { return std::uint64_t{1} << static_cast<unsigned>(rule); }

    std::uint64_t out_ = 0;
};

}  // namespace entente
