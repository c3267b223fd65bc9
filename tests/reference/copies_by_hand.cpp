// SPDX-License-Identifier: Apache-2.0
#include "copies_by_hand.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>
#include <vector>

namespace {

using Triples = std::set<std::tuple<std::string, std::string, std::string>>;

Triples triples_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if (code >= 0x80 || std::isalnum(code) != 0) {
            words.back().push_back(static_cast<char>(code < 0x80 ? std::tolower(code) : code));
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    Triples triples;
    for (std::size_t i = 2; i < words.size(); ++i) {
        triples.emplace(words[i - 2], words[i - 1], words[i]);
    }
    return triples;
}

}  // namespace

double contained_by_hand(const std::string& one, const std::string& other) {
    auto fewer = triples_of(one);
    auto more = triples_of(other);
    if (fewer.size() > more.size()) {
        std::swap(fewer, more);
    }
    const auto shared =
        std::count_if(fewer.begin(), fewer.end(), [&](const auto& triple) { return more.contains(triple); });
    return fewer.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(fewer.size());
}
