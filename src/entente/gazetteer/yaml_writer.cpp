// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/yaml_writer.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

/// Whether YAML reads `text` as itself without quotes, in a list of a line too. Words such as `no` stay texts for our
/// reader; `null` does not.
bool is_plain(std::string_view text) {
    static constexpr std::array<std::string_view, 3> nothing = {"null", "Null", "NULL"};
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || static_cast<unsigned char>(c) >= 0x80;
    };
    const auto inside = [&](char c) {
        return letter(c) || std::string_view(" .-'/_+&()").find(c) != std::string_view::npos;
    };
    return !text.empty() && letter(text.front()) && text.back() != ' ' && std::all_of(text.begin(), text.end(), inside)
           && std::find(nothing.begin(), nothing.end(), text) == nothing.end();
}

std::string scalar(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    std::string quoted = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') quoted += '\\';
        quoted += byte;
    }
    return quoted + '"';
}

std::string list(const std::vector<std::string>& texts) {
    std::string joined = "[";
    for (const auto& text : texts) joined += (&text == &texts.front() ? "" : ", ") + scalar(text);
    return joined + ']';
}

/// `key: value` pairs of a map on one line.
class FlowMap {
public:
    void add(std::string_view key, const std::string& value) {
        text_ += text_.empty() ? "{" : ", ";
        text_.append(key).append(": ").append(value);
    }
    void add_text(std::string_view key, std::string_view value) {
        if (!value.empty()) add(key, scalar(value));
    }
    void add_list(std::string_view key, const std::vector<std::string>& values) {
        if (!values.empty()) add(key, list(values));
    }
    void add(const Evidence& evidence) {
        add_list("near", evidence.near);
        add_list("not_near", evidence.not_near);
        add_list("not_followed_by", evidence.not_followed_by);
        add_list("not_preceded_by", evidence.not_preceded_by);
    }
    [[nodiscard]] std::string text() const { return text_ + '}'; }

private:
    std::string text_;
};

std::string allowed_text(const std::vector<Allowance>& allowed) {
    std::string joined;
    for (const auto& allowance : allowed) {
        FlowMap map;
        map.add_text("lint", allowance.lint);
        map.add_text("because", allowance.because);
        joined += (joined.empty() ? "[" : ", ") + map.text();
    }
    return joined + ']';
}

std::string alias_text(const Alias& alias) {
    const auto& evidence = *alias.evidence;
    const bool bare = alias.languages.empty() && !alias.standalone && alias.allowed.empty() && !evidence.company()
                      && !evidence.neighbours();
    if (bare) return scalar(alias.text);
    FlowMap map;
    map.add_text("text", alias.text);
    if (alias.languages.size() == 1)
        map.add_text("language", alias.languages.front());
    else
        map.add_list("language", alias.languages);
    if (alias.standalone) map.add("standalone", "true");
    map.add(evidence);
    if (!alias.allowed.empty()) map.add("allow", allowed_text(alias.allowed));
    return map.text();
}

std::string role_text(const Role& role) {
    FlowMap map;
    map.add_text("title", role.title);
    map.add_text("of", role.of);
    if (role.from.known()) map.add("from", to_string(role.from));
    if (role.to.known()) map.add("to", to_string(role.to));
    return map.text();
}

std::string without_type(std::string_view id) { return std::string(id.substr(id.find('/') + 1)); }

/// Writes one row of `entities:`.
class EntityWriter {
public:
    explicit EntityWriter(std::string& out) : out_(out) {}

    void write(const Entity& entity) {
        out_ += "  - id: " + scalar(without_type(entity.id)) + '\n';
        line("name", entity.name);
        aliases(entity, "aliases", AliasKind::alias);
        aliases(entity, "acronyms", AliasKind::acronym);
        aliases(entity, "demonyms", AliasKind::demonym);
        aliases(entity, "capital", AliasKind::capital);
        aliases(entity, "metonyms", AliasKind::metonym);
        facts(entity);
        texts("near", entity.evidence->near);
        texts("not_near", entity.evidence->not_near);
        texts("not_followed_by", entity.evidence->not_followed_by);
        texts("not_preceded_by", entity.evidence->not_preceded_by);
        texts("not_same", entity.not_same);
        if (!entity.wikidata.empty()) raw("ids", "{wikidata: " + entity.wikidata.front() + '}');
        if (!entity.allowed.empty()) raw("allow", allowed_text(entity.allowed));
        line("source", entity.source);
        line("licence", entity.licence);
    }

private:
    void raw(std::string_view key, const std::string& value) {
        out_.append("    ").append(key).append(": ").append(value).append("\n");
    }
    void line(std::string_view key, std::string_view value) {
        if (!value.empty()) raw(key, scalar(value));
    }
    void texts(std::string_view key, const std::vector<std::string>& values) {
        if (!values.empty()) raw(key, list(values));
    }
    void item(std::string_view key, bool first, const std::string& value) {
        if (first) out_.append("    ").append(key).append(":\n");
        out_.append("      - ").append(value).append("\n");
    }
    void aliases(const Entity& entity, std::string_view key, AliasKind kind) {
        bool first = true;
        for (const auto& alias : entity.aliases) {
            if (alias.kind != kind) continue;
            item(key, first, alias_text(alias));
            first = false;
        }
    }
    void facts(const Entity& entity) {
        if (entity.gender != 0) raw("gender", std::string(1, entity.gender));
        line("surname", entity.surname);
        line("country", without_type(entity.country));
        for (const auto& role : entity.roles) item("roles", &role == &entity.roles.front(), role_text(role));
        line("iso", entity.iso);
        if (entity.until.known()) raw("until", to_string(entity.until));
        line("class", entity.category);
        line("part_of", without_type(entity.part_of));
        if (entity.disputed) raw("disputed", "true");
    }

    std::string& out_;
};

}  // namespace

std::string to_yaml(std::vector<Entity> entities, const std::string& comment) {
    std::sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
    std::string out = "# " + comment + '\n';
    EntityWriter writer(out);
    const Entity* last = nullptr;
    for (const auto& entity : entities) {
        if (last == nullptr || last->type != entity.type) {
            if (last != nullptr) out += "---\n";
            out.append("type: ").append(name_of(entity.type)).append("\nentities:\n");
        }
        writer.write(entity);
        last = &entity;
    }
    return out;
}

}  // namespace entente
