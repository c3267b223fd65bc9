// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// What English words say of an unlisted name that they close or stand beside; `word` is Token::hash.
namespace entente::suggesting {

/// Closes the name of a body or company: "Ministry", "Party", "Inc".
[[nodiscard]] bool closes_organization(std::uint64_t word);
/// Closes the name of a site or landscape: "River", "Airport".
[[nodiscard]] bool closes_site(std::uint64_t word);
/// Opens the name of one: "Mount", "Port".
[[nodiscard]] bool opens_site(std::uint64_t word);
/// Behind a name and a hyphen it makes an adjective: "led", "based".
[[nodiscard]] bool makes_adjective(std::uint64_t word);
/// Closes the name of an event, treaty, law or prize: "War", "Cup", "Act".
[[nodiscard]] bool closes_occasion(std::uint64_t word);
/// Has a capital and is nobody's name: faiths, holidays, "Internet", "GDP".
[[nodiscard]] bool is_no_name(std::uint64_t word);
/// Begins a name although it is a common word: "New", "World", "Supreme".
[[nodiscard]] bool may_open_name(std::uint64_t word);
/// "head", "members": with "of" behind it an organization follows.
[[nodiscard]] bool belongs(std::uint64_t word);

}  // namespace entente::suggesting
