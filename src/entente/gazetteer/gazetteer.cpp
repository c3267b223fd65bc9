// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/gazetteer.hpp>

#include <algorithm>
#include <utility>

namespace entente {

Gazetteer::Gazetteer(std::vector<Entity> entities, std::vector<std::string> files, std::vector<Redirect> redirects)
    : entities_(std::move(entities)), files_(std::move(files)), redirects_(std::move(redirects)) {
    std::ranges::sort(entities_, {}, &Entity::id);
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
