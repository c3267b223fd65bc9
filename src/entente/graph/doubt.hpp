// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace entente {

/// Who is only perhaps named in an article, when undecided mentions are split. Shares are in percent, those of pairs in
/// ten-thousandths, so that sums are whole numbers and do not depend on their order.
struct Doubt {
    struct Share {
        std::uint32_t entity = 0;
        std::uint32_t percent = 0;  ///< the highest score of its mentions there
    };

    static constexpr std::uint32_t whole = 10'000;  ///< of a pair that is surely named

    std::vector<Share> shares;  ///< ascending by entity; who is not listed is surely named
    /// Candidates of one mention who are never surely named: at most one of the two is meant. Ascending, the lesser first.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rivals;

    /// What the article adds to the pair: the product of the shares, and nothing for rivals.
    [[nodiscard]] std::uint32_t share_of(std::uint32_t one, std::uint32_t other) const;
};

}  // namespace entente
