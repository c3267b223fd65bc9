// SPDX-License-Identifier: Apache-2.0
#include <entente/article/fields.hpp>

#include <algorithm>
#include <utility>

#include <entente/article/facts.hpp>
#include <entente/article/header_lines.hpp>
#include <entente/article/readers.hpp>
#include <entente/article/zones.hpp>

namespace entente {
namespace {

constexpr std::array<std::string_view, field_count> keys = {"id",        "title",  "date",     "text",
                                                            "publisher", "author", "language", "url"};

struct Name {
    std::string_view name;  // lower case, with _ for a blank, a hyphen or a new word's capital
    Field field;
};

// As public data sets of news call them; of one field the best name first.
constexpr std::array<Name, 50> usual_names = {{
    {"id", Field::id},
    {"article_id", Field::id},
    {"guid", Field::id},
    {"uuid", Field::id},
    {"uid", Field::id},
    {"_id", Field::id},
    {"title", Field::title},
    {"headline", Field::title},
    {"date", Field::date},
    {"date_published", Field::date},
    {"published_at", Field::date},
    {"published_date", Field::date},
    {"publish_date", Field::date},
    {"publication_date", Field::date},
    {"date_publish", Field::date},
    {"pub_date", Field::date},
    {"published", Field::date},
    {"published_on", Field::date},
    {"datetime", Field::date},
    {"text", Field::text},
    {"maintext", Field::text},
    {"main_text", Field::text},
    {"full_text", Field::text},
    {"article_text", Field::text},
    {"article_body", Field::text},
    {"body", Field::text},
    {"content", Field::text},
    {"article", Field::text},
    {"publisher", Field::publisher},
    {"source", Field::publisher},
    {"source_name", Field::publisher},
    {"site_name", Field::publisher},
    {"sitename", Field::publisher},
    {"newspaper", Field::publisher},
    {"publication", Field::publisher},
    {"outlet", Field::publisher},
    {"source_domain", Field::publisher},
    {"domain", Field::publisher},
    {"author", Field::author},
    {"authors", Field::author},
    {"byline", Field::author},
    {"creator", Field::author},
    {"language", Field::language},
    {"lang", Field::language},
    {"in_language", Field::language},
    {"url", Field::url},
    {"link", Field::url},
    {"canonical_link", Field::url},
    {"source_url", Field::url},
    {"uri", Field::url},
}};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// As the names below have it.
constexpr char usual_form(char c) { return c == ' ' || c == '-' ? '_' : lower(c); }

// Whether `name` is `usual` in another dress: "publishedAt", "Published at", "PUBLISHED-AT".
bool is_called(std::string_view name, std::string_view usual) {
    std::size_t at = 0;
    for (const char expected : usual) {
        if (expected == '_' && at < name.size() && at > 0 && name[at] >= 'A' && name[at] <= 'Z' && name[at - 1] >= 'a'
            && name[at - 1] <= 'z')
            continue;
        if (at == name.size()) return false;
        if (usual_form(name[at]) != expected) return false;
        ++at;
    }
    return at == name.size();
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

}  // namespace

std::span<const std::string_view> field_keys() { return keys; }

std::optional<ArticleFields::Named> ArticleFields::named(std::string_view name) const {
    for (const auto& [key, given] : names_) {
        if (given != name) continue;
        const auto field = std::find(keys.begin(), keys.end(), key) - keys.begin();
        return Named{static_cast<Field>(field), 1};
    }
    const char first = name.empty() ? ' ' : usual_form(name.front());
    for (std::size_t rank = 0; rank < usual_names.size(); ++rank) {
        const auto& [usual, field] = usual_names[rank];
        if (usual.front() != first || !is_called(name, usual)) continue;
        if (names_.contains(keys[static_cast<std::size_t>(field)])) return {};
        return Named{field, static_cast<std::uint8_t>(rank + 1)};
    }
    return {};
}

std::optional<ArticleFields::Named> ArticleFields::wanted(std::string_view name) const {
    const auto found = named(name);
    if (!found) return {};
    const auto rank = ranks_[static_cast<std::size_t>(found->field)];
    return rank != 0 && rank <= found->rank ? std::nullopt : found;
}

void ArticleFields::keep(Named wanted, std::string_view value) {
    const auto words = trimmed(value);
    if (words.empty()) return;
    (*this)[wanted.field] = wanted.field == Field::text ? value : words;
    ranks_[static_cast<std::size_t>(wanted.field)] = wanted.rank;
}

Article article_of(ArticleFields& fields, FactSource source, const Record& record, Diagnostics& diagnostics) {
    const auto fact = [&](const std::string& value) { return value.empty() ? FactSource::none : source; };
    Article article;
    article.id = std::move(fields[Field::id]);
    if (article.id.empty()) article.id = record.id;
    article.title = std::move(fields[Field::title]);
    article.facts.title = fact(article.title);
    article.author = std::move(fields[Field::author]);
    article.facts.author = fact(article.author);
    article.language = std::move(fields[Field::language]);
    article.facts.language = fact(article.language);
    article.url = std::move(fields[Field::url]);
    article.facts.url = fact(article.url);
    article.publisher = std::move(fields[Field::publisher]);
    article.facts.publisher = fact(article.publisher);
    if (article.url.empty() && article.publisher.find("://") != std::string::npos) {
        article.url = std::exchange(article.publisher, {});  // "source": "https://example.org/a"
        article.facts.url = std::exchange(article.facts.publisher, FactSource::none);
    }
    article.source = article.url.empty() ? record.source : article.url;
    if (const auto& written = fields[Field::date]; !written.empty()) {
        const auto date = parse_written_date(written);
        if (date) add_date(article, *date, source);
        if (!date) {
            diagnostics.push_back(warning_in(record.place.file, in_quotes(written.substr(0, 60)) + " is no date",
                                             "write YYYY-MM-DD", record.place.line));
        }
    }
    return article;
}

Article article_of_fields(ArticleFields& fields, const Record& record, const Furniture& furniture,
                          Diagnostics& diagnostics) {
    if (fields[Field::text].empty())
        skip("no-text", "it has no text",
             "the text of an article is in the field \"text\"; --fields text=NAME names another");
    auto article = article_of(fields, FactSource::field, record, diagnostics);
    article.text = std::move(fields[Field::text]);
    read_page_of(article, 0, record, furniture);
    return article;
}

void read_page_of(Article& article, std::uint32_t begin, const Record& record, const Furniture& furniture) {
    const auto text = std::string_view(article.text).substr(begin);
    auto page = read_page(text, article.title, furniture);
    const auto header = header_lines(text, page.zones, furniture);
    if (article.title.empty() && !page.title.empty()) article.facts.title = FactSource::page_line;
    article.title = std::move(page.title);
    add_date(article, page.date, FactSource::page_line);
    add_fact(article.author, article.facts.author, header.author, FactSource::page_line);
    add_fact(article.publisher, article.facts.publisher, header.publisher, FactSource::page_line);
    add_fact(article.url, article.facts.url, header.url, FactSource::page_line);
    for (const auto& zone : page.zones) {
        article.zones.push_back({{zone.span.begin + begin, zone.span.end + begin}, zone.zone});
    }
    add_facts_of_names(article, record.file);
}

}  // namespace entente
