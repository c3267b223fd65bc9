// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/yaml_entity.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <entente/gazetteer/lint.hpp>

namespace entente {
namespace {

constexpr unsigned person = 1;
constexpr unsigned country = 2;
constexpr unsigned organization = 4;
constexpr unsigned place = 8;
constexpr unsigned every = 15;

/// Fills one Entity, key by key.
class EntityReader {
public:
    EntityReader(const YamlFile& file, std::uint32_t number, EntityType type, Diagnostics& diagnostics)
        : file_(file), number_(number), diagnostics_(diagnostics) {
        row_.entity.type = type;
    }

    YamlEntity read(const YamlNode& node);

    void id(const YamlNode& node);
    void name(const YamlNode& node) { row_.entity.name = text(node, "a name").value_or(""); }
    void aliases(const YamlNode& node) {
        each(node, [&](const YamlNode& item) { alias(item, AliasKind::alias); });
    }
    void acronyms(const YamlNode& node) {
        each(node, [&](const YamlNode& item) { alias(item, AliasKind::acronym); });
    }
    void demonyms(const YamlNode& node) {
        each(node, [&](const YamlNode& item) { alias(item, AliasKind::demonym); });
    }
    void metonyms(const YamlNode& node) {
        each(node, [&](const YamlNode& item) { alias(item, AliasKind::metonym); });
    }
    void capital(const YamlNode& node) {
        if (node.kind == YamlNode::Kind::scalar) return alias(node, AliasKind::capital);
        each(node, [&](const YamlNode& item) { alias(item, AliasKind::capital); });
    }
    void near(const YamlNode& node) { texts(node, row_.entity.evidence.to_write().near); }
    void not_near(const YamlNode& node) { texts(node, row_.entity.evidence.to_write().not_near); }
    void not_followed_by(const YamlNode& node) { texts(node, row_.entity.evidence.to_write().not_followed_by); }
    void not_preceded_by(const YamlNode& node) { texts(node, row_.entity.evidence.to_write().not_preceded_by); }
    void ids(const YamlNode& node);
    void not_same(const YamlNode& node);
    void gender(const YamlNode& node);
    void of_country(const YamlNode& node) { reference(node, YamlReference::Slot::country, 0, row_.entity.country); }
    void surname(const YamlNode& node) { row_.entity.surname = text(node, "a surname").value_or(""); }
    void roles(const YamlNode& node) {
        each(node, [&](const YamlNode& item) { role(item); });
    }
    void iso(const YamlNode& node);
    void until(const YamlNode& node) { row_.entity.until = date(node); }
    void category(const YamlNode& node);
    void part_of(const YamlNode& node) { reference(node, YamlReference::Slot::part_of, 0, row_.entity.part_of); }
    void disputed(const YamlNode& node) { row_.entity.disputed = truth(node); }
    void allow(const YamlNode& node) { allowances(node, row_.entity.allowed); }
    void source(const YamlNode& node) { row_.entity.source = text(node, "a source").value_or(""); }
    void licence(const YamlNode& node) { row_.entity.licence = text(node, "a licence").value_or(""); }

private:
    void fault(const YamlNode& node, std::string message, std::string hint = {}) {
        diagnostics_.push_back(file_.fault(node, std::move(message), std::move(hint)));
    }
    [[nodiscard]] Origin origin(const YamlNode& node) const { return {number_, node.line}; }

    std::optional<std::string> text(const YamlNode& node, std::string_view what);
    Date date(const YamlNode& node);
    bool truth(const YamlNode& node);
    void texts(const YamlNode& node, std::vector<std::string>& into);
    void each(const YamlNode& node, const auto& take);
    void alias(const YamlNode& node, AliasKind kind);
    void alias_map(const YamlNode& node, Alias& alias);
    void language(const YamlNode& node, Alias& alias);
    void allowances(const YamlNode& node, std::vector<Allowance>& into);
    void role(const YamlNode& node);
    void reference(const YamlNode& node, YamlReference::Slot slot, std::size_t row, std::string& into);
    bool is_map(const YamlNode& node, std::string_view what);

    const YamlFile& file_;
    std::uint32_t number_;
    Diagnostics& diagnostics_;
    YamlEntity row_;
};

struct Key {
    std::string_view name;
    unsigned types;
    void (EntityReader::*read)(const YamlNode& node);
};

constexpr std::array<Key, 25> entity_keys = {{
    {"id", every, &EntityReader::id},
    {"name", every, &EntityReader::name},
    {"aliases", every, &EntityReader::aliases},
    {"near", every, &EntityReader::near},
    {"not_near", every, &EntityReader::not_near},
    {"not_followed_by", every, &EntityReader::not_followed_by},
    {"not_preceded_by", every, &EntityReader::not_preceded_by},
    {"ids", every, &EntityReader::ids},
    {"not_same", every, &EntityReader::not_same},
    {"gender", person, &EntityReader::gender},
    {"surname", person, &EntityReader::surname},
    {"country", person | organization | place, &EntityReader::of_country},
    {"roles", person, &EntityReader::roles},
    {"iso", country, &EntityReader::iso},
    {"capital", country, &EntityReader::capital},
    {"until", country, &EntityReader::until},
    {"demonyms", country | place, &EntityReader::demonyms},
    {"metonyms", country | organization, &EntityReader::metonyms},
    {"acronyms", country | organization | place, &EntityReader::acronyms},
    {"class", organization | place, &EntityReader::category},
    {"part_of", organization, &EntityReader::part_of},
    {"disputed", place, &EntityReader::disputed},
    {"allow", every, &EntityReader::allow},
    {"source", every, &EntityReader::source},
    {"licence", every, &EntityReader::licence},
}};

std::vector<std::string_view> keys_of(EntityType type) {
    std::vector<std::string_view> keys;
    for (const auto& key : entity_keys) {
        if ((key.types & 1U << static_cast<unsigned>(type)) != 0) keys.push_back(key.name);
    }
    return keys;
}

YamlEntity EntityReader::read(const YamlNode& node) {
    row_.entity.origin = origin(node);
    if (!is_map(node, "an entity")) return std::move(row_);
    static const std::array<std::vector<std::string_view>, 4> known = {
        keys_of(EntityType::person), keys_of(EntityType::country), keys_of(EntityType::organization),
        keys_of(EntityType::place)};
    Alias name{};
    for (const auto& [key, value] :
         entries_of(file_, node, known[static_cast<std::size_t>(row_.entity.type)], diagnostics_)) {
        const auto found =
            std::find_if(entity_keys.begin(), entity_keys.end(), [&](const Key& row) { return row.name == key; });
        (this->*found->read)(*value);
        if (key == "name") name.origin = origin(*value);
    }
    auto& entity = row_.entity;
    if (row_.id == nullptr)
        fault(node, "an entity without an id", "give it one, such as \"id: sergey-lavrov\"");
    else if (entity.name.empty())
        fault(*row_.id, "an entity without a name", "give it one, such as \"name: Sergey Lavrov\"");
    if (entity.name.empty()) entity.id.clear();
    name.text = entity.name;
    name.kind = AliasKind::name;
    entity.aliases.insert(entity.aliases.begin(), std::move(name));
    return std::move(row_);
}

bool EntityReader::is_map(const YamlNode& node, std::string_view what) {
    if (node.kind == YamlNode::Kind::map) return true;
    fault(node, std::string(what) + " is a map of keys, this is " + std::string(name_of(node.kind)));
    return false;
}

std::optional<std::string> EntityReader::text(const YamlNode& node, std::string_view what) {
    const auto begin = node.text.find_first_not_of(' ');
    if (node.kind == YamlNode::Kind::nothing || (node.kind == YamlNode::Kind::scalar && begin == std::string::npos)) {
        fault(node, std::string(what) + " is empty",
              "write it, or leave the line out; a text \"null\" or \"~\" needs quotes");
    } else if (node.kind != YamlNode::Kind::scalar) {
        fault(node, std::string(what) + " is one text, this is " + std::string(name_of(node.kind)));
    } else if (std::any_of(node.text.begin(), node.text.end(),
                           [](char c) { return static_cast<unsigned char>(c) < 0x20; })) {
        fault(node, std::string(what) + " holds a line break or another control character");
    } else if (node.text.size() > longest_text) {
        fault(node,
              std::string(what) + " has " + std::to_string(node.text.size()) + " bytes, over "
                  + std::to_string(longest_text),
              "see whether a quote or a bracket is left open");
    } else {
        return node.text.substr(begin, node.text.find_last_not_of(' ') + 1 - begin);
    }
    return {};
}

void EntityReader::each(const YamlNode& node, const auto& take) {
    if (node.kind != YamlNode::Kind::sequence) {
        return fault(node, "a list is wanted here, this is " + std::string(name_of(node.kind)),
                     node.kind == YamlNode::Kind::scalar ? "write [" + node.text + "]" : "");
    }
    for (const auto& item : node.items) take(item);
}

void EntityReader::texts(const YamlNode& node, std::vector<std::string>& into) {
    each(node, [&](const YamlNode& item) {
        if (auto value = text(item, "a name")) into.push_back(std::move(*value));
    });
}

bool EntityReader::truth(const YamlNode& node) {
    if (node.text != "true" && node.text != "false") fault(node, "true or false is wanted here");
    return node.text == "true";
}

Date EntityReader::date(const YamlNode& node) {
    const auto date = parse_iso_date(node.text);
    if (!date || node.text.size() > 10)
        fault(node, in_quotes(node.text) + " is no date", "write YYYY, YYYY-MM or YYYY-MM-DD");
    return date.value_or(Date{});
}

void EntityReader::id(const YamlNode& node) {
    row_.id = &node;
    const auto slug = text(node, "an id");
    if (!slug) return;
    if (!is_slug(*slug)) {
        return fault(node, in_quotes(*slug) + " is no id",
                     "write lower-case ASCII words joined by \"-\", without the type: sergey-lavrov");
    }
    row_.entity.id = std::string(name_of(row_.entity.type)) + '/' + *slug;
}

void EntityReader::ids(const YamlNode& node) {
    if (!is_map(node, "ids")) return;
    for (const auto& [key, value] : entries_of(file_, node, {"wikidata"}, diagnostics_)) {
        const auto& number = value->text;
        const bool good =
            number.size() > 1 && number[0] == 'Q' && number.find_first_not_of("0123456789", 1) == std::string::npos;
        if (good)
            row_.entity.wikidata.push_back(number);
        else
            fault(*value, in_quotes(number) + " is no Wikidata id", "write Q and digits, such as Q58217");
    }
}

void EntityReader::reference(const YamlNode& node, YamlReference::Slot slot, std::size_t row, std::string& into) {
    const auto id = text(node, "an id");
    if (!id) return;
    into = *id;
    row_.references.push_back({slot, static_cast<std::uint32_t>(row), &node});
}

void EntityReader::not_same(const YamlNode& node) {
    each(node, [&](const YamlNode& item) {
        auto& others = row_.entity.not_same;
        others.emplace_back();
        reference(item, YamlReference::Slot::not_same, others.size() - 1, others.back());
    });
}

void EntityReader::gender(const YamlNode& node) {
    if (node.text == "m" || node.text == "f")
        row_.entity.gender = node.text[0];
    else
        fault(node, "gender is m or f");
}

void EntityReader::iso(const YamlNode& node) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (node.text.size() == 2 && upper(node.text[0]) && upper(node.text[1]))
        row_.entity.iso = node.text;
    else
        fault(node, in_quotes(node.text) + " is no ISO 3166 code of two letters", "write it like RU");
}

void EntityReader::category(const YamlNode& node) {
    if (is_class_of(row_.entity.type, node.text)) {
        row_.entity.category = node.text;
        return;
    }
    const auto classes = classes_of(row_.entity.type);
    fault(node, "unknown class " + in_quotes(node.text),
          did_you_mean(node.text, {classes.begin(), classes.end()}, "Classes"));
}

void EntityReader::alias(const YamlNode& node, AliasKind kind) {
    Alias alias{};
    alias.kind = kind;
    alias.origin = origin(node);
    if (node.kind == YamlNode::Kind::map)
        alias_map(node, alias);
    else
        alias.text = text(node, "an alias").value_or("");
    if (!alias.text.empty()) row_.entity.aliases.push_back(std::move(alias));
}

void EntityReader::alias_map(const YamlNode& node, Alias& alias) {
    static const std::vector<std::string_view> keys = {"text",     "language",        "standalone",      "near",
                                                       "not_near", "not_followed_by", "not_preceded_by", "allow"};
    bool has_text = false;
    for (const auto& [key, value] : entries_of(file_, node, keys, diagnostics_)) {
        if (key == "text") {
            has_text = true;
            alias.text = text(*value, "an alias").value_or("");
        } else if (key == "language") {
            if (value->kind == YamlNode::Kind::sequence)
                for (const auto& item : value->items) language(item, alias);
            else
                language(*value, alias);
        } else if (key == "standalone") {
            alias.standalone = truth(*value);
        } else if (key == "allow") {
            allowances(*value, alias.allowed);
        } else {
            auto& evidence = alias.evidence.to_write();
            texts(*value, key == "near"              ? evidence.near
                          : key == "not_near"        ? evidence.not_near
                          : key == "not_followed_by" ? evidence.not_followed_by
                                                     : evidence.not_preceded_by);
        }
    }
    if (!has_text) fault(node, "an alias without a text", "write {text: Lavrov, standalone: true}");
}

void EntityReader::language(const YamlNode& node, Alias& alias) {
    auto code = text(node, "a language");
    if (!code) return;
    if (is_language_code(*code))
        alias.languages.push_back(std::move(*code));
    else
        fault(node, in_quotes(*code) + " is no language", "write its BCP 47 code, such as ru or sr-Latn");
}

void EntityReader::allowances(const YamlNode& node, std::vector<Allowance>& into) {
    each(node, [&](const YamlNode& item) {
        if (!is_map(item, "what is allowed")) return;
        Allowance allowance{{}, {}, origin(item)};
        for (const auto& [key, value] : entries_of(file_, item, {"lint", "because"}, diagnostics_)) {
            auto& slot = key == "lint" ? allowance.lint : allowance.because;
            slot = text(*value, key == "lint" ? "a lint" : "a reason").value_or("");
            const auto codes = lint_codes();
            if (key == "lint" && !slot.empty() && std::find(codes.begin(), codes.end(), slot) == codes.end())
                fault(*value, "unknown lint " + in_quotes(slot), did_you_mean(slot, codes, "Lints"));
        }
        if (value_of(item, "lint") == nullptr || value_of(item, "because") == nullptr)
            fault(item, "what is allowed needs a lint and a reason", "write {lint: common-word, because: \"…\"}");
        into.push_back(std::move(allowance));
    });
}

void EntityReader::role(const YamlNode& node) {
    if (!is_map(node, "a role")) return;
    auto& role = row_.entity.roles.emplace_back();
    role.origin = origin(node);
    const YamlNode* to = nullptr;
    for (const auto& [key, value] : entries_of(file_, node, {"title", "of", "from", "to"}, diagnostics_)) {
        if (key == "title")
            role.title = text(*value, "a title").value_or("");
        else if (key == "of")
            reference(*value, YamlReference::Slot::role, row_.entity.roles.size() - 1, role.of);
        else if (key == "from")
            role.from = date(*value);
        else
            role.to = date(*(to = value));
    }
    if (role.title.empty()) fault(node, "a role without a title", "write {title: foreign minister, of: russia}");
    if (role.from.known() && role.to.known() && latest(role.to) < earliest(role.from)) {
        fault(*to, "the role ends before it starts", "see whether \"from\" and \"to\" are exchanged");
        role.from = role.to = Date{};
    }
}

}  // namespace

YamlEntity read_yaml_entity(const YamlFile& file, std::uint32_t file_number, EntityType type, const YamlNode& node,
                            Diagnostics& diagnostics) {
    return EntityReader(file, file_number, type, diagnostics).read(node);
}

}  // namespace entente
