// SPDX-License-Identifier: Apache-2.0
// How fast the copies of a story are found: see README.md.
#include <entente/article/signature.hpp>
#include <entente/graph/stories.hpp>
#include <entente/text/tokens.hpp>
#include "random_news.hpp"

#include <sys/resource.h>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace entente;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::size_t number_after(std::string_view option, int count, char** arguments, std::size_t standard) {
    for (int i = 1; i + 1 < count; ++i) {
        if (arguments[i] == option) return std::stoul(arguments[i + 1]);
    }
    return standard;
}

}  // namespace

int main(int count, char** arguments) {
    const auto articles = number_after("--articles", count, arguments, 20000);
    std::ofstream file;
    for (int i = 1; i + 1 < count; ++i) {
        if (std::string_view(arguments[i]) == "--write") file.open(arguments[i + 1]);
    }
    RandomNews news;
    TokenizedText words;
    MemoryLimit limit(number_after("--memory", count, arguments, 64) << 20U);
    SignatureTable table(&limit);
    std::vector<Merit> merits;
    double cutting = 0;
    double signing = 0;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < articles; ++i) {
        const auto text = news.next();
        if (file.is_open()) {
            auto line = text;
            std::replace(line.begin(), line.end(), '\n', ' ');
            file << line << '\n';
        }
        const auto begin = cpu_seconds();
        tokenize(text, words);
        const auto middle = cpu_seconds();
        table.add(signature_of(words.tokens, {}));
        signing += cpu_seconds() - middle;
        cutting += middle - begin;
        bytes += text.size();
        merits.push_back({.order = static_cast<std::uint32_t>(i), .date = {}, .titled = false});
    }
    const auto begin = cpu_seconds();
    table.settle();
    const auto stories = group_copies(table, merits);
    const auto grouping = cpu_seconds() - begin;
    std::size_t copies = 0;
    for (std::size_t i = 0; i < articles; ++i) copies += stories.standing[i] != i ? 1 : 0;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto megabytes = static_cast<double>(bytes) / 1e6;
    std::printf("%zu articles, %.1f MB, %zu copies\n", articles, megabytes, copies);
    std::printf("words: %.3f s, %.0f MB/s\n", cutting, megabytes / cutting);
    std::printf("signatures: %.3f s, %.0f MB/s\n", signing, megabytes / signing);
    std::printf("grouping: %.3f s\n", grouping);
    std::printf("all: %.3f s\n", cutting + signing + grouping);
    std::printf("memory: %ld MB at most\n", usage.ru_maxrss / 1024);
    return copies > 0 ? 0 : 1;
}
