// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/period.hpp>

#include <functional>

namespace entente {

Period::Place Period::place_of(Date date) const {
    if (open()) return Place::inside;
    if (!date.known()) return Place::undated;
    const bool may_begin = !from.known() || latest(date) >= earliest(from);
    const bool may_end = !to.known() || earliest(date) <= latest(to);
    if (!may_begin || !may_end) return Place::outside;
    const bool begins = !from.known() || earliest(date) >= earliest(from);
    const bool ends = !to.known() || latest(date) <= latest(to);
    return begins && ends ? Place::inside : Place::unclear;
}

bool OutsidePeriod::add(const std::string& id, Period::Place place) {
    if (!ids_.insert(std::hash<std::string>{}(id)).second) return false;
    ++(place == Period::Place::outside ? outside_ : place == Period::Place::unclear ? unclear_ : undated_);
    return true;
}

}  // namespace entente
