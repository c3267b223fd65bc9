// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/doubt.hpp>

#include <algorithm>

namespace entente {

std::uint32_t Doubt::share_of(std::uint32_t one, std::uint32_t other) const {
    if (std::ranges::binary_search(rivals, std::pair(std::min(one, other), std::max(one, other)))) {
        return 0;
    }
    const auto percent = [this](std::uint32_t entity) {
        const auto share = std::ranges::lower_bound(shares, entity, {}, &Share::entity);
        return share != shares.end() && share->entity == entity ? share->percent : 100U;
    };
    return percent(one) * percent(other);
}

}  // namespace entente
