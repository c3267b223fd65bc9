// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_facts.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include <entente/article/headline.hpp>
#include <entente/article/html_tokens.hpp>
#include <entente/article/paragraphs.hpp>

namespace entente {
namespace {

// Names of <meta>, itemprop and <link>, lower case, the most trusted first.
constexpr std::array<std::string_view, 5> title_names = {"og:title", "twitter:title", "dc.title", "parsely-title",
                                                         "sailthru.title"};
constexpr std::array<std::string_view, 29> date_names = {"article:published_time",
                                                         "og:article:published_time",
                                                         "datepublished",
                                                         "parsely-pub-date",
                                                         "sailthru.date",
                                                         "dc.date.issued",
                                                         "dcterms.issued",
                                                         "dc.date",
                                                         "dcterms.date",
                                                         "dc.date.created",
                                                         "dcterms.created",
                                                         "datecreated",
                                                         "article:published",
                                                         "article.published",
                                                         "rnews:datepublished",
                                                         "article_date_original",
                                                         "originalpublicationdate",
                                                         "citation_publication_date",
                                                         "publication_date",
                                                         "publish-date",
                                                         "publish_date",
                                                         "publishdate",
                                                         "pubdate",
                                                         "pdate",
                                                         "ptime",
                                                         "bt:pubdate",
                                                         "cxenseparse:recs:publishtime",
                                                         "displaydate",
                                                         "date"};
constexpr std::array<std::string_view, 6> publisher_names = {"og:site_name",      "publisher",        "dc.publisher",
                                                             "dcterms.publisher", "application-name", "cre"};
constexpr std::array<std::string_view, 8> author_names = {
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "byl",    "citation_author"};
constexpr std::array<std::string_view, 4> language_names = {"content-language", "dc.language", "language", "og:locale"};
constexpr std::array<std::string_view, 3> url_names = {"canonical", "og:url", "twitter:url"};

bool is_address(std::string_view value) { return value.starts_with("http://") || value.starts_with("https://"); }

class FactReader {
public:
    explicit FactReader(const HtmlDocument& document) : document_(document), facts_(json_ld_facts(document)) {}
    HtmlFacts read();

private:
    void read_url();
    void read_title();
    void read_date();
    void read_publisher();
    void read_author();
    void read_language();

    [[nodiscard]] std::string meta(std::span<const std::string_view> names) const;
    [[nodiscard]] std::string text_of(const HtmlElement& element) const;
    [[nodiscard]] std::string without_site(std::string title) const;

    const HtmlDocument& document_;
    HtmlFacts facts_;
};

FactSource json_ld_if(bool known) { return known ? FactSource::json_ld : FactSource::none; }

// The first value of the first of `names` that has one.
std::string FactReader::meta(std::span<const std::string_view> names) const {
    for (const auto name : names) {
        for (const auto& property : document_.properties) {
            if (!property.in_meta || !is_name(property.name, name)) continue;
            if (auto value = words_of_value(property.value); !value.empty()) return value;
        }
    }
    return {};
}

std::string FactReader::text_of(const HtmlElement& element) const {
    constexpr std::uint32_t longest = 300;  // bytes; more is no title, name or date
    return element.text.size() > longest ? std::string() : words_of_value(slice(document_.text, element.text));
}

void FactReader::read_url() {
    facts_.sources.url = json_ld_if(is_address(facts_.url));
    if (facts_.sources.url != FactSource::none) return;
    facts_.url.clear();
    for (const auto& name : url_names) {
        auto value = meta({&name, 1});
        if (!is_address(value)) continue;
        facts_.url = std::move(value);
        facts_.sources.url = FactSource::meta_tag;
        return;
    }
}

// "Headline - Site", "Site | Section | Headline": the page's own heading says which part it is.
std::string FactReader::without_site(std::string title) const {
    constexpr std::array<std::string_view, 8> separators = {" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · "};
    const auto plain = plain_form(title);
    for (const auto& element : document_.elements) {
        if (element.tag != HtmlTag::headline && element.tag != HtmlTag::subheading) continue;
        auto heading = text_of(element);
        const auto known = plain_form(heading);
        if (known.size() < 12 || known.size() >= plain.size()) continue;
        if (plain.starts_with(known) || plain.ends_with(known)) return heading;
    }
    const auto site = plain_form(meta(publisher_names));
    for (const auto separator : separators) {
        const auto at = title.rfind(separator);
        if (at == std::string::npos || at < 10) continue;
        const auto last = plain_form(std::string_view(title).substr(at + separator.size()));
        if (!site.empty() && (last == site || last.starts_with(site) || site.starts_with(last)))
            return title.substr(0, at);
    }
    const auto suffix = site_suffix(title, {});
    return suffix == std::string_view::npos ? title : title.substr(0, suffix);
}

void FactReader::read_title() {
    facts_.sources.title = json_ld_if(!facts_.title.empty());
    if (facts_.title.empty()) {
        facts_.title = meta(title_names);
        if (!facts_.title.empty()) facts_.sources.title = FactSource::meta_tag;
    }
    if (facts_.title.empty()) {
        facts_.title = words_of_value(document_.title);
        if (!facts_.title.empty()) facts_.sources.title = FactSource::markup;
    }
    facts_.title = without_site(std::move(facts_.title));
    if (!facts_.title.empty()) return;
    for (const auto& element : document_.elements) {
        if (element.tag != HtmlTag::headline || text_of(element).empty()) continue;
        facts_.title = text_of(element);
        facts_.sources.title = FactSource::markup;
        return;
    }
}

// ".../2024/09/20/..."
Date date_in_address(std::string_view address) {
    for (auto at = address.find('/', 8); at != std::string_view::npos; at = address.find('/', at + 1)) {
        if (at + 12 > address.size()) return {};
        std::string day(address.substr(at + 1, 10));
        const bool parted = (day[4] == '/' || day[4] == '-') && day[7] == day[4];
        if (!parted || (address[at + 11] != '/' && address[at + 11] != '-')) continue;
        day[4] = day[7] = '-';
        const auto date = parse_iso_date(day);
        if (date && date->year >= 1990 && date->complete()) return *date;
    }
    return {};
}

void FactReader::read_date() {
    facts_.sources.date = json_ld_if(facts_.date.known());
    const auto take = [&](Date date, FactSource source) {
        if (facts_.date.known() || !date.known()) return;
        facts_.date = date;
        facts_.sources.date = source;
    };
    for (const auto& name : date_names) take(date_of_value(meta({&name, 1})), FactSource::meta_tag);
    for (const auto& property : document_.properties) {
        if (facts_.date.known() || property.in_meta || !is_name(property.name, "datepublished")) continue;
        const auto& element =
            document_.elements[std::min<std::size_t>(property.element, document_.elements.size() - 1)];
        take(date_of_value(property.value.empty() ? text_of(element) : words_of_value(property.value)),
             FactSource::markup);
    }
    take(date_in_address(facts_.url), facts_.sources.url);
    for (const auto& property : document_.properties) {
        if (!facts_.date.known() && is_name(property.name, "time") && !property.in_meta)
            take(date_of_value(words_of_value(property.value)), FactSource::markup);
    }
}

void FactReader::read_publisher() {
    facts_.sources.publisher = json_ld_if(!facts_.publisher.empty());
    if (!facts_.publisher.empty()) return;
    facts_.publisher = meta(publisher_names);
    if (!facts_.publisher.empty() && !is_address(facts_.publisher)) {
        facts_.sources.publisher = FactSource::meta_tag;
        return;
    }
    facts_.publisher.clear();
    const auto begin = facts_.url.find("://");
    if (begin == std::string::npos) return;
    auto host = std::string_view(facts_.url).substr(begin + 3);
    host = host.substr(0, host.find_first_of("/:?"));
    if (host.starts_with("www.")) host.remove_prefix(4);
    facts_.publisher = host;
    facts_.sources.publisher = facts_.sources.url;
}

void FactReader::read_author() {
    facts_.sources.author = json_ld_if(!facts_.author.empty());
    if (!facts_.author.empty()) return;
    for (const auto& name : author_names) {
        const auto value = meta({&name, 1});
        // "example.org" is no person.
        const bool site = value.find(' ') == std::string::npos && value.find('.') != std::string::npos;
        if (value.empty() || is_address(value) || site) continue;
        facts_.author = value.starts_with("By ") || value.starts_with("by ") ? value.substr(3) : value;
        facts_.sources.author = FactSource::meta_tag;
        return;
    }
    for (const auto& property : document_.properties) {
        if (property.in_meta || !is_name(property.name, "author") || property.element >= document_.elements.size())
            continue;
        facts_.author = text_of(document_.elements[property.element]);
        if (facts_.author.empty()) continue;
        facts_.sources.author = FactSource::markup;
        return;
    }
}

// "en_US" is "en-US"; what is no language tag is none.
std::string language_tag(std::string_view value) {
    std::string tag(value.substr(0, value.find_first_of(",; ")));
    std::replace(tag.begin(), tag.end(), '_', '-');
    const auto primary = std::min(tag.find('-'), tag.size());
    const bool letters = std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(primary),
                                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return letters && (primary == 2 || primary == 3) && tag.size() <= 12 ? tag : std::string();
}

void FactReader::read_language() {
    facts_.language = language_tag(facts_.language);
    facts_.sources.language = json_ld_if(!facts_.language.empty());
    const auto take = [&](std::string_view value, FactSource source) {
        if (!facts_.language.empty()) return;
        facts_.language = language_tag(value);
        if (!facts_.language.empty()) facts_.sources.language = source;
    };
    take(meta(language_names), FactSource::meta_tag);
    take(words_of_value(document_.language), FactSource::markup);
}

HtmlFacts FactReader::read() {
    read_url();
    read_title();
    read_date();
    read_publisher();
    read_author();
    read_language();
    return std::move(facts_);
}

}  // namespace

HtmlFacts html_facts(const HtmlDocument& document) { return FactReader(document).read(); }

std::string words_of_value(std::string_view value) {
    std::string words;
    bool tag = false;
    const auto decoded = decode_references(value);
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        const char c = decoded[i];
        const bool opens =
            c == '<' && i + 1 < decoded.size() && (decoded[i + 1] == '/' || (decoded[i + 1] | 0x20) >= 'a');
        tag = (tag || opens) && !(tag && c == '>');
        if (tag || c == '>') continue;
        const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (!blank)
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

Date date_of_value(std::string_view value) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    while (value.starts_with(' ')) value.remove_prefix(1);
    if (value.size() >= 8 && std::all_of(value.begin(), value.begin() + 8, is_digit)) {
        const std::string day = std::string(value.substr(0, 4)) + '-' + std::string(value.substr(4, 2)) + '-'
                                + std::string(value.substr(6, 2));
        return parse_iso_date(day).value_or(Date{});
    }
    if (const auto iso = parse_iso_date(value)) return *iso;
    if (const auto iso = parse_iso_date(value.substr(0, 10)); iso && iso->complete()) return *iso;
    // "Fri, 20 Sep 2024 18:00:00 GMT", "September 20, 2024 6:00 pm": the day stands before the hour.
    auto day = value.substr(0, value.find(':'));
    if (day.size() < value.size()) day = day.substr(0, day.find_last_of(' '));
    const auto date = parse_printed_date(day);
    return date && date->complete() ? *date : Date{};
}

}  // namespace entente
