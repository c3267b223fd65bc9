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

constexpr std::uint32_t nobody = RowsByHash::none;
constexpr std::string_view between = "; ";
constexpr char foreign_mark = '\n';  // before what the source says of a country or body: no id has it

bool is_foreign(std::string_view text) { return text.starts_with(foreign_mark); }

void for_each_part(std::string_view joined, const auto& see) {
    while (!joined.empty()) {
        const auto end = std::min(joined.find(between), joined.size());
        see(joined.substr(0, end));
        joined.remove_prefix(std::min(end + between.size(), joined.size()));
    }
}

bool has_part(std::string_view joined, std::string_view part) {
    bool found = false;
    for_each_part(joined, [&](std::string_view one) { found = found || one == part; });
    return found;
}

/// Adds `part` to the parts of `joined`. False when it is there, or there is no room.
bool join(std::string& joined, std::string_view part) {
    if (part.empty() || has_part(joined, part)) return false;
    if (joined.size() + between.size() + part.size() > longest_text) return false;
    if (!joined.empty()) joined += between;
    joined += part;
    return true;
}

/// The type and the name as they are compared.
void set_name_key(std::string& key, EntityType type, std::string_view name) {
    key.assign(1, static_cast<char>('0' + static_cast<int>(type)));
    append_spelling(name, key);
}

}  // namespace

Merge::Merge(PackedEntities known, std::string source, std::string licence, ImportReport& report)
    : entities_(std::move(known)), source_(std::move(source)), licence_(std::move(licence)), report_(report) {
    for (std::uint32_t row = 0; row < entities_.size(); ++row) {
        rows_.push(Row{});
        hold(row);
        key_.clear();
        index_id(hash_of(held_.id));
        index();
    }
}

/// Makes an entity the one in hand. What is written to it is kept after change().
Entity& Merge::hold(std::uint32_t row) {
    if (row == held_row_) return held_;
    put_back();
    entities_.read(row, held_);
    held_row_ = row;
    held_texts_.clear();
    return held_;
}

/// An entity that is not to be written to; holds until the next one is looked at.
const Entity& Merge::look(std::uint32_t row) {
    if (row == held_row_) return held_;
    entities_.read(row, looked_at_);
    return looked_at_;
}

void Merge::put_back() {
    if (held_changed_) entities_.replace(held_row_, held_);
    held_changed_ = false;
}

void Merge::change(State to) {
    State& state = rows_.rows()[held_row_].state;
    state = std::max(state, to);
    held_changed_ = true;
}

/// Makes an entity that nobody knows the one in hand.
void Merge::start(const Entity& foreign) {
    put_back();
    forget(held_);
    held_row_ = entities_.make_room();
    held_texts_.clear();
    held_.type = foreign.type;
    give_id(foreign);
    held_.name = foreign.name;
    rows_.push({.state = State::added});
    held_changed_ = true;
    index_id(id_hash_);
}

/// Lets the entity in hand be found by what never changes.
void Merge::index_id(std::uint64_t hash) {
    ids_.add(hash, held_row_);
    if (held_.type == EntityType::country) country_rows_.push_back(held_row_);
}

/// Lets the entity in hand be found by what it has got.
void Merge::index() {
    for_each_part(held_.source, [&](std::string_view part) {
        if (part == source_) {
            if (key_.empty()) set_name_key(key_, held_.type, held_.name);
            const std::uint64_t hash = hash_of(key_);
            if (name_is_free_ || find_name(hash) == nobody) by_name_.add(hash, held_row_);
        } else if (find_source(part) == nobody) {
            by_source_.add(hash_of(part), held_row_);
        }
    });
    for (const auto& id : held_.wikidata)
        if (find_wikidata(id) == nobody) by_wikidata_.add(hash_of(id), held_row_);
}

bool Merge::has_id(std::string_view id) {
    id_hash_ = hash_of(id);
    return ids_.find(id_hash_, [&](std::uint32_t row) { return entities_.id(row) == id; }) != nobody;
}

std::uint32_t Merge::find_source(std::string_view source) {
    return by_source_.find(hash_of(source), [&](std::uint32_t row) { return has_part(look(row).source, source); });
}

std::uint32_t Merge::find_wikidata(const std::string& id) {
    return by_wikidata_.find(hash_of(id), [&](std::uint32_t row) {
        const auto& ids = look(row).wikidata;
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    });
}

/// `hash`: of `key_`.
std::uint32_t Merge::find_name(std::uint64_t hash) {
    return by_name_.find(hash, [&](std::uint32_t row) {
        const Entity& entity = look(row);
        set_name_key(known_key_, entity.type, entity.name);
        return known_key_ == key_;
    });
}

std::uint32_t Merge::find(const Entity& foreign) {
    if (!foreign.id.empty()) {
        if (const auto row = find_source(source_here_); row != nobody) return row;
    }
    if (!foreign.wikidata.empty()) {
        if (const auto row = find_wikidata(foreign.wikidata.front()); row != nobody) return row;
    }
    if (!foreign.id.empty()) return nobody;
    const auto row = find_name(hash_of(key_));
    name_is_free_ = row == nobody;
    const bool other = row != nobody && !foreign.wikidata.empty() && !look(row).wikidata.empty();
    return other ? nobody : row;
}

void Merge::make_id(const Entity& foreign, std::string& id) {
    id.assign(name_of(foreign.type)).append(1, '/');
    const std::size_t start = id.size();
    for (const auto& alias : foreign.aliases) {
        append_slug(alias.text, id);
        if (id.size() > start) break;
    }
}

/// Gives the entity in hand an id that nobody has.
void Merge::give_id(const Entity& foreign) {
    if (id_.empty()) make_id(foreign, id_);
    std::string& id = held_.id;
    id = id_;
    const std::size_t start = name_of(foreign.type).size() + 1;
    std::string key;
    append_slug(foreign.id.empty() && !foreign.wikidata.empty() ? foreign.wikidata.front() : foreign.id, key);
    if (id.size() == start) id += key.empty() ? "unnamed" : key;
    if (!has_id(id)) return;
    if (!key.empty() && id.substr(start) != key) {
        id.append(1, '-').append(key);
        if (!has_id(id)) return;
    }
    const std::size_t size = id.size();
    for (std::size_t number = 2;; ++number) {
        id.resize(size);
        id.append(1, '-').append(std::to_string(number));
        if (!has_id(id)) return;
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
    if (waiting_end_ - waiting_begin_ == waiting_.size()) settle_next();
    Waiting& last = waiting_[waiting_end_++ % waiting_.size()];
    last.foreign = std::move(foreign);
    last.file = report_.file;
    last.key.clear();
    last.id.clear();
    if (last.foreign.id.empty()) expect(last);
}

/// Lets the rows that find() and give_id() look at come from memory meanwhile, where only a name tells who it is.
void Merge::expect(Waiting& last) {
    set_name_key(last.key, last.foreign.type, last.foreign.name);
    by_name_.expect(hash_of(last.key));
    make_id(last.foreign, last.id);
    ids_.expect(hash_of(last.id));
}

/// Adds the one that has waited longest.
void Merge::settle_next() {
    Waiting& next = waiting_[waiting_begin_++ % waiting_.size()];
    Entity& foreign = next.foreign;
    source_here_ = source_;
    if (!foreign.id.empty()) source_here_.append(1, ' ').append(foreign.id);
    key_.swap(next.key);
    id_.swap(next.id);
    name_is_free_ = false;
    const auto line = foreign.origin.line;
    const auto row = find(foreign);
    if (row == nobody) {
        start(foreign);
        foreign.aliases.front().languages.clear();  // a label holds in all
    } else if (hold(row).type != foreign.type) {
        report_.file.swap(next.file);  // where it stands
        report_.refuse("listed already as another type", line);
        return report_.file.swap(next.file);
    } else {
        key_.clear();  // its name may be another
    }
    rows_.rows()[held_row_].line = line;
    unite(std::move(foreign));
    index();
}

/// A set of the names costs more than it helps while there are few.
bool Merge::has_name(const std::string& text) {
    const auto& aliases = held_.aliases;
    if (aliases.size() < 16)
        return std::any_of(aliases.begin(), aliases.end(), [&](const Alias& known) { return known.text == text; });
    if (held_texts_.empty())
        for (const auto& known : aliases) held_texts_.insert(known.text);
    return !held_texts_.insert(text).second;
}

void Merge::add_name(Alias&& alias) {
    auto& aliases = held_.aliases;
    if (!has_name(alias.text)) {
        if (!aliases.empty() && alias.kind == AliasKind::name) alias.kind = AliasKind::alias;
        aliases.push_back(std::move(alias));
        return change(State::changed);
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
    change(State::changed);
}

/// Gives the entity in hand what another says of the same. Its country and the bodies of its roles wait, marked as foreign,
/// until all are known.
void Merge::unite(Entity&& foreign) {
    auto& row = rows_.rows()[held_row_];
    row.state = std::max(row.state, State::seen);
    const auto fill = [&](auto& ours, auto& theirs, const auto& nothing) {
        if (ours != nothing || theirs == nothing) return;
        ours = std::move(theirs);
        change(State::changed);
    };
    for (auto& alias : foreign.aliases) add_name(std::move(alias));
    fill(held_.gender, foreign.gender, char{0});
    fill(held_.iso, foreign.iso, std::string{});
    fill(held_.category, foreign.category, std::string{});
    fill(held_.wikidata, foreign.wikidata, std::vector<std::string>{});
    fill(held_.until, foreign.until, Date{});
    if (join(held_.source, source_here_)) change(State::changed);
    if (join(held_.licence, licence_)) change(State::changed);
    if (!foreign.country.empty() && (held_.country.empty() || is_foreign(held_.country))
        && held_.type != EntityType::country) {
        held_.country = foreign_mark + foreign.country;
        held_changed_ = row.pending = true;
    }
    for (auto& role : foreign.roles) {
        role.of.insert(0, 1, foreign_mark);
        held_.roles.push_back(std::move(role));
        held_changed_ = row.pending = true;
    }
}

void Merge::index_countries() {
    const auto add = [&](const std::string& word, const std::string& id) {
        const auto [found, is_new] = countries_.emplace(word, id);
        if (!is_new && found->second != id) found->second.clear();  // two countries have it
    };
    for (const auto row : country_rows_) {
        const Entity& entity = look(row);
        if (!entity.iso.empty()) add(folded(entity.iso), entity.id);
        for (const auto& id : entity.wikidata) add(folded(id), entity.id);
        for (const auto& alias : entity.aliases) {
            if (alias.kind == AliasKind::name || alias.kind == AliasKind::alias) add(folded(alias.text), entity.id);
        }
    }
}

void Merge::add_roles(std::uint32_t number) {
    const auto line = rows_.rows()[number].line;
    auto& roles = hold(number).roles;
    const auto first = std::ranges::find_if(roles, [](const Role& role) { return is_foreign(role.of); });
    std::vector<Role> foreign(std::make_move_iterator(first), std::make_move_iterator(roles.end()));
    roles.erase(first, roles.end());
    for (auto& role : foreign) {
        const auto of = find_source(source_ + ' ' + role.of.substr(1));
        if (of == nobody || look(of).type == EntityType::person) {
            report_.trim("a role in a body that is not listed", line);
            continue;
        }
        role.of = look(of).id;
        if (!clean_text(role.title).empty()) {
            report_.trim("a role without a usable title", line);
            continue;
        }
        if (role.from.known() && role.to.known() && latest(role.to) < earliest(role.from)) {
            report_.trim("a role that ends before it starts", line);
            continue;
        }
        const auto same = [&](const Role& known) {
            return known.title == role.title && known.of == role.of && known.from == role.from && known.to == role.to;
        };
        if (std::any_of(roles.begin(), roles.end(), same)) continue;
        roles.push_back(std::move(role));
        change(State::changed);
    }
}

void Merge::resolve(std::uint32_t number) {
    Entity& entity = hold(number);
    held_changed_ = true;  // the marks go
    add_roles(number);
    if (!is_foreign(entity.country)) return;
    const auto found = countries_.find(folded(std::string_view(entity.country).substr(1)));
    if (found == countries_.end() || found->second.empty()) {
        entity.country.clear();
        return report_.trim("a country that is not listed", rows_.rows()[number].line);
    }
    entity.country = found->second;
    change(State::changed);
}

PackedEntities Merge::take() {
    while (waiting_begin_ != waiting_end_) settle_next();
    index_countries();
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
        if (rows_.rows()[row].pending) resolve(row);
    }
    put_back();
    for (const auto& row : rows_.rows()) {
        report_.taken += row.state == State::added ? 1 : 0;
        report_.merged += row.state == State::changed ? 1 : 0;
        report_.unchanged += row.state == State::seen ? 1 : 0;
    }
    return std::move(entities_);
}

}  // namespace entente
