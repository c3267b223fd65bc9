// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/import/merge.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include <entente/gazetteer/import/name_text.hpp>
#include <entente/gazetteer/yaml_entity.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);
constexpr std::size_t most_names = 1000;  // of one entity: Wikidata has up to some 500
constexpr std::string_view between = "; ";

std::vector<std::string_view> parts_of(std::string_view joined) {
    std::vector<std::string_view> parts;
    while (!joined.empty()) {
        const auto end = std::min(joined.find(between), joined.size());
        parts.push_back(joined.substr(0, end));
        joined.remove_prefix(std::min(end + between.size(), joined.size()));
    }
    return parts;
}

/// Adds `part` to the parts of `joined`. False when it is there, or there is no room.
bool join(std::string& joined, std::string_view part) {
    const auto parts = parts_of(joined);
    if (part.empty() || std::find(parts.begin(), parts.end(), part) != parts.end()) return false;
    if (joined.size() + between.size() + part.size() > longest_text) return false;
    if (!joined.empty()) joined += between;
    joined += part;
    return true;
}

bool is_wikidata_id(std::string_view text) {
    return text.size() > 1 && text.size() < 16 && text[0] == 'Q'
           && text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::string name_key(std::string_view source, EntityType type, std::string_view name) {
    return std::string(source) + '\n' + std::string(name_of(type)) + '\n' + spelling_of(name);
}

}  // namespace

Merge::Merge(std::vector<Entity> known, std::string source, std::string licence, ImportReport& report)
    : source_(std::move(source)), licence_(std::move(licence)), report_(report) {
    for (auto& entity : known) {
        rows_.emplace_back().entity = std::move(entity);
        index(rows_.size() - 1);
    }
}

void Merge::index(std::size_t row) {
    const auto& entity = rows_[row].entity;
    ids_.insert(entity.id);
    for (const auto part : parts_of(entity.source)) {
        if (part == source_)
            by_name_.try_emplace(name_key(part, entity.type, entity.name), row);
        else
            by_source_.try_emplace(std::string(part), row);
    }
    for (const auto& id : entity.wikidata) by_wikidata_.try_emplace(id, row);
}

bool Merge::usable(Alias& alias, const Entity& of, bool label) {
    const auto trim = [&](std::string_view why) {
        report_.trim(why, of.origin.line);
        return false;
    };
    if (const auto why = clean_text(alias.text); !why.empty()) return trim(why);
    if (!has_letter(alias.text)) return trim("a name without a letter");
    if (alias.text.size() < 2) return trim("a name of one letter");
    if (!std::all_of(alias.languages.begin(), alias.languages.end(), is_language_code))
        return trim("a name in a language without a code");
    if (label) return true;
    if (alias.kind == AliasKind::alias && all_lower(alias.text)) return trim("another name in lower case throughout");
    if (of.type == EntityType::country && alias.text.size() == 2 && is_acronym(alias.text)) {
        return trim("a country's code of two letters");
    }
    if (alias.kind == AliasKind::alias && of.type != EntityType::person && is_acronym(alias.text)) {
        alias.kind = AliasKind::acronym;
    }
    return true;
}

/// The label first; where it is of no use, the first name that is.
void Merge::clean_names(Entity& foreign) {
    Alias label{};
    label.text = std::move(foreign.name);
    label.kind = AliasKind::name;
    std::vector<Alias> names;
    if (!label.text.empty() && usable(label, foreign, true)) names.push_back(std::move(label));
    for (auto& alias : foreign.aliases) {
        if (names.size() >= most_names) {
            report_.trim("a name behind the first 1,000 of an entity", foreign.origin.line);
            break;
        }
        if (usable(alias, foreign, false)) names.push_back(std::move(alias));
    }
    const auto first = std::find_if(names.begin(), names.end(), [](const Alias& alias) {
        return alias.kind == AliasKind::name || alias.kind == AliasKind::alias;
    });
    if (first != names.end()) {
        first->kind = AliasKind::name;
        foreign.name = first->text;
        std::rotate(names.begin(), first, first + 1);
    } else {
        foreign.name.clear();
    }
    foreign.aliases = std::move(names);
}

void Merge::clean_facts(Entity& foreign) {
    const auto line = foreign.origin.line;
    if (!foreign.category.empty() && !is_class_of(foreign.type, foreign.category)) {
        report_.trim("an unknown class", line);
        foreign.category.clear();
    }
    if (std::erase_if(foreign.wikidata, [](const auto& id) { return !is_wikidata_id(id); }) > 0) {
        report_.trim("a Wikidata id that is none", line);
    }
    if (foreign.wikidata.size() > 1) {
        report_.trim("more than one Wikidata id", line);
        foreign.wikidata.clear();
    }
    if (foreign.type != EntityType::country) foreign.iso.clear();
    if (foreign.type != EntityType::person) foreign.gender = 0;
}

std::size_t Merge::find(const Entity& foreign, const std::string& source) const {
    const auto in = [](const auto& map, const std::string& key) {
        const auto found = map.find(key);
        return found == map.end() ? nobody : found->second;
    };
    if (!foreign.id.empty()) {
        if (const auto row = in(by_source_, source); row != nobody) return row;
    }
    if (!foreign.wikidata.empty()) {
        if (const auto row = in(by_wikidata_, foreign.wikidata.front()); row != nobody) return row;
    }
    if (!foreign.id.empty()) return nobody;
    const auto row = in(by_name_, name_key(source, foreign.type, foreign.name));
    const bool other = row != nobody && !foreign.wikidata.empty() && !rows_[row].entity.wikidata.empty();
    return other ? nobody : row;
}

std::string Merge::new_id(const Entity& foreign) const {
    std::string slug;
    for (const auto& alias : foreign.aliases) {
        if (slug = slug_of(alias.text); !slug.empty()) break;
    }
    const auto key = slug_of(foreign.id.empty() && !foreign.wikidata.empty() ? foreign.wikidata.front() : foreign.id);
    if (slug.empty()) slug = key.empty() ? std::string("unnamed") : key;
    const auto id = std::string(name_of(foreign.type)) + '/' + slug;
    if (!ids_.contains(id)) return id;
    const auto keyed = key.empty() || key == slug ? id : id + '-' + key;
    if (!ids_.contains(keyed)) return keyed;
    for (std::size_t number = 2;; ++number) {
        if (auto numbered = keyed + '-' + std::to_string(number); !ids_.contains(numbered)) return numbered;
    }
}

void Merge::add(Entity&& foreign) {
    const auto line = foreign.origin.line;
    if (!foreign.id.empty()
        && (!clean_text(foreign.id).empty() || foreign.id.size() > 100 || foreign.id.find(';') != std::string::npos)) {
        return report_.refuse("an id of over 100 bytes or with odd characters", line);
    }
    clean_names(foreign);
    clean_facts(foreign);
    if (foreign.name.empty()) return report_.refuse("no usable name", line);
    const auto source = foreign.id.empty() ? source_ : source_ + ' ' + foreign.id;
    auto row = find(foreign, source);
    if (row != nobody && rows_[row].entity.type != foreign.type) {
        return report_.refuse("listed already as another type", line);
    }
    if (row == nobody) {
        row = rows_.size();
        auto& fresh = rows_.emplace_back();
        fresh.state = State::added;
        fresh.entity.type = foreign.type;
        fresh.entity.id = new_id(foreign);
        fresh.entity.name = foreign.name;
        foreign.aliases.front().languages.clear();  // a label holds in all
    }
    rows_[row].line = line;
    unite(rows_[row], std::move(foreign), source);
    index(row);
}

/// A set of the names costs more than it helps while there are few.
bool Merge::has_name(Row& row, const std::string& text) {
    const auto& aliases = row.entity.aliases;
    if (aliases.size() < 16)
        return std::any_of(aliases.begin(), aliases.end(), [&](const Alias& known) { return known.text == text; });
    if (row.texts == nullptr) {
        row.texts = std::make_unique<std::unordered_set<std::string>>();
        for (const auto& known : aliases) row.texts->insert(known.text);
    }
    return !row.texts->insert(text).second;
}

void Merge::add_name(Row& row, Alias&& alias) {
    auto& aliases = row.entity.aliases;
    if (!has_name(row, alias.text)) {
        if (!aliases.empty() && alias.kind == AliasKind::name) alias.kind = AliasKind::alias;
        aliases.push_back(std::move(alias));
        row.state = std::max(row.state, State::changed);
        return;
    }
    const auto known =
        std::find_if(aliases.begin(), aliases.end(), [&](const Alias& a) { return a.text == alias.text; });
    if (known->languages.empty()) return;
    auto languages = alias.languages.empty() ? alias.languages : known->languages;  // none is any
    for (auto& language : alias.languages)
        if (std::find(languages.begin(), languages.end(), language) == languages.end())
            languages.push_back(std::move(language));
    if (languages == known->languages) return;
    known->languages = std::move(languages);
    row.state = std::max(row.state, State::changed);
}

void Merge::unite(Row& row, Entity&& foreign, const std::string& source) {
    auto& entity = row.entity;
    row.state = std::max(row.state, State::seen);
    const auto fill = [&](auto& ours, auto& theirs, const auto& nothing) {
        if (ours != nothing || theirs == nothing) return;
        ours = std::move(theirs);
        row.state = std::max(row.state, State::changed);
    };
    for (auto& alias : foreign.aliases) add_name(row, std::move(alias));
    fill(entity.gender, foreign.gender, char{0});
    fill(entity.iso, foreign.iso, std::string{});
    fill(entity.category, foreign.category, std::string{});
    fill(entity.wikidata, foreign.wikidata, std::vector<std::string>{});
    fill(entity.until, foreign.until, Date{});
    if (join(entity.source, source)) row.state = std::max(row.state, State::changed);
    if (join(entity.licence, licence_)) row.state = std::max(row.state, State::changed);
    if (!foreign.country.empty()) row.country = std::move(foreign.country);
    row.roles.insert(row.roles.end(), std::make_move_iterator(foreign.roles.begin()),
                     std::make_move_iterator(foreign.roles.end()));
}

void Merge::index_countries() {
    const auto add = [&](const std::string& word, const std::string& id) {
        const auto [found, is_new] = countries_.emplace(word, id);
        if (!is_new && found->second != id) found->second.clear();  // two countries have it
    };
    for (const auto& row : rows_) {
        const auto& entity = row.entity;
        if (entity.type != EntityType::country) continue;
        if (!entity.iso.empty()) add(folded(entity.iso), entity.id);
        for (const auto& id : entity.wikidata) add(folded(id), entity.id);
        for (const auto& alias : entity.aliases) {
            if (alias.kind == AliasKind::name || alias.kind == AliasKind::alias) add(folded(alias.text), entity.id);
        }
    }
}

void Merge::add_roles(Row& row) {
    for (auto& role : std::exchange(row.roles, {})) {
        const auto of = by_source_.find(source_ + ' ' + role.of);
        if (of == by_source_.end() || rows_[of->second].entity.type == EntityType::person) {
            report_.trim("a role in a body that is not listed", row.line);
            continue;
        }
        role.of = rows_[of->second].entity.id;
        if (!clean_text(role.title).empty()) {
            report_.trim("a role without a usable title", row.line);
            continue;
        }
        if (role.from.known() && role.to.known() && latest(role.to) < earliest(role.from)) {
            report_.trim("a role that ends before it starts", row.line);
            continue;
        }
        auto& roles = row.entity.roles;
        const auto same = [&](const Role& known) {
            return known.title == role.title && known.of == role.of && known.from == role.from && known.to == role.to;
        };
        if (std::any_of(roles.begin(), roles.end(), same)) continue;
        roles.push_back(std::move(role));
        row.state = std::max(row.state, State::changed);
    }
}

void Merge::resolve(Row& row) {
    add_roles(row);
    if (row.country.empty() || !row.entity.country.empty() || row.entity.type == EntityType::country) return;
    const auto found = countries_.find(folded(row.country));
    if (found == countries_.end() || found->second.empty()) {
        return report_.trim("a country that is not listed", row.line);
    }
    row.entity.country = found->second;
    row.state = std::max(row.state, State::changed);
}

std::vector<Entity> Merge::take() {
    index_countries();
    std::vector<Entity> entities;
    for (auto& row : rows_) {
        if (row.state != State::known) resolve(row);
    }
    by_source_ = by_wikidata_ = by_name_ = {};
    ids_ = {};
    entities.reserve(rows_.size());
    for (; !rows_.empty(); rows_.pop_front()) {
        auto& row = rows_.front();
        report_.taken += row.state == State::added ? 1 : 0;
        report_.merged += row.state == State::changed ? 1 : 0;
        report_.unchanged += row.state == State::seen ? 1 : 0;
        entities.push_back(std::move(row.entity));
    }
    return entities;
}

}  // namespace entente
