// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <unordered_map>
#include <utility>

#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/source_files.hpp>
#include <entente/gazetteer/yaml.hpp>
#include <entente/gazetteer/yaml_entity.hpp>
#include <entente/gazetteer/yaml_redirects.hpp>
#include <entente/text/file.hpp>

namespace entente {
namespace {

/// Reads file after file and, when all are read, finds whom their references mean.
class GazetteerReader {
public:
    explicit GazetteerReader(Diagnostics& diagnostics) : diagnostics_(diagnostics), redirects_(diagnostics) {}

    void read(const std::vector<SourceFile>& sources);
    void add_compiled(const std::string& path);
    void resolve_references();
    [[nodiscard]] Gazetteer take();

private:
    struct Row {
        YamlEntity yaml;
        const YamlFile* file = nullptr;
    };

    /// One that stands apart from its entity, in a document with `type: aliases`.
    struct FurtherAlias {
        const YamlFile* file = nullptr;
        const YamlNode* of = nullptr;
        Alias alias;
    };

    void read_document(std::size_t number, const YamlNode& document);
    void add(const YamlFile& file, YamlEntity&& entity);
    void read_aliases(std::size_t number, const YamlNode& document);
    void add_aliases();
    void resolve(Row& row, const YamlReference& reference);
    std::vector<std::string> candidates(const Row& row, const YamlReference& reference) const;
    std::vector<std::string> others_called(const Row& row, const std::string& id) const;
    void report_unknown(const Row& row, const YamlReference& reference);
    std::vector<std::string> present_ids(const std::vector<std::string>& ids) const;
    void merge_entities();

    Diagnostics& diagnostics_;
    std::vector<std::unique_ptr<YamlFile>> files_;
    std::vector<std::string> labels_;
    std::vector<Row> rows_;
    std::vector<FurtherAlias> aliases_;
    YamlRedirects redirects_;
    std::unordered_map<std::string, std::size_t> by_id_;
};

// Parsing takes nine tenths of the time, and one file needs nothing of another.
void GazetteerReader::read(const std::vector<SourceFile>& sources) {
    std::vector<std::string> bytes;
    for (const auto& source : sources) bytes.push_back(read_whole_file(source.path));
    files_.resize(sources.size());
    std::vector<Diagnostics> faults(sources.size());
    std::atomic<std::size_t> next = 0;
    const auto parse = [&] {
        for (std::size_t i = next++; i < sources.size(); i = next++) {
            files_[i] = std::make_unique<YamlFile>(sources[i].path, std::move(bytes[i]), faults[i]);
        }
    };
    {
        std::vector<std::jthread> others;
        const std::size_t threads = std::min<std::size_t>(std::thread::hardware_concurrency(), sources.size());
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back(parse);
        parse();
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
        diagnostics_.insert(diagnostics_.end(), faults[i].begin(), faults[i].end());
        labels_.push_back(sources[i].label);
        for (const auto& document : files_[i]->documents()) read_document(i, document);
    }
}

std::optional<EntityType> type_in(const YamlFile& file, const YamlNode& document, Diagnostics& diagnostics) {
    const auto* node = value_of(document, "type");
    if (node == nullptr) {
        const bool is_list = !file.name().ends_with(".yaml") && !file.name().ends_with(".yml");
        diagnostics.push_back(file.fault(
            document, "the file does not say what it lists",
            is_list
                ? "a list that is not YAML goes through `entente gazetteer compile` or `entente gazetteer import`"
                : "start it with \"type: person\" and \"entities:\"; types are person, country, organization, place"));
        return {};
    }
    const auto type = entity_type_of(node->text);
    if (!type) {
        diagnostics.push_back(
            file.fault(*node, "unknown type " + in_quotes(node->text),
                       did_you_mean(node->text, {"person", "country", "organization", "place"}, "Types")));
    }
    return type;
}

/// Counts the files of an entity on from `before` others.
void move_origins(Entity& entity, std::uint32_t before) {
    const auto move_allowances = [&](std::vector<Allowance>& allowed) {
        for (Allowance& allowance : allowed) allowance.origin.file += before;
    };
    entity.origin.file += before;
    move_allowances(entity.allowed);
    for (Role& role : entity.roles) role.origin.file += before;
    for (Alias& alias : entity.aliases) {
        alias.origin.file += before;
        move_allowances(alias.allowed);
    }
}

bool says_type(const YamlNode& document, std::string_view type) {
    const auto* node = value_of(document, "type");
    return node != nullptr && node->text == type;
}

void GazetteerReader::read_document(std::size_t number, const YamlNode& document) {
    const YamlFile& file = *files_[number];
    if (document.kind == YamlNode::Kind::nothing) return;
    if (is_language(document)) return;  // the words of a language lie in the same folder
    if (says_type(document, "refused")) return;
    if (says_type(document, "aliases")) return read_aliases(number, document);
    if (says_type(document, "redirects")) return redirects_.read(file, document);
    const auto type = type_in(file, document, diagnostics_);
    if (!type) return;
    for (const auto& [key, value] : entries_of(file, document, {"type", "entities"}, diagnostics_)) {
        if (key != "entities" || value->kind == YamlNode::Kind::nothing) continue;
        if (value->kind != YamlNode::Kind::sequence) {
            diagnostics_.push_back(file.fault(*value,
                                              "entities is a list, this is " + std::string(name_of(value->kind)),
                                              "start each entity with \"- id: \""));
            continue;
        }
        for (const auto& node : value->items) {
            add(file, read_yaml_entity(file, static_cast<std::uint32_t>(number), *type, node, diagnostics_));
        }
    }
}

void GazetteerReader::read_aliases(std::size_t number, const YamlNode& document) {
    const YamlFile& file = *files_[number];
    for (const auto& [key, list] : entries_of(file, document, {"type", "aliases"}, diagnostics_)) {
        if (key != "aliases") continue;
        for (const auto& row : list->items) {
            const auto* of = value_of(row, "of");
            const auto* text = value_of(row, "text");
            (void)entries_of(file, row, {"of", "text"}, diagnostics_);
            if (of == nullptr || text == nullptr || text->text.empty()) {
                diagnostics_.push_back(file.fault(row, "an alias without its entity or its text",
                                                  "write {of: person/sergey-lavrov, text: Serguei Lavrov}"));
                continue;
            }
            Alias alias;
            alias.text = text->text;
            alias.origin = {static_cast<std::uint32_t>(number), row.line};
            aliases_.push_back({&file, of, std::move(alias)});
        }
    }
}

void GazetteerReader::add_aliases() {
    for (auto& row : aliases_) {
        const auto* now = redirects_.find(row.of->text);
        const auto found = by_id_.find(now == nullptr || now->size() > 1 ? row.of->text : now->front());
        if (found == by_id_.end()) {
            diagnostics_.push_back(row.file->fault(*row.of, "no entity has the id " + in_quotes(row.of->text),
                                                   "write it with its type, as in person/sergey-lavrov"));
        } else {
            rows_[found->second].yaml.entity.aliases.push_back(std::move(row.alias));
        }
    }
}

void GazetteerReader::add(const YamlFile& file, YamlEntity&& yaml) {
    if (yaml.entity.id.empty()) return;
    const auto [first, is_new] = by_id_.emplace(yaml.entity.id, rows_.size());
    if (is_new) {
        rows_.push_back({std::move(yaml), &file});
        return;
    }
    const auto& other = rows_[first->second];
    diagnostics_.push_back(file.fault(*yaml.id, "the id " + in_quotes(yaml.id->text) + " is already taken",
                                      "it is first used in " + other.file->name() + ':'
                                          + std::to_string(other.yaml.id->line)
                                          + "; join the two, or give one another id"));
}

void GazetteerReader::add_compiled(const std::string& path) {
    const Image image = Image::open(path);
    image.verify(path);
    const Gazetteer compiled = gazetteer_in(image);
    const auto before = static_cast<std::uint32_t>(labels_.size());
    labels_.insert(labels_.end(), compiled.files().begin(), compiled.files().end());
    for (Entity entity : compiled.entities()) {
        const auto [first, is_new] = by_id_.emplace(entity.id, rows_.size());
        if (!is_new) {
            diagnostics_.push_back(error_in(path, "the id " + in_quotes(entity.id) + " is already taken",
                                            "another file has it too; leave one of the two out"));
            continue;
        }
        move_origins(entity, before);
        rows_.push_back({{std::move(entity), {}, nullptr}, nullptr});
    }
}

// The full ids that a reference may mean. Type and slash may be left out where the key says the type.
std::vector<std::string> GazetteerReader::candidates(const Row& row, const YamlReference& reference) const {
    const auto& id = reference.node->text;
    if (id.find('/') != std::string::npos) return {id};
    switch (reference.slot) {
        case YamlReference::Slot::country: return {"country/" + id};
        case YamlReference::Slot::part_of: return {"organization/" + id};
        case YamlReference::Slot::not_same: return others_called(row, id);
        case YamlReference::Slot::role: return {"country/" + id, "organization/" + id, "place/" + id};
    }
    return {};
}

// Whom an entity is not: one of its own type before others, and never itself. Georgia the state is not the country.
std::vector<std::string> GazetteerReader::others_called(const Row& row, const std::string& id) const {
    const auto type = row.yaml.entity.type;
    const auto same_type = std::string(name_of(type)) + '/' + id;
    if (by_id_.contains(same_type) && same_type != row.yaml.entity.id) return {same_type};
    std::vector<std::string> others;
    for (const auto other : {EntityType::person, EntityType::country, EntityType::organization, EntityType::place}) {
        const auto full = std::string(name_of(other)) + '/' + id;
        if (other != type && by_id_.contains(full)) others.push_back(full);
    }
    return others.empty() ? std::vector{same_type} : others;
}

void GazetteerReader::report_unknown(const Row& row, const YamlReference& reference) {
    const auto wanted = candidates(row, reference);
    std::vector<std::string_view> choices;
    for (const auto& [id, index] : by_id_) {
        const bool right_type = std::any_of(wanted.begin(), wanted.end(), [&](const auto& full) {
            return full.substr(0, full.find('/')) == id.substr(0, id.find('/'));
        });
        if (right_type) choices.emplace_back(id);
    }
    std::sort(choices.begin(), choices.end());  // a hash map has no order of its own to choose by
    for (auto& choice : choices) choice.remove_prefix(choice.find('/') + 1);
    const auto typed = std::string_view(wanted.front()).substr(wanted.front().find('/') + 1);
    const auto nearest = nearest_of(typed, choices);
    diagnostics_.push_back(row.file->fault(
        *reference.node, "no entity has the id " + in_quotes(reference.node->text),
        nearest.empty() ? "add the entity, or leave the line out" : "did you mean " + in_quotes(nearest) + "?"));
}

void GazetteerReader::resolve(Row& row, const YamlReference& reference) {
    auto& entity = row.yaml.entity;
    auto& slot = reference.slot == YamlReference::Slot::country   ? entity.country
                 : reference.slot == YamlReference::Slot::part_of ? entity.part_of
                 : reference.slot == YamlReference::Slot::role    ? entity.roles[reference.row].of
                                                                  : entity.not_same[reference.row];
    slot.clear();
    for (const auto& id : present_ids(candidates(row, reference))) {
        if (slot.empty()) {
            slot = id;
        } else {
            diagnostics_.push_back(row.file->fault(*reference.node,
                                                   in_quotes(reference.node->text) + " may be " + slot + " or " + id,
                                                   "write the type with it"));
        }
    }
    if (slot.empty())
        report_unknown(row, reference);
    else if (slot == entity.id && candidates(row, reference).front() != slot)
        slot.clear();  // the other has become this one
    else if (slot == entity.id)
        diagnostics_.push_back(row.file->fault(*reference.node, "an entity names itself here"));
}

/// Those of `ids` that are in use, and who has the meaning of those that were given up.
std::vector<std::string> GazetteerReader::present_ids(const std::vector<std::string>& ids) const {
    std::vector<std::string> present;
    for (const auto& id : ids) {
        if (const auto* now = redirects_.find(id))
            present.insert(present.end(), now->begin(), now->end());
        else if (by_id_.contains(id))
            present.push_back(id);
    }
    return present;
}

void GazetteerReader::merge_entities() {
    for (const auto& [id, into] : redirects_.merges()) {
        auto& merged = rows_[by_id_.at(id)].yaml.entity;
        absorb(rows_[by_id_.at(into)].yaml.entity, std::move(merged));
        merged.id.clear();
    }
    std::erase_if(rows_, [](const Row& row) { return row.yaml.entity.id.empty(); });
}

void GazetteerReader::resolve_references() {
    redirects_.follow([&](std::string_view id) { return by_id_.contains(std::string(id)); });
    for (auto& row : rows_) {
        for (const auto& reference : row.yaml.references) resolve(row, reference);
        auto& entity = row.yaml.entity;
        std::erase(entity.not_same, "");
    }
    add_aliases();
    merge_entities();
}

Gazetteer GazetteerReader::take() {
    std::vector<Entity> entities;
    entities.reserve(rows_.size());
    for (auto& row : rows_) entities.push_back(std::move(row.yaml.entity));
    return {std::move(entities), std::move(labels_), redirects_.take()};
}

}  // namespace

Gazetteer read_gazetteer(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
    GazetteerReader reader(diagnostics);
    reader.read(source_files(paths));
    for (const std::string& path : paths)
        if (is_image(path)) reader.add_compiled(path);
    reader.resolve_references();
    return reader.take();
}

}  // namespace entente
