// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/names.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <entente/tag/derived_names.hpp>
#include <entente/tag/english.hpp>
#include <entente/tag/name_starts.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// Compares letters and digits, case and all, and skips what may stand between them: U.S. is US, G-20 is G20.
bool same_letters(std::string_view a, std::string_view b) {
    static constexpr std::string_view skipped = ". -+\n\r";
    const auto next = [](std::string_view text, std::size_t& at) {
        while (at < text.size() && skipped.find(text[at]) != std::string_view::npos) ++at;
        return at < text.size() ? text[at++] : '\0';
    };
    std::size_t at_a = 0;
    std::size_t at_b = 0;
    for (;;) {
        const char letter_a = next(a, at_a);
        if (letter_a != next(b, at_b)) return false;
        if (letter_a == '\0') return true;
    }
}

/// British papers print acronyms that are spoken as words like names: Nato, Unesco.
bool is_spoken_acronym(const ReadText& text, std::size_t word) {
    const Token& token = text.tokens()[word];
    return token.is(Token::capital) && !token.is(Token::capitals) && token.end - token.begin >= 4
           && !text.language->is_common(token.hash)
           && !(text.language->is_english() && english::is_plain_word(token.hash));
}

bool acronym_matches(const ReadText& text, std::size_t first, std::size_t last, std::string_view alias) {
    const auto& tokens = text.tokens();
    const std::string_view surface = slice(text.text, {tokens[first].begin, tokens[last - 1].end});
    if (!same_letters(surface, alias)) return last - first == 1 && is_spoken_acronym(text, first);
    // "Fiat S.P.A.": a legal form.
    if (english::is_legal_form(tokens[first].hash) && text.adjoins(first) && tokens[first - 1].is(Token::capital))
        return false;
    // In a line of capitals "US" may be "us".
    return text.casing_at(first) != Casing::capitals || !text.language->is_common(tokens[first].hash)
           || tokens[first].is(Token::dotted);
}

/// "Signor Albanese" is no Albanian, "die Deutsche Bank" not Germany: what its language writes small has a capital for no
/// other reason than being a name. In German it may begin a sentence, for nobody is called so.
bool is_name_like_demonym(const ReadText& text, std::size_t first, const NameForm& form) {
    const Token& token = text.tokens()[first];
    if (form.kind != AliasKind::demonym || form.capital != 0 || !token.is(Token::capital)) return false;
    if (text.language->capitals() == LanguageWords::Capitals::nouns) return token.gap < Gap::sentence;
    return text.casing_at(first) == Casing::sentence;
}

bool case_matches(const ReadText& text, std::size_t first, std::size_t hole, std::size_t hole_size,
                  const NameForm& form) {
    const auto& tokens = text.tokens();
    for (std::size_t i = 0; i < form.words; ++i) {
        const std::size_t at = first + i;
        const Token& token = tokens[hole_size > 0 && at >= hole ? at + hole_size : at];
        if ((form.capital >> i & 1U) != 0 && !token.is(Token::capital)) return false;
        if ((form.capitals >> i & 1U) != 0 && !token.is(Token::capitals)) return false;
    }
    if (is_name_like_demonym(text, first, form)) return false;
    // "WHO" is not the singer Who, unless the whole line is in capitals.
    const Token& token = tokens[first];
    const bool short_capitals = form.words == 1 && token.is(Token::capitals) && token.end - token.begin <= 3;
    return !short_capitals || form.capitals != 0 || text.casing_at(first) == Casing::capitals
           || token.is(Token::ideograph);
}

/// "Adani" of the Adani Group, but neither "Community" nor "Adam" unless "Group" or "Inc" stands behind; "Senate".
bool stands_for_longer(const ReadText& text, std::size_t first, std::size_t last) {
    const std::uint64_t word = text.tokens()[first].hash;
    if (english::is_institution(word)) return true;
    if (text.adjoins(last) && english::leaves_head(text.tokens()[last].hash)) return true;
    return text.casing_at(first) == Casing::sentence && !english::is_plain_word(word) && !english::is_given_name(word)
           && !english::is_common_surname(word);
}

/// "Island" is Iceland in German and an English word. In letters of another script a word is no word of the article's.
bool is_foreign_word(const LanguageWords& article, std::string_view languages) {
    return !article.code().empty() && !holds_in(languages, article.code());
}

bool stands_at(const std::vector<Token>& tokens, std::size_t at, std::span<const std::uint64_t> phrase) {
    if (phrase.empty() || at + phrase.size() > tokens.size()) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i)
        if (tokens[at + i].hash != phrase[i] || (i > 0 && tokens[at + i].gap >= Gap::other)) return false;
    return true;
}

/// "\"Lula\"" of "Luiz Inácio \"Lula\" da Silva", also in brackets.
bool is_nickname(const ReadText& text, std::size_t at) {
    static constexpr std::string_view opening = "\"“‘«(";
    static constexpr std::string_view closing = "\"”’»)";
    const auto& tokens = text.tokens();
    if (tokens[at].gap != Gap::other || at + 1 >= tokens.size() || tokens[at + 1].gap != Gap::other
        || !tokens[at].is(Token::capital))
        return false;
    const std::string_view before = slice(text.text, {tokens[at - 1].end, tokens[at].begin});
    const std::string_view after = slice(text.text, {tokens[at].end, tokens[at + 1].begin});
    return before.size() > 1 && before.front() == ' ' && opening.find(before.substr(1)) != std::string_view::npos
           && after.size() > 1 && after.back() == ' '
           && closing.find(after.substr(0, after.size() - 1)) != std::string_view::npos;
}

/// A country, or a person of two words: the names that say themselves where nothing in a text has a capital.
bool needs_no_capital(const ReadText& text, std::size_t first, EntityType type, const NameForm& form) {
    const std::uint64_t word = text.tokens()[first].hash;
    if (form.kind != AliasKind::name && form.kind != AliasKind::alias) return false;
    if (type == EntityType::person) return form.words > 1 && !form.derived;
    return type == EntityType::country && !form.derived
           && (form.words > 1 || (!text.language->is_common(word) && !english::is_given_name_too(word)));
}

}  // namespace

NameFinder::NameFinder(const Image& image, const CompiledGazetteer& gazetteer)
    : gazetteer_(&gazetteer),
      index_(image),
      phrases_(image),
      sound_filter_(image.rows<std::uint64_t>(Section::sounds)),
      sounds_(image, Section::sound_keys, Section::sound_aliases) {}

NameFinder::Writer::Writer() : names_(derived_names) {}

void NameFinder::Writer::add(const EntityWords& words) {
    names_.add(words);
    add_sounds(words);
}

void NameFinder::Writer::write(ImageBuilder& builder) {
    builder.add(Section::sounds, KeyFilter::lay_out(sounds_));
    KeyLists::add(std::exchange(sounds_, {}), Section::sound_keys, Section::sound_aliases, builder);
    names_.write(builder);
}

namespace {

/// The longest first; of the same words the name that is listed just so.
void order_from(std::size_t begin, NameMatches& result) {
    const auto first = result.matches.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(first, result.matches.end(), [](const NameMatch& a, const NameMatch& b) {
        return a.last != b.last ? a.last > b.last : a.way < b.way;
    });
    result.matches.erase(std::unique(first, result.matches.end(),
                                     [](const NameMatch& a, const NameMatch& b) { return a.last == b.last; }),
                         result.matches.end());
}

}  // namespace

void NameFinder::find(const ReadText& text, NameMatches& result) const {
    result.matches.clear();
    result.owners.clear();
    find_name_starts(index_, text, result.trace != nullptr, result.starts);
    if (text.forms == nullptr) {
        for (std::span<const std::uint32_t> starts(result.starts); !starts.empty();) {
            const auto some = starts.first(std::min(starts_at_once, starts.size()));
            starts = starts.subspan(some.size());
            prefetch_names(index_, text, some);
            for (const std::uint32_t first : some) find_at(text, first, true, result);
        }
    } else {
        auto start = result.starts.begin();
        for (std::uint32_t first = 0; first < text.tokens().size(); ++first) {
            const bool listed = start != result.starts.end() && *start == first;
            start += listed ? 1 : 0;
            find_at(text, first, listed, result);
        }
    }
    find_by_sound(text, result);
}

void NameFinder::find_at(const ReadText& text, std::size_t first, bool listed, NameMatches& result) const {
    const std::size_t matches = result.matches.size();
    if (listed) {
        walk(text, first, first, NameIndex::root, Gap::none, {}, result);
        find_elliptic(text, first, result);
    }
    if (text.forms != nullptr) find_inflected(text, first, result);
    if (result.matches.size() > matches + 1) order_from(matches, result);
}

void NameFinder::walk(const ReadText& text, std::size_t first, std::size_t at, std::uint32_t node, Gap widest,
                      Hole hole, NameMatches& result) const {
    const auto& tokens = text.tokens();
    for (; at < tokens.size() && at - first < NameIndex::longest; ++at) {
        if (at > first) {
            if (tokens[at].gap >= Gap::sentence) return;
            const bool quoted = hole.way == NameMatch::with_nickname && at <= hole.begin + 1;
            if (hole.way == NameMatch::exact && is_nickname(text, at)) {  // part of the listed name, or not
                walk(text, first, at, node, widest, {at, 0, NameMatch::with_nickname}, result);
                walk(text, first, at + 1, node, widest, {at, 1, NameMatch::with_nickname}, result);
            }
            if (!quoted) widest = std::max(widest, tokens[at].gap);
        }
        if (at == first + 1 && hole.way == NameMatch::exact && is_initial(text, at))
            walk(text, first, at + 1, node, widest, {at, 1, NameMatch::with_initial}, result);
        if (hole.way == NameMatch::exact && is_cut_at_line_end(text, at))
            walk_cut(text, first, at, node, widest, result);
        if (at == first + 1 && hole.way == NameMatch::exact
            && !index_.may_begin_with(tokens[first].hash, tokens[at].hash))
            return;
        const std::uint32_t word = index_.word(tokens[at].hash);
        if (word == NameIndex::none) return;
        node = index_.step(node, word);
        if (node == NameIndex::none) return;
        const bool inside_quotes = hole.way == NameMatch::with_nickname && at == hole.begin;
        if (!inside_quotes) take_names(text, first, at + 1, node, widest, hole, result);
    }
}

/// Who is listed by a name goes before those whose names only shorten to it.
void NameFinder::drop_derived(std::vector<NameForm>& owners, std::uint32_t begin) {
    const auto first = owners.begin() + begin;
    if (std::none_of(first, owners.end(), [](const NameForm& form) { return !form.derived; })) return;
    owners.erase(std::remove_if(first, owners.end(), [](const NameForm& form) { return form.derived; }), owners.end());
}

/// "Swit-" and "zerland" on the next line.
void NameFinder::walk_cut(const ReadText& text, std::size_t first, std::size_t at, std::uint32_t node, Gap widest,
                          NameMatches& result) const {
    const std::uint32_t word = index_.word(hash_of(folded(text.word(at)) + folded(text.word(at + 1))));
    if (word == NameIndex::none) return;
    node = index_.step(node, word);
    if (node == NameIndex::none) return;
    const Hole hole{at + 1, 1, NameMatch::cut_at_line_end};
    take_names(text, first, at + 2, node, widest, hole, result);
    walk(text, first, at + 2, node, widest, hole, result);
}

/// Takes the names that end at `node` as far as the text prints them.
void NameFinder::take_names(const ReadText& text, std::size_t first, std::size_t last, std::uint32_t node, Gap widest,
                            Hole hole, NameMatches& result) const {
    NameMatch match{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last),
                    static_cast<std::uint32_t>(result.owners.size()), 0, hole.way};
    for (const NameFormRow& row : index_.forms(node))
        take(text, first, last, widest, hole, index_.form(row, last - first - hole.size), result);
    drop_derived(result.owners, match.owners_begin);
    match.owners_end = static_cast<std::uint32_t>(result.owners.size());
    if (match.owners_begin != match.owners_end) result.matches.push_back(match);
}

/// "North and South Korea", "Bill and Hillary Clinton": the first word takes the rest of its name from the one that follows.
void NameFinder::find_elliptic(const ReadText& text, std::size_t first, NameMatches& result) const {
    const auto& tokens = text.tokens();
    if (first + 3 >= tokens.size() || !tokens[first + 2].is(Token::capital)) return;
    for (std::size_t at = first + 1; at <= first + 3; ++at)
        if (tokens[at].gap > Gap::hyphen) return;
    if (!text.language->is_conjunction(tokens[first + 1].hash)) return;
    const std::uint32_t head = index_.word(tokens[first].hash);
    const std::uint32_t noun = index_.word(tokens[first + 3].hash);
    if (head == NameIndex::none || noun == NameIndex::none) return;
    std::uint32_t node = index_.step(NameIndex::root, head);
    if (node != NameIndex::none) node = index_.step(node, noun);
    if (node == NameIndex::none) return;
    NameMatch match{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + 1),
                    static_cast<std::uint32_t>(result.owners.size()), 0, NameMatch::elliptic};
    for (const NameFormRow& row : index_.forms(node)) {
        const NameForm form = index_.form(row, 2);
        const EntityType type = type_of(form);
        if (type == EntityType::organization || (type == EntityType::person && !tokens[first + 3].is(Token::capital)))
            continue;
        take(text, first, first + 4, Gap::space, {first + 1, 2, NameMatch::elliptic}, form, result);
    }
    match.owners_end = static_cast<std::uint32_t>(result.owners.size());
    if (match.owners_begin != match.owners_end) result.matches.push_back(match);
}

void NameFinder::take(const ReadText& text, std::size_t first, std::size_t last, Gap widest, Hole hole,
                      const NameForm& form, NameMatches& result) const {
    const std::string_view why = refusal(text, first, last, widest, hole, form);
    if (why.empty()) {
        gazetteer_->prefetch(form.entity);
        result.owners.push_back(form);
    } else if (result.trace != nullptr) {
        const Span words{text.tokens()[first].begin, text.tokens()[last - 1].end};
        result.trace->remarks.push_back(
            {Remark::Kind::refusal, words, std::string(why), {}, form.entity, form.alias, 0});
    }
}

std::string_view NameFinder::refusal(const ReadText& text, std::size_t first, std::size_t last, Gap widest, Hole hole,
                                     const NameForm& form) const {
    const auto& tokens = text.tokens();
    if (text.text.substr(tokens[last - 1].end).starts_with('$')) return "a sum of money goes on behind it";  // US$5
    if (last < tokens.size() && !tokens[last].begins_word() && !tokens[last].is(Token::possessive))
        return "the word goes on behind it";
    if (form.free_gaps ? widest > Gap::dot : (hole.size > 0 || !has_same_gaps(text, first, form)))
        return "between its words stand other signs than in the listed name";
    const bool of_persons = hole.way == NameMatch::with_initial || hole.way == NameMatch::with_nickname;
    if (of_persons && type_of(form) != EntityType::person)
        return "an initial or nickname stands inside it, as in no name but a person's";
    if (form.derived && form.words == 1 && !stands_for_longer(text, first, last))
        return "the head of a longer name, a plain word or a person's name too, needs its legal form or the full name";
    if (form.plus != text.text.substr(tokens[last - 1].end).starts_with('+'))
        return "only one of the two ends in a plus sign";  // OPEC, OPEC+
    if (form.words == 1 && form.foreign && is_foreign_word(*text.language, gazetteer_->languages(alias_of(form))))
        return "it is a name in other languages than this";
    if (form.exact_case && !acronym_matches(text, first, last, gazetteer_->text(alias_of(form).text)))
        return "an acronym has to be printed in its own case, and to be no common word in a line of capitals";
    if (!form.exact_case && !case_matches(text, first, hole.begin, hole.size, form)
        && !(text.capitals.empty() && needs_no_capital(text, first, type_of(form), form)))
        return "its capital letters are not those of the listed name";
    if (form.neighbours && forbidden_neighbour(text, first, last, form))
        return "the gazetteer says not_followed_by or not_preceded_by of the words beside it";
    return {};
}

bool NameFinder::has_same_gaps(const ReadText& text, std::size_t first, const NameForm& form) const {
    TokenizedText name;
    tokenize(gazetteer_->text(alias_of(form).text), name);
    if (name.tokens.size() != form.words) return false;
    for (std::size_t i = 1; i < name.tokens.size(); ++i) {
        const Gap gap = text.tokens()[first + i].gap;
        if (gap > Gap::dot && gap != name.tokens[i].gap) return false;
    }
    return true;
}

bool NameFinder::forbidden_neighbour(const ReadText& text, std::size_t first, std::size_t last,
                                     const NameForm& form) const {
    const auto& tokens = text.tokens();
    const auto phrases = phrases_.neighbours(form.entity, form.alias);
    return std::any_of(phrases.begin(), phrases.end(), [&](const PhraseRow& phrase) {
        const auto words = phrases_.words(phrase);
        if (phrase.side == PhraseRow::behind)
            return last < tokens.size() && tokens[last].gap < Gap::other && stands_at(tokens, last, words);
        return words.size() <= first && tokens[first].gap < Gap::other
               && stands_at(tokens, first - words.size(), words);
    });
}

const AliasRow& NameFinder::alias_of(const NameForm& form) const {
    return gazetteer_->entity(form.entity).alias(form.alias);
}

}  // namespace entente
