// SPDX-License-Identifier: Apache-2.0
// A person's name of two words in another regular transliteration, or with the short form of its given name.
#include <entente/tag/names.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include <entente/tag/derived_names.hpp>
#include <entente/tag/english.hpp>
#include <entente/tag/spelling.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// How a word sounds by itself, and as a given name in its full form: hashes.
struct Sounds {
    std::uint64_t own = 0;
    std::uint64_t full = 0;
};

Sounds sounds_of(std::string_view printed) {
    const std::string word = folded(printed);
    const std::string_view full = full_given_name(word);
    const std::uint64_t own = hash_of_sound(word);
    return {own, full == word ? own : hash_of_sound(full)};
}

std::uint64_t key_of(Sounds given, Sounds surname) {
    HashOfWord key(sizeof given.full + sizeof surname.own);
    key.add(given.full);
    key.add(surname.own);
    return key.value();
}

/// The sounds of words that were asked for last: most capital words of the news are there again and again.
class KnownSounds {
public:
    /// `token` stands in `text`.
    Sounds of(std::string_view text, const Token& token) {
        const std::string_view printed = slice(text, token.span());
        const std::uint64_t word = key_of(printed, token.hash);
        Row& row = rows_[word % rows_.size()];
        if (row.word != word) row = {word, sounds_of(printed)};
        return row.sounds;
    }

private:
    struct Row {
        std::uint64_t word = 0;
        Sounds sounds;
    };

    /// Words that are spelled in the British and the American way have one hash, and other endings.
    static std::uint64_t key_of(std::string_view printed, std::uint64_t hash) {
        const std::size_t size = std::min<std::size_t>(printed.size(), 8);
        HashOfWord key(printed.size());
        key.add(hash);
        key.add(little_endian(printed.data() + printed.size() - size, size));
        return key.value();
    }

    std::array<Row, 2048> rows_;
};

/// "Damien Martyn" is not Damien Martin, nor David Saks David Sacks: no transliteration lies between English names.
bool is_other_english_name(std::string_view country, std::uint64_t listed, std::uint64_t printed, std::uint64_t given) {
    constexpr std::array<std::string_view, 6> anglophone{"country/united-states", "country/united-kingdom",
                                                         "country/canada",        "country/australia",
                                                         "country/new-zealand",   "country/ireland"};
    if (listed == printed) return false;
    if (english::is_common_surname(listed) || english::is_common_surname(printed)) return true;
    return country.empty() ? english::is_given_name(given)
                           : std::find(anglophone.begin(), anglophone.end(), country) != anglophone.end();
}

/// "Zhang Yun" is not Zhang Jun: each letter of pinyin tells.
bool is_other_chinese_name(std::string_view country, std::uint64_t first_word) {
    return country == "country/china" || (country.empty() && is_chinese_family_name(first_word));
}

/// Notes each word that makes a pair with the next one, both with a capital and small letters: it may be a person's name in
/// another transliteration. No machine can guess which they are, so no branch is taken on it.
void note_pairs(const ReadText& text, std::vector<std::uint32_t>& pairs) {
    constexpr unsigned both = Token::capital | Token::lower;
    constexpr unsigned shapes = both | Token::url;
    const std::span<const Token> tokens(text.tokens());
    std::span<const std::uint32_t> words(text.capitals);
    if (!words.empty() && words.back() + 1 == tokens.size()) words = words.first(words.size() - 1);
    pairs.resize(words.size());
    std::size_t count = 0;
    for (const std::uint32_t word : words) {
        const Token& first = tokens[word];
        const Token& second = tokens[word + 1];
        const bool cases = (first.shape & shapes) == both && (second.shape & both) == both;
        const bool gaps = (first.gap != Gap::none) & (second.gap == Gap::space);
        pairs[count] = word;
        count += cases & gaps & (first.end - first.begin >= 3) & (second.end - second.begin >= 3) ? 1 : 0;
    }
    pairs.resize(count);
}

/// Of these words keeps those at which no listed name of several words begins, and which are no common words.
void keep_unlisted(const ReadText& text, NameMatches& result) {
    auto match = result.matches.begin();
    std::erase_if(result.starts, [&](std::uint32_t first) {
        while (match != result.matches.end() && match->first < first) ++match;
        const bool longer = match != result.matches.end() && match->first == first && match->last - first > 1;
        return longer || text.language->is_common(text.tokens()[first].hash);
    });
}

/// Those of this thread.
KnownSounds& known_sounds() {
    thread_local KnownSounds known;
    return known;
}

/// How the word and the next one sound as a name.
std::uint64_t sound_of_pair(const ReadText& text, std::uint32_t first) {
    KnownSounds& known = known_sounds();
    const Sounds given = known.of(text.text, text.tokens()[first]);
    return key_of(given, known.of(text.text, text.tokens()[first + 1]));
}

}  // namespace

void NameFinder::Writer::add_sounds(const EntityWords& words) {
    const std::uint32_t first = aliases_;
    aliases_ += static_cast<std::uint32_t>(words.aliases.size());
    if (words.entity.type != EntityType::person) return;
    KnownSounds& known = known_sounds();
    for (std::uint32_t alias = 0; alias < words.aliases.size(); ++alias) {
        const auto& tokens = words.aliases[alias].tokens;
        if (tokens.size() != 2) continue;
        const std::string& text = words.entity.aliases[alias].text;
        const Sounds given = known.of(text, tokens[0]);
        sounds_.push_back({key_of(given, known.of(text, tokens[1])), first + alias});
    }
}

/// Persons' names of two words in another regular transliteration, where no listed name of several words begins.
void NameFinder::find_by_sound(const ReadText& text, NameMatches& result) const {
    if (sound_filter_.is_empty()) return;
    note_pairs(text, result.starts);
    keep_unlisted(text, result);
    result.sounds.clear();
    for (const std::uint32_t first : result.starts) {
        result.sounds.push_back(sound_of_pair(text, first));
        sound_filter_.prefetch(result.sounds.back());
    }
    const std::size_t listed = result.matches.size();
    for (std::size_t pair = 0; pair < result.starts.size(); ++pair)
        if (sound_filter_.may_hold(result.sounds[pair]))
            find_by_sound(text, result.starts[pair], result.sounds[pair], result);
    if (result.matches.size() == listed) return;
    std::sort(result.matches.begin(), result.matches.end(), [](const NameMatch& a, const NameMatch& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
}

void NameFinder::find_by_sound(const ReadText& text, std::size_t first, std::uint64_t key, NameMatches& result) const {
    const auto& tokens = text.tokens();
    const std::size_t second = first + 1;
    const Sounds given = known_sounds().of(text.text, tokens[first]);
    const auto aliases = sounds_.of(key);
    if (aliases.empty() || text.casing_at(first) == Casing::capitals) return;
    NameMatch match{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + 2),
                    static_cast<std::uint32_t>(result.owners.size()), 0, NameMatch::by_short_given_name};
    TokenizedText listed;
    for (const std::uint32_t number : aliases) {
        const std::string_view name = gazetteer_->text(gazetteer_->aliases()[number].text);
        tokenize(name, listed);
        if (listed.tokens.size() != 2) continue;
        if (sounds_of(slice(name, listed.tokens[0].span())).own == given.own) match.way = NameMatch::by_sound;
        const std::uint32_t owner = gazetteer_->owner_of(number);
        const std::string_view country = gazetteer_->entity(owner).country();
        if (!is_other_chinese_name(country, listed.tokens[0].hash)
            && !is_other_english_name(country, listed.tokens[1].hash, tokens[second].hash, tokens[first].hash))
            result.owners.push_back({.entity = owner,
                                     .alias = gazetteer_->number_in_entity(number, owner),
                                     .capital = 3,
                                     .derived = true,
                                     .words = 2});
    }
    match.owners_end = static_cast<std::uint32_t>(result.owners.size());
    if (match.owners_begin != match.owners_end) result.matches.push_back(match);
}

}  // namespace entente
