// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <entente/tag/findings.hpp>

namespace entente {

/// "II" or "XVI", but not "I", "V" and "X", which may be a word or an initial.
[[nodiscard]] bool is_regnal_number(std::string_view word);

/// Whether a person is meant by the name with this number behind it: "Pope Benedict XVI" is listed as Benedict XVI, and some
/// James Ford II as nobody with another number.
[[nodiscard]] bool bears_number(const Findings& findings, const Finding& person, std::string_view number);

}  // namespace entente
