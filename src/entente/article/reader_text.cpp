// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include <entente/article/fields.hpp>
#include <entente/article/readers.hpp>

namespace entente {
namespace {

// The line and column, in code points, of a byte of `text`, and that line.
Diagnostic warning_at(const std::string& name, std::string_view text, std::size_t offset, std::string message,
                      std::string hint) {
    const auto before = text.substr(0, offset);
    const auto line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto line = text.substr(line_begin, text.find('\n', offset) == std::string_view::npos
                                                  ? std::string_view::npos
                                                  : text.find('\n', offset) - line_begin);
    auto warning = warning_in(name, std::move(message), std::move(hint),
                              1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')));
    const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    warning.place.column = 1
                           + static_cast<std::size_t>(std::count_if(
                               before.begin() + static_cast<std::ptrdiff_t>(line_begin), before.end(), is_first_byte));
    warning.source_line = line.substr(0, line.find('\r'));
    return warning;
}

// Where the first replaced sequence stands in the repaired text; a U+FFFD of the author's own may stand before it.
std::size_t first_replacement(const DecodedText& decoded) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    auto at = decoded.text.find(replacement);
    while (at != std::string::npos
           && decoded.original.original(static_cast<std::uint32_t>(at)) != decoded.first_replaced) {
        at = decoded.text.find(replacement, at + 1);
    }
    return at == std::string::npos ? 0 : at;
}

void report_repairs(const DecodedText& decoded, const std::string& name, Diagnostics& diagnostics) {
    if (decoded.encoding == Encoding::windows_1252) {
        diagnostics.push_back(
            warning_in(name, "the file is not UTF-8 and was read as Windows-1252", "save it as UTF-8"));
    }
    if (decoded.replaced == 0) return;
    const auto count = std::to_string(decoded.replaced);
    const auto what = decoded.replaced == 1 ? "1 broken character was" : count + " broken characters were";
    diagnostics.push_back(warning_at(
        name, decoded.text, first_replacement(decoded),
        what + " replaced by U+FFFD, here the first; the file claims to be " + std::string(name_of(decoded.encoding)),
        ""));
}

std::string_view unquoted(std::string_view value) {
    const auto begin = value.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    value = value.substr(begin, value.find_last_not_of(" \t\r") + 1 - begin);
    const bool has_quotes =
        value.size() > 1 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
    return has_quotes ? value.substr(1, value.size() - 2) : value;
}

// Reads lines `key: value` between two lines `---` at the very start. Returns their bytes, or 0 when the second is
// missing: then the dashes were a line across the page.
std::uint32_t read_front_matter(std::string_view text, ArticleFields& fields) {
    for (std::size_t begin = 0, number = 0; begin < text.size(); ++number) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = text.substr(begin, end - begin);
        begin = std::min(end + 1, text.size());
        const bool rule = line == "---" || line == "---\r";
        if (number == 0 && !rule) return 0;
        if (number > 0 && (rule || line == "...")) return static_cast<std::uint32_t>(begin);
        const auto colon = line.find(':');
        if (number == 0 || colon == std::string_view::npos) continue;
        fields.offer(line.substr(0, colon), unquoted(line.substr(colon + 1)));
    }
    return 0;
}

Article parse_page(Record&& record, bool has_front_matter, const Furniture& furniture, Diagnostics& diagnostics) {
    auto decoded = decode_file(std::move(record.bytes), record.place.file, diagnostics);
    ArticleFields fields(*record.names);
    ArticleFields none(*record.names);
    const auto matter = has_front_matter ? read_front_matter(decoded.text, fields) : 0;
    fields[Field::id].clear();  // its path is that of a file
    auto article = article_of(matter > 0 ? fields : none, FactSource::front_matter, record, diagnostics);
    if (matter > 0) article.zones.push_back({{0, matter}, Zone::boilerplate});
    article.text = std::move(decoded.text);
    article.original = std::move(decoded.original);
    read_page_of(article, matter, record, furniture);
    return article;
}

}  // namespace

DecodedText decode_file(std::string bytes, const std::string& name, Diagnostics& diagnostics) {
    if (looks_binary(bytes)) skip("binary", "this is a binary file, not text", "convert it to text first");
    auto decoded = decode(std::move(bytes));
    if (decoded.text.find_first_not_of(" \t\r\n") == std::string::npos) skip("empty", "the file is empty");
    report_repairs(decoded, name, diagnostics);
    return decoded;
}

std::uint64_t cut_whole(ByteStream bytes, const Record& pattern, const RecordSink& sink, Diagnostics&) {
    auto record = pattern;
    record.bytes = read_up_to(bytes, longest_article);
    if (!bytes.peek().empty())
        skip("too-large", "larger than " + std::to_string(longest_article >> 20) + " MB, which no article is",
             "cut it into articles");
    sink(std::move(record));
    return 0;
}

Article parse_text(Record&& record, const Furniture& furniture, Diagnostics& diagnostics) {
    return parse_page(std::move(record), false, furniture, diagnostics);
}

Article parse_markdown(Record&& record, const Furniture& furniture, Diagnostics& diagnostics) {
    return parse_page(std::move(record), true, furniture, diagnostics);
}

}  // namespace entente
