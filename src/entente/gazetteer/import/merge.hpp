// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
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

    /// What is known of the entity with the same number.
    struct Row {
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
    void unite(std::size_t row, Entity&& foreign, const std::string& source);
    void add_name(std::size_t row, Alias&& alias);
    [[nodiscard]] bool has_name(std::size_t row, const std::string& text);
    void index_countries();
    void resolve(std::size_t row);
    void add_roles(std::size_t row);

    [[nodiscard]] std::size_t find_source(const std::string& source) const;

    std::vector<Entity> entities_;
    std::vector<Row> rows_;
    std::string source_;
    std::string licence_;
    ImportReport& report_;
    std::unordered_set<std::uint64_t> ids_;  ///< hashes; one id in 10^13 gets a number that it does not need
    std::unordered_map<std::uint64_t, std::size_t> by_source_;  ///< hash of "Wikidata Q159"
    std::unordered_map<std::string, std::size_t> by_wikidata_;  ///< "Q159"
    std::unordered_map<std::string, std::size_t> by_name_;      ///< source, type and name, of those without an id there
    std::unordered_map<std::string, std::string> countries_;    ///< code, Wikidata id or folded name to our id
};

}  // namespace entente
