// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/article/furniture.hpp>

namespace entente {

/// What lines of their own above or below a story say of it; empty where none does.
struct HeaderLines {
    std::string author;     ///< "By Jane Doe"
    std::string publisher;  ///< "Source: Interfax"
    std::string url;        ///< "Original url: https://example.org/a"
};

/// `zones` are those of `text`. Complexity: O(bytes in zones other than body).
[[nodiscard]] HeaderLines header_lines(std::string_view text, const std::vector<ZoneSpan>& zones,
                                       const Furniture& furniture);

}  // namespace entente
