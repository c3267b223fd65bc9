// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/date.hpp>
#include <entente/text/encoding.hpp>
#include <entente/text/span.hpp>

namespace entente {

/// What a stretch of a page is. Zones are marked, never deleted.
enum class Zone : std::uint8_t { body, headline, caption, credit, dateline, byline, boilerplate };

[[nodiscard]] std::string_view name_of(Zone zone);

struct ZoneSpan {
    Span span;
    Zone zone;
};

/// One news text with what its page says about it.
struct Article {
    std::string id;        ///< stable and unique within a run; for files the path below the folder that was named
    std::string source;    ///< where it was read from: path below the named folder, or URL
    std::string title;     ///< empty when the page has none
    Date date;             ///< unknown when the page has none
    std::string language;  ///< BCP 47, empty when unknown
    std::string text;      ///< valid UTF-8; every Span of this article counts bytes of it
    OffsetMap original;    ///< from `text` to the bytes of the input
    std::vector<ZoneSpan> zones;  ///< ascending, disjoint; what no zone covers is body

    /// The zone that holds the byte at `offset`. Complexity: O(log zones).
    [[nodiscard]] Zone zone_at(std::uint32_t offset) const;
};

}  // namespace entente
