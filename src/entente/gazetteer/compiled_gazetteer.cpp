// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/compiled_gazetteer.hpp>

#include <algorithm>
#include <utility>

#include <entente/gazetteer/packed_facts.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

[[nodiscard]] std::uint32_t count(const auto& rows) { return static_cast<std::uint32_t>(rows.size()); }

/// The number that `numbers` gives `key`, or the next one, for which there are 24 bits.
template <class Key>
std::pair<std::uint32_t, bool> number_of(Key key, std::uint32_t next, std::unordered_map<Key, std::uint32_t>& numbers) {
    const auto [found, is_new] = numbers.emplace(key, next);
    if (next >> 24 != 0)
        throw Error("the gazetteer has more than 16 million countries, classes or languages", "split it");
    return {found->second, is_new};
}

std::uint32_t flags_of(const Alias& alias) {
    const auto flag = [](bool set, AliasRow::Flag one) { return set ? static_cast<std::uint32_t>(one) : 0; };
    const bool facts = !says_nothing(alias.evidence) || !says_nothing(alias.origin) || !alias.allowed.empty();
    return flag(alias.standalone, AliasRow::standalone) | flag(!alias.evidence->near.empty(), AliasRow::has_near)
           | flag(!alias.evidence->not_near.empty(), AliasRow::has_not_near) | flag(facts, AliasRow::has_facts);
}

void cut_at_blanks(std::string_view text, std::vector<std::string>& words) {
    words.clear();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

std::uint32_t GazetteerWriter::home_of(const Entity& entity) {
    if (last_home_ && entity.country == last_country_ && entity.category == last_category_) return *last_home_;
    last_country_ = entity.country;
    last_category_ = entity.category;
    const HomeRow home{builder_.text(entity.country), builder_.text(entity.category)};
    const auto [number, is_new] =
        number_of(std::uint64_t{home.country} << 32 | home.category, count(homes_), numbers_of_homes_);
    if (is_new) homes_.push_back(home);
    last_home_ = number;
    return number;
}

std::uint32_t GazetteerWriter::languages_of(const Alias& alias) {
    if (alias.languages.empty()) return 0;
    std::string languages;
    for (const std::string& language : alias.languages) languages += (languages.empty() ? "" : " ") + language;
    const std::uint32_t text = builder_.text(languages);
    const auto [number, is_new] = number_of(text, count(languages_), numbers_of_languages_);
    if (is_new) languages_.push_back(text);
    return number;
}

void GazetteerWriter::add(const Entity& entity) {
    const std::uint32_t gender = entity.gender == 'm' ? 1 : entity.gender == 'f' ? 2 : 0;
    const std::uint32_t id = builder_.new_text(entity.id);
    const std::uint32_t name = builder_.new_text(entity.name);
    entities_.push({id, count(aliases_),
                    static_cast<std::uint32_t>(entity.type) | gender << 2
                        | (entity.roles.empty() ? 0 : EntityRow::has_roles) | home_of(entity) << 8});
    FactsWriter facts(PlacesOfTexts(builder_), facts_);
    pack(facts, entity);
    for (const Alias& alias : entity.aliases) {
        const std::uint32_t text = alias.text == entity.name ? name : builder_.new_text(alias.text);
        const AliasRow row{text,
                           flags_of(alias) | static_cast<std::uint32_t>(alias.kind) << 4 | languages_of(alias) << 8};
        aliases_.push(row);
        if (row.is(AliasRow::has_facts)) pack(facts, alias);
    }
    for (const Role& role : entity.roles)
        roles_.push_back({count(entities_) - 1, builder_.text(role.title), builder_.text(role.of), role.origin.line,
                          role.origin.file, role.from, role.to});
}

void GazetteerWriter::finish(const std::vector<std::string>& files, std::span<const Language> languages) {
    std::vector<std::uint32_t> places;
    for (const std::string& file : files) places.push_back(builder_.text(file));
    std::string bytes;
    FactsWriter(PlacesOfTexts(builder_), bytes)(std::vector<Language>(languages.begin(), languages.end()));
    builder_.close_texts();
    entities_.push({0, count(aliases_), 0});
    builder_.add(Section::entities, std::exchange(entities_, {}).rows());
    builder_.add(Section::aliases, std::exchange(aliases_, {}).rows());
    builder_.add(Section::roles, roles_);
    builder_.add(Section::homes, homes_);
    builder_.add(Section::alias_languages, languages_);
    builder_.add(Section::facts, std::exchange(facts_, {}));
    builder_.add(Section::files, places);
    builder_.add(Section::languages, bytes);
}

CompiledGazetteer::CompiledGazetteer(const Image& image)
    : texts_(image),
      entities_(image.rows<EntityRow>(Section::entities)),
      aliases_(image.rows<AliasRow>(Section::aliases)),
      roles_(image.rows<RoleRow>(Section::roles)),
      homes_(image.rows<HomeRow>(Section::homes)),
      alias_languages_(image.rows<std::uint32_t>(Section::alias_languages)),
      files_(image.rows<std::uint32_t>(Section::files)) {}

std::span<const RoleRow> CompiledGazetteer::Entity::roles() const {
    if ((row_->traits & EntityRow::has_roles) == 0) return {};
    const auto& roles = gazetteer_->roles_;
    return std::ranges::equal_range(std::span(roles.begin(), roles.end()), number_, {}, &RoleRow::entity);
}

std::uint32_t CompiledGazetteer::owner_of(std::uint32_t alias) const {
    const auto behind =
        std::upper_bound(entities_.begin(), entities_.end(), alias,
                         [](std::uint32_t row, const EntityRow& entity) { return row < entity.first_alias; });
    if (behind == entities_.begin() || behind == entities_.end()) refuse_damaged_image();
    return static_cast<std::uint32_t>(behind - entities_.begin()) - 1;
}

std::optional<std::uint32_t> CompiledGazetteer::find(std::string_view id) const {
    std::uint32_t begin = 0;
    for (std::uint32_t left = size(); left > 0;) {
        const std::uint32_t half = left / 2;
        const bool before = entity(begin + half).id() < id;
        begin += before ? half + 1 : 0;
        left = before ? left - half - 1 : half;
    }
    return begin < size() && entity(begin).id() == id ? std::optional(begin) : std::nullopt;
}

std::string CompiledGazetteer::where(const RoleRow& role) const {
    if (role.file >= files_.size()) return {};
    return std::string(texts_[files_[role.file]]) + ':' + std::to_string(role.line);
}

EntityReader::EntityReader(const Image& image)
    : texts_(image), gazetteer_(image), facts_(image.bytes(Section::facts)) {}

bool EntityReader::next(Entity& entity) {
    if (number_ == gazetteer_.size()) return false;
    const CompiledGazetteer::Entity row = gazetteer_.entity(number_++);
    entity.id = row.id();
    entity.type = row.type();
    entity.name = row.name();
    entity.country = row.country();
    entity.category = row.category();
    entity.gender = row.gender();
    FactsReader facts(TextsAtPlaces(texts_), facts_, at_);
    pack(facts, entity);
    resize_aliases(entity.aliases, row.aliases().size());
    for (std::size_t i = 0; i < entity.aliases.size(); ++i) {
        const AliasRow& alias_row = row.aliases()[i];
        Alias& alias = entity.aliases[i];
        alias.text = texts_[alias_row.text];
        alias.kind = alias_row.kind();
        cut_at_blanks(gazetteer_.languages(alias_row), alias.languages);
        alias.standalone = alias_row.is(AliasRow::standalone);
        if (alias_row.is(AliasRow::has_facts)) {
            pack(facts, alias);
        } else {
            alias.origin = {};
            alias.evidence = {};
            alias.allowed.clear();
        }
    }
    at_ = facts.at();
    entity.roles.clear();
    for (const RoleRow& role : row.roles())
        entity.roles.push_back({std::string(texts_[role.title]),
                                std::string(texts_[role.of]),
                                role.from,
                                role.to,
                                {role.file, role.line}});
    return true;
}

Gazetteer gazetteer_in(const Image& image) {
    EntityReader reader(image);
    std::vector<Entity> entities;
    for (Entity entity; reader.next(entity);) entities.push_back(std::exchange(entity, {}));
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
