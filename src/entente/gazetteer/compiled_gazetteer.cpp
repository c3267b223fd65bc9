// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/compiled_gazetteer.hpp>

#include <algorithm>
#include <limits>
#include <utility>

#include <entente/gazetteer/packed_facts.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

/// Writes the rows of the entities, their aliases and roles, and the facts that have no row.
class Compiling {
public:
    explicit Compiling(ImageBuilder& builder) : builder_(builder) {}

    void add(const Gazetteer& gazetteer) {
        for (const Entity& entity : gazetteer.entities()) add(entity);
        entities_.push_back({0, 0, 0, 0, count(aliases_), count(roles_), 0, 0, 0, 0, 0});
        builder_.add(Section::entities, entities_);
        builder_.add(Section::aliases, aliases_);
        builder_.add(Section::roles, roles_);
        builder_.add(Section::facts, std::string_view(facts_));
        std::vector<std::uint32_t> files;
        for (const std::string& file : gazetteer.files()) files.push_back(builder_.text(file));
        builder_.add(Section::files, files);
    }

private:
    template <class Row>
    [[nodiscard]] static std::uint32_t count(const std::vector<Row>& rows) {
        return static_cast<std::uint32_t>(rows.size());
    }

    static std::uint16_t file_of(Origin origin) {
        if (origin.file > std::numeric_limits<std::uint16_t>::max())
            throw Error("the gazetteer has more than 65,535 files", "join some of them");
        return static_cast<std::uint16_t>(origin.file);
    }

    void add(const Entity& entity) {
        entities_.push_back({builder_.text(entity.id), builder_.text(entity.name), builder_.text(entity.country),
                             builder_.text(entity.category), count(aliases_), count(roles_),
                             static_cast<std::uint32_t>(facts_.size()), entity.origin.line, file_of(entity.origin),
                             static_cast<std::uint8_t>(entity.type), static_cast<std::uint8_t>(entity.gender)});
        FactsWriter facts(PlacesOfTexts(builder_), facts_);
        pack(facts, entity);
        const std::uint32_t number = count(entities_) - 1;
        for (const Alias& alias : entity.aliases) {
            aliases_.push_back({builder_.text(alias.text), languages_of(alias), number, alias.origin.line,
                                file_of(alias.origin), static_cast<std::uint8_t>(alias.kind), flags_of(alias)});
            if (aliases_.back().is(AliasRow::has_facts)) pack(facts, alias);
        }
        for (const Role& role : entity.roles)
            roles_.push_back({number, builder_.text(role.title), builder_.text(role.of), role.origin.line,
                              role.origin.file, role.from, role.to});
    }

    std::uint32_t languages_of(const Alias& alias) {
        std::string languages;
        for (const std::string& language : alias.languages) languages += (languages.empty() ? "" : " ") + language;
        return builder_.text(languages);
    }

    static std::uint8_t flags_of(const Alias& alias) {
        const Evidence& evidence = *alias.evidence;
        const bool facts = evidence.company() || evidence.neighbours() || !alias.allowed.empty();
        return static_cast<std::uint8_t>(
            (alias.standalone ? AliasRow::standalone : 0) | (evidence.near.empty() ? 0 : AliasRow::has_near)
            | (evidence.not_near.empty() ? 0 : AliasRow::has_not_near) | (facts ? AliasRow::has_facts : 0));
    }

    ImageBuilder& builder_;
    std::vector<EntityRow> entities_;
    std::vector<AliasRow> aliases_;
    std::vector<RoleRow> roles_;
    std::string facts_;
};

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// Makes the entities of an image anew.
class Reading {
public:
    explicit Reading(const Image& image)
        : texts_(image),
          entities_(image.rows<EntityRow>(Section::entities)),
          aliases_(image.rows<AliasRow>(Section::aliases)),
          roles_(image.rows<RoleRow>(Section::roles)),
          facts_(image.bytes(Section::facts)) {}

    [[nodiscard]] Entity entity(std::size_t number) const {
        const EntityRow& row = entities_[number];
        const EntityRow& next = entities_[number + 1];
        if (row.type > static_cast<std::uint8_t>(EntityType::place)) refuse_damaged_image();
        Entity entity;
        entity.id = texts_[row.id];
        entity.type = static_cast<EntityType>(row.type);
        entity.name = texts_[row.name];
        entity.country = texts_[row.country];
        entity.category = texts_[row.category];
        entity.gender = static_cast<char>(row.gender);
        entity.origin = {row.file, row.line};
        FactsReader facts(TextsAtPlaces(texts_), facts_, row.facts);
        pack(facts, entity);
        for (const AliasRow& alias_row : aliases_.between(row.first_alias, next.first_alias)) {
            if (alias_row.kind > static_cast<std::uint8_t>(AliasKind::metonym)) refuse_damaged_image();
            Alias& alias = entity.aliases.emplace_back();
            alias.text = texts_[alias_row.text];
            alias.kind = static_cast<AliasKind>(alias_row.kind);
            alias.languages = words_in(texts_[alias_row.languages]);
            alias.standalone = alias_row.is(AliasRow::standalone);
            alias.origin = {alias_row.file, alias_row.line};
            if (alias_row.is(AliasRow::has_facts)) pack(facts, alias);
        }
        for (const RoleRow& role : roles_.between(row.first_role, next.first_role))
            entity.roles.push_back({std::string(texts_[role.title]),
                                    std::string(texts_[role.of]),
                                    role.from,
                                    role.to,
                                    {role.file, role.line}});
        return entity;
    }

private:
    Texts texts_;
    Rows<EntityRow> entities_;
    Rows<AliasRow> aliases_;
    Rows<RoleRow> roles_;
    std::string_view facts_;
};

}  // namespace

CompiledGazetteer::CompiledGazetteer(const Image& image)
    : texts_(image),
      entities_(image.rows<EntityRow>(Section::entities)),
      aliases_(image.rows<AliasRow>(Section::aliases)),
      roles_(image.rows<RoleRow>(Section::roles)),
      files_(image.rows<std::uint32_t>(Section::files)) {}

std::string CompiledGazetteer::where(const RoleRow& role) const {
    if (role.file >= files_.size()) return {};
    return std::string(texts_[files_[role.file]]) + ':' + std::to_string(role.line);
}

void CompiledGazetteer::compile(const Gazetteer& gazetteer, std::span<const Language> languages,
                                ImageBuilder& builder) {
    Compiling(builder).add(gazetteer);
    std::string bytes;
    FactsWriter(PlacesOfTexts(builder), bytes)(std::vector<Language>(languages.begin(), languages.end()));
    builder.add(Section::languages, std::string_view(bytes));
}

Gazetteer gazetteer_in(const Image& image) {
    const Reading reading(image);
    const std::uint32_t size = CompiledGazetteer(image).size();
    std::vector<Entity> entities;
    for (std::uint32_t number = 0; number < size; ++number) entities.push_back(reading.entity(number));
    const Texts texts(image);
    std::vector<std::string> files;
    for (const std::uint32_t file : image.rows<std::uint32_t>(Section::files)) files.emplace_back(texts[file]);
    return {std::move(entities), std::move(files)};
}

std::vector<Language> languages_in(const Image& image) {
    std::vector<Language> languages;
    if (image.bytes(Section::languages).empty()) return languages;
    FactsReader(TextsAtPlaces(Texts(image)), image.bytes(Section::languages))(languages);
    return languages;
}

}  // namespace entente
