// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/listed_names.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <entente/tag/derived_names.hpp>
#include <entente/tag/english.hpp>
#include <entente/tag/short_names.hpp>
#include <entente/text/diagnostic.hpp>
#include <entente/text/fold.hpp>
#include <entente/text/tokens.hpp>

namespace entente {
namespace {

constexpr std::size_t most_near = 5;

/// A name as it is compared here: folded words, without an article before them and a possessive behind.
struct Words {
    explicit Words(std::string_view name) {
        static const std::uint64_t article = hash_of("the");
        TokenizedText text;
        tokenize(name, text);
        for (const Token& token : text.tokens) {
            if (token.is(Token::possessive) || (hashes.empty() && token.hash == article)) continue;
            hashes.push_back(token.hash);
            fold(slice(name, token.span()), letters);
        }
    }
    std::vector<std::uint64_t> hashes;
    std::string letters;  ///< without what stands between the words
};

bool is_exact(const Entity& entity, const Alias& alias, const Words& wanted) {
    if (Words(alias.text).letters == wanted.letters) return true;
    TokenizedText words;
    tokenize(alias.text, words);
    const auto derived = derived_names(entity, alias, words);
    return std::any_of(derived.begin(), derived.end(),
                       [&](const std::string& name) { return Words(name).letters == wanted.letters; });
}

std::vector<std::uint32_t> short_names(const Gazetteer& gazetteer, const Words& wanted) {
    ImageBuilder builder;
    ShortNames::Writer writer;
    AliasWords words;
    for (std::uint32_t entity = 0; entity < gazetteer.entities().size(); ++entity)
        writer.add(words.of(entity, gazetteer.entities()[entity]));
    writer.write(builder);
    const Image image = std::move(builder).finish(0);
    const ShortNames names(image);
    std::vector<std::uint32_t> found;
    for (std::uint32_t entity = 0; entity < gazetteer.entities().size(); ++entity) {
        const auto rows = names.of(entity);
        if (std::any_of(rows.begin(), rows.end(),
                        [&](const ShortName& row) { return std::ranges::equal(names.words(row), wanted.hashes); }))
            found.push_back(entity);
    }
    return found;
}

/// Names that share a word which says something, and the one name that is spelt most alike.
std::vector<ListedName> nearest(const Gazetteer& gazetteer, const Words& wanted) {
    struct Row {
        std::size_t other_words;
        ListedName name;
    };
    std::vector<Row> sharing;
    std::vector<std::string> spellings;
    std::vector<ListedName> names;
    const auto& entities = gazetteer.entities();
    for (std::uint32_t entity = 0; entity < entities.size(); ++entity)
        for (std::uint32_t alias = 0; alias < entities[entity].aliases.size(); ++alias) {
            const Words words(entities[entity].aliases[alias].text);
            const auto shared = std::count_if(wanted.hashes.begin(), wanted.hashes.end(), [&](std::uint64_t word) {
                return !english::is_common(word) && std::ranges::find(words.hashes, word) != words.hashes.end();
            });
            if (shared > 0)
                sharing.push_back({wanted.hashes.size() + words.hashes.size() - 2 * static_cast<std::size_t>(shared),
                                   {entity, alias}});
            spellings.push_back(words.letters);
            names.push_back({entity, alias});
        }
    std::vector<ListedName> found;
    const std::vector<std::string_view> choices(spellings.begin(), spellings.end());
    if (const auto like = nearest_of(wanted.letters, choices); !like.empty())
        found.push_back(names[static_cast<std::size_t>(std::ranges::find(choices, like) - choices.begin())]);
    std::stable_sort(sharing.begin(), sharing.end(),
                     [](const Row& a, const Row& b) { return a.other_words < b.other_words; });
    for (const Row& row : sharing) {
        const auto same = [&](const ListedName& name) { return name.entity == row.name.entity; };
        if (found.size() < most_near && std::none_of(found.begin(), found.end(), same)) found.push_back(row.name);
    }
    return found;
}

}  // namespace

ListedNames look_up(const Gazetteer& gazetteer, std::string_view words) {
    const Words wanted(words);
    ListedNames found;
    if (wanted.hashes.empty()) return found;
    const auto& entities = gazetteer.entities();
    for (std::uint32_t entity = 0; entity < entities.size(); ++entity)
        for (std::uint32_t alias = 0; alias < entities[entity].aliases.size(); ++alias)
            if (is_exact(entities[entity], entities[entity].aliases[alias], wanted))
                found.exact.push_back({entity, alias});
    found.short_names = short_names(gazetteer, wanted);
    if (found.exact.empty() && found.short_names.empty()) found.nearest = nearest(gazetteer, wanted);
    return found;
}

}  // namespace entente
