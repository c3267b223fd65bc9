// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/text/prefetch.hpp>

namespace entente {

/// An entity as the image holds it; texts are places among Texts. The row behind the last one ends its aliases.
struct EntityRow {
    std::uint32_t id;           ///< behind it stands the name
    std::uint32_t first_alias;  ///< row of Section::aliases
    std::uint32_t
        traits;  ///< bits 0 and 1: type; 2 and 3: gender, 0 where it is not known; 4: has roles; from 8: row of homes

    static constexpr std::uint32_t has_roles = 16;
};

/// What many entities share.
struct HomeRow {
    std::uint32_t country;
    std::uint32_t category;
};

struct AliasRow {
    enum Flag : std::uint8_t {
        standalone = 1,
        has_near = 2,  ///< its own evidence, not its entity's
        has_not_near = 4,
        has_facts = 8,  ///< a line, evidence or allowances, which stand among the facts of its entity
    };

    std::uint32_t text;
    std::uint32_t traits;  ///< bits 0 to 3: flags; 4 to 7: kind; from 8: row of Section::alias_languages

    [[nodiscard]] bool is(Flag flag) const { return (traits & flag) != 0; }
    [[nodiscard]] AliasKind kind() const {
        const std::uint32_t kind = traits >> 4 & 15;
        if (kind > static_cast<std::uint32_t>(AliasKind::metonym)) refuse_damaged_image();
        return static_cast<AliasKind>(kind);
    }
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
        [[nodiscard]] std::string_view name() const { return gazetteer_->texts_.behind(row_->id); }
        [[nodiscard]] std::string_view country() const { return gazetteer_->texts_[home().country]; }
        [[nodiscard]] std::string_view category() const { return gazetteer_->texts_[home().category]; }
        [[nodiscard]] EntityType type() const { return static_cast<EntityType>(row_->traits & 3); }
        [[nodiscard]] char gender() const { return std::string_view("\0mf\0", 4)[row_->traits >> 2 & 3]; }
        [[nodiscard]] std::span<const AliasRow> aliases() const {
            return gazetteer_->aliases_.between(row_->first_alias, next().first_alias);
        }
        /// `number` counts into aliases().
        [[nodiscard]] const AliasRow& alias(std::uint32_t number) const {
            const auto rows = aliases();
            if (number >= rows.size()) refuse_damaged_image();
            return rows[number];
        }
        /// Complexity: O(log roles of all).
        [[nodiscard]] std::span<const RoleRow> roles() const;

    private:
        [[nodiscard]] const HomeRow& home() const { return gazetteer_->homes_[row_->traits >> 8]; }
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
    /// Asks for the memory of an entity's row.
    void prefetch(std::uint32_t number) const {
        if (number < entities_.size()) prefetch_line(&entities_[number]);
    }
    [[nodiscard]] const Rows<AliasRow>& aliases() const { return aliases_; }
    [[nodiscard]] const Rows<RoleRow>& roles() const { return roles_; }
    [[nodiscard]] std::string_view text(std::uint32_t place) const { return texts_[place]; }
    /// The languages of an alias, with a blank between; the empty text holds in every language.
    [[nodiscard]] std::string_view languages(const AliasRow& alias) const {
        return texts_[alias_languages_[alias.traits >> 8]];
    }
    /// Whose alias this is, as a row of aliases(). Complexity: O(log entities).
    [[nodiscard]] std::uint32_t owner_of(std::uint32_t alias) const;
    /// What Entity::aliases holds under this number, of which `owner` is the owner.
    [[nodiscard]] std::uint32_t number_in_entity(std::uint32_t alias, std::uint32_t owner) const {
        return alias - entities_[owner].first_alias;
    }
    /// Who has this id. Complexity: O(log entities).
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
    /// `gazetteer/people/russia.yaml:41`
    [[nodiscard]] std::string where(const RoleRow& role) const;

private:
    Texts texts_;
    Rows<EntityRow> entities_;
    Rows<AliasRow> aliases_;
    Rows<RoleRow> roles_;
    Rows<HomeRow> homes_;
    Rows<std::uint32_t> alias_languages_;
    Rows<std::uint32_t> files_;
};

/// Writes the gazetteer itself; who looks things up in it adds sections of their own.
class GazetteerWriter {
public:
    explicit GazetteerWriter(ImageBuilder& builder) : builder_(builder) {}

    /// Takes the next entity by its id.
    void add(const Entity& entity);
    /// Writes all. The builder takes no more texts.
    void finish(const std::vector<std::string>& files, std::span<const Language> languages);

private:
    [[nodiscard]] std::uint32_t home_of(const Entity& entity);
    [[nodiscard]] std::uint32_t languages_of(const Alias& alias);

    ImageBuilder& builder_;
    GrowingRows<EntityRow> entities_;
    GrowingRows<AliasRow> aliases_;
    std::vector<RoleRow> roles_;
    std::vector<HomeRow> homes_;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_of_homes_;
    std::string last_country_;  ///< most entities have the home of the one before
    std::string last_category_;
    std::optional<std::uint32_t> last_home_;
    std::vector<std::uint32_t> languages_{0};  ///< places of texts; the first one is empty
    std::unordered_map<std::uint32_t, std::uint32_t> numbers_of_languages_;
    std::string facts_;
};

/// Makes the entities of an image anew, one after the other.
///
/// Errors: throws Error when the image is damaged.
class EntityReader {
public:
    explicit EntityReader(const Image& image);
    /// The next one by its id, into one that may hold another. False behind the last one.
    [[nodiscard]] bool next(Entity& entity);

private:
    Texts texts_;
    CompiledGazetteer gazetteer_;
    std::string_view facts_;
    std::uint32_t number_ = 0;
    std::size_t at_ = 0;  ///< byte of the facts
};

/// The gazetteer that an image was made of, and the languages. Complexity: O(bytes of the image).
/// Errors: throws Error when the image is damaged.
[[nodiscard]] Gazetteer gazetteer_in(const Image& image);
[[nodiscard]] std::vector<Language> languages_in(const Image& image);

}  // namespace entente
