// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente {

/// "https://example.org/a": a plain form that is nothing else.
[[nodiscard]] bool is_address(std::string_view plain);

/// "Home | World | Sport": at least three short entries between bars or dots.
[[nodiscard]] bool is_menu(std::string_view line);

/// A title in a list of links has no full stop, and it is no long paragraph.
[[nodiscard]] bool is_link_title(std::string_view line);

}  // namespace entente
