// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/date.hpp>
#include <entente/gazetteer/rare.hpp>

namespace entente {

enum class EntityType : std::uint8_t { person, country, organization, place };

[[nodiscard]] std::string_view name_of(EntityType type);
[[nodiscard]] std::optional<EntityType> entity_type_of(std::string_view name);

/// Where a line of the gazetteer stands: `file` counts into Gazetteer::files, `line` from 1.
struct Origin {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
};

/// What an alias is, as the schema's key says it.
enum class AliasKind : std::uint8_t { name, alias, acronym, demonym, capital, metonym };

/// Company that speaks for or against an owner of a name.
struct Evidence {
    std::vector<std::string> near;             ///< names in the article that speak for it
    std::vector<std::string> not_near;         ///< names in the article that speak against it
    std::vector<std::string> not_followed_by;  ///< words right behind it that make it another name
    std::vector<std::string> not_preceded_by;  ///< words right before it that make it another name

    [[nodiscard]] bool company() const { return !near.empty() || !not_near.empty(); }
    [[nodiscard]] bool neighbours() const { return !not_followed_by.empty() || !not_preceded_by.empty(); }
};

/// A lint that is not told of this entity or alias, and why it is no fault.
struct Allowance {
    std::string lint;  ///< its code
    std::string because;
    Origin origin;
};

struct Alias {
    std::string text;
    AliasKind kind = AliasKind::alias;
    std::vector<std::string> languages;  ///< BCP 47; none holds in every language
    bool standalone = false;             ///< a bare surname that needs no full name before it
    Rare<Evidence> evidence;             ///< its own, beside its entity's
    std::vector<Allowance> allowed;
    Origin origin;
};

/// An office held from the first to the last day, both inclusive; an unknown end is still open.
struct Role {
    std::string title;  ///< lower case: "foreign minister"
    std::string of;     ///< full id of the country, organization or place
    Date from;
    Date to;
    Origin origin;
};

/// An id that was given up, and the full ids of who has its meaning now: several after a split, ordered.
struct Redirect {
    std::string from;
    std::vector<std::string> to;
};

/// One person, country, organization or place that the gazetteer knows.
struct Entity {
    std::string id;  ///< "person/sergey-lavrov"
    EntityType type = EntityType::person;
    std::string name;            ///< the label in every output
    std::vector<Alias> aliases;  ///< the name itself first
    std::string country;         ///< full id, or empty
    std::string surname;         ///< of a person, when it is not the last word of the name
    char gender = 0;             ///< 'm', 'f' or 0
    std::string iso;             ///< ISO 3166 alpha-2 of a country: data, never an alias
    std::string category;        ///< the key `class` of an organization or place
    std::string part_of;         ///< full id, or empty
    bool disputed = false;
    Date until;  ///< end of a historic state
    std::vector<Role> roles;
    std::vector<std::string> not_same;  ///< full ids
    std::vector<std::string> wikidata;
    std::string source;   ///< where it was taken from, "opensanctions NK-7dK2": name of the source, id there; or empty
    std::string licence;  ///< of the source: an SPDX identifier or a text; or empty
    Rare<Evidence> evidence;
    std::vector<Allowance> allowed;  ///< for all that it says, its aliases too
    Origin origin;
};

}  // namespace entente
