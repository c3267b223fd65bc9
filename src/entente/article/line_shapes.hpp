// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente {

/// Which marks stand anywhere on a page, so that no paragraph is searched for those that do not.
struct PageMarks {
    explicit PageMarks(std::string_view page);

    bool foreign;  ///< a character beyond ASCII
    bool stroke;   ///< "/"
    bool bracket;  ///< "]"
    bool bar;      ///< what may stand between the entries of a menu
    bool via;      ///< the word, or a part of one
};

/// "https://example.org/a": a plain form that is nothing else.
[[nodiscard]] bool is_address(std::string_view plain);

/// "Home | World | Sport": at least three short entries between bars or dots.
[[nodiscard]] bool is_menu(std::string_view line);

/// A title in a list of links has no full stop, and it is no long paragraph.
[[nodiscard]] bool is_link_title(std::string_view line);

}  // namespace entente
