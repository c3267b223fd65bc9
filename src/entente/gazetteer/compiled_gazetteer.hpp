// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/language.hpp>

namespace entente {

/// An entity as the image holds it; texts are places among Texts. The row behind the last one ends its aliases and roles.
struct EntityRow {
    std::uint32_t id;
    std::uint32_t name;
    std::uint32_t country;
    std::uint32_t category;
    std::uint32_t first_alias;  ///< row of Section::aliases
    std::uint32_t first_role;   ///< row of Section::roles
    std::uint32_t facts;        ///< byte of Section::facts
    std::uint32_t line;
    std::uint16_t file;
    std::uint8_t type;
    std::uint8_t gender;
};

struct AliasRow {
    enum Flag : std::uint8_t {
        standalone = 1,
        has_near = 2,  ///< its own evidence, not its entity's
        has_not_near = 4,
        has_facts = 8,  ///< evidence or allowances, which stand among the facts of its entity
    };

    std::uint32_t text;
    std::uint32_t languages;  ///< with a blank between; the empty text holds in every language
    std::uint32_t entity;
    std::uint32_t line;
    std::uint16_t file;
    std::uint8_t kind;
    std::uint8_t flags;

    [[nodiscard]] bool is(Flag flag) const { return (flags & flag) != 0; }
};

struct RoleRow {
    std::uint32_t entity;
    std::uint32_t title;
    std::uint32_t of;
    std::uint32_t line;
    std::uint32_t file;
    Date from;
    Date to;
};

/// Everyone who exists, read from an image row by row: what Gazetteer is to the files of YAML, this is to the tagger.
///
/// Errors: throws Error when a damaged image leads nowhere.
class CompiledGazetteer {
public:
    /// One entity; texts live as long as the image.
    class Entity {
    public:
        Entity(const CompiledGazetteer& gazetteer, std::uint32_t number)
            : gazetteer_(&gazetteer), row_(&gazetteer.entities_[number]), number_(number) {}

        [[nodiscard]] std::string_view id() const { return gazetteer_->texts_[row_->id]; }
        [[nodiscard]] std::string_view name() const { return gazetteer_->texts_[row_->name]; }
        [[nodiscard]] std::string_view country() const { return gazetteer_->texts_[row_->country]; }
        [[nodiscard]] std::string_view category() const { return gazetteer_->texts_[row_->category]; }
        [[nodiscard]] EntityType type() const {
            if (row_->type > static_cast<std::uint8_t>(EntityType::place)) refuse_damaged_image();
            return static_cast<EntityType>(row_->type);
        }
        [[nodiscard]] char gender() const { return static_cast<char>(row_->gender); }
        [[nodiscard]] std::span<const AliasRow> aliases() const {
            return gazetteer_->aliases_.between(row_->first_alias, next().first_alias);
        }
        /// `number` counts into aliases().
        [[nodiscard]] const AliasRow& alias(std::uint32_t number) const {
            const auto rows = aliases();
            if (number >= rows.size()) refuse_damaged_image();
            return rows[number];
        }
        [[nodiscard]] std::span<const RoleRow> roles() const {
            return gazetteer_->roles_.between(row_->first_role, next().first_role);
        }

    private:
        [[nodiscard]] const EntityRow& next() const { return gazetteer_->entities_[std::size_t{number_} + 1]; }

        const CompiledGazetteer* gazetteer_;
        const EntityRow* row_;
        std::uint32_t number_;
    };

    explicit CompiledGazetteer(const Image& image);

    [[nodiscard]] std::uint32_t size() const {
        return entities_.size() == 0 ? 0 : static_cast<std::uint32_t>(entities_.size() - 1);
    }
    [[nodiscard]] Entity entity(std::uint32_t number) const { return {*this, number}; }
    [[nodiscard]] const Rows<AliasRow>& aliases() const { return aliases_; }
    [[nodiscard]] const Rows<RoleRow>& roles() const { return roles_; }
    [[nodiscard]] std::string_view text(std::uint32_t place) const { return texts_[place]; }
    /// What Entity::aliases holds under this number.
    [[nodiscard]] std::uint32_t number_in_entity(std::uint32_t alias) const {
        return alias - entities_[aliases_[alias].entity].first_alias;
    }
    /// `gazetteer/people/russia.yaml:41`
    [[nodiscard]] std::string where(const RoleRow& role) const;

    /// Writes the gazetteer itself; who looks things up in it adds sections of their own.
    /// Errors: throws Error for more than 65,535 files.
    static void compile(const Gazetteer& gazetteer, std::span<const Language> languages, ImageBuilder& builder);

private:
    Texts texts_;
    Rows<EntityRow> entities_;
    Rows<AliasRow> aliases_;
    Rows<RoleRow> roles_;
    Rows<std::uint32_t> files_;
};

/// The gazetteer that an image was made of, and the languages. Complexity: O(bytes of the image).
/// Errors: throws Error when the image is damaged.
[[nodiscard]] Gazetteer gazetteer_in(const Image& image);
[[nodiscard]] std::vector<Language> languages_in(const Image& image);

}  // namespace entente
