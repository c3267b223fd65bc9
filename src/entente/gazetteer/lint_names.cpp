// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include <utf8proc.h>

#include <entente/gazetteer/lint_report.hpp>
#include <entente/gazetteer/name_index.hpp>
#include <entente/text/fold.hpp>
#include <entente/text/tokens.hpp>

namespace entente {
namespace {

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

// Whether something in the article may speak for or against this owner of a name.
bool has_company(const LintSubject& owner) {
    return owner.entity->evidence->company() || owner.alias->evidence->company();
}

bool has_evidence(const LintSubject& owner) {
    return has_company(owner) || owner.entity->evidence->neighbours() || owner.alias->evidence->neighbours();
}

bool is_not_same(const Entity& a, const Entity& b) {
    const auto lists = [](const Entity& one, const Entity& other) {
        return std::find(one.not_same.begin(), one.not_same.end(), other.id) != one.not_same.end();
    };
    return lists(a, b) || lists(b, a);
}

// An acronym is matched in its own case, so that "WHO" and "who" are two.
std::string key_of(const Alias& alias) { return alias.kind == AliasKind::acronym ? alias.text : folded(alias.text); }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// What the tagger makes of the case of an alias: a short word of capitals is taken in its own case only ("NATO"), and a
// word that begins with a capital needs one.
std::string cased_key_of(const Alias& alias) {
    const auto& text = alias.text;
    if (text.size() <= 6 && std::all_of(text.begin(), text.end(), is_upper)) return text;
    auto key = key_of(alias) + '\n';
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 0 || text[i - 1] == ' ' || text[i - 1] == '-') key += is_upper(text[i]) ? 'A' : 'a';
    }
    return key;
}

bool is_one_word(std::string_view text) { return text.find(' ') == std::string_view::npos; }

/// A word of a person's longer name, which counts only in an article that has the full name.
bool is_bare(const LintSubject& owner) {
    const auto& [entity, alias] = owner;
    if (entity->type != EntityType::person || alias->standalone || is_one_word(entity->name)) return false;
    return (' ' + folded(entity->name) + ' ').find(' ' + folded(alias->text) + ' ') != std::string::npos
           && is_one_word(alias->text);
}

std::string given_name_of(const Entity& person) { return folded(person.name.substr(0, person.name.find(' '))); }

std::string surname_of(const Entity& person) {
    return folded(person.surname.empty() ? person.name.substr(person.name.rfind(' ') + 1) : person.surname);
}

/// One pass over all names for each kind of fault.
class NameLinter {
public:
    NameLinter(const Gazetteer& gazetteer, const LintWords& words, LintReport& report);

    void check_owners();
    void check_entity(const Entity& entity);

private:
    void check_shared(const std::vector<LintSubject>& owners);
    void check_letters(const LintSubject& owner);
    void check_word(const LintSubject& owner);
    void check_standalone(const LintSubject& owner);
    void check_reach(const Entity& entity);
    [[nodiscard]] const Entity* other_with_given_name(const Entity& entity, const std::string& word) const;
    [[nodiscard]] bool is_common(const LintSubject& owner, const std::string& word) const;

    using Bearers = std::unordered_map<std::string, std::vector<const Entity*>>;
    using Words = std::unordered_set<std::string>;

    const Gazetteer& gazetteer_;
    const LintWords& words_;
    LintReport& report_;
    Bearers by_given_name_;
    Bearers officials_;  ///< persons with an office, by surname
    std::map<std::string_view, Words> common_;
    std::set<const Alias*> undecided_;
};

NameLinter::NameLinter(const Gazetteer& gazetteer, const LintWords& words, LintReport& report)
    : gazetteer_(gazetteer), words_(words), report_(report) {
    for (const auto& entity : gazetteer.entities()) {
        if (entity.type != EntityType::person) continue;
        if (!is_one_word(entity.name)) by_given_name_[given_name_of(entity)].push_back(&entity);
        if (!entity.roles.empty()) officials_[surname_of(entity)].push_back(&entity);
    }
    for (const auto& language : words.languages) {
        auto& common = common_[language.language];
        for (const auto* list : {&language.common_words, &language.words.function_words})
            for (const auto& word : *list) common.insert(folded(word));
    }
}

void NameLinter::check_shared(const std::vector<LintSubject>& owners) {
    const auto& first = owners.front();
    const bool told_apart = std::any_of(owners.begin(), owners.end(), has_company);
    for (const auto& owner : owners) {
        if (told_apart || owner.entity == first.entity) continue;
        undecided_.insert(first.alias);
        undecided_.insert(owner.alias);
        const bool same_name = first.alias->kind == AliasKind::name && owner.alias->kind == AliasKind::name;
        if (same_name && is_not_same(*first.entity, *owner.entity)) continue;
        report_.warn("alias-owned-twice", owner.alias->origin, {owner, first},
                     in_quotes(owner.alias->text) + " of " + owner.entity->id + " also belongs to " + first.entity->id,
                     "it stands in " + report_.where(first.alias->origin)
                         + "; give one of them near: or not_near: so that there is a reason to choose");
    }
}

void NameLinter::check_owners() {
    std::unordered_map<std::string, std::vector<LintSubject>> by_text;
    for (const auto& entity : gazetteer_.entities()) {
        for (const auto& alias : entity.aliases) {
            // Capitals and metonyms are shared by nature: the grammar tells the city from its government.
            if (alias.kind == AliasKind::capital || alias.kind == AliasKind::metonym) continue;
            by_text[key_of(alias)].push_back({&entity, &alias});
        }
    }
    for (const auto& [text, owners] : by_text) check_shared(owners);
}

void NameLinter::check_letters(const LintSubject& owner) {
    const auto& [entity, alias] = owner;
    const auto whose = in_quotes(alias->text) + " of " + entity->id;
    if (mixes_scripts(alias->text)) {
        report_.warn("mixed-scripts", alias->origin, {owner}, whose + " mixes letters of two alphabets in one word",
                     "write it again in one alphabet");
    }
    if (has_double_space(alias->text)) {
        report_.warn("odd-space", alias->origin, {owner}, whose + " holds two spaces together or a no-break space",
                     "write one plain space");
    }
    if (!entity->iso.empty() && alias->text == entity->iso && alias->kind != AliasKind::acronym) {
        report_.warn("iso-as-alias", alias->origin, {owner}, whose + " is its ISO code",
                     "codes such as IT, IN and NO are words; leave it out, \"iso:\" has it");
    }
}

// An alias that says no language is looked for in all of them.
bool NameLinter::is_common(const LintSubject& owner, const std::string& word) const {
    const auto& codes = owner.alias->languages;
    const auto is_in = [&](std::string_view language) {
        return codes.empty() || std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
                   return std::string_view(code).substr(0, code.find('-')) == language;
               });
    };
    if (is_in("en") && words_.is_stop_word && words_.is_stop_word(word)) return true;
    return std::any_of(common_.begin(), common_.end(),
                       [&](const auto& row) { return is_in(row.first) && row.second.contains(word); });
}

const Entity* NameLinter::other_with_given_name(const Entity& entity, const std::string& word) const {
    const auto bearers = by_given_name_.find(word);
    if (bearers == by_given_name_.end()) return nullptr;
    const auto& persons = bearers->second;
    const auto other = std::find_if(persons.begin(), persons.end(), [&](const auto* one) { return one != &entity; });
    return other == persons.end() ? nullptr : *other;
}

void NameLinter::check_word(const LintSubject& owner) {
    const auto& [entity, alias] = owner;
    // An acronym is matched in capitals only.
    if (alias->kind == AliasKind::acronym || !is_one_word(alias->text) || is_bare(owner) || has_evidence(owner)) return;
    const auto word = folded(alias->text);
    const auto whose = in_quotes(alias->text) + " of " + entity->id;
    if (is_common(owner, word)) {
        report_.warn("common-word", alias->origin, {owner}, whose + " is a common word",
                     "give it near:, not_near:, not_followed_by: or not_preceded_by:, or leave it out");
    }
    if (entity->type != EntityType::person) return;  // before a surname the tagger takes no country for one
    const auto* other = other_with_given_name(*entity, word);
    const bool own = word == given_name_of(*entity) && !is_one_word(entity->name);
    if (other == nullptr && (own || !words_.is_given_name || !words_.is_given_name(word))) return;
    report_.warn("given-name", alias->origin, {owner},
                 whose + " is also a given name" + (other == nullptr ? "" : ", that of " + other->id),
                 "give it near: or not_near:, or leave \"standalone\" out");
}

void NameLinter::check_standalone(const LintSubject& owner) {
    const auto& [entity, alias] = owner;
    if (!alias->standalone) return;
    const auto given_name = entity->name.substr(0, entity->name.find(' ') + 1);
    if (!given_name.empty() && alias->text.starts_with(given_name)) {
        report_.warn(
            "standalone-full-name", alias->origin, {owner},
            in_quotes(alias->text) + " of " + entity->id + " is no bare surname, so \"standalone\" says nothing",
            "leave \"standalone\" out");
    }
    const auto word = folded(alias->text);
    const auto bearers = officials_.find(word);
    if (bearers == officials_.end() || has_company(owner)) return;
    for (const auto* other : bearers->second) {
        const bool listed = std::any_of(other->aliases.begin(), other->aliases.end(),
                                        [&](const Alias& one) { return folded(one.text) == word; });
        if (other == entity || listed) continue;
        report_.warn("standalone-shared", alias->origin, {owner},
                     in_quotes(alias->text) + " of " + entity->id + " stands alone, and " + other->id + " bears it too",
                     "leave \"standalone\" out, give it near: or not_near:, or allow it with the reason");
    }
}

// Whether some text can mean the entity: a name that has words, not too many, and whose owner can be told.
void NameLinter::check_reach(const Entity& entity) {
    TokenizedText text;
    const bool reached = std::any_of(entity.aliases.begin(), entity.aliases.end(), [&](const Alias& alias) {
        tokenize(alias.text, text);
        const auto words = text.tokens.size();
        return words > 0 && words <= NameIndex::longest && !undecided_.contains(&alias) && !is_bare({&entity, &alias});
    });
    if (reached) return;
    report_.warn("unreachable", entity.origin, {{&entity}}, "no name of " + entity.id + " can be found in a text",
                 "give it a name that nobody else has, or near: to tell it by");
}

void NameLinter::check_entity(const Entity& entity) {
    std::set<std::tuple<std::string, std::string_view, AliasKind>> seen;
    for (const auto& alias : entity.aliases) {
        const LintSubject owner{&entity, &alias};
        const auto kind = alias.kind == AliasKind::name ? AliasKind::alias : alias.kind;
        bool twice = alias.languages.empty() && !seen.emplace(cased_key_of(alias), "", kind).second;
        for (const auto& language : alias.languages)
            twice = !seen.emplace(cased_key_of(alias), language, kind).second || twice;
        if (twice) {
            report_.warn("alias-twice", alias.origin, {owner},
                         in_quotes(alias.text) + " of " + entity.id + " stands twice in this entity",
                         "diacritics, dots and hyphens make no difference; delete one");
        }
        check_letters(owner);
        check_word(owner);
        check_standalone(owner);
    }
    check_reach(entity);
}

}  // namespace

void lint_names(const Gazetteer& gazetteer, const LintWords& words, LintReport& report) {
    NameLinter linter(gazetteer, words, report);
    linter.check_owners();
    for (const auto& entity : gazetteer.entities()) linter.check_entity(entity);
}

}  // namespace entente
