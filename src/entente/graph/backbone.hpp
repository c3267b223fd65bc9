// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

/// Which edges are more than chance would give: this row is all that the program knows of a filter.
struct Backbone {
    std::string_view name;     ///< "disparity"
    std::string_view summary;  ///< for the help, the manual and the README
    /// For each edge how likely it, or a heavier one, would be there by chance alone: from 0 to 1, the less the more telling.
    std::vector<double> (*chances)(const Network& network);
};

/// disparity, noise-corrected, marginal-likelihood, hypergeometric, sdsm and forest.
///
/// disparity            an edge against the others of each end: (1 - w/s)^(degree - 1), the lesser of both ends. Who has
///                      one edge has no say. Serrano, Boguñá & Vespignani 2009, PNAS 106:6483.
/// noise-corrected      an edge against what the strengths of both ends let expect, with the uncertainty of counts.
///                      Coscia & Neffke 2017, ICDE. 0 where one end has part in every edge.
/// marginal-likelihood  whole encounters dealt out at random by strength. Dianati 2016, PRE 93:012304. Of `articles`.
/// hypergeometric       names dealt out to articles that are all alike. Tumminello et al. 2011, PLoS ONE 6:e17994.
/// sdsm                 names dealt out to articles as long as they are: a long article links anybody. Neal 2014, Social
///                      Networks 39:84, with the probabilities of Saracco et al. 2015, Sci. Rep. 5:10595. Exact up to a thousand
///                      articles, then by the refined normal approximation (Volkova 1996, Theory Probab. Appl. 40:791).
/// forest               0 for the edges of the maximum spanning forest, 1 for the others: with it nothing falls apart.
///                      Of equal weights the first edge is taken. Kruskal 1956.
///
/// Complexity: O(edges log edges); of sdsm O(edges * distinct sizes of articles), and to a thousand articles
///             O(edges * articles * articles of the rarer end).
[[nodiscard]] std::span<const Backbone> backbones();

/// Nothing when there is no such name.
[[nodiscard]] const Backbone* backbone_called(std::string_view name);

}  // namespace entente
