// SPDX-License-Identifier: Apache-2.0
#include "scan.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

bool is_word(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_'; }

bool is_space(char byte) { return std::isspace(static_cast<unsigned char>(byte)) != 0; }

/// Whether the quote at `at` parts the digits of a number, as in 1'000.
bool is_digit_separator(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && (is_word(text[begin - 1]) || text[begin - 1] == '\'')) {
        --begin;
    }
    return begin < at && std::isdigit(static_cast<unsigned char>(text[begin])) != 0;
}

/// One past the literal or comment that begins at `at`; `at` itself when none does.
std::size_t end_of_blank(std::string_view text, std::size_t at) {
    const auto past = [&](std::string_view closing, std::size_t from) {
        const std::size_t end = text.find(closing, from);
        return end == std::string_view::npos ? text.size() : end + closing.size();
    };
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("//")) {
        return std::min(text.find('\n', at), text.size());
    }
    if (rest.starts_with("/*")) {
        return past("*/", at + 2);
    }
    if (rest.starts_with("R\"") && (at == 0 || !is_word(text[at - 1]))) {
        const std::size_t open = text.find('(', at);
        return past(")" + std::string(text.substr(at + 2, open - at - 2)) + "\"", open);
    }
    if (text[at] == '"' || (text[at] == '\'' && !is_digit_separator(text, at))) {
        std::size_t end = at + 1;
        while (end < text.size() && text[end] != text[at]) {
            end += text[end] == '\\' ? 2 : 1;
        }
        return std::min(end + 1, text.size());
    }
    return at;
}

/// Whether `statement`, which an opening brace follows, is the head of a function.
bool begins_function(std::string_view statement) {
    std::istringstream words{std::string(statement)};
    std::string first;
    words >> first;
    if (first.starts_with("template")) {  // skip its parameters
        const std::size_t close = statement.find('>');
        return close != std::string_view::npos && begins_function(statement.substr(close + 1));
    }
    for (std::string_view scope : {"namespace", "class", "struct", "enum", "union", "extern"}) {
        if (first == scope) {
            return false;
        }
    }
    return statement.find('(') != std::string_view::npos;
}

/// The code as one text, without the lines of the preprocessor.
std::string code_of(const SourceFile& file) {
    std::string code;
    for (const std::string& line : file.code) {
        const std::size_t first = line.find_first_not_of(" \t");
        if (first == std::string::npos || line[first] != '#') {
            code += line;
        }
        code += '\n';
    }
    return code;
}

/// One past the brace that closes the one at `open`.
std::size_t past_closing_brace(std::string_view code, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t at = open; at < code.size(); ++at) {
        if (code[at] == '{') {
            ++depth;
        } else if (code[at] == '}' && --depth == 0) {
            return at + 1;
        }
    }
    return code.size();
}

std::size_t line_at(std::string_view code, std::size_t at) {
    return 1 + static_cast<std::size_t>(std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace

std::string without_comments_and_literals(std::string_view text) {
    std::string code(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_blank(text, at);
        for (std::size_t blank = at; blank < end; ++blank) {
            code[blank] = text[blank] == '\n' ? '\n' : ' ';
        }
        at = std::max(end, at + 1);
    }
    return code;
}

SourceFile source_file(std::string path, std::string_view text) {
    SourceFile file{std::move(path), lines_of(text), {}};
    if (file.path.ends_with(".cpp") || file.path.ends_with(".hpp")) {
        file.code = lines_of(without_comments_and_literals(text));
    }
    return file;
}

SourceFile read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw std::runtime_error("cannot read " + path);
    }
    return source_file(path, std::string{std::istreambuf_iterator<char>(in), {}});
}

std::vector<SourceFile> files_below(std::string_view folder, const std::vector<std::string_view>& suffixes) {
    std::vector<SourceFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string path = entry.path().generic_string();
        const bool wanted = std::any_of(suffixes.begin(), suffixes.end(),
                                        [&](std::string_view suffix) { return path.ends_with(suffix); });
        if (entry.is_regular_file() && wanted) {
            files.push_back(read_file(path));
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::vector<SourceFile> tracked_files() {
    const char* list =
        "if [ -e .git ]; then git ls-files --cached --others --exclude-standard;"
        " else find . -path ./build -prune -o -type f -print | sed s,^./,,; fi";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(list, "r"), &pclose);
    std::string paths;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
        paths.append(buffer.data(), count);
    }
    std::vector<SourceFile> files;
    for (const std::string& path : lines_of(paths)) {
        if (std::filesystem::is_regular_file(path)) {  // git lists a file that was deleted and not yet committed
            files.push_back(read_file(path));
        }
    }
    return files;
}

std::vector<Function> functions_in(const SourceFile& file) {
    const std::string code = code_of(file);
    std::vector<Function> functions;
    std::size_t begin = 0;  // of the statement that `at` is in
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code[at] == ';' || code[at] == '}') {
            begin = at + 1;
        } else if (code[at] == '{') {
            const std::string_view statement = std::string_view(code).substr(begin, at - begin);
            if (!begins_function(statement)) {
                begin = at + 1;
                continue;
            }
            const std::size_t end = past_closing_brace(code, at);
            if (!is_space(code[at - 1])) {  // a member's initializer before the body, as in `Word() : length_{0} {`
                at = end - 1;
                continue;
            }
            begin += std::min(statement.find_first_not_of(" \n"), statement.size());
            const std::size_t line = line_at(code, begin);
            functions.push_back({file.lines[line - 1], line, line_at(code, end - 1) - line + 1});
            begin = end;
            at = end - 1;
        }
    }
    return functions;
}
