// SPDX-License-Identifier: Apache-2.0
// What of a foreign entity can be taken: its names and the facts that need no other entity.
#include <entente/gazetteer/import/merge.hpp>

#include <algorithm>
#include <utility>

#include <entente/gazetteer/import/name_text.hpp>
#include <entente/gazetteer/yaml_entity.hpp>

namespace entente {
namespace {

constexpr std::size_t most_names = 1000;  // of one entity: Wikidata has up to some 500

bool is_wikidata_id(std::string_view text) {
    return text.size() > 1 && text.size() < 16 && text[0] == 'Q'
           && text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

}  // namespace

bool Merge::usable(Alias& alias, const Entity& of, bool label) {
    const auto trim = [&](std::string_view why) {
        report_.trim(why, of.origin.line);
        return false;
    };
    if (const auto why = clean_text(alias.text); !why.empty()) return trim(why);
    if (!has_letter(alias.text)) return trim("a name without a letter");
    if (alias.text.size() < 2) return trim("a name of one letter");
    if (!std::all_of(alias.languages.begin(), alias.languages.end(), is_language_code))
        return trim("a name in a language without a code");
    if (label) return true;
    if (alias.kind == AliasKind::alias && all_lower(alias.text)) return trim("another name in lower case throughout");
    if (of.type == EntityType::country && alias.text.size() == 2 && is_acronym(alias.text)) {
        return trim("a country's code of two letters");
    }
    if (alias.kind == AliasKind::alias && of.type != EntityType::person && is_acronym(alias.text)) {
        alias.kind = AliasKind::acronym;
    }
    return true;
}

/// The label first; where it is of no use, the first name that is.
void Merge::clean_names(Entity& foreign) {
    Alias label{};
    label.text = std::move(foreign.name);
    label.kind = AliasKind::name;
    std::vector<Alias>& names = usable_;
    names.clear();
    if (!label.text.empty() && usable(label, foreign, true)) names.push_back(std::move(label));
    for (auto& alias : foreign.aliases) {
        if (names.size() >= most_names) {
            report_.trim("a name behind the first 1,000 of an entity", foreign.origin.line);
            break;
        }
        if (usable(alias, foreign, false)) names.push_back(std::move(alias));
    }
    const auto first = std::find_if(names.begin(), names.end(), [](const Alias& alias) {
        return alias.kind == AliasKind::name || alias.kind == AliasKind::alias;
    });
    if (first != names.end()) {
        first->kind = AliasKind::name;
        foreign.name = first->text;
        std::rotate(names.begin(), first, first + 1);
    } else {
        foreign.name.clear();
    }
    foreign.aliases.swap(names);
}

void Merge::clean_facts(Entity& foreign) {
    const auto line = foreign.origin.line;
    if (!foreign.category.empty() && !is_class_of(foreign.type, foreign.category)) {
        report_.trim("an unknown class", line);
        foreign.category.clear();
    }
    if (std::erase_if(foreign.wikidata, [](const auto& id) { return !is_wikidata_id(id); }) > 0) {
        report_.trim("a Wikidata id that is none", line);
    }
    if (foreign.wikidata.size() > 1) {
        report_.trim("more than one Wikidata id", line);
        foreign.wikidata.clear();
    }
    if (foreign.type != EntityType::country) foreign.iso.clear();
    if (foreign.type != EntityType::person) foreign.gender = 0;
}

}  // namespace entente
