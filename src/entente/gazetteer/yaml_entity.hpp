// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/yaml.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

/// An id that one entity writes of another; looked up when every file is read.
struct YamlReference {
    enum class Slot : std::uint8_t { country, part_of, role, not_same };

    Slot slot = Slot::country;
    std::uint32_t row = 0;  ///< of Entity::roles or Entity::not_same
    const YamlNode* node = nullptr;
};

/// Bytes of the longest name that is taken; a longer one is a quote or bracket left open.
inline constexpr std::size_t longest_text = 200;

/// Whether `text` has the form of a BCP 47 code.
[[nodiscard]] bool is_language_code(std::string_view text);

/// Whether `text` is what stands behind the slash of an id: kebab-case ASCII.
[[nodiscard]] bool is_slug(std::string_view text);

/// What entities of this type may write behind `class:`; nothing for those that have no class.
[[nodiscard]] std::span<const std::string_view> classes_of(EntityType type);

/// Whether entities of this type may have `class: word`.
[[nodiscard]] bool is_class_of(EntityType type, std::string_view word);

struct YamlEntity {
    Entity entity;
    std::vector<YamlReference> references;
    const YamlNode* id = nullptr;
};

/// Reads one row of `entities:`. Faults go to `diagnostics`; a row without a usable id or name gives an empty id.
/// Source: the keys are described in gazetteer/README.md.
[[nodiscard]] YamlEntity read_yaml_entity(const YamlFile& file, std::uint32_t file_number, EntityType type,
                                          const YamlNode& node, Diagnostics& diagnostics);

}  // namespace entente
