// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/yaml.hpp>

namespace entente {

/// Ids that documents with `type: redirects` take out of use: `{from: A, to: B}` an id that is no more, and
/// `{merge: A, to: B}` that of an entity which another file lists, and whose names and facts B is to have.
class YamlRedirects {
public:
    explicit YamlRedirects(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// Reads the rows of a document. The file must outlive this.
    void read(const YamlFile& file, const YamlNode& document);
    /// Finds where each row leads in the end. Rows that are at fault are reported and left out.
    void follow(const std::function<bool(std::string_view id)>& is_listed);

    /// Where an id leads: nothing for one that no row redirects, several ids after a split.
    [[nodiscard]] const std::vector<std::string>* find(const std::string& id) const;
    /// Where to each entity that is still listed goes, in the order of the files.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& merges() const { return merges_; }
    [[nodiscard]] std::vector<Redirect> take() const;

private:
    struct Row {
        const YamlFile* file = nullptr;
        const YamlNode* from = nullptr;
        std::vector<const YamlNode*> to = {};
        bool merges = false;
    };

    void fault(const Row& row, const YamlNode& node, std::string message, std::string hint);
    [[nodiscard]] bool is_sound(const Row& row, const std::function<bool(std::string_view)>& is_listed);
    [[nodiscard]] std::vector<std::string> ends_of(const Row& row) const;

    Diagnostics& diagnostics_;
    std::vector<Row> rows_;
    std::unordered_map<std::string, const Row*> by_from_;
    std::unordered_map<std::string, std::vector<std::string>> ends_;
    std::vector<std::pair<std::string, std::string>> merges_;
};

/// Gives `into` the names of `other`, and the facts that it lacks.
void absorb(Entity& into, Entity&& other);

}  // namespace entente
