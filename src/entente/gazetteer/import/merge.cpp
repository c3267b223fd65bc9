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
    entities_ = std::move(known);
    rows_.resize(entities_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) index(row);
}

void Merge::index(std::size_t row) {
    const auto& entity = entities_[row];
    ids_.insert(hash_of(entity.id));
    for (const auto part : parts_of(entity.source)) {
        if (part == source_)
            by_name_.try_emplace(name_key(part, entity.type, entity.name), row);
        else
            by_source_.try_emplace(hash_of(part), row);
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

std::size_t Merge::find_source(const std::string& source) const {
    const auto found = by_source_.find(hash_of(source));
    if (found == by_source_.end()) return nobody;
    const auto parts = parts_of(entities_[found->second].source);
    return std::find(parts.begin(), parts.end(), source) == parts.end() ? nobody : found->second;
}

std::size_t Merge::find(const Entity& foreign, const std::string& source) const {
    const auto in = [](const auto& map, const std::string& key) {
        const auto found = map.find(key);
        return found == map.end() ? nobody : found->second;
    };
    if (!foreign.id.empty()) {
        if (const auto row = find_source(source); row != nobody) return row;
    }
    if (!foreign.wikidata.empty()) {
        if (const auto row = in(by_wikidata_, foreign.wikidata.front()); row != nobody) return row;
    }
    if (!foreign.id.empty()) return nobody;
    const auto row = in(by_name_, name_key(source, foreign.type, foreign.name));
    const bool other = row != nobody && !foreign.wikidata.empty() && !entities_[row].wikidata.empty();
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
    if (!ids_.contains(hash_of(id))) return id;
    const auto keyed = key.empty() || key == slug ? id : id + '-' + key;
    if (!ids_.contains(hash_of(keyed))) return keyed;
    for (std::size_t number = 2;; ++number) {
        if (auto numbered = keyed + '-' + std::to_string(number); !ids_.contains(hash_of(numbered))) return numbered;
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
    if (row != nobody && entities_[row].type != foreign.type) {
        return report_.refuse("listed already as another type", line);
    }
    if (row == nobody) {
        row = rows_.size();
        rows_.emplace_back().state = State::added;
        auto& fresh = entities_.emplace_back();
        fresh.type = foreign.type;
        fresh.id = new_id(foreign);
        fresh.name = foreign.name;
        foreign.aliases.front().languages.clear();  // a label holds in all
    }
    rows_[row].line = line;
    unite(row, std::move(foreign), source);
    index(row);
}

/// A set of the names costs more than it helps while there are few.
bool Merge::has_name(std::size_t row, const std::string& text) {
    const auto& aliases = entities_[row].aliases;
    if (aliases.size() < 16)
        return std::any_of(aliases.begin(), aliases.end(), [&](const Alias& known) { return known.text == text; });
    auto& texts = rows_[row].texts;
    if (texts == nullptr) {
        texts = std::make_unique<std::unordered_set<std::string>>();
        for (const auto& known : aliases) texts->insert(known.text);
    }
    return !texts->insert(text).second;
}

void Merge::add_name(std::size_t row, Alias&& alias) {
    auto& aliases = entities_[row].aliases;
    auto& state = rows_[row].state;
    if (!has_name(row, alias.text)) {
        if (!aliases.empty() && alias.kind == AliasKind::name) alias.kind = AliasKind::alias;
        aliases.push_back(std::move(alias));
        state = std::max(state, State::changed);
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
    state = std::max(state, State::changed);
}

void Merge::unite(std::size_t number, Entity&& foreign, const std::string& source) {
    auto& entity = entities_[number];
    auto& row = rows_[number];
    row.state = std::max(row.state, State::seen);
    const auto fill = [&](auto& ours, auto& theirs, const auto& nothing) {
        if (ours != nothing || theirs == nothing) return;
        ours = std::move(theirs);
        row.state = std::max(row.state, State::changed);
    };
    for (auto& alias : foreign.aliases) add_name(number, std::move(alias));
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
    for (const auto& entity : entities_) {
        if (entity.type != EntityType::country) continue;
        if (!entity.iso.empty()) add(folded(entity.iso), entity.id);
        for (const auto& id : entity.wikidata) add(folded(id), entity.id);
        for (const auto& alias : entity.aliases) {
            if (alias.kind == AliasKind::name || alias.kind == AliasKind::alias) add(folded(alias.text), entity.id);
        }
    }
}

void Merge::add_roles(std::size_t number) {
    auto& row = rows_[number];
    for (auto& role : std::exchange(row.roles, {})) {
        const auto of = find_source(source_ + ' ' + role.of);
        if (of == nobody || entities_[of].type == EntityType::person) {
            report_.trim("a role in a body that is not listed", row.line);
            continue;
        }
        role.of = entities_[of].id;
        if (!clean_text(role.title).empty()) {
            report_.trim("a role without a usable title", row.line);
            continue;
        }
        if (role.from.known() && role.to.known() && latest(role.to) < earliest(role.from)) {
            report_.trim("a role that ends before it starts", row.line);
            continue;
        }
        auto& roles = entities_[number].roles;
        const auto same = [&](const Role& known) {
            return known.title == role.title && known.of == role.of && known.from == role.from && known.to == role.to;
        };
        if (std::any_of(roles.begin(), roles.end(), same)) continue;
        roles.push_back(std::move(role));
        row.state = std::max(row.state, State::changed);
    }
}

void Merge::resolve(std::size_t number) {
    add_roles(number);
    auto& row = rows_[number];
    auto& entity = entities_[number];
    if (row.country.empty() || !entity.country.empty() || entity.type == EntityType::country) return;
    const auto found = countries_.find(folded(row.country));
    if (found == countries_.end() || found->second.empty()) {
        return report_.trim("a country that is not listed", row.line);
    }
    entity.country = found->second;
    row.state = std::max(row.state, State::changed);
}

std::vector<Entity> Merge::take() {
    index_countries();
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (rows_[row].state != State::known) resolve(row);
    }
    for (const auto& row : rows_) {
        report_.taken += row.state == State::added ? 1 : 0;
        report_.merged += row.state == State::changed ? 1 : 0;
        report_.unchanged += row.state == State::seen ? 1 : 0;
    }
    return std::move(entities_);
}

}  // namespace entente
