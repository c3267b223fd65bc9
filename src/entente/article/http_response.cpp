// SPDX-License-Identifier: Apache-2.0
#include <entente/article/http_response.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

#include <entente/article/readers.hpp>
#include <entente/text/unpack.hpp>

namespace entente {
namespace {

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

// The chunks put together; nothing when `body` does not begin with one.
std::string unchunked(std::string_view body) {
    std::string whole;
    while (!body.empty()) {
        std::size_t size = 0;
        const auto end = body.data() + body.size();
        const auto read = std::from_chars(body.data(), end, size, 16);
        const auto line = body.find('\n');
        if (read.ec != std::errc{} || line == std::string_view::npos || size == 0) break;
        body.remove_prefix(line + 1);
        whole.append(body.substr(0, size));
        body.remove_prefix(std::min(body.size(), size));
        body.remove_prefix(std::min(body.size(), body.find_first_not_of("\r\n")));
    }
    return whole;
}

std::string gunzipped(std::string_view body) {
    auto stream = unpacked(
        ByteStream([body, given = false]() mutable { return std::exchange(given, true) ? std::string_view{} : body; }));
    return read_up_to(stream, longest_article);
}

}  // namespace

std::string_view HeaderFields::operator[](std::string_view name) const {
    for (auto rest = lines; !rest.empty();) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const auto colon = line.find(':');
        if (colon == name.size() && lowered(line.substr(0, colon)) == name) return trimmed(line.substr(colon + 1));
    }
    return {};
}

HeaderFields header_fields(std::string_view bytes) {
    for (std::size_t begin = 0; begin < bytes.size();) {
        const auto end = bytes.find('\n', begin);
        if (end == std::string_view::npos) break;
        if (trimmed(bytes.substr(begin, end - begin)).empty()) return {bytes.substr(0, begin), end + 1};
        begin = end + 1;
    }
    return {};
}

bool is_page(std::string_view response) {
    const auto status = response.find(' ');
    const auto type = lowered(header_fields(response)["content-type"]);
    return response.starts_with("HTTP/") && status != std::string_view::npos && response.substr(status + 1, 3) == "200"
           && (type.starts_with("text/html") || type.starts_with("application/xhtml+xml"));
}

std::string body_of(std::string_view response) {
    const auto header = header_fields(response);
    auto body = std::string(response.substr(header.size));
    if (lowered(header["transfer-encoding"]).find("chunked") != std::string::npos) {
        if (auto whole = unchunked(body); !whole.empty()) body = std::move(whole);
    }
    const auto coding = lowered(header["content-encoding"]);
    const bool is_plain = body.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == body.find('<');
    if (body.starts_with("\x1f\x8b")) return gunzipped(body);
    if (!coding.empty() && coding != "identity" && !is_plain)
        skip("content-coding", "its content coding " + in_quotes(coding) + " is not read",
             "pages may be plain or under gzip");
    return body;
}

std::string charset_of(std::string_view response) {
    const auto type = lowered(header_fields(response)["content-type"]);
    const auto at = type.find("charset=");
    if (at == std::string::npos) return {};
    auto name = trimmed(std::string_view(type).substr(at + 8));
    name = name.substr(0, name.find(';'));
    while (name.starts_with('"') || name.starts_with('\'')) name.remove_prefix(1);
    return std::string(name.substr(0, name.find_first_of("\"' ")));
}

}  // namespace entente
