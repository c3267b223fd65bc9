// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include <entente/article/facts.hpp>
#include <entente/article/html_page.hpp>
#include <entente/article/readers.hpp>

namespace entente {

Article parse_html(Record&& record, const Furniture& furniture, Diagnostics& diagnostics) {
    auto article = read_html_page(std::move(record.bytes), {}, furniture, diagnostics);
    article.id = std::move(record.id);
    article.source = article.url.empty() ? std::move(record.source) : article.url;
    add_facts_of_names(article, record.file);
    return article;
}

}  // namespace entente
