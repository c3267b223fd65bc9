// SPDX-License-Identifier: Apache-2.0
#include <entente/suggest/known_spellings.hpp>

#include <entente/tag/english.hpp>
#include <entente/tag/spelling.hpp>
#include <entente/text/fold.hpp>
#include <entente/text/tokens.hpp>

namespace entente {
namespace {

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }
std::string_view last_word(std::string_view name) { return name.substr(name.rfind(' ') + 1); }
bool is_one_word(std::string_view name) { return name.find(' ') == std::string_view::npos; }

std::string sound_of_words(std::string_view name) {
    std::string sound;
    while (!name.empty()) {
        const auto word = first_word(name);
        sound += sound_of(word) + ' ';
        name.remove_prefix(std::min(word.size() + 1, name.size()));
    }
    return sound;
}

/// "Joan Smith" is not John Smith: common names of English are spelt in one way.
bool are_other_english_names(std::string_view a, std::string_view b) {
    const auto common = [](std::string_view word) {
        const auto hash = hash_of(word);
        return english::is_given_name(hash) || english::is_common_surname(hash);
    };
    for (const auto& [x, y] : {std::pair(first_word(a), first_word(b)), std::pair(last_word(a), last_word(b))})
        if (x != y && common(x) && common(y)) return true;
    return false;
}

}  // namespace

std::string comparable(std::string_view name) {
    TokenizedText words;
    tokenize(name, words);
    std::string text;
    for (const Token& word : words.tokens) {
        std::string form = folded(slice(name, word.span()));
        if (form == "the" && text.empty()) continue;
        text += (text.empty() ? "" : " ") + form;
    }
    return text;
}

KnownSpellings::KnownSpellings(const Gazetteer& gazetteer) : gazetteer_(&gazetteer) {
    const auto& entities = gazetteer.entities();
    for (std::uint32_t entity = 0; entity < entities.size(); ++entity) {
        for (const Alias& alias : entities[entity].aliases) {
            std::string name = comparable(alias.text);
            if (is_one_word(name)) {
                names_.insert(std::move(name));
                continue;
            }
            if (entities[entity].type == EntityType::person) surnames_.emplace(last_word(name));
            by_sound_.emplace(sound_of_words(name), entity);
            by_word_.emplace(first_word(name), Row{entity, name});
            by_word_.emplace(last_word(name), Row{entity, name});
            names_.insert(std::move(name));
        }
    }
}

bool KnownSpellings::knows(const std::string& name) const { return names_.contains(name) || surnames_.contains(name); }

const Entity* KnownSpellings::like(const std::string& name) const {
    if (is_one_word(name)) return nullptr;
    if (const auto row = by_sound_.find(sound_of_words(name)); row != by_sound_.end())
        return &gazetteer_->entities()[row->second];
    const Entity* nearest = nullptr;  // the first by id, whatever the order of the map
    for (const auto word : {first_word(name), last_word(name)}) {
        const auto rows = by_word_.equal_range(std::string(word));
        for (auto row = rows.first; row != rows.second; ++row) {
            if (!is_one_slip(name, row->second.name) || are_other_english_names(name, row->second.name)) continue;
            const Entity& entity = gazetteer_->entities()[row->second.entity];
            if (nearest == nullptr || entity.id < nearest->id) nearest = &entity;
        }
    }
    return nearest;
}

}  // namespace entente
