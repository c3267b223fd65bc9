// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/gazetteer.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace entente {
namespace {

/// Each is moved once: they are large.
std::vector<Entity> sorted_by_id(std::vector<Entity> entities) {
    if (std::ranges::is_sorted(entities, {}, &Entity::id)) return entities;
    std::vector<std::uint32_t> order(entities.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t row) -> std::string_view { return entities[row].id; });
    std::vector<Entity> sorted;
    sorted.reserve(entities.size());
    for (const std::uint32_t row : order) sorted.push_back(std::move(entities[row]));
    return sorted;
}

}  // namespace

Gazetteer::Gazetteer(std::vector<Entity> entities, std::vector<std::string> files, std::vector<Redirect> redirects)
    : entities_(sorted_by_id(std::move(entities))), files_(std::move(files)), redirects_(std::move(redirects)) {
    std::ranges::sort(redirects_, {}, &Redirect::from);
}

std::optional<std::uint32_t> Gazetteer::find(std::string_view id) const {
    const auto found =
        std::lower_bound(entities_.begin(), entities_.end(), id,
                         [](const Entity& entity, std::string_view wanted) { return entity.id < wanted; });
    if (found == entities_.end() || found->id != id) return {};
    return static_cast<std::uint32_t>(found - entities_.begin());
}

std::vector<std::uint32_t> Gazetteer::meant_by(std::string_view id) const {
    if (const auto known = find(id)) return {*known};
    std::vector<std::uint32_t> meant;
    const auto redirect = std::ranges::lower_bound(redirects_, id, {}, &Redirect::from);
    if (redirect == redirects_.end() || redirect->from != id) return meant;
    for (const auto& to : redirect->to)
        if (const auto known = find(to)) meant.push_back(*known);
    return meant;
}

std::string Gazetteer::where(Origin origin) const {
    if (origin.file >= files_.size()) return {};
    return files_[origin.file] + ':' + std::to_string(origin.line);
}

}  // namespace entente
