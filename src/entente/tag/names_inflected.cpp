// SPDX-License-Identifier: Apache-2.0
// Names in another case than the nominative: "Владимира Путина", "Sądu Najwyższego".
#include <entente/tag/names.hpp>

#include <algorithm>
#include <array>

#include <entente/gazetteer/agreement.hpp>

namespace entente {
namespace {

/// What the form says of one of its words in the name of an entity.
PrintedWord printed_word(const ReadText& text, std::size_t token, std::uint64_t nominative, bool capital, bool last,
                         bool of_person) {
    const Token& printed = text.tokens()[token];
    PrintedWord word;
    word.inflected = printed.hash != nominative;
    word.particle = !word.inflected && is_particle(printed.end - printed.begin, capital, of_person);
    word.behind_hyphen = printed.gap == Gap::hyphen;
    if (word.inflected) word.cells = 0;
    for (const WordReading& reading : text.forms->readings(printed.hash)) {
        if (reading.nominative != nominative || reading.of_person != of_person) continue;
        word.cells = reading.cells;
        word.noun = word.inflected && reading.noun && !reading.adjective;
        word.stays = !word.inflected && !last && reading.stays;
    }
    return word;
}

/// A form of one word that may well be another word: common, hardly like its nominative, or of a person or an organization
/// where the capital is that of the sentence.
bool is_unsure(const ReadText& text, std::size_t token, std::uint64_t nominative, EntityType type) {
    const Token& word = text.tokens()[token];
    const bool needs_capital = type == EntityType::person || type == EntityType::organization;
    if (text.forms->is_common(word.hash) || (needs_capital && word.gap >= Gap::sentence)) return true;
    const auto readings = text.forms->readings(word.hash);
    return std::any_of(readings.begin(), readings.end(), [&](const WordReading& reading) {
        return reading.nominative == nominative && reading.short_stem;
    });
}

}  // namespace

/// The words of a name as far as it was walked.
struct NameFinder::Walked {
    const ReadText& text;
    std::size_t first;
    std::array<std::uint64_t, NameIndex::longest> nominatives{};
    std::size_t words = 0;
    bool inflected = false;
    Hole ending{};  ///< "a" of "George'a Busha"

    [[nodiscard]] std::size_t token(std::size_t word) const {
        const std::size_t at = first + word;
        return ending.size > 0 && at >= ending.begin ? at + ending.size : at;
    }
    /// The next word.
    [[nodiscard]] std::size_t at() const { return token(words); }
    [[nodiscard]] bool ends_behind_apostrophe(std::size_t word) const {
        const auto& tokens = text.tokens();
        const std::size_t next = token(word) + 1;
        return next < tokens.size() && tokens[next].gap == Gap::apostrophe
               && text.forms->ends_behind_apostrophe(tokens[next].hash);
    }
};

void NameFinder::find_inflected(const ReadText& text, std::size_t first, NameMatches& result) const {
    const Token& token = text.tokens()[first];
    if (!token.begins_word() || token.is(Token::url)) return;
    Walked walked{text, first};
    walk_inflected(walked, NameIndex::root, Gap::none, result);
}

void NameFinder::walk_inflected(Walked& walked, std::uint32_t node, Gap widest, NameMatches& result) const {
    const auto& tokens = walked.text.tokens();
    const std::size_t at = walked.at();
    if (at >= tokens.size() || walked.words >= NameIndex::longest) return;
    if (walked.words > 0) {
        if (tokens[at].gap >= Gap::sentence) return;
        widest = std::max(widest, tokens[at].gap);
    }
    const auto go_on = [&](std::uint64_t nominative) {
        const std::uint32_t word = index_.word(nominative);
        const std::uint32_t next = word == NameIndex::none ? NameIndex::none : index_.step(node, word);
        if (next == NameIndex::none) return;
        const bool before = walked.inflected;
        const Hole ending = walked.ending;
        const bool apostrophe = walked.ends_behind_apostrophe(walked.words);
        walked.nominatives[walked.words++] = nominative;
        walked.inflected = before || apostrophe || nominative != tokens[at].hash;
        if (walked.inflected) add_inflected(walked, next, widest, result);
        if (apostrophe && ending.size == 0) walked.ending = {at + 1, 1};
        walk_inflected(walked, next, widest, result);
        --walked.words;
        walked.inflected = before;
        walked.ending = ending;
    };
    go_on(tokens[at].hash);
    std::uint64_t last = tokens[at].hash;
    for (const WordReading& reading : walked.text.forms->readings(tokens[at].hash)) {
        if (reading.nominative == last || reading.nominative == tokens[at].hash) continue;
        last = reading.nominative;
        go_on(last);
    }
}

void NameFinder::add_inflected(const Walked& walked, std::uint32_t node, Gap widest, NameMatches& result) const {
    const std::size_t last = walked.token(walked.words - 1) + 1;
    const bool apostrophe = walked.ends_behind_apostrophe(walked.words - 1);
    NameMatch match{static_cast<std::uint32_t>(walked.first), static_cast<std::uint32_t>(last + (apostrophe ? 1 : 0)),
                    static_cast<std::uint32_t>(result.owners.size()), 0, NameMatch::inflected};
    for (const NameFormRow& row : index_.forms(node)) {
        const NameForm form = index_.form(row, walked.words);
        if (!form.exact_case && refusal(walked.text, walked.first, last, widest, walked.ending, form).empty()
            && agrees(walked, form))
            result.owners.push_back(form);
    }
    drop_derived(result.owners, match.owners_begin);
    match.owners_end = static_cast<std::uint32_t>(result.owners.size());
    if (match.owners_begin != match.owners_end) result.matches.push_back(match);
}

bool NameFinder::agrees(const Walked& walked, const NameForm& form) const {
    const CompiledGazetteer::Entity entity = gazetteer_->entity(form.entity);
    const EntityType type = entity.type();
    const ReadText& text = walked.text;
    const AliasRow& alias = entity.alias(form.alias);
    if (!may_decline(type, alias.kind(), gazetteer_->languages(alias), text.forms->language())) return false;
    if (walked.words == 1 && is_unsure(text, walked.first, walked.nominatives[0], type)) return false;
    Agreement agreement(type, entity.gender());
    for (std::size_t i = 0; i < walked.words; ++i) {
        PrintedWord word = printed_word(text, walked.token(i), walked.nominatives[i], (form.capital >> i & 1U) != 0,
                                        i + 1 == walked.words, type == EntityType::person);
        if (walked.ends_behind_apostrophe(i)) word = {.cells = all_cells, .inflected = true};
        if (!agreement.admits(word)) return false;
    }
    return true;
}

}  // namespace entente
