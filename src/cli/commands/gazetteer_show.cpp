// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/agreement.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/word_forms.hpp>
#include <entente/text/fold.hpp>
#include "../console.hpp"
#include "../gazetteer_counts.hpp"
#include "../gazetteer_in_use.hpp"
#include "../stats.hpp"
#include "commands.hpp"

#include <algorithm>

namespace entente::cli {
namespace {

std::string_view name_of(AliasKind kind) {
    switch (kind) {
        case AliasKind::name: return "name";
        case AliasKind::alias: return "alias";
        case AliasKind::acronym: return "acronym";
        case AliasKind::demonym: return "demonym";
        case AliasKind::capital: return "capital";
        case AliasKind::metonym: return "metonym";
    }
    return {};
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

/// The languages that decline names, or the one of them that was asked for.
class Showing {
public:
    Showing(const Gazetteer& gazetteer, const std::vector<Language>& languages, const std::string& only)
        : gazetteer_(gazetteer) {
        for (const auto& language : languages) {
            const bool wanted = only.empty() || primary_language(only) == primary_language(language.language);
            if (wanted && !language.inflection.paradigms.empty()) {
                declensions_.push_back({language.language, Declension(language.inflection)});
            }
        }
    }

    /// Those whose id it is or was, else whose name; when there is none, those of whom it is a form.
    [[nodiscard]] std::vector<const Entity*> owners_of(const std::string& name) const {
        std::vector<const Entity*> owners;
        for (const auto number : gazetteer_.meant_by(name)) owners.push_back(&gazetteer_.entities()[number]);
        if (!owners.empty()) return owners;
        const auto wanted = folded(name);
        owners = entities_with([&](const Entity&, const Alias& alias) { return folded(alias.text) == wanted; });
        return !owners.empty() ? owners : entities_with([&](const Entity& entity, const Alias& alias) {
            const auto forms = forms_of(entity, alias);
            return std::any_of(forms.begin(), forms.end(), [&](const auto& row) {
                return std::any_of(row.second.begin(), row.second.end(),
                                   [&](const auto& form) { return folded(form) == wanted; });
            });
        });
    }

    /// `person/x: X`, then each name with its kind and place, and on request its forms.
    [[nodiscard]] std::string text_of(const Entity& entity, bool with_forms) const {
        std::string text = entity.id + ": " + entity.name + '\n';
        for (const auto& alias : entity.aliases) {
            text += "  " + alias.text + " (" + std::string(name_of(alias.kind));
            for (const auto& language : alias.languages) text += ", " + language;
            text += alias.standalone ? ", standalone" : "";
            text += ") " + gazetteer_.where(alias.origin) + '\n';
            if (!with_forms) continue;
            for (const auto& [language, forms] : forms_of(entity, alias)) {
                text += "    " + std::string(language) + ':';
                for (const auto& form : forms) {
                    text += (&form == &forms.front() ? " " : ", ") + form;
                }
                text += '\n';
            }
        }
        return text;
    }

private:
    using Forms = std::vector<std::pair<std::string_view, std::vector<std::string>>>;  ///< by language

    template <class Test>
    [[nodiscard]] std::vector<const Entity*> entities_with(Test&& test) const {
        std::vector<const Entity*> found;
        for (const auto& entity : gazetteer_.entities()) {
            if (std::any_of(entity.aliases.begin(), entity.aliases.end(),
                            [&](const auto& alias) { return test(entity, alias); })) {
                found.push_back(&entity);
            }
        }
        return found;
    }

    [[nodiscard]] Forms forms_of(const Entity& entity, const Alias& alias) const {
        Forms found;
        for (const auto& [language, declension] : declensions_) {
            if (!may_decline(entity.type, alias.kind, joined(alias.languages), language)) continue;
            if (auto forms = inflected_forms(declension, entity, alias); !forms.empty()) {
                found.emplace_back(language, std::move(forms));
            }
        }
        return found;
    }

    const Gazetteer& gazetteer_;
    std::vector<std::pair<std::string_view, Declension>> declensions_;
};

}  // namespace

Exit gazetteer_show(const Settings& settings) {
    if (settings.counts && !settings.arguments.empty()) {
        throw UsageError("--stats is of the whole gazetteer", "leave out the names");
    }
    Diagnostics faults;
    const auto paths = gazetteer_paths(settings.gazetteers);
    const auto gazetteer = read_gazetteer(paths, faults);
    const auto languages = languages_for(paths, faults);
    Console console;
    for (const auto& fault : faults) {
        console.tell(fault);
    }
    if (settings.counts) {
        print(counts_table(gazetteer));
        return Exit::done;
    }
    const Showing showing(gazetteer, languages, settings.language);
    if (settings.arguments.empty()) {
        for (const auto& entity : gazetteer.entities()) {
            print(showing.text_of(entity, settings.forms));
        }
        return Exit::done;
    }
    for (const auto& name : settings.arguments) {
        const auto owners = showing.owners_of(name);
        if (owners.empty()) {
            throw Error("nobody is listed by the name " + in_quotes(name),
                        "look for a part of it with `grep` in the output of `entente gazetteer show`");
        }
        for (const auto* owner : owners) {
            print(showing.text_of(*owner, settings.forms));
        }
    }
    return Exit::done;
}

}  // namespace entente::cli
