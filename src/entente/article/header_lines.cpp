// SPDX-License-Identifier: Apache-2.0
#include <entente/article/header_lines.hpp>

#include <algorithm>
#include <cstddef>

#include <entente/article/credits.hpp>
#include <entente/article/paragraphs.hpp>

namespace entente {
namespace {

constexpr std::size_t longest_line = 300;  // bytes of such a line
constexpr std::size_t longest_name = 80;   // bytes of a name in one

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view around = " \t\r\n*_:,|";
    const auto begin = text.find_first_not_of(around);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(around) + 1 - begin);
}

// What stands behind the first of `labels` that `line` starts with; nothing without one.
std::string_view behind_label(std::string_view line, const std::vector<std::string>& labels) {
    std::vector<std::uint32_t> origins;
    const auto plain = plain_form(line, &origins);
    for (const auto& label : labels) {
        if (!plain.starts_with(label) || plain.size() <= label.size()) continue;
        const bool whole = label.ends_with(':') || plain[label.size()] == ' ' || plain[label.size()] == ':';
        if (whole) return trimmed(line.substr(origins[label.size()]));
    }
    return {};
}

// "Jane Doe" of "By Jane Doe, Example News" and of "Jane Doe | May 3, 2021".
std::string author_in(std::string_view line, const Furniture& furniture) {
    const auto plain = without_markup(line);
    const auto named = behind_label(plain, furniture.byline_words);
    auto name = trimmed(named.empty() ? std::string_view(plain) : named);
    name = trimmed(name.substr(0, name.find_first_of("|,(")));
    if (name.empty() || name.size() > longest_name || (named.empty() && !looks_like_name(name))) return {};
    return std::string(name);
}

std::string publisher_in(std::string_view line, const Furniture& furniture) {
    const auto plain = without_markup(line);
    auto name = behind_label(plain, furniture.publisher_labels);
    if (name.ends_with('.')) name.remove_suffix(1);
    const bool is_name = !name.empty() && name.size() <= longest_name && name.find("://") == std::string_view::npos
                         && !ends_sentence(name);
    return is_name ? std::string(name) : std::string();
}

// The address that follows a label and ends the line.
std::string url_in(std::string_view line, const Furniture& furniture) {
    if (line.find("://") == std::string_view::npos) return {};
    const auto said = behind_label(line, furniture.url_labels);
    const auto at = std::min(said.find("https://"), said.find("http://"));
    if (at == std::string_view::npos || said.substr(0, at).find_first_not_of("<[(* ") != std::string_view::npos)
        return {};
    const auto end = std::min(said.find_first_of(" \t\r\n>)]<\"", at), said.size());
    const bool alone = said.substr(end).find_first_not_of(">)]* ") == std::string_view::npos;
    return alone ? std::string(said.substr(at, end - at)) : std::string();
}

}  // namespace

HeaderLines header_lines(std::string_view text, const std::vector<ZoneSpan>& zones, const Furniture& furniture) {
    HeaderLines found;
    for (const auto& [span, zone] : zones) {
        const bool speaks = zone == Zone::byline || zone == Zone::credit || zone == Zone::boilerplate;
        for (auto begin = span.begin; speaks && begin < span.end;) {
            const auto end = std::min<std::size_t>(text.find('\n', begin), span.end);
            const auto line = text.substr(begin, end - begin);
            begin = static_cast<std::uint32_t>(end) + 1;
            if (line.size() > longest_line) continue;
            if (zone == Zone::byline && found.author.empty()) found.author = author_in(line, furniture);
            if (zone != Zone::byline && found.publisher.empty()) found.publisher = publisher_in(line, furniture);
            if (zone != Zone::byline && found.url.empty()) found.url = url_in(line, furniture);
        }
    }
    return found;
}

}  // namespace entente
