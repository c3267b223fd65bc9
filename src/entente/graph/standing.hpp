// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>

#include <entente/graph/stories.hpp>

namespace entente {

/// One of the articles that print a story.
struct Printing {
    std::uint32_t article = 0;
    std::uint32_t strange = 0;  ///< tenths of its text that surely are no part of the story
    std::uint32_t foreign = 0;  ///< tenths of its text that perhaps are none
};

/// Chooses the article that stands for a story, in the order of Standing: at each step those with the best value stay.
/// Errors: there must be one at least.
[[nodiscard]] std::pair<std::uint32_t, Standing> standing_among(std::span<const Printing> printings,
                                                                const SignatureTable& signatures,
                                                                std::span<const Merit> merits);

}  // namespace entente
