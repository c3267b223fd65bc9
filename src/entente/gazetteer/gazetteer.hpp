// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

/// Everyone who exists, ordered by id, so that two readings of the same files give the same numbers.
class Gazetteer {
public:
    Gazetteer() = default;
    /// Sorts both lists. Ids must be unique, and redirects lead to ids of entities.
    Gazetteer(std::vector<Entity> entities, std::vector<std::string> files, std::vector<Redirect> redirects = {});

    [[nodiscard]] const std::vector<Entity>& entities() const { return entities_; }
    [[nodiscard]] const std::vector<std::string>& files() const { return files_; }
    [[nodiscard]] const std::vector<Redirect>& redirects() const { return redirects_; }
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
    /// Who has this id, or has its meaning since it was given up: several after a split, ordered; none for an unknown id.
    [[nodiscard]] std::vector<std::uint32_t> meant_by(std::string_view id) const;
    /// `gazetteer/people/russia.yaml:41`
    [[nodiscard]] std::string where(Origin origin) const;

private:
    std::vector<Entity> entities_;
    std::vector<std::string> files_;
    std::vector<Redirect> redirects_;
};

/// Reads YAML files, folders of them recursively in sorted order, and compiled gazetteers into one gazetteer.
///
/// Errors: appends every fault found to `diagnostics` with its place and a hint, and leaves out what is
///         faulty; throws Error only when a path cannot be read at all, or a compiled gazetteer is damaged.
/// Source: the schema is described in gazetteer/README.md.
[[nodiscard]] Gazetteer read_gazetteer(const std::vector<std::string>& paths, Diagnostics& diagnostics);

}  // namespace entente
