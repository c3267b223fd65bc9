// SPDX-License-Identifier: Apache-2.0
#include <entente/suggest/patch.hpp>

#include <array>
#include <set>
#include <utility>

#include <entente/gazetteer/yaml.hpp>
#include <entente/gazetteer/yaml_entity.hpp>
#include <entente/suggest/yaml_text.hpp>

namespace entente {
namespace {

/// The list of a document, by what the document says of itself.
std::string_view list_of(std::string_view type) {
    if (type == "aliases" || type == "redirects") return type;
    return type == "refused" ? "names" : "entities";
}

/// A gazetteer file to which rows are appended.
class GrowingFile {
public:
    GrowingFile(const std::string& name, const std::string& bytes, Diagnostics& diagnostics)
        : name_(name), bytes_(bytes), diagnostics_(diagnostics) {
        const YamlFile file(name, bytes, diagnostics);
        for (const YamlNode& document : file.documents()) remember(document);
    }

    /// Writes one row, as it stands behind "- ", unless the file holds what `what` says.
    bool append(std::string_view type, const std::string& what, const std::string& row) {
        if (!held_.insert(std::string(type) + '/' + what).second) return false;
        if (!bytes_.empty() && !bytes_.ends_with('\n')) bytes_ += '\n';
        if (open_ != type) begin(type);
        bytes_ += "  - " + row + '\n';
        return true;
    }
    [[nodiscard]] bool holds(const std::string& what) const { return held_.contains(what); }

    /// Errors: faults of the finished file go to the diagnostics.
    std::string take() {
        const YamlFile file(name_, bytes_, diagnostics_);
        for (const YamlNode& document : file.documents()) {
            const YamlNode* type = value_of(document, "type");
            const YamlNode* rows = value_of(document, "entities");
            const auto of = type == nullptr ? std::nullopt : entity_type_of(type->text);
            if (!of || rows == nullptr) continue;
            for (const YamlNode& row : rows->items) (void)read_yaml_entity(file, 0, *of, row, diagnostics_);
        }
        return std::move(bytes_);
    }

private:
    void remember(const YamlNode& document) {
        const YamlNode* type = value_of(document, "type");
        if (type == nullptr) return;
        const YamlNode* rows = value_of(document, list_of(type->text));
        open_.clear();
        if (rows == nullptr) return;
        for (const YamlNode& row : rows->items) {
            const YamlNode* id = value_of(row, "id");
            const YamlNode* of = value_of(row, "of");
            const YamlNode* text = value_of(row, "text");
            if (const YamlNode* merged = value_of(row, "merge")) held_.insert("redirects/" + merged->text);
            if (id != nullptr) held_.insert(type->text + '/' + id->text);
            if (of != nullptr && text != nullptr) held_.insert("aliases/" + of->text + ' ' + text->text);
            if (row.kind == YamlNode::Kind::scalar) held_.insert("refused/" + row.text);
        }
        // Rows can follow only a list that ends the file and is written one row a line, as below.
        const bool ends_document = &document.items.back() == rows;
        if (ends_document && !rows->items.empty() && rows->items.front().byte == 4) open_ = type->text;
    }

    void begin(std::string_view type) {
        if (!bytes_.empty()) bytes_ += "---\n";
        bytes_ += "type: " + std::string(type) + '\n' + std::string(list_of(type)) + ":\n";
        open_ = type;
    }

    std::string name_;
    std::string bytes_;
    Diagnostics& diagnostics_;
    std::set<std::string>
        held_;          ///< "person/jane-roe", "aliases/person/x J. Roe", "refused/Jane Roe", "redirects/person/x"
    std::string open_;  ///< what the list at the end of the file holds, or empty
};

std::string row_of(const PatchEntry& entry) {
    std::string row = "id: " + yaml_text(entry.id) + "\n    name: " + yaml_text(entry.name);
    auto aliases = entry.aliases;
    const bool person = entry.type == EntityType::person;
    if (person) aliases.insert(aliases.end(), entry.acronyms.begin(), entry.acronyms.end());
    if (!aliases.empty()) row += "\n    aliases: " + yaml_list(aliases);
    if (!person && !entry.acronyms.empty()) row += "\n    acronyms: " + yaml_list(entry.acronyms);
    return row;
}

/// What decisions do to a file.
class Applying {
public:
    Applying(GrowingFile& file, const Gazetteer& gazetteer, Diagnostics& diagnostics)
        : file_(file), gazetteer_(gazetteer), diagnostics_(diagnostics) {}

    void accept(const PatchEntry& entry) {
        const std::string type(name_of(*entry.type));
        const std::string id = type + '/' + entry.id;
        if (!file_.holds(id) && !gazetteer_.meant_by(id).empty()) {
            return fault("the id " + id + " is already taken",
                         "give " + in_quotes(entry.name) + " another id, or write {alias-of: " + id + '}');
        }
        count(file_.append(type, entry.id, row_of(entry)), applied.accepted);
    }

    void add_names(const PatchEntry& entry) {
        if (gazetteer_.meant_by(entry.target).size() != 1 && !file_.holds(entry.target)) {
            return fault("no entity has the id " + in_quotes(entry.target) + ", of which " + in_quotes(entry.name)
                             + " is to be an alias",
                         "write the type with it, as in person/sergey-lavrov");
        }
        bool added = false;
        for (const std::string& text : names_of(entry)) {
            const std::string row = "{of: " + yaml_text(entry.target) + ", text: " + yaml_text(text) + '}';
            added = file_.append("aliases", entry.target + ' ' + text, row) || added;
        }
        count(added, applied.aliases);
    }

    void refuse(const PatchEntry& entry) {
        count(file_.append("refused", entry.name, yaml_text(entry.name)), applied.refused);
    }

    AppliedPatch applied;

private:
    void fault(std::string message, std::string hint) {
        diagnostics_.push_back({.message = std::move(message), .hint = std::move(hint)});
    }
    void count(bool added, std::uint64_t& counter) { ++(added ? counter : applied.already); }

    static std::vector<std::string> names_of(const PatchEntry& entry) {
        std::vector<std::string> names{entry.name};
        names.insert(names.end(), entry.aliases.begin(), entry.aliases.end());
        names.insert(names.end(), entry.acronyms.begin(), entry.acronyms.end());
        return names;
    }

    GrowingFile& file_;
    const Gazetteer& gazetteer_;
    Diagnostics& diagnostics_;
};

}  // namespace

AppliedPatch apply_patch(std::span<const PatchEntry> entries, const std::string& name, const std::string& bytes,
                         const Gazetteer& gazetteer, Diagnostics& diagnostics) {
    GrowingFile file(name, bytes, diagnostics);
    Applying applying(file, gazetteer, diagnostics);
    const auto each = [&](Decision decision, auto&& apply) {
        for (const PatchEntry& entry : entries)
            if (entry.decision == decision) apply(entry);
    };
    for (const auto type : {EntityType::person, EntityType::country, EntityType::organization, EntityType::place})
        each(Decision::accept, [&](const PatchEntry& entry) {
            if (entry.type == type) applying.accept(entry);
        });
    each(Decision::alias_of, [&](const PatchEntry& entry) { applying.add_names(entry); });
    each(Decision::refuse, [&](const PatchEntry& entry) { applying.refuse(entry); });
    each(Decision::open, [&](const PatchEntry&) { ++applying.applied.open; });
    applying.applied.bytes = file.take();
    return std::move(applying.applied);
}

std::string append_merge(const std::string& from, const std::string& to, const std::string& name,
                         const std::string& bytes, const Gazetteer& gazetteer, Diagnostics& diagnostics) {
    GrowingFile file(name, bytes, diagnostics);
    for (const auto& id : {from, to}) {
        if (gazetteer.meant_by(id).empty() && !file.holds(id))
            diagnostics.push_back({.message = "no entity has the id " + in_quotes(id),
                                   .hint = "write it with its type, as in person/sergey-lavrov"});
    }
    if (from == to || from.substr(0, from.find('/')) != to.substr(0, to.find('/')))
        diagnostics.push_back({.message = in_quotes(from) + " cannot be merged into " + in_quotes(to),
                               .hint = "give the ids of two entities of one type"});
    file.append("redirects", from, "{merge: " + yaml_text(from) + ", to: " + yaml_text(to) + '}');
    return file.take();
}

}  // namespace entente
