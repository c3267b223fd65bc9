// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <entente/article/article.hpp>
#include <entente/article/html_tree.hpp>

namespace entente {

/// What a page says of its article outside its text. Dates are those of the first publication.
struct HtmlFacts {
    std::string title;  ///< without the site's name
    Date date;
    std::string publisher;
    std::string author;  ///< several are joined by ", "
    std::string language;
    std::string url;
    std::string body;  ///< schema.org's articleBody, which is often cut short
    FactSources sources;
};

/// Reads schema.org in JSON-LD, <meta> of the common vocabularies, then the markup itself. JSON-LD that is broken
/// counts as none. Complexity: O(n).
[[nodiscard]] HtmlFacts html_facts(const HtmlDocument& document);

/// The facts of schema.org in <script type="application/ld+json">: the first article of the page or of its @graph.
[[nodiscard]] HtmlFacts json_ld_facts(const HtmlDocument& document);

/// A value as words: character references replaced, tags left out, white space squeezed.
[[nodiscard]] std::string words_of_value(std::string_view value);

/// A day as machines write it, with or without a time: ISO 8601, RFC 822, "20240920", or as it is printed.
[[nodiscard]] Date date_of_value(std::string_view value);

}  // namespace entente
