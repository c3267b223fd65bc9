// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_tags.hpp>

#include <algorithm>
#include <array>

namespace entente {
namespace {

struct Row {
    std::string_view name;
    HtmlTag tag;
};

// Ascending by name.
constexpr std::array<Row, 126> rows = {{
    {"a", HtmlTag::anchor},
    {"abbr", HtmlTag::other_inline},
    {"acronym", HtmlTag::other_inline},
    {"address", HtmlTag::other_block},
    {"applet", HtmlTag::media},
    {"area", HtmlTag::void_element},
    {"article", HtmlTag::article},
    {"aside", HtmlTag::aside},
    {"audio", HtmlTag::media},
    {"b", HtmlTag::other_inline},
    {"base", HtmlTag::void_element},
    {"basefont", HtmlTag::void_element},
    {"bdi", HtmlTag::other_inline},
    {"bdo", HtmlTag::other_inline},
    {"bgsound", HtmlTag::void_element},
    {"big", HtmlTag::other_inline},
    {"blockquote", HtmlTag::blockquote},
    {"body", HtmlTag::body},
    {"br", HtmlTag::line_break},
    {"button", HtmlTag::button},
    {"canvas", HtmlTag::media},
    {"caption", HtmlTag::other_block},
    {"center", HtmlTag::other_block},
    {"cite", HtmlTag::other_inline},
    {"code", HtmlTag::other_inline},
    {"col", HtmlTag::void_element},
    {"colgroup", HtmlTag::table_part},
    {"data", HtmlTag::other_inline},
    {"datalist", HtmlTag::unseen},
    {"dd", HtmlTag::term},
    {"del", HtmlTag::other_inline},
    {"details", HtmlTag::details},
    {"dfn", HtmlTag::other_inline},
    {"dialog", HtmlTag::other_block},
    {"dir", HtmlTag::list},
    {"div", HtmlTag::division},
    {"dl", HtmlTag::other_block},
    {"dt", HtmlTag::term},
    {"em", HtmlTag::other_inline},
    {"embed", HtmlTag::void_element},
    {"fieldset", HtmlTag::other_block},
    {"figcaption", HtmlTag::figcaption},
    {"figure", HtmlTag::figure},
    {"font", HtmlTag::other_inline},
    {"footer", HtmlTag::footer},
    {"form", HtmlTag::form},
    {"frame", HtmlTag::void_element},
    {"frameset", HtmlTag::other_block},
    {"h1", HtmlTag::headline},
    {"h2", HtmlTag::subheading},
    {"h3", HtmlTag::subheading},
    {"h4", HtmlTag::subheading},
    {"h5", HtmlTag::subheading},
    {"h6", HtmlTag::subheading},
    {"head", HtmlTag::head},
    {"header", HtmlTag::header},
    {"hgroup", HtmlTag::other_block},
    {"hr", HtmlTag::void_block},
    {"html", HtmlTag::html},
    {"i", HtmlTag::other_inline},
    {"image", HtmlTag::void_element},
    {"img", HtmlTag::void_element},
    {"input", HtmlTag::void_element},
    {"ins", HtmlTag::other_inline},
    {"kbd", HtmlTag::other_inline},
    {"keygen", HtmlTag::void_element},
    {"label", HtmlTag::other_inline},
    {"legend", HtmlTag::other_block},
    {"li", HtmlTag::list_item},
    {"link", HtmlTag::link},
    {"listing", HtmlTag::preformatted},
    {"main", HtmlTag::main_part},
    {"map", HtmlTag::media},
    {"mark", HtmlTag::other_inline},
    {"math", HtmlTag::media},
    {"menu", HtmlTag::list},
    {"meta", HtmlTag::meta},
    {"meter", HtmlTag::other_inline},
    {"nav", HtmlTag::navigation},
    {"nobr", HtmlTag::other_inline},
    {"object", HtmlTag::media},
    {"ol", HtmlTag::list},
    {"optgroup", HtmlTag::other_block},
    {"option", HtmlTag::other_block},
    {"output", HtmlTag::other_inline},
    {"p", HtmlTag::paragraph},
    {"param", HtmlTag::void_element},
    {"picture", HtmlTag::other_inline},
    {"plaintext", HtmlTag::preformatted},
    {"pre", HtmlTag::preformatted},
    {"progress", HtmlTag::other_inline},
    {"q", HtmlTag::other_inline},
    {"rp", HtmlTag::unseen},
    {"rt", HtmlTag::other_inline},
    {"ruby", HtmlTag::other_inline},
    {"s", HtmlTag::other_inline},
    {"samp", HtmlTag::other_inline},
    {"search", HtmlTag::other_block},
    {"section", HtmlTag::section},
    {"select", HtmlTag::select},
    {"slot", HtmlTag::other_inline},
    {"small", HtmlTag::other_inline},
    {"source", HtmlTag::void_element},
    {"span", HtmlTag::span},
    {"strike", HtmlTag::other_inline},
    {"strong", HtmlTag::other_inline},
    {"sub", HtmlTag::other_inline},
    {"summary", HtmlTag::other_block},
    {"sup", HtmlTag::other_inline},
    {"svg", HtmlTag::media},
    {"table", HtmlTag::table},
    {"tbody", HtmlTag::table_part},
    {"td", HtmlTag::cell},
    {"template", HtmlTag::unseen},
    {"tfoot", HtmlTag::table_part},
    {"th", HtmlTag::cell},
    {"thead", HtmlTag::table_part},
    {"time", HtmlTag::time},
    {"tr", HtmlTag::row},
    {"track", HtmlTag::void_element},
    {"tt", HtmlTag::other_inline},
    {"u", HtmlTag::other_inline},
    {"ul", HtmlTag::list},
    {"var", HtmlTag::other_inline},
    {"video", HtmlTag::media},
    {"wbr", HtmlTag::void_element},

}};

}  // namespace

HtmlTag html_tag(std::string_view written_name) {
    std::array<char, 16> name{};
    const auto size = std::min(written_name.size(), name.size());
    std::transform(written_name.begin(), written_name.begin() + static_cast<std::ptrdiff_t>(size), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::string_view wanted(name.data(), size);
    const auto* const found = std::lower_bound(rows.begin(), rows.end(), wanted,
                                               [](const Row& row, std::string_view key) { return row.name < key; });
    if (found != rows.end() && found->name == wanted && size == written_name.size()) return found->tag;
    // Elements of a site's own (<gallery-item>) hold parts of the page, those of Word (<o:p>) words.
    return written_name.find('-') == std::string_view::npos ? HtmlTag::other_inline : HtmlTag::other_block;
}

bool is_block(HtmlTag tag) {
    switch (tag) {
        case HtmlTag::other_inline:
        case HtmlTag::anchor:
        case HtmlTag::line_break:
        case HtmlTag::link:
        case HtmlTag::media:
        case HtmlTag::meta:
        case HtmlTag::span:
        case HtmlTag::time:
        case HtmlTag::void_element: return false;
        default: return true;
    }
}

bool is_void(HtmlTag tag) {
    return tag == HtmlTag::line_break || tag == HtmlTag::link || tag == HtmlTag::meta || tag == HtmlTag::void_element
           || tag == HtmlTag::void_block;
}

}  // namespace entente
