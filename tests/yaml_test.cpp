// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/yaml.hpp>
#include <entente/gazetteer/yaml_plain.hpp>
#include <entente/text/file.hpp>
#include "catch.hpp"

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace entente;

namespace {

bool same(const YamlNode& a, const YamlNode& b) {
    return a.kind == b.kind && a.line == b.line && a.byte == b.byte && a.text == b.text
           && std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same);
}

/// What yaml-cpp reads: behind the end of a document that is said, which plain YAML has not.
std::vector<YamlNode> read_by_library(const std::string& text) {
    Diagnostics faults;
    const std::string ended = text + (text.empty() || text.back() == '\n' ? "...\n" : "\n...\n");
    REQUIRE_FALSE(read_plain_yaml(ended));
    return YamlFile("names.yaml", ended, faults).documents();
}

bool is_read_alike(const std::string& text) {
    const auto plain = read_plain_yaml(text);
    if (!plain) return true;
    const auto all = read_by_library(text);
    return std::equal(plain->begin(), plain->end(), all.begin(), all.end(), same);
}

std::vector<std::string> shipped_files() {
    std::vector<std::string> files;
    for (const auto& file : std::filesystem::recursive_directory_iterator("gazetteer"))
        if (file.path().extension() == ".yaml") files.push_back(file.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

bool is_ascii(char byte) { return (byte & 0x80) == 0; }

/// Some lines of `text`, with a few signs more, less or others than were there.
std::string damaged_lines(const std::string& text, std::mt19937& random) {
    constexpr std::string_view signs = "-:,[]{}#'\" \n\n  ax?&*!|>%@`~\\0.";
    const std::size_t begin = text.rfind('\n', random() % text.size()) + 1;  // of the text when there is none
    std::string lines = text.substr(begin, 40 + random() % 400);
    while (!lines.empty() && !is_ascii(lines.back())) lines.pop_back();  // a letter may be cut
    const std::size_t indent = std::min(lines.find_first_not_of(' '), lines.size());
    for (std::size_t at = 0; at != std::string::npos && at < lines.size(); at = lines.find('\n', at)) {
        at += lines[at] == '\n' ? 1 : 0;
        lines.erase(at, std::min(indent, std::min(lines.find_first_not_of(' ', at), lines.size()) - at));
    }
    for (auto changes = random() % 4; changes > 0 && !lines.empty(); --changes) {
        const std::size_t at = random() % lines.size();
        if (!is_ascii(lines[at])) continue;
        const char sign = signs[random() % signs.size()];
        if (const auto change = random() % 3; change == 0)
            lines[at] = sign;
        else if (change == 1)
            lines.insert(at, 1, sign);
        else
            lines.erase(at, 1);
    }
    return lines;
}

}  // namespace

TEST_CASE("the shipped names are plain YAML, and yaml-cpp reads the same of them", "[yaml]") {
    for (const auto& file : shipped_files()) {
        INFO(file);
        const auto text = read_whole_file(file);
        CHECK(read_plain_yaml(text));
        CHECK(is_read_alike(text));
    }
}

TEST_CASE("lines of names with slips of the pen are read as yaml-cpp reads them, or left to it", "[yaml]") {
    const auto seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto files = shipped_files();
    std::size_t plain = 0;
    for (int round = 0; round < 4000; ++round) {
        const auto text = read_whole_file(files[random() % files.size()]);
        const auto lines = damaged_lines(text, random);
        plain += read_plain_yaml(lines) ? 1 : 0;
        INFO(lines);
        REQUIRE(is_read_alike(lines));
    }
    CHECK(plain > 100);
}
