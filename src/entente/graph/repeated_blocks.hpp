// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

struct CorpusRows;

/// Which paragraphs are page furniture, because their publisher prints them under many stories: the values of
/// KeptSentence::block, ascending.
///
/// A line is furniture when three stories have it: a list of links. Prose has to stand behind or before all that
/// is the story's own, in five stories, and to name those whom the stories do not: what an author tells again in a series
/// of follow-ups names whom the series is about. Only articles with prose of their own are asked, and copies of one
/// story once. A line of fewer than four words, as a subhead or a speaker, has to stand as prose does.
///
/// `stories`:  by article, the same number for all that print one story; empty when each is its own.
/// Complexity: O(n log n) in sentences. The order of the articles changes nothing.
/// Source:     thresholds by measurement, see tests/bench/README.md.
[[nodiscard]] std::vector<std::uint64_t> furniture_in(const CorpusRows& rows, std::span<const std::uint32_t> stories);

}  // namespace entente
