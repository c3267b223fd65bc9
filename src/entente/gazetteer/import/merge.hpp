// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/import/import.hpp>
#include <entente/gazetteer/large_memory.hpp>
#include <entente/gazetteer/packed_entities.hpp>
#include <entente/gazetteer/rows_by_hash.hpp>

namespace entente {

/// Adds entities of one source to those that are known already, and finds who is the same.
class Merge {
public:
    /// Entities say `source` and `licence` of themselves.
    Merge(PackedEntities known, std::string source, std::string licence, ImportReport& report);

    /// Takes an entity as EntitySink describes it.
    void add(Entity&& foreign);
    /// Looks up countries and roles, counts what became of each entity, and gives all of them.
    [[nodiscard]] PackedEntities take();

private:
    enum class State : std::uint8_t { known, seen, changed, added };

    /// What is known of the entity with the same number.
    struct Row {
        std::uint32_t line = 0;
        State state = State::known;
        bool pending = false;  ///< holds a country or roles that have to be looked up
    };

    /// One that is clean, while what it is compared with comes from memory.
    struct Waiting {
        Entity foreign;
        std::string file;  ///< of the report
        std::string key;   ///< of its name, and
        std::string id;    ///< made of its names, where only these tell who it is
    };

    void index_id(std::uint64_t hash);
    void index();
    void clean_names(Entity& foreign);
    void clean_facts(Entity& foreign);
    [[nodiscard]] bool usable(Alias& alias, const Entity& of, bool label);
    [[nodiscard]] std::uint32_t find(const Entity& foreign);
    [[nodiscard]] std::uint32_t find_source(std::string_view source);
    [[nodiscard]] std::uint32_t find_wikidata(const std::string& id);
    [[nodiscard]] std::uint32_t find_name(std::uint64_t hash);
    [[nodiscard]] bool has_id(std::string_view id);
    void expect(Waiting& last);
    void settle_next();
    static void make_id(const Entity& foreign, std::string& id);
    void give_id(const Entity& foreign);
    Entity& hold(std::uint32_t row);
    const Entity& look(std::uint32_t row);
    void put_back();
    void start(const Entity& foreign);
    void unite(Entity&& foreign);
    void change(State to);
    void add_name(Alias&& alias);
    [[nodiscard]] bool has_name(const std::string& text);
    void index_countries();
    void resolve(std::uint32_t row);
    void add_roles(std::uint32_t row);

    PackedEntities entities_;
    GrowingRows<Row> rows_;
    std::string source_;
    std::string licence_;
    ImportReport& report_;

    std::array<Waiting, 4> waiting_;
    std::size_t waiting_begin_ = 0;
    std::size_t waiting_end_ = 0;
    Entity held_;  ///< the one that was asked for last: the next line is often of the same
    std::uint32_t held_row_ = PackedEntities::none;
    bool held_changed_ = false;
    Entity looked_at_;
    std::string key_;                             ///< of its name, when it is known
    std::string known_key_;                       ///< that is compared with it
    bool name_is_free_ = false;                   ///< nobody of the source has the key
    std::string source_here_;                     ///< of the one that is being added, with its id
    std::string id_;                              ///< made of its names, when it is known
    std::uint64_t id_hash_ = 0;                   ///< of the id that has_id() was asked for last
    std::vector<Alias> usable_;                   ///< names of the one that is being added
    std::unordered_set<std::string> held_texts_;  ///< of its aliases, when they are many

    RowsByHash ids_;
    RowsByHash by_source_;    ///< "Wikidata Q159"
    RowsByHash by_wikidata_;  ///< "Q159"
    RowsByHash by_name_;      ///< type and name, of those of the source without an id there
    std::vector<std::uint32_t> country_rows_;
    std::unordered_map<std::string, std::string> countries_;  ///< code, Wikidata id or folded name to our id
};

}  // namespace entente
