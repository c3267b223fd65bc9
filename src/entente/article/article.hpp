// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
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

/// What says a fact about an article. Where several do, the first of this list is believed.
enum class FactSource : std::uint8_t {
    none,          ///< the fact is not known
    field,         ///< a field of the JSON object or a column of the table that holds the article
    json_ld,       ///< schema.org in a <script> of the page
    meta_tag,      ///< Open Graph and other <meta> of the page
    markup,        ///< an element: <time>, <h1>, rel="author", <html lang>
    front_matter,  ///< YAML between two lines of dashes at the top
    page_line,     ///< a line of the page: "September 20, 2024", "Source: Interfax"
    file_name,     ///< "2024-09-20-talks.txt"
    container,     ///< the record of the archive that holds the page
};

inline constexpr std::size_t fact_sources = 9;

[[nodiscard]] std::string_view name_of(FactSource source);

/// What says each fact about an article.
struct FactSources {
    FactSource title = FactSource::none;
    FactSource date = FactSource::none;
    FactSource publisher = FactSource::none;
    FactSource author = FactSource::none;
    FactSource language = FactSource::none;
    FactSource url = FactSource::none;
};

/// One news text with what its page says about it.
struct Article {
    std::string id;         ///< stable and unique within a run; for files the path below the folder that was named
    std::string source;     ///< where it was read from: path below the named folder, or URL
    std::string title;      ///< empty when the page has none
    Date date;              ///< unknown when the page has none; half known (no year, or no day) when it says no more
    std::string publisher;  ///< paper or agency as the page names it, else the host of its URL; or empty
    std::string author;     ///< or empty
    std::string language;   ///< BCP 47, empty when unknown
    std::string url;        ///< or empty
    FactSources facts;
    std::string text;             ///< valid UTF-8; every Span of this article counts bytes of it
    OffsetMap original;           ///< from `text` to the bytes of the input
    std::vector<ZoneSpan> zones;  ///< ascending, disjoint; what no zone covers is body

    /// The zone that holds the byte at `offset`. Complexity: O(log zones).
    [[nodiscard]] Zone zone_at(std::uint32_t offset) const;
};

}  // namespace entente
