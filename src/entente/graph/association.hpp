// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// In how many articles two entities are named: the 2x2 table of a pair.
/// Never more than `articles` in the others, and `both` never less than `one + other - articles`.
struct PairCounts {
    std::uint32_t both = 0;
    std::uint32_t one = 0;       ///< with or without the other; above 0
    std::uint32_t other = 0;     ///< above 0
    std::uint32_t articles = 0;  ///< of the whole corpus
};

/// How closely two entities belong together, beyond how often they are named: this row is all that the program knows
/// of a measure.
struct Association {
    std::string_view name;     ///< "npmi"
    std::string_view summary;  ///< for the help, the manual and the README
    double (*of)(const PairCounts& counts);
};

/// jaccard, dice, simpson, cosine, association, pmi, ppmi, npmi, log-likelihood, chi-squared, hypergeometric.
///
/// Errors:     `of` throws Error for counts that cannot be.
/// Complexity: O(1), of hypergeometric O(standard deviation of `both`).
/// Source:     Salton & McGill 1983 (cosine); van Eck & Waltman 2009, JASIST 60:1635 (association strength, here times
///             the number of articles, so that 1 is independence); Church & Hanks 1990 (PMI); Bouma 2009 (NPMI);
///             Dunning 1993, CL 19:61 (log-likelihood); Tumminello et al. 2011, PLoS ONE 6:e17994 (hypergeometric).
[[nodiscard]] std::span<const Association> associations();

/// Nothing when there is no such name.
[[nodiscard]] const Association* association_called(std::string_view name);

/// How likely it is that chance names the two together in `both` articles or more, when each keeps its number of
/// articles: the upper tail of the hypergeometric distribution (Fisher's exact test), as -log10, for p may be
/// smaller than any double.
[[nodiscard]] double surprise(const PairCounts& counts);

/// The share of false discoveries that has to be accepted with each of the tested pairs, by Benjamini & Hochberg 1995.
/// In and out as -log10, in the same order. `tests` is the number of pairs that could have been found, those that were
/// never seen too: they have p = 1.
/// Complexity: O(n log n).
[[nodiscard]] std::vector<double> false_discovery(std::span<const double> surprises, std::uint64_t tests);

}  // namespace entente
