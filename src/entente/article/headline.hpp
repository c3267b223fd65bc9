// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/date.hpp>
#include <entente/article/phrases.hpp>

namespace entente {

/// Short, without a final full stop, and no date.
[[nodiscard]] bool looks_like_headline(std::string_view line);

/// "West Wants ‘2nd Front,’ Spy Claims": a headline whose longer words have capitals.
[[nodiscard]] bool looks_like_subhead(std::string_view line);

/// The words of a headline, to be compared with those of others.
class HeadlineWords {
public:
    /// `plain` must outlive it.
    explicit HeadlineWords(std::string_view plain);

    /// Whether a plain form says the same in nearly the same words, as two headlines of one story do.
    /// Complexity: O(1) for most texts, which share too few of their first words.
    [[nodiscard]] bool say_the_same_as(std::string_view plain) const;

private:
    [[nodiscard]] bool may_say_the_same_as(std::string_view plain) const;

    std::string_view plain_;
    std::size_t count_ = 0;     ///< of words
    std::uint64_t filter_ = 0;  ///< a bit for each word
};

/// Where the site's name at the end of a headline starts (" - Example News", " | Example"); npos without one.
/// A hyphen proves nothing by itself: the words before it must stand again in a headline of `others`.
[[nodiscard]] std::size_t site_suffix(std::string_view headline, const std::vector<std::string_view>& others);

/// The date of a line that holds nothing else but a label, an hour or a place: "Updated: April 4, 2023",
/// "Geneva, 23.02.2022". `hits` are those of the line.
[[nodiscard]] std::optional<Date> date_of_line(std::string_view line, PhraseHits hits);

/// Day and month of a line that holds nothing else but a label: "Updated: March 2". Date{} without them.
[[nodiscard]] Date day_of_line(std::string_view line, PhraseHits hits);

}  // namespace entente
