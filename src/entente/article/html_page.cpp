// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_page.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <simdjson.h>

#include <entente/article/facts.hpp>
#include <entente/article/html_charset.hpp>
#include <entente/article/html_facts.hpp>
#include <entente/article/html_story.hpp>
#include <entente/article/html_tree.hpp>
#include <entente/article/readers.hpp>
#include <entente/article/zones.hpp>

namespace entente {
namespace {

void warn(Diagnostics& diagnostics, std::string message, std::string hint = {}) {
    diagnostics.push_back(warning_in({}, std::move(message), std::move(hint)));
}

// Neighbouring blocks of one zone are one zone; what is body needs none.
std::vector<ZoneSpan> zones_of(const HtmlDocument& document, const std::vector<Zone>& zones) {
    std::vector<ZoneSpan> spans;
    for (std::size_t i = 0; i < zones.size(); ++i) {
        if (zones[i] == Zone::body) continue;
        const bool goes_on = i > 0 && zones[i - 1] == zones[i] && zones[i] == Zone::boilerplate;
        if (goes_on)
            spans.back().span.end = document.blocks[i].span.end;
        else
            spans.push_back({document.blocks[i].span, zones[i]});
    }
    return spans;
}

}  // namespace

Article read_html_page(std::string bytes, std::string_view charset, const Furniture& furniture,
                       Diagnostics& diagnostics) {
    if (bytes.size() > longest_html_page) {
        warn(diagnostics, "the page has " + std::to_string(bytes.size() >> 20U)
                              + " MB; what stands behind the first 16 MB was not read");
        bytes.resize(longest_html_page);
    }
    const auto decoded = decode_html(std::move(bytes), charset, diagnostics);
    auto document = read_html(decoded.text);
    if (document.text.empty()) skip("no-text", "the page has no text");
    auto facts = html_facts(document);
    const bool is_article = facts.sources.date == FactSource::json_ld || facts.sources.date == FactSource::meta_tag;
    const auto story = find_story(document, facts.body, is_article);
    if (story.is_list)
        warn(diagnostics, "the page is a list of links to stories and has none of its own; all of it is boilerplate");
    auto page = read_page(document.text, facts.title, furniture, zones_of(document, story.zones));

    Article article;
    article.title = std::move(page.title);
    article.zones = std::move(page.zones);
    article.publisher = std::move(facts.publisher);
    article.author = std::move(facts.author);
    article.language = std::move(facts.language);
    article.url = std::move(facts.url);
    article.facts = facts.sources;
    add_date(article, facts.date, facts.sources.date);
    add_date(article, page.date, FactSource::page_line);
    if (article.facts.title == FactSource::none && !article.title.empty()) article.facts.title = FactSource::page_line;
    article.text = std::move(document.text);
    article.original = document.original.then(decoded.original);
    return article;
}

}  // namespace entente
