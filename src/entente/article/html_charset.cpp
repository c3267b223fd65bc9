// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_charset.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <simdjson.h>

#include <entente/article/html_tokens.hpp>
#include <entente/article/readers.hpp>
#include <entente/text/charset.hpp>

namespace entente {
namespace {

constexpr std::size_t head_size = 8192;  // bytes in which a page must name its charset

// Whether the tag that is open at the end of `head` loads a script or a style sheet, whose charset it names.
bool of_other_file(std::string_view head) {
    const auto tag = head.rfind('<');
    if (tag == std::string_view::npos) return false;
    const auto name = head.substr(tag + 1);
    return is_name(name.substr(0, 6), "script") || is_name(name.substr(0, 4), "link");
}

// The value of the first charset=… or encoding=… of a page's head.
std::string_view named_charset(std::string_view html) {
    const auto head = html.substr(0, head_size);
    for (std::size_t at = 0; at + 8 < head.size(); ++at) {
        const std::size_t size = is_name(head.substr(at, 7), "charset")    ? 7
                                 : is_name(head.substr(at, 8), "encoding") ? 8
                                                                           : 0;
        if (size == 0 || of_other_file(head.substr(0, at))) continue;
        auto begin = head.find_first_not_of(" \t", at + size);
        if (begin == std::string_view::npos || head[begin] != '=') continue;
        begin = head.find_first_not_of(" \t\"'", begin + 1);
        if (begin == std::string_view::npos) return {};
        const auto end = head.find_first_of(" \t\r\n\"';>/?", begin);
        return head.substr(begin, end - begin);
    }
    return {};
}

// Cyrillic letters of windows-1251 come in words, accented letters of windows-1252 alone.
bool looks_cyrillic(std::string_view bytes) {
    std::size_t together = 0;
    std::size_t alone = 0;
    const auto is_high = [&](std::size_t i) {
        return i < bytes.size() && static_cast<unsigned char>(bytes[i]) >= 0xC0;
    };
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (is_high(i)) ++(is_high(i + 1) || (i > 0 && is_high(i - 1)) ? together : alone);
    }
    return together > 40 && together > alone * 5;
}

bool is_utf8(std::string_view charset) { return is_name(charset, "utf-8") || is_name(charset, "utf8"); }

// UTF-16 without a mark: every other byte of markup is zero.
std::optional<DecodedText> decode_bare_utf16(std::string_view bytes) {
    const auto head = bytes.substr(0, 256);
    if (head.size() < 16) return {};
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
    }
    if (std::max(even, odd) * 3 < head.size() || std::min(even, odd) * 10 > head.size()) return {};
    return decode_utf16(bytes, even > odd);
}

bool is_binary(std::string_view bytes) {
    const auto head = bytes.substr(0, 4096);
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && (c < '\t' || c > '\r');
    });
    return bytes.starts_with("%PDF") || static_cast<std::size_t>(controls) * 10 > head.size();
}

}  // namespace

DecodedText decode_html(std::string bytes, std::string_view charset, Diagnostics& diagnostics) {
    const bool marked =
        bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xEF\xBB\xBF");
    if (!marked) {
        if (auto wide = decode_bare_utf16(bytes)) return *std::move(wide);
        if (is_binary(bytes)) skip("binary", "this is a binary file, not a page");
    }
    if (marked || simdjson::validate_utf8(bytes)) return decode(std::move(bytes));
    std::optional<DecodedText> decoded;
    const std::string said(charset.empty() ? named_charset(bytes) : charset);
    if (!said.empty() && !is_utf8(said)) decoded = decode_as(bytes, said);
    if (!said.empty() && !is_utf8(said) && !decoded)
        diagnostics.push_back(
            warning_in({}, "the charset " + in_quotes(said) + " is not known", "convert the page to UTF-8"));
    if (!decoded && !is_utf8(said) && looks_cyrillic(bytes)) decoded = decode_as(bytes, "windows-1251");
    if (!decoded) decoded = decode(std::move(bytes));
    if (decoded->replaced > 0)
        diagnostics.push_back(
            warning_in({}, std::to_string(decoded->replaced)
                               + (decoded->replaced == 1 ? " broken character was" : " broken characters were")
                               + " replaced by U+FFFD, the first at byte " + std::to_string(decoded->first_replaced)));
    return *std::move(decoded);
}

}  // namespace entente
