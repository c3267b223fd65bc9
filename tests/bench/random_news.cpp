// SPDX-License-Identifier: Apache-2.0
// random_news ARTICLES NAMES: prints so many articles as JSON lines, which name those whom the file NAMES lists, one a line.
#include "random_news.hpp"

#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string escaped(std::string_view text) {
    std::string json;
    for (const char byte : text) {
        if (byte == '\n') {
            json += "\\n";
        } else if (byte == '"' || byte == '\\') {
            json += {'\\', byte};
        } else {
            json += byte;
        }
    }
    return json;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    std::vector<std::string> names;
    std::ifstream file(arguments[2]);
    for (std::string name; std::getline(file, name);) names.push_back(name);
    RandomNews news(std::move(names));
    const auto articles = std::stoul(arguments[1]);
    for (unsigned long i = 0; i < articles; ++i) {
        const auto day = i * 3650 / articles;
        std::cout << R"({"id":"news-)" << i << R"(","title":"Report )" << i << R"(","date":")" << 2010 + day / 365
                  << '-' << (day % 365 / 31 < 9 ? "0" : "") << day % 365 / 31 + 1 << R"(-01","text":")"
                  << escaped(news.next()) << "\"}\n";
    }
    return 0;
}
