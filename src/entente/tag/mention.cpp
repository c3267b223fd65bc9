// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/mention.hpp>

#include <algorithm>
#include <array>

namespace entente {
namespace {

/// In the order of MentionKind. Written in the rows of `entente tag`: a name is never changed.
constexpr std::array<std::string_view, mention_kinds> kind_names = {
    "name", "alias", "acronym", "surname", "given-name", "demonym", "metonym", "role", "typo", "nested"};

}  // namespace

std::string_view name_of(MentionKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<MentionKind> mention_kind_of(std::string_view name) {
    const auto found = std::ranges::find(kind_names, name);
    if (found == kind_names.end()) {
        return std::nullopt;
    }
    return static_cast<MentionKind>(found - kind_names.begin());
}

}  // namespace entente
