// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

/// Articles as chance would write them: everybody is named as often as in the corpus on average, and every article names
/// as many as it does, but who meets whom is left to chance.
///
/// The bipartite configuration model (BiCM): the chance that entity i is named in article u is x_i y_u / (1 + x_i y_u),
/// with x and y so that the sums of rows and columns are as expected. Entities of as many articles are alike, and so are
/// articles of as many entities, so both are solved by classes.
/// Source: Saracco, Di Clemente, Gabrielli & Squartini 2015, Sci. Rep. 5:10595; iteration of Vallarano et al. 2021,
///         Sci. Rep. 11:15227.
class RandomArticles {
public:
    /// `entities` has the number of articles of each, `sizes` how many articles name how many of them. Both must be of
    /// one corpus: the sums are equal.
    RandomArticles(std::span<const std::uint32_t> entities, std::span<const ArticleSize> sizes);

    /// How likely two entities of `one` and `other` articles meet in `both` or more.
    [[nodiscard]] double chance(std::uint32_t both, std::uint32_t one, std::uint32_t other) const;

    /// The chance that an entity of `articles` articles is in an article of `size` entities.
    [[nodiscard]] double of_cell(std::uint32_t articles, std::uint32_t size) const;

private:
    /// Entities of as many articles, or articles of as many entities.
    struct Class {
        std::uint32_t degree = 0;
        std::uint32_t count = 0;
        double fitness = 0;  ///< x or y
        std::size_t certain =
            open;             ///< the step in which all or none of its cells that were open were found to be filled
        bool filled = false;  ///< of these cells
    };
    static constexpr std::size_t open = std::numeric_limits<std::size_t>::max();

    void fill_certain();
    void solve();
    [[nodiscard]] static double cell(const Class& entity, const Class& article);

    std::vector<Class> entities_;  ///< ascending by degree
    std::vector<Class> articles_;
    std::uint32_t total_ = 0;  ///< articles
};

}  // namespace entente
