// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/lint.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <utf8proc.h>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

struct Owner {
    const Entity* entity = nullptr;
    const Alias* alias = nullptr;
};

bool has_evidence(const Evidence& evidence) { return !evidence.near.empty() || !evidence.not_near.empty(); }
bool has_any_evidence(const Evidence& evidence) {
    return has_evidence(evidence) || !evidence.not_followed_by.empty() || !evidence.not_preceded_by.empty();
}

bool decided(const Owner& owner) { return has_evidence(owner.entity->evidence) || has_evidence(owner.alias->evidence); }

bool is_not_same(const Entity& a, const Entity& b) {
    const auto lists = [](const Entity& one, const Entity& other) {
        return std::find(one.not_same.begin(), one.not_same.end(), other.id) != one.not_same.end();
    };
    return lists(a, b) || lists(b, a);
}

/// One pass over the gazetteer for each kind of fault.
class Linter {
public:
    explicit Linter(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    void check_owners();
    void check_entity(const Entity& entity);
    void check_common_words(const std::vector<std::string>& words);
    [[nodiscard]] Diagnostics take();

private:
    void warn(Origin origin, std::string code, std::string message, std::string hint);
    void check_shared(const std::vector<Owner>& owners);
    void check_roles(const Entity& entity);
    void check_aliases(const Entity& entity);

    struct Row {
        Origin origin;
        Diagnostic diagnostic;
    };
    const Gazetteer& gazetteer_;
    std::vector<Row> rows_;
};

void Linter::warn(Origin origin, std::string code, std::string message, std::string hint) {
    const auto& files = gazetteer_.files();
    auto diagnostic = warning_in(origin.file < files.size() ? files[origin.file] : "", std::move(message),
                                 std::move(hint), origin.line);
    diagnostic.code = std::move(code);
    rows_.push_back({origin, std::move(diagnostic)});
}

// Capitals and metonyms are shared by nature: the grammar tells the city from its government.
bool counts_as_name(AliasKind kind) { return kind != AliasKind::capital && kind != AliasKind::metonym; }

// An acronym is matched in its own case, so that "WHO" and "who" are two.
std::string key_of(const Alias& alias) { return alias.kind == AliasKind::acronym ? alias.text : folded(alias.text); }

void Linter::check_shared(const std::vector<Owner>& owners) {
    for (std::size_t i = 1; i < owners.size(); ++i) {
        const auto& first = owners.front();
        const auto& owner = owners[i];
        if (first.entity == owner.entity) continue;
        const bool told_apart = std::any_of(owners.begin(), owners.end(), decided);
        const bool same_name = first.alias->kind == AliasKind::name && owner.alias->kind == AliasKind::name;
        if (told_apart || (same_name && is_not_same(*first.entity, *owner.entity))) continue;
        warn(owner.alias->origin, "alias-owned-twice",
             in_quotes(owner.alias->text) + " of " + owner.entity->id + " also belongs to " + first.entity->id,
             "it stands in " + gazetteer_.where(first.alias->origin)
                 + "; give one of them near: or not_near: so that there is a reason to choose");
    }
}

void Linter::check_owners() {
    std::unordered_map<std::string, std::vector<Owner>> by_text;
    for (const auto& entity : gazetteer_.entities()) {
        for (const auto& alias : entity.aliases) {
            if (counts_as_name(alias.kind)) by_text[key_of(alias)].push_back({&entity, &alias});
        }
    }
    for (const auto& [text, owners] : by_text) check_shared(owners);
}

// Two offices at once are normal; the same office twice at once is a slip of the pen.
void Linter::check_roles(const Entity& entity) {
    const auto open_end = Date{9999, 12, 31};
    for (std::size_t i = 0; i < entity.roles.size(); ++i) {
        const auto& role = entity.roles[i];
        if (role.to.known() && role.from.known() && latest(role.to) < earliest(role.from)) {
            warn(role.origin, "role-reversed",
                 "the role " + in_quotes(role.title) + " of " + entity.id + " ends before it starts", "");
        }
        if (!role.title.empty() && role.title[0] >= 'A' && role.title[0] <= 'Z') {
            warn(role.origin, "role-capital", "the title " + in_quotes(role.title) + " starts with a capital",
                 "write titles in lower case");
        }
        for (std::size_t j = 0; j < i; ++j) {
            const auto& other = entity.roles[j];
            if (other.title != role.title || other.of != role.of || !other.from.known() || !role.from.known()) continue;
            const auto end = [&](const Role& held) { return held.to.known() ? earliest(held.to) : open_end; };
            if (latest(role.from) >= end(other) || latest(other.from) >= end(role)) continue;
            warn(role.origin, "role-overlaps",
                 entity.id + " holds the office of " + in_quotes(role.title) + " twice at the same time",
                 "the other stands in " + gazetteer_.where(other.origin) + "; correct the dates or join the two");
        }
    }
}

enum class Script { other, latin, greek, cyrillic };

Script script_of(utf8proc_int32_t code_point) {
    const bool latin = (code_point >= 'A' && code_point <= 'Z') || (code_point >= 'a' && code_point <= 'z')
                       || (code_point >= 0xC0 && code_point <= 0x24F);
    if (latin && code_point != 0xD7 && code_point != 0xF7) return Script::latin;
    if (code_point >= 0x370 && code_point <= 0x3FF) return Script::greek;
    if (code_point >= 0x400 && code_point <= 0x52F) return Script::cyrillic;
    return Script::other;
}

// Whether one word holds letters of two alphabets that look alike: a Cyrillic С in "Сancelled".
bool mixes_scripts(std::string_view text) {
    auto word = Script::other;
    while (!text.empty()) {
        utf8proc_int32_t code_point = 0;
        const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                           static_cast<utf8proc_ssize_t>(text.size()), &code_point);
        text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
        const auto script = script_of(code_point);
        if (code_point == ' ' || code_point == '-')
            word = Script::other;
        else if (script != Script::other && word != Script::other && script != word)
            return true;
        else if (script != Script::other)
            word = script;
    }
    return false;
}

bool has_double_space(std::string_view text) {
    return text.find("  ") != std::string_view::npos || text.find("\xC2\xA0") != std::string_view::npos;
}

void Linter::check_aliases(const Entity& entity) {
    std::map<std::pair<std::string, AliasKind>, std::set<std::string>> seen;  // in which languages; "" for any
    for (const auto& alias : entity.aliases) {
        const auto whose = in_quotes(alias.text) + " of " + entity.id;
        if (mixes_scripts(alias.text)) {
            warn(alias.origin, "mixed-scripts", whose + " mixes letters of two alphabets in one word",
                 "write it again in one alphabet");
        }
        if (has_double_space(alias.text)) {
            warn(alias.origin, "odd-space", whose + " holds two spaces together or a no-break space",
                 "write one plain space");
        }
        if (!entity.iso.empty() && alias.text == entity.iso && alias.kind != AliasKind::acronym) {
            warn(alias.origin, "iso-as-alias", whose + " is its ISO code",
                 "codes such as IT, IN and NO are words; leave it out, \"iso:\" has it");
        }
        const auto kind = alias.kind == AliasKind::name ? AliasKind::alias : alias.kind;
        auto& languages = seen[{key_of(alias), kind}];
        bool twice = languages.contains("") || (alias.languages.empty() && !languages.empty());
        for (const auto& language : alias.languages) twice = !languages.insert(language).second || twice;
        if (alias.languages.empty()) languages.insert("");
        if (twice) {
            warn(alias.origin, "alias-twice", whose + " stands twice in this entity",
                 "case, diacritics, dots and spaces make no difference; delete one");
        }
        const auto given_name = entity.name.substr(0, entity.name.find(' ') + 1);
        if (alias.standalone && !given_name.empty() && alias.text.starts_with(given_name)) {
            warn(alias.origin, "standalone-full-name", whose + " is no bare surname, so \"standalone\" says nothing",
                 "leave \"standalone\" out");
        }
    }
}

void Linter::check_entity(const Entity& entity) {
    check_aliases(entity);
    check_roles(entity);
    const auto has = [&](AliasKind kind) {
        return std::any_of(entity.aliases.begin(), entity.aliases.end(),
                           [&](const Alias& alias) { return alias.kind == kind; });
    };
    if (entity.type == EntityType::country && !has(AliasKind::demonym)) {
        warn(entity.origin, "no-demonym", entity.id + " has no demonym", "add demonyms: [Russian, Russians]");
    }
    if (entity.type == EntityType::country && entity.iso.empty() && !entity.until.known()) {
        warn(entity.origin, "no-iso", entity.id + " has neither an ISO code nor an end",
             "add iso: RU, or until: 1991-12-26");
    }
}

void Linter::check_common_words(const std::vector<std::string>& words) {
    const std::set<std::string_view> common(words.begin(), words.end());
    for (const auto& entity : gazetteer_.entities()) {
        for (const auto& alias : entity.aliases) {
            // An acronym is matched in capitals only, and a bare surname only after its full name.
            if (alias.kind == AliasKind::acronym || !common.contains(folded(alias.text))) continue;
            if (has_any_evidence(entity.evidence) || has_any_evidence(alias.evidence)) continue;
            warn(alias.origin, "common-word", in_quotes(alias.text) + " of " + entity.id + " is a common word",
                 "give it near:, not_near:, not_followed_by: or not_preceded_by:, or leave it out");
        }
    }
}

Diagnostics Linter::take() {
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
        return std::tie(a.origin.file, a.origin.line, a.diagnostic.code, a.diagnostic.message)
               < std::tie(b.origin.file, b.origin.line, b.diagnostic.code, b.diagnostic.message);
    });
    Diagnostics diagnostics;
    for (auto& row : rows_) diagnostics.push_back(std::move(row.diagnostic));
    return diagnostics;
}

}  // namespace

Diagnostics lint(const Gazetteer& gazetteer, const std::vector<std::string>& common_words) {
    Linter linter(gazetteer);
    linter.check_owners();
    for (const auto& entity : gazetteer.entities()) linter.check_entity(entity);
    linter.check_common_words(common_words);
    return linter.take();
}

}  // namespace entente
