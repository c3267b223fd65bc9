// SPDX-License-Identifier: Apache-2.0
// The story of HTML pages, as one JSON object a line, and the time that reading took. See README.md.
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/html_page.hpp>
#include <entente/text/file.hpp>

namespace {

void append_json(std::string& line, std::string_view text) {
    line += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') line += '\\';
        line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    line += '"';
}

// What a reader takes for the story: its paragraphs, subheads and dateline, without what stands above it.
std::string story_of(const entente::Article& article) {
    std::string story;
    std::uint32_t begin = 0;
    const auto add = [&](std::uint32_t from, std::uint32_t to) {
        story += std::string_view(article.text).substr(from, to - from);
        story += ' ';
    };
    bool began = false;
    for (const auto& zone : article.zones) {
        const auto gap = std::string_view(article.text).substr(begin, zone.span.begin - begin);
        if (gap.find_first_not_of(" \n") != std::string_view::npos) began = true;
        add(begin, zone.span.begin);
        const bool subhead = zone.zone == entente::Zone::headline && began;
        if (subhead || zone.zone == entente::Zone::dateline) add(zone.span.begin, zone.span.end);
        begin = zone.span.end;
    }
    add(begin, static_cast<std::uint32_t>(article.text.size()));
    return story;
}

void print(const std::string& path, const entente::Article& article) {
    std::string line = "{\"page\": ";
    append_json(line, path);
    line += ", \"title\": ";
    append_json(line, article.title);
    line += ", \"date\": ";
    append_json(line, to_string(article.date));
    line += ", \"author\": ";
    append_json(line, article.author);
    line += ", \"publisher\": ";
    append_json(line, article.publisher);
    line += ", \"text\": ";
    append_json(line, story_of(article));
    std::printf("%s}\n", line.c_str());
}

}  // namespace

int main(int count, char** words) {
    using clock = std::chrono::steady_clock;
    const std::vector<std::string> paths(words + 1, words + count);
    const entente::Furniture none;
    double seconds = 0;
    for (const auto& path : paths) {
        const auto bytes = entente::read_whole_file(path);
        entente::Diagnostics diagnostics;
        entente::Article article;
        const auto begin = clock::now();
        try {
            article = entente::read_html_page(bytes, {}, none, diagnostics);
        } catch (const entente::Error&) {
        }
        seconds += std::chrono::duration<double>(clock::now() - begin).count();
        print(path, article);
    }
    std::fprintf(stderr, "%.6f\n", seconds);
}
