// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/agreement.hpp>

#include <entente/gazetteer/word_forms.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/fold.hpp>
#include <entente/text/tokens.hpp>

#include <algorithm>

namespace entente {
namespace {

/// Spells a name out word by word, each in every form that agrees with those before.
class Speller {
public:
    Speller(const Declension& declension, const Entity& entity, const Alias& alias)
        : name_(alias.text), person_(entity.type == EntityType::person) {
        tokenize(name_, words_);
        for (const Token& word : words_.tokens) {
            const std::string_view printed = slice(name_, word.span());
            auto& forms = forms_.emplace_back();
            if (may_decline(word, printed)) forms = declension.forms(spelling_of(printed), person_);
            if (forms.empty()) forms.push_back({spelling_of(printed), all_cells});
        }
        spell({}, 0, Agreement(entity.type, entity.gender));
    }

    std::vector<std::string> take() {
        std::sort(spelled_.begin(), spelled_.end());
        spelled_.erase(std::unique(spelled_.begin(), spelled_.end()), spelled_.end());
        return std::move(spelled_);
    }

private:
    void spell(const std::string& begun, std::size_t at, const Agreement& before) {
        if (at == words_.tokens.size()) {
            if (before.inflected()) spelled_.push_back(begun + std::string(name_.substr(words_.tokens.back().end)));
            return;
        }
        const Token& word = words_.tokens[at];
        const std::size_t gap = at == 0 ? 0 : words_.tokens[at - 1].end;
        for (const WordForm& form : forms_[at]) {
            const bool own = &form == &forms_[at].front();
            const bool particle = own && is_particle(word.end - word.begin, word.is(Token::capital), person_);
            Agreement agreement = before;
            if (!agreement.admits({form.cells, !own, !own && form.noun && !form.adjective, particle,
                                   own && form.stays && at + 1 < words_.tokens.size(),
                                   at > 0 && word.gap == Gap::hyphen}))
                continue;
            spell(begun + std::string(name_.substr(gap, word.begin - gap))
                      + (own ? std::string(slice(name_, word.span())) : as_printed(word, form.text)),
                  at + 1, agreement);
        }
    }

    /// The stem with the name's own letters, capitals and all.
    [[nodiscard]] std::string as_printed(const Token& word, const std::string& form) const {
        const std::string_view own = slice(name_, word.span());
        std::size_t kept = 0;
        while (kept < own.size() && kept < form.size()) {
            const std::size_t length = character_at(own, kept).length;
            if (spelling_of(own.substr(kept, length)) != form.substr(kept, length)) break;
            kept += length;
        }
        return std::string(own.substr(0, kept)) + form.substr(kept);
    }

    std::string_view name_;
    bool person_;
    TokenizedText words_;
    std::vector<std::vector<WordForm>> forms_;
    std::vector<std::string> spelled_;
};

}  // namespace

Cells genders_of(EntityType type, char gender) {
    if (type != EntityType::person) return all_cells;
    if (gender != 0) return cells_of_gender(gender);
    return cells_of_gender('m') | cells_of_gender('f');
}

Agreement::Agreement(EntityType type, char gender)
    : person_(type == EntityType::person), genders_(genders_of(type, gender)), cells_(genders_) {}

bool Agreement::admits(const PrintedWord& word) {
    inflected_ = inflected_ || word.inflected;
    if (word.particle) {
        joined_ = true;
        return true;
    }
    if (!person_ && (joined_ || word.behind_hyphen)) {
        cells_ = genders_;
        head_ = false;
    }
    joined_ = false;
    if (word.stays) return true;
    if (word.noun && head_) return false;
    head_ = head_ || (word.noun && !person_);
    cells_ &= word.cells;
    return cells_ != 0 || (head_ && !word.inflected);
}

std::vector<std::string> inflected_forms(const Declension& declension, const Entity& entity, const Alias& alias) {
    return Speller(declension, entity, alias).take();
}

}  // namespace entente
