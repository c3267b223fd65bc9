// SPDX-License-Identifier: Apache-2.0
#include <entente/article/line_shapes.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

#include <entente/article/paragraphs.hpp>
#include <entente/article/word_masks.hpp>

namespace entente {

PageMarks::PageMarks(std::string_view page)
    : foreign(has_foreign(page)),
      stroke(page.find('/') != std::string_view::npos),
      bracket(page.find(']') != std::string_view::npos),
      bar(foreign || page.find('|') != std::string_view::npos),
      via(page.find("via") != std::string_view::npos) {}

bool is_address(std::string_view plain) {
    while (!plain.empty() && (plain.front() == '<' || plain.front() == ' ')) plain.remove_prefix(1);
    const bool starts = plain.starts_with("http://") || plain.starts_with("https://") || plain.starts_with("www.");
    return starts && plain.find(' ') == std::string_view::npos;
}

bool is_menu(std::string_view line) {
    constexpr std::array<std::string_view, 3> bars = {" | ", " · ", " • "};
    constexpr std::size_t longest_entry = 30;  // bytes
    for (const auto bar : bars) {
        if (line.substr(0, longest_entry + 2).find(bar[1]) == std::string_view::npos) continue;
        std::size_t entries = 1;
        std::size_t longest = 0;
        std::size_t begin = 0;
        for (auto at = line.find(bar); at != std::string_view::npos; at = line.find(bar, begin)) {
            longest = std::max(longest, at - begin);
            begin = at + bar.size();
            ++entries;
        }
        if (entries >= 3 && std::max(longest, line.size() - begin) <= longest_entry && !ends_sentence(line))
            return true;
    }
    return false;
}

bool is_link_title(std::string_view line) {
    if (line.size() > 200) return false;
    return !ends_sentence(line) || (line.ends_with('?') && line.size() < 120);
}

}  // namespace entente
