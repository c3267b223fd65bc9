// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/short_names.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <entente/tag/english.hpp>
#include <entente/tag/spelling.hpp>
#include <entente/tag/word_set.hpp>
#include <entente/text/diagnostic.hpp>
#include <entente/text/fold.hpp>
#include <entente/text/prefetch.hpp>

namespace entente {
namespace {

bool family_name_first(const Entity& person) {
    constexpr std::array<std::string_view, 5> countries{"country/china", "country/north-korea", "country/south-korea",
                                                        "country/taiwan", "country/vietnam"};
    return std::find(countries.begin(), countries.end(), person.country) != countries.end();
}

/// "Xi Jinping", "Kim Yo-jong", where the list says no country.
bool looks_family_name_first(std::span<const Token> name) {
    const bool hyphenated = name.size() == 3 && name[2].gap == Gap::hyphen && !name[2].is(Token::capital);
    return hyphenated || (name.size() == 2 && is_chinese_family_name(name[0].hash));
}

/// "XVI" of Benedict XVI, but not "Xi".
bool is_number(const Token& word) {
    static const WordSet numbers{"ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii"};
    return word.is(Token::capitals) && numbers.holds(word.hash);
}

std::uint64_t key_of(std::span<const Token> words) {
    std::uint64_t key = words.size();
    for (const Token& word : words) key = (key ^ word.hash) * 0x9E3779B97F4A7C15ULL;
    return key;
}

/// Calls `see` with the keys of what a person is mostly called: the first and the last word of each name.
void for_each_likely_key(const EntityWords& words, const auto& see) {
    if (words.entity.type != EntityType::person) return;
    for (const TokenizedText& name : words.aliases) {
        const std::span<const Token> tokens(name.tokens);
        if (tokens.size() < 2) continue;
        see(key_of(tokens.first(1)));
        see(key_of(tokens.last(1)));
    }
}

}  // namespace

void ShortNames::Writer::expect(const EntityWords& words) const {
    for_each_likely_key(words, [this](std::uint64_t key) { numbers_.expect(key); });
}

void ShortNames::Writer::expect_more(const EntityWords& words) const {
    for_each_likely_key(words, [this](std::uint64_t key) {
        const std::uint32_t row = numbers_.find(key, [](std::uint32_t) { return true; });
        if (row != RowsByHash::none) prefetch_line(&words_[row]);
    });
}

void ShortNames::Writer::add(const EntityWords& words) {
    starts_.push_back(static_cast<std::uint32_t>(rows_.size()));
    if (words.entity.type != EntityType::person) return;
    if (!words.entity.surname.empty()) add_surname(words.entity);
    for (const TokenizedText& name : words.aliases) add_name(words.entity, name.tokens);
}

void ShortNames::Writer::write(ImageBuilder& builder) {
    starts_.push_back(static_cast<std::uint32_t>(rows_.size()));
    numbers_ = {};
    builder.add(Section::short_name_starts, std::exchange(starts_, {}));
    builder.add(Section::short_names, std::exchange(rows_, {}));
    builder.add(Section::short_name_words, std::exchange(words_, {}));
    builder.add(Section::given_names, KeySet::lay_out(std::exchange(given_names_, {})));
}

void ShortNames::Writer::add_surname(const Entity& person) {
    tokenize(person.surname, text_);
    for (std::span<const Token> surname = text_.tokens; !surname.empty(); surname = surname.subspan(1)) {
        add(surname, true);
        if (!english::is_name_particle(surname.front().hash)) break;
    }
}

void ShortNames::Writer::add_name(const Entity& person, std::span<const Token> name) {
    while (name.size() > 2 && (english::is_name_suffix(name.back().hash) || is_number(name.back())))
        name = name.first(name.size() - 1);
    if (name.size() < 2) return;
    static const std::uint64_t of = hash_of("of");
    const bool titled = std::ranges::count(name, of, &Token::hash) > 0;  // "Diana, Princess of Wales", "Duke of York"
    if (titled && english::is_peerage(name.front().hash)) return;
    const bool reversed =
        person.surname.empty() && (person.country.empty() ? looks_family_name_first(name) : family_name_first(person));
    const bool title = english::is_title(name.front().hash);  // "Queen Elizabeth"
    if (!title && !name.front().is(Token::dotted) && name.front().end - name.front().begin > 1) {
        add(name.first(1), reversed);
        const bool repeated = !given_names_.empty() && given_names_.back() == name.front().hash;
        if (!reversed && !repeated) given_names_.push_back(name.front().hash);
    }
    if (reversed || titled || is_number(name.back())) return;
    if (person.surname.empty()) add(name.last(1), true);
    std::size_t particles = 0;
    while (particles + 2 < name.size() && english::is_name_particle(name[name.size() - 2 - particles].hash))
        ++particles;
    if (particles > 0) add(name.last(particles + 1), true);
}

void ShortNames::Writer::add(std::span<const Token> words, bool surname) {
    if (words.empty() || words.size() > ShortName::longest) return;
    const auto stands_at = [&](std::uint32_t row) {
        return row + words.size() <= words_.size()
               && std::ranges::equal(words, std::span(words_).subspan(row, words.size()), {}, &Token::hash);
    };
    const std::uint64_t hash = key_of(words);
    std::uint32_t row = numbers_.find(hash, stands_at);
    if (row == RowsByHash::none) {
        row = static_cast<std::uint32_t>(words_.size());
        if (row >> 28 != 0) throw Error("the gazetteer has more than 268 million words of short names", "split it");
        numbers_.add(hash, row);
        for (const Token& token : words) words_.push_back(token.hash);
    }
    const auto same = [&](const ShortName& name) { return name.first_word() == row && name.words() == words.size(); };
    if (std::any_of(rows_.begin() + starts_.back(), rows_.end(), same)) return;
    rows_.emplace_back(row, words.size(), surname);
}

ShortNames::ShortNames(const Image& image)
    : rows_(image.rows<ShortName>(Section::short_names)),
      starts_(image.rows<std::uint32_t>(Section::short_name_starts)),
      words_(image.rows<std::uint64_t>(Section::short_name_words)),
      given_names_(image.rows<std::uint64_t>(Section::given_names)) {}

}  // namespace entente
