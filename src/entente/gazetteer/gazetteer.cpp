// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/gazetteer.hpp>

#include <algorithm>
#include <utility>

namespace entente {

Gazetteer::Gazetteer(std::vector<Entity> entities, std::vector<std::string> files)
    : entities_(std::move(entities)), files_(std::move(files)) {
    std::sort(entities_.begin(), entities_.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
}

std::optional<std::uint32_t> Gazetteer::find(std::string_view id) const {
    const auto found =
        std::lower_bound(entities_.begin(), entities_.end(), id,
                         [](const Entity& entity, std::string_view wanted) { return entity.id < wanted; });
    if (found == entities_.end() || found->id != id) return {};
    return static_cast<std::uint32_t>(found - entities_.begin());
}

std::string Gazetteer::where(Origin origin) const {
    if (origin.file >= files_.size()) return {};
    return files_[origin.file] + ':' + std::to_string(origin.line);
}

}  // namespace entente
