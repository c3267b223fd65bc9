// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// What kind of mistake a missed or a wrong mention is, as far as gold and tagged mentions tell it.
enum class ErrorClass : std::uint8_t {
    article_not_tagged,
    wrong_span,
    undecided,
    page_furniture,
    longer_name,
    metonym,
    demonym,
    other_owner,
    never_tagged,
    typo,
    case_accent_hyphen,
    acronym,
    person_short_form,
    person_short_form_alone,
    organization_short_form,
    organization_short_form_alone,
    other_form,
    full_name,
    trap,
    nobody_named
};
inline constexpr std::size_t error_class_count = 20;

struct ErrorClassRow {
    ErrorClass error_class;
    std::string_view name;        ///< stable: scripts read it
    std::string_view definition;  ///< one sentence
};

/// In the order of ErrorClass.
[[nodiscard]] std::span<const ErrorClassRow> error_classes();
[[nodiscard]] std::string_view name_of(ErrorClass error_class);

}  // namespace entente
