// SPDX-License-Identifier: Apache-2.0
#include <entente/article/facts.hpp>

namespace entente {
namespace {

int known_parts(Date date) { return (date.year != 0) + (date.month != 0) + (date.day != 0); }

bool agree(Date a, Date b) {
    return (a.year == 0 || b.year == 0 || a.year == b.year) && (a.month == 0 || b.month == 0 || a.month == b.month)
           && (a.day == 0 || b.day == 0 || a.day == b.day);
}

}  // namespace

void add_fact(std::string& known, FactSource& says, std::string_view value, FactSource source) {
    if (!known.empty() || value.empty()) return;
    known = value;
    says = source;
}

void add_date(Article& article, Date date, FactSource source) {
    if (known_parts(date) <= known_parts(article.date) || !agree(date, article.date)) return;
    article.date = date;
    article.facts.date = source;
}

void add_facts_of_names(Article& article, std::string_view path) {
    const auto scheme = article.url.find("://");
    if (scheme != std::string::npos) {
        const auto below = article.url.find('/', scheme + 3);
        if (below != std::string::npos)
            add_date(article, date_in_path(std::string_view(article.url).substr(below)), FactSource::file_name);
    }
    add_date(article, date_in_path(path), FactSource::file_name);
    add_fact(article.publisher, article.facts.publisher, host_of(article.url), article.facts.url);
}

std::string_view host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if (const auto user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
    url = url.substr(0, url.find(':'));
    return url.starts_with("www.") ? url.substr(4) : url;
}

}  // namespace entente
