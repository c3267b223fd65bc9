// SPDX-License-Identifier: Apache-2.0
#include <entente/article/article.hpp>

#include <algorithm>

namespace entente {

std::string_view name_of(Zone zone) {
    switch (zone) {
        case Zone::body: return "body";
        case Zone::headline: return "headline";
        case Zone::caption: return "caption";
        case Zone::credit: return "credit";
        case Zone::dateline: return "dateline";
        case Zone::byline: return "byline";
        case Zone::boilerplate: return "boilerplate";
    }
    return {};
}

std::string_view name_of(FactSource source) {
    switch (source) {
        case FactSource::none: return "none";
        case FactSource::field: return "field";
        case FactSource::json_ld: return "json-ld";
        case FactSource::meta_tag: return "meta tag";
        case FactSource::markup: return "markup";
        case FactSource::front_matter: return "front matter";
        case FactSource::page_line: return "page line";
        case FactSource::file_name: return "file name";
        case FactSource::container: return "container";
    }
    return {};
}

Zone Article::zone_at(std::uint32_t offset) const {
    const auto after = std::upper_bound(zones.begin(), zones.end(), offset,
                                        [](std::uint32_t at, const ZoneSpan& zone) { return at < zone.span.begin; });
    if (after == zones.begin()) return Zone::body;
    const auto& zone = *std::prev(after);
    return offset < zone.span.end ? zone.zone : Zone::body;
}

}  // namespace entente
