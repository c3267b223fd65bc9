// SPDX-License-Identifier: Apache-2.0
#include "page_by_hand.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "words_by_hand.hpp"

namespace {

bool is_letter(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

// Whether `phrase`, in which # is a whole number without commas, stands at the start of `text`, no word behind it.
bool stands_here(std::string_view text, std::string_view phrase) {
    std::size_t at = 0;
    for (const char c : phrase) {
        if (at == text.size()) return false;
        if (c != '#' && text[at] != c) return false;
        if (c == '#' && !(text[at] >= '0' && text[at] <= '9')) return false;
        do ++at;
        while (c == '#' && at < text.size() && text[at] >= '0' && text[at] <= '9');
    }
    return at == text.size() || !is_word(text[at]) || !is_word(text[at - 1]);
}

std::multiset<std::string> words_in(const std::string& bare) {
    std::istringstream words(bare);
    return {std::istream_iterator<std::string>(words), {}};
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> phrases_by_hand(std::string_view plain,
                                                                 const std::vector<std::string>& phrases) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t at = 0; at < plain.size(); ++at)
        for (std::size_t i = 0; i < phrases.size() && (at == 0 || !is_word(plain[at - 1])); ++i)
            if (stands_here(plain.substr(at), phrases[i])) found.emplace_back(at, i);
    return found;
}

bool says_the_same_by_hand(std::string_view plain, std::string_view other) {
    const auto bare = bare_by_hand(plain);
    const auto bare_other = bare_by_hand(other);
    const auto one = words_in(bare);
    const auto two = words_in(bare_other);
    std::vector<std::string> both;
    std::ranges::set_intersection(one, two, std::back_inserter(both));
    const auto [fewer, more] = std::minmax({one.size(), two.size()});
    return (bare == bare_other && !bare.empty()) || (fewer >= 5 && both.size() * 10 >= more * 8);
}

std::size_t language_by_hand(std::string_view text, const std::vector<std::vector<std::string>>& languages) {
    std::vector<std::size_t> uses(languages.size());
    std::string word;
    std::size_t words = 0;
    for (std::size_t at = 0; at <= text.size() && words < 200; ++at) {
        if (at < text.size() && is_letter(text[at])) {
            word += text[at];
        } else if (!word.empty()) {
            ++words;
            for (std::size_t i = 0; i < languages.size(); ++i)
                uses[i] += std::ranges::count(languages[i], word) > 0 ? 1 : 0;
            word.clear();
        }
    }
    const auto most = static_cast<std::size_t>(std::ranges::max_element(uses) - uses.begin());
    return uses[most] >= uses[0] + 3 ? most : 0;
}
