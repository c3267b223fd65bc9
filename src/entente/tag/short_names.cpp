// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/short_names.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <entente/tag/english.hpp>

namespace entente {
namespace {

bool family_name_first(const Entity& person) {
    constexpr std::array<std::string_view, 5> countries{"country/china", "country/north-korea", "country/south-korea",
                                                        "country/taiwan", "country/vietnam"};
    return std::find(countries.begin(), countries.end(), person.country) != countries.end();
}

/// Collects the short names of all persons.
class Compiling {
public:
    void add(const Gazetteer& gazetteer) {
        const auto& entities = gazetteer.entities();
        for (std::uint32_t number = 0; number < entities.size(); ++number) {
            starts_.push_back(static_cast<std::uint32_t>(rows_.size()));
            if (entities[number].type == EntityType::person) add(entities[number], number);
        }
        starts_.push_back(static_cast<std::uint32_t>(rows_.size()));
    }

    void write(ImageBuilder& builder) {
        builder.add(Section::short_name_starts, starts_);
        builder.add(Section::short_names, rows_);
        builder.add(Section::short_name_words, words_);
        builder.add(Section::given_names, KeySet::lay_out(std::move(given_names_)));
    }

private:
    void add(const Entity& person, std::uint32_t number) {
        if (!person.surname.empty()) {
            tokenize(person.surname, text_);
            std::span<const Token> surname = text_.tokens;
            for (; !surname.empty(); surname = surname.subspan(1)) {
                add(number, surname, true);
                if (!english::is_name_particle(surname.front().hash)) break;
            }
        }
        for (const Alias& alias : person.aliases) {
            tokenize(alias.text, text_);
            add_name(person, number, text_.tokens);
        }
    }

    void add_name(const Entity& person, std::uint32_t number, std::span<const Token> name) {
        while (name.size() > 2 && english::is_name_suffix(name.back().hash)) name = name.first(name.size() - 1);
        if (name.size() < 2) return;
        const bool reversed = family_name_first(person) && person.surname.empty();
        const bool title = english::is_title(name.front().hash);  // "Queen Elizabeth"
        if (!title && !name.front().is(Token::dotted) && name.front().end - name.front().begin > 1) {
            add(number, name.first(1), reversed);
            if (!reversed) given_names_.push_back(name.front().hash);
        }
        if (reversed) return;
        if (person.surname.empty()) add(number, name.last(1), true);
        std::size_t particles = 0;
        while (particles + 2 < name.size() && english::is_name_particle(name[name.size() - 2 - particles].hash))
            ++particles;
        if (particles > 0) add(number, name.last(particles + 1), true);
    }

    void add(std::uint32_t entity, std::span<const Token> words, bool surname) {
        if (words.empty() || words.size() > 6) return;
        const auto same = [&](const ShortName& row) {
            return std::ranges::equal(words, std::span(words_).subspan(row.first_word, row.words), {}, &Token::hash);
        };
        if (std::any_of(rows_.begin() + starts_[entity], rows_.end(), same)) return;
        rows_.push_back({entity, static_cast<std::uint32_t>(words_.size()), static_cast<std::uint16_t>(words.size()),
                         static_cast<std::uint16_t>(surname ? 1 : 0)});
        for (const Token& token : words) words_.push_back(token.hash);
    }

    TokenizedText text_;
    std::vector<ShortName> rows_;
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint64_t> words_;
    std::vector<std::uint64_t> given_names_;
};

}  // namespace

ShortNames::ShortNames(const Image& image)
    : rows_(image.rows<ShortName>(Section::short_names)),
      starts_(image.rows<std::uint32_t>(Section::short_name_starts)),
      words_(image.rows<std::uint64_t>(Section::short_name_words)),
      given_names_(image.rows<std::uint64_t>(Section::given_names)) {}

void ShortNames::compile(const Gazetteer& gazetteer, ImageBuilder& builder) {
    Compiling names;
    names.add(gazetteer);
    names.write(builder);
}

}  // namespace entente
