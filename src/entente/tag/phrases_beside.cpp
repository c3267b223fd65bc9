// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/phrases_beside.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <entente/text/tokens.hpp>

namespace entente {
namespace {

class Compiling {
public:
    void add(const Gazetteer& gazetteer) {
        const auto& entities = gazetteer.entities();
        for (std::uint32_t number = 0; number < entities.size(); ++number) {
            const Entity& entity = entities[number];
            for (std::uint32_t alias = 0; alias < entity.aliases.size(); ++alias)
                for (const Evidence* evidence : {&*entity.evidence, &*entity.aliases[alias].evidence}) {
                    add(number, alias, evidence->not_followed_by, PhraseRow::behind);
                    add(number, alias, evidence->not_preceded_by, PhraseRow::before);
                }
            add_company(number, *entity.evidence);
            for (const Alias& alias : entity.aliases) add_company(number, *alias.evidence);
        }
    }

    void write(ImageBuilder& builder) {
        builder.add(Section::phrases, phrases_);
        builder.add(Section::phrase_words, words_);
    }

private:
    void add_company(std::uint32_t entity, const Evidence& evidence) {
        add(entity, PhrasesBeside::of_entity, evidence.near, PhraseRow::near);
        add(entity, PhrasesBeside::of_entity, evidence.not_near, PhraseRow::not_near);
    }

    void add(std::uint32_t entity, std::uint32_t alias, const std::vector<std::string>& texts, PhraseRow::Side side) {
        for (const std::string& text : texts) {
            tokenize(text, text_);
            // No text goes on for so many words without an end of a sentence, nor does a phrase without words stand anywhere.
            if (text_.tokens.empty() || text_.tokens.size() > 0xFFFF) continue;
            phrases_.push_back({entity, alias, static_cast<std::uint32_t>(words_.size()),
                                static_cast<std::uint16_t>(text_.tokens.size()), static_cast<std::uint16_t>(side)});
            for (const Token& token : text_.tokens) words_.push_back(token.hash);
        }
    }

    TokenizedText text_;
    std::vector<PhraseRow> phrases_;  ///< ascending by entity and alias
    std::vector<std::uint64_t> words_;
};

}  // namespace

PhrasesBeside::PhrasesBeside(const Image& image)
    : phrases_(image.rows<PhraseRow>(Section::phrases)), words_(image.rows<std::uint64_t>(Section::phrase_words)) {}

void PhrasesBeside::compile(const Gazetteer& gazetteer, ImageBuilder& builder) {
    Compiling phrases;
    phrases.add(gazetteer);
    phrases.write(builder);
}

std::span<const PhraseRow> PhrasesBeside::of(std::uint32_t entity, std::uint32_t alias) const {
    const auto key = [](const PhraseRow& row) { return std::pair(row.entity, row.alias); };
    const auto rows = std::ranges::equal_range(phrases_.begin(), phrases_.end(), std::pair(entity, alias), {}, key);
    return {rows.begin(), rows.end()};
}

}  // namespace entente
