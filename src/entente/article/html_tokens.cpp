// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_tokens.hpp>

#include <algorithm>

#include <entente/article/html_named_characters.hpp>
#include <entente/text/decoder.hpp>

namespace entente {
namespace {

constexpr auto npos = std::string_view::npos;

// Elements whose content is no markup.
constexpr std::array<std::string_view, 9> raw_elements = {"script",  "style",    "title", "textarea", "iframe",
                                                          "noembed", "noframes", "xmp",   "noscript"};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What numbers 128 to 159 mean in pages that were written on Windows.
constexpr std::array<char32_t, 32> windows_characters = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

CharacterReference numeric_reference(std::string_view text) {
    const bool hexadecimal = text.size() > 2 && lower(text[2]) == 'x';
    const std::size_t first = hexadecimal ? 3 : 2;
    std::size_t at = first;
    char32_t value = 0;
    for (; at < text.size(); ++at) {
        const char c = lower(text[at]);
        const bool letter = hexadecimal && c >= 'a' && c <= 'f';
        if (!is_digit(c) && !letter) break;
        const auto digit = static_cast<char32_t>(letter ? c - 'a' + 10 : c - '0');
        value = std::min<char32_t>(value * (hexadecimal ? 16 : 10) + digit, 0x110000);
    }
    if (at == first) return {};
    if (at < text.size() && text[at] == ';') ++at;
    if (value >= 0x80 && value < 0xA0) value = windows_characters[value - 0x80];
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
    return {value, at};
}

const NamedCharacter* named_character(std::string_view name) {
    const auto* const found =
        std::lower_bound(named_characters.begin(), named_characters.end(), name,
                         [](const NamedCharacter& row, std::string_view wanted) { return row.name < wanted; });
    return found != named_characters.end() && found->name == name ? found : nullptr;
}

}  // namespace

CharacterReference character_reference(std::string_view text) {
    constexpr std::size_t longest_name = 32;
    if (text.size() > 1 && text[1] == '#') return numeric_reference(text);
    std::size_t end = 1;
    while (end < text.size() && end <= longest_name && (is_letter(text[end]) || is_digit(text[end]))) ++end;
    const auto name = text.substr(1, end - 1);
    if (end < text.size() && text[end] == ';') {
        if (const auto* found = named_character(name)) return {found->code_point, end + 1};
    }
    // "&nbspKyiv" is read, "&notice=1" in an address is not: there a letter or "=" follows the name.
    if (!std::binary_search(bare_names.begin(), bare_names.end(), name) || (end < text.size() && text[end] == '='))
        return {};
    const auto* found = named_character(name);
    return found == nullptr ? CharacterReference{} : CharacterReference{found->code_point, end};
}

std::string decode_references(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size();) {
        const auto reference = text[at] == '&' ? character_reference(text.substr(at)) : CharacterReference{};
        if (reference.size == 0) {
            decoded += text[at++];
            continue;
        }
        append_utf8(decoded, reference.code_point);
        at += reference.size;
    }
    return decoded;
}

bool is_name(std::string_view written, std::string_view lower_case) {
    return written.size() == lower_case.size()
           && std::equal(written.begin(), written.end(), lower_case.begin(),
                         [](char a, char b) { return lower(a) == b; });
}

bool next_attribute(std::string_view& attributes, HtmlAttribute& attribute) {
    std::size_t at = 0;
    while (at < attributes.size() && (is_blank(attributes[at]) || attributes[at] == '/')) ++at;
    if (at == attributes.size()) return false;
    const std::size_t name = at++;
    while (at < attributes.size() && !is_blank(attributes[at]) && attributes[at] != '=' && attributes[at] != '/') ++at;
    attribute = {attributes.substr(name, at - name), {}};
    std::size_t value = at;
    while (value < attributes.size() && is_blank(attributes[value])) ++value;
    if (value < attributes.size() && attributes[value] == '=') {
        ++value;
        while (value < attributes.size() && is_blank(attributes[value])) ++value;
        const char quote = value < attributes.size() ? attributes[value] : ' ';
        if (quote == '"' || quote == '\'') {
            at = std::min(attributes.find(quote, value + 1), attributes.size());
            attribute.value = attributes.substr(value + 1, at - value - 1);
            at = std::min(at + 1, attributes.size());
        } else {
            at = value;
            while (at < attributes.size() && !is_blank(attributes[at])) ++at;
            attribute.value = attributes.substr(value, at - value);
        }
    }
    attributes.remove_prefix(at);
    return true;
}

HtmlToken HtmlTokenizer::next() {
    if (!raw_element_.empty()) return raw_text();
    std::size_t begin = at_;
    while (at_ < html_.size()) {
        const auto open = html_.find('<', at_);
        if (open == npos) {
            at_ = html_.size();
            break;
        }
        at_ = open;
        const bool markup = open + 1 < html_.size()
                            && (is_letter(html_[open + 1]) || html_[open + 1] == '/' || html_[open + 1] == '!'
                                || html_[open + 1] == '?');
        if (markup && open > begin) break;  // first the text before it
        if (!markup) {
            ++at_;  // "a < b"
        } else if (html_[open + 1] == '!' || html_[open + 1] == '?') {
            skip_declaration();
            begin = at_;
        } else if (html_[open + 1] == '/' && (open + 2 == html_.size() || !is_letter(html_[open + 2]))) {
            at_ = std::min(html_.find('>', open + 2), html_.size() - 1) + 1;  // "</ >" is a comment
            begin = at_;
        } else {
            return read_tag();
        }
    }
    if (at_ == begin) return {};
    return {HtmlToken::Kind::text, {}, html_.substr(begin, at_ - begin)};
}

// Comments, <!DOCTYPE>, <?xml ?>, and <![CDATA[ ]]>, whose text is passed over as browsers do.
void HtmlTokenizer::skip_declaration() {
    const auto rest = html_.substr(at_);
    if (rest.starts_with("<!--") && !comment_never_ends_) {
        if (rest.starts_with("<!-->") || rest.starts_with("<!--->")) {
            at_ += rest.find('>') + 1;
            return;
        }
        const auto end = rest.find("-->", 4);
        if (end != npos) {
            at_ += end + 3;
            return;
        }
        comment_never_ends_ = true;
    }
    const auto end = rest.find('>');
    at_ = end == npos ? html_.size() : at_ + end + 1;
}

HtmlToken HtmlTokenizer::read_tag() {
    const bool closes = html_[at_ + 1] == '/';
    const std::size_t name = at_ + (closes ? 2 : 1);
    std::size_t after = name;
    while (after < html_.size() && !is_blank(html_[after]) && html_[after] != '/' && html_[after] != '>') ++after;
    const auto end = end_of_tag(after);
    HtmlToken token;
    token.kind = closes ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
    token.name = html_.substr(name, after - name);
    token.content = html_.substr(after, end - after);
    token.closes_itself = token.content.ends_with('/');
    at_ = std::min(end + 1, html_.size());
    if (!closes && !token.closes_itself) {
        const auto raw = std::find_if(raw_elements.begin(), raw_elements.end(),
                                      [&](std::string_view element) { return is_name(token.name, element); });
        if (raw != raw_elements.end()) raw_element_ = *raw;
    }
    return token;
}

// The ">" behind the attributes that start at `begin`. One inside quotes ends no tag.
std::size_t HtmlTokenizer::end_of_tag(std::size_t begin) {
    bool value = false;  // after "="
    for (std::size_t at = begin; at < html_.size(); ++at) {
        const char c = html_[at];
        if (c == '>') return at;
        if ((c == '"' || c == '\'') && value) {
            auto& never_ends = quote_never_ends_[c == '"' ? 1 : 0];
            const auto end = never_ends ? npos : html_.find(c, at + 1);
            if (end == npos)
                never_ends = true;
            else
                at = end;
        }
        if (!is_blank(c)) value = c == '=';
    }
    return html_.size();
}

HtmlToken HtmlTokenizer::raw_text() {
    const auto element = raw_element_;
    raw_element_ = {};
    std::size_t end = html_.find("</", at_);
    while (end != npos && !is_name(html_.substr(end + 2, element.size()), element)) end = html_.find("</", end + 2);
    end = std::min(end, html_.size());
    const auto content = html_.substr(at_, end - at_);
    at_ = end;
    return {HtmlToken::Kind::raw_text, element, content};
}

}  // namespace entente
