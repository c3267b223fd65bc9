// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <utility>

#include <entente/article/html_page.hpp>
#include <entente/article/readers.hpp>
#include <entente/text/file.hpp>

namespace entente {

ReadReport read_html_file(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                          Diagnostics& diagnostics) {
    Diagnostics found;
    std::optional<Article> article;
    try {
        article = read_html_page(read_whole_file(input.path), {}, furniture, found);
    } catch (const Error& error) {
        found.push_back(error.diagnostic());
    }
    for (auto& diagnostic : found) {
        if (diagnostic.place.file.empty()) diagnostic.place.file = input.path;
        diagnostics.push_back(std::move(diagnostic));
    }
    if (!article) return {.skipped = 1};
    article->id = input.id;
    article->source = article->url.empty() ? input.id : article->url;
    if (!article->date.known()) {
        article->date = date_in_name(input.id);
        if (article->date.known()) article->facts.date = FactSource::file_name;
    }
    const auto bytes = article->text.size();
    sink(std::move(*article));
    return {.read = 1, .bytes = bytes};
}

}  // namespace entente
