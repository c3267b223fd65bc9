// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/word_forms.hpp>

#include <algorithm>
#include <bit>
#include <tuple>

#include <entente/text/characters.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// Letters that both words begin with.
std::size_t shared_letters(std::string_view a, std::string_view b) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < a.size() && at < b.size();) {
        const std::size_t length = character_at(a, at).length;
        if (a.substr(at, length) != b.substr(at, length)) break;
        at += length;
        ++letters;
    }
    return letters;
}

constexpr std::size_t shortest_stem = 3;          // letters of a name of one word that stay the same
constexpr std::size_t shortest_stem_of_word = 2;  // of a word of a longer name: Эва, Ян

}  // namespace

bool may_decline(const Token& word, std::string_view printed) {
    if (word.is(Token::digits) || word.is(Token::dotted) || word.is(Token::possessive) || word.is(Token::url))
        return false;
    const std::size_t first = printed.empty() ? 0 : character_at(printed, 0).length;
    return printed.size() > first && !word.is(Token::capitals);
}

WordForms::WordForms(const CompiledGazetteer& gazetteer, const Language& language)
    : language_(primary_language(language.language)), declension_(language.inflection) {
    std::unordered_set<std::uint64_t> seen;
    TokenizedText words;
    const auto add_words = [&](std::string_view text, bool person) {
        tokenize(text, words);
        for (const Token& word : words.tokens) {
            const std::string_view printed = slice(text, word.span());
            if (may_decline(word, printed) && seen.insert(word.hash ^ (person ? 1 : 0)).second)
                add_word(printed, word.hash, person);
        }
    };
    for (std::uint32_t number = 0; number < gazetteer.size(); ++number) {
        const CompiledGazetteer::Entity entity = gazetteer.entity(number);
        for (const AliasRow& alias : entity.aliases())
            if (may_decline(entity.type(), alias.kind(), gazetteer.languages(alias), language_))
                add_words(gazetteer.text(alias.text), entity.type() == EntityType::person);
    }
    for (const std::string& word : language.common_words) common_.insert(hash_of(folded(word)));
    for (const std::string& ending : language.inflection.apostrophe) apostrophe_.insert(hash_of(folded(ending)));
    lay_out();
}

bool holds_in(std::string_view languages, std::string_view language) {
    if (languages.empty()) return true;
    while (!languages.empty()) {
        const std::string_view one = languages.substr(0, languages.find(' '));
        if (primary_language(one) == primary_language(language)) return true;
        languages.remove_prefix(std::min(one.size() + 1, languages.size()));
    }
    return false;
}

bool may_decline(EntityType type, AliasKind kind, std::string_view languages, std::string_view language) {
    const bool english = kind == AliasKind::demonym && languages.empty();
    return kind != AliasKind::acronym && !english && (type == EntityType::person || holds_in(languages, language));
}

void WordForms::add_word(std::string_view word, std::uint64_t hash, bool of_person) {
    const std::vector<WordForm> forms = declension_.forms(spelling_of(word), of_person);
    for (const WordForm& form : forms) {
        const bool own = &form == &forms.front();
        const std::size_t stem = own ? shortest_stem : shared_letters(form.text, forms.front().text);
        if (stem < shortest_stem_of_word) continue;
        readings_.push_back({own ? hash : hash_of(folded(form.text)), hash, form.cells, of_person, form.noun,
                             form.adjective, form.stays, stem < shortest_stem});
    }
}

void WordForms::lay_out() {
    std::sort(readings_.begin(), readings_.end(), [](const WordReading& a, const WordReading& b) {
        return std::tie(a.form, a.nominative, a.of_person, a.cells)
               < std::tie(b.form, b.nominative, b.of_person, b.cells);
    });
    // Forms that only an accent told apart are one: Dudą, Duda.
    std::size_t kept = 0;
    for (const WordReading& row : readings_) {
        WordReading* last = kept > 0 ? &readings_[kept - 1] : nullptr;
        if (last != nullptr && last->form == row.form && last->nominative == row.nominative
            && last->of_person == row.of_person) {
            last->cells |= row.cells;
            last->noun |= row.noun;
            last->adjective |= row.adjective;
        } else {
            readings_[kept++] = row;
        }
    }
    readings_.resize(kept);
    readings_.shrink_to_fit();
    const int bits = std::max(1, static_cast<int>(std::bit_width(kept)));
    shift_ = 64 - bits;
    first_.assign((std::size_t{1} << bits) + 1, 0);
    for (const WordReading& row : readings_) ++first_[(row.form >> shift_) + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

std::span<const WordReading> WordForms::readings(std::uint64_t word) const {
    const std::size_t slot = word >> shift_;
    std::uint32_t begin = first_[slot];
    std::uint32_t end = first_[slot + 1];
    while (begin < end && readings_[begin].form < word) ++begin;
    while (end > begin && readings_[end - 1].form > word) --end;
    return std::span(readings_).subspan(begin, end - begin);
}

}  // namespace entente
