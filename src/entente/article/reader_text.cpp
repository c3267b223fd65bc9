// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <entente/article/readers.hpp>
#include <entente/article/zones.hpp>
#include <entente/text/file.hpp>

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

// Lines `key: value` between two lines `---` at the very start of a Markdown file.
struct FrontMatter {
    std::uint32_t size = 0;  // bytes, with the lines around it
    std::string title{};
    std::string date{};
    std::string language{};
    std::string source{};
};

std::string_view unquoted(std::string_view value) {
    const auto begin = value.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    value = value.substr(begin, value.find_last_not_of(" \t\r") + 1 - begin);
    const bool has_quotes =
        value.size() > 1 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
    return has_quotes ? value.substr(1, value.size() - 2) : value;
}

FrontMatter front_matter_of(std::string_view text) {
    FrontMatter matter;
    std::string url;
    for (std::size_t begin = 0, number = 0; begin < text.size(); ++number) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = text.substr(begin, end - begin);
        begin = std::min(end + 1, text.size());
        const bool rule = line == "---" || line == "---\r";
        if (number == 0 && !rule) return {};
        if (number > 0 && (rule || line == "...")) {
            matter.size = static_cast<std::uint32_t>(begin);
            if (matter.source.empty()) matter.source = url;
            return matter;
        }
        const auto colon = line.find(':');
        if (number == 0 || colon == std::string_view::npos) continue;
        const auto key = line.substr(0, colon);
        const auto value = std::string(unquoted(line.substr(colon + 1)));
        if (key == "title") matter.title = value;
        if (key == "date") matter.date = value;
        if (key == "language" || key == "lang") matter.language = value;
        if (key == "source") matter.source = value;
        if (key == "url") url = value;
    }
    return {};  // never closed: the dashes were a line across the page
}

// What the file and its layout say of the article; `matter` knows better where it says anything.
Article article_of(DecodedText decoded, const Input& input, const FrontMatter& matter, const Furniture& furniture) {
    auto page = read_page(std::string_view(decoded.text).substr(matter.size), matter.title, furniture);
    Article article;
    article.id = input.id;
    article.source = matter.source.empty() ? input.id : matter.source;
    article.title = std::move(page.title);
    article.language = matter.language;
    article.date = page.date.known() ? page.date : date_in_name(input.id);
    if (matter.size > 0) article.zones.push_back({{0, matter.size}, Zone::boilerplate});
    for (const auto& zone : page.zones) {
        article.zones.push_back({{zone.span.begin + matter.size, zone.span.end + matter.size}, zone.zone});
    }
    article.text = std::move(decoded.text);
    article.original = std::move(decoded.original);
    return article;
}

using ReadMatter = FrontMatter (*)(std::string_view);

ReadReport read_page_file(const Input& input, ReadMatter read_matter, const Furniture& furniture,
                          const ArticleSink& sink, Diagnostics& diagnostics) {
    ReadReport report;
    std::optional<Article> article;
    try {
        auto decoded = decode_file(read_whole_file(input.path), input.path, diagnostics);
        const auto matter = read_matter(decoded.text);
        article = article_of(std::move(decoded), input, matter, furniture);
        if (!matter.date.empty()) {
            const auto date =
                parse_iso_date(matter.date) ? parse_iso_date(matter.date) : parse_printed_date(matter.date);
            if (date && date->known())
                article->date = *date;
            else
                diagnostics.push_back(
                    warning_in(input.path, in_quotes(matter.date) + " is no date", "write YYYY-MM-DD"));
        }
    } catch (const Error& error) {
        auto diagnostic = error.diagnostic();
        if (diagnostic.place.file.empty()) diagnostic.place.file = input.path;
        diagnostics.push_back(std::move(diagnostic));
        report.skipped = 1;
        return report;
    }
    report.read = 1;
    report.bytes = article->text.size();
    sink(std::move(*article));
    return report;
}

}  // namespace

DecodedText decode_file(std::string bytes, const std::string& name, Diagnostics& diagnostics) {
    if (looks_binary(bytes)) {
        throw Error(warning_in(name, "skipped: this is a binary file, not text", "convert it to text first"));
    }
    auto decoded = decode(std::move(bytes));
    if (decoded.text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(warning_in(name, "skipped: the file is empty"));
    report_repairs(decoded, name, diagnostics);
    return decoded;
}

Date date_in_name(std::string_view path) {
    const auto name = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
    if (name.size() > 10 && name[10] >= '0' && name[10] <= '9') return {};
    const auto date = parse_iso_date(name.substr(0, 10));
    return date && date->complete() ? *date : Date{};
}

ReadReport read_text(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                     Diagnostics& diagnostics) {
    return read_page_file(
        input, [](std::string_view) { return FrontMatter{}; }, furniture, sink, diagnostics);
}

ReadReport read_markdown(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                         Diagnostics& diagnostics) {
    return read_page_file(input, &front_matter_of, furniture, sink, diagnostics);
}

ReadReport read_standard_input(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                               Diagnostics& diagnostics) {
    int first = std::getc(stdin);
    while (first == ' ' || first == '\t' || first == '\r' || first == '\n') first = std::getc(stdin);
    if (first != EOF) std::ungetc(first, stdin);
    return first == '{' ? read_jsonl(input, furniture, sink, diagnostics)
                        : read_text(input, furniture, sink, diagnostics);
}

}  // namespace entente
