// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/phrases_beside.hpp>

#include <algorithm>

#include <string>

#include <entente/text/tokens.hpp>

namespace entente {

void PhrasesBeside::Writer::add(const EntityWords& words) {
    const Entity& entity = words.entity;
    const auto says_nothing = [](const auto& row) { return !row.evidence->company() && !row.evidence->neighbours(); };
    if (says_nothing(entity) && std::ranges::all_of(entity.aliases, says_nothing)) return;
    for (std::uint32_t alias = 0; alias < entity.aliases.size(); ++alias)
        for (const Evidence* evidence : {&*entity.evidence, &*entity.aliases[alias].evidence}) {
            add(words.number, alias, evidence->not_followed_by, PhraseRow::behind);
            add(words.number, alias, evidence->not_preceded_by, PhraseRow::before);
        }
    add_company(words.number, *entity.evidence);
    for (const Alias& alias : entity.aliases) add_company(words.number, *alias.evidence);
}

void PhrasesBeside::Writer::write(ImageBuilder& builder) {
    builder.add(Section::phrases, phrases_);
    builder.add(Section::phrase_words, words_);
}

void PhrasesBeside::Writer::add_company(std::uint32_t entity, const Evidence& evidence) {
    add(entity, of_entity, evidence.near, PhraseRow::near);
    add(entity, of_entity, evidence.not_near, PhraseRow::not_near);
}

void PhrasesBeside::Writer::add(std::uint32_t entity, std::uint32_t alias, const std::vector<std::string>& texts,
                                PhraseRow::Side side) {
    for (const std::string& text : texts) {
        tokenize(text, text_);
        // No text goes on for so many words without an end of a sentence, nor does a phrase without words stand anywhere.
        if (text_.tokens.empty() || text_.tokens.size() > 0xFFFF) continue;
        phrases_.push_back({entity, alias, static_cast<std::uint32_t>(words_.size()),
                            static_cast<std::uint16_t>(text_.tokens.size()), static_cast<std::uint16_t>(side)});
        for (const Token& token : text_.tokens) words_.push_back(token.hash);
    }
}

PhrasesBeside::PhrasesBeside(const Image& image)
    : phrases_(image.rows<PhraseRow>(Section::phrases)), words_(image.rows<std::uint64_t>(Section::phrase_words)) {}

std::span<const PhraseRow> PhrasesBeside::of(std::uint32_t entity, std::uint32_t alias) const {
    const auto key_of = [](const PhraseRow& row) { return std::uint64_t{row.entity} << 32 | row.alias; };
    const std::uint64_t key = std::uint64_t{entity} << 32 | alias;
    const auto rows = phrases_.between(0, phrases_.size());
    // A binary search without a branch on what is found: most names have no phrase, and no machine guesses where it would be.
    std::size_t first = 0;
    for (std::size_t left = rows.size(); left > 0;) {
        const std::size_t half = (left + 1) / 2;
        first += key_of(rows[first + half - 1]) < key ? half : 0;
        left -= half;
    }
    std::size_t last = first;
    while (last < rows.size() && key_of(rows[last]) == key) ++last;
    return rows.subspan(first, last - first);
}

}  // namespace entente
