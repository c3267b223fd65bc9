// SPDX-License-Identifier: Apache-2.0
#include <entente/article/reader.hpp>

#include <array>
#include <utility>

#include <entente/article/readers.hpp>

namespace entente {
namespace {

constexpr std::array<std::string_view, 2> text_suffixes = {".txt", ".text"};
constexpr std::array<std::string_view, 2> markdown_suffixes = {".md", ".markdown"};
constexpr std::array<std::string_view, 3> html_suffixes = {".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 2> jsonl_suffixes = {".jsonl", ".ndjson"};

// To add a format: one file with its read function, one row here.
constexpr std::array<Reader, 4> table = {{
    {"text", text_suffixes, "plain text, one article a file", &read_text},
    {"markdown", markdown_suffixes,
     "Markdown, one article a file; title, date, language and url may stand between --- lines", &read_markdown},
    {"html", html_suffixes,
     "pages of news sites, one article a file; menus, links and comments are told from the story", &read_html_file},
    {"jsonl", jsonl_suffixes, "JSON lines: id, title, date, text and optionally source, url, language", &read_jsonl},
}};

}  // namespace

std::span<const Reader> readers() { return table; }

ReadReport read_articles(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                         Diagnostics& diagnostics) {
    const auto read = input.reader == nullptr ? &read_standard_input : input.reader->read;
    return read(input, furniture, sink, diagnostics);
}

}  // namespace entente
