// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/import/import.hpp>

namespace entente {

/// Adds entities of one source to those that are known already, and finds who is the same.
class Merge {
public:
    /// Entities say `source` and `licence` of themselves.
    Merge(std::vector<Entity> known, std::string source, std::string licence, ImportReport& report);

    /// Takes an entity as EntitySink describes it.
    void add(Entity&& foreign);
    /// Looks up countries and roles, counts what became of each entity, and gives all of them.
    [[nodiscard]] std::vector<Entity> take();

private:
    enum class State : std::uint8_t { known, seen, changed, added };

    struct Row {
        Entity entity;
        std::string country = {};      ///< foreign, or empty
        std::vector<Role> roles = {};  ///< of foreign ids
        std::size_t line = 0;
        State state = State::known;
        std::unique_ptr<std::unordered_set<std::string>> texts = {};  ///< of many aliases
    };

    void index(std::size_t row);
    void clean_names(Entity& foreign);
    void clean_facts(Entity& foreign);
    [[nodiscard]] bool usable(Alias& alias, const Entity& of, bool label);
    [[nodiscard]] std::size_t find(const Entity& foreign, const std::string& source) const;
    [[nodiscard]] std::string new_id(const Entity& foreign) const;
    void unite(Row& row, Entity&& foreign, const std::string& source);
    void add_name(Row& row, Alias&& alias);
    [[nodiscard]] static bool has_name(Row& row, const std::string& text);
    void index_countries();
    void resolve(Row& row);
    void add_roles(Row& row);

    std::deque<Row> rows_;  ///< whose ids stay where they are
    std::string source_;
    std::string licence_;
    ImportReport& report_;
    std::unordered_set<std::string_view> ids_;
    std::unordered_map<std::string, std::size_t> by_source_;    ///< "Wikidata Q159"
    std::unordered_map<std::string, std::size_t> by_wikidata_;  ///< "Q159"
    std::unordered_map<std::string, std::size_t> by_name_;      ///< source, type and name, of those without an id there
    std::unordered_map<std::string, std::string> countries_;    ///< code, Wikidata id or folded name to our id
};

}  // namespace entente
