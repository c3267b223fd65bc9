// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <entente/suggest/guess.hpp>
#include <entente/suggest/known_spellings.hpp>
#include <entente/suggest/proper_names.hpp>
#include <entente/suggest/suggestion.hpp>
#include <entente/tag/english.hpp>
#include <entente/text/blanks.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr std::size_t longest_example = 400;  ///< bytes

/// All that is known of one name.
struct NameRow {
    std::map<std::string, std::uint32_t> prints;
    std::map<std::string, std::uint32_t> acronyms;
    std::map<std::string, std::uint32_t> near;  ///< by id
    ClueCounts clues;
    std::set<std::uint64_t> stories;  ///< hash of the first sentence of each
    std::string last_article;
    std::uint32_t inside = 0;  ///< mentions whose capital says that they are names
    bool english = false;      ///< some mention is in an English article
    std::vector<SuggestionExample> examples;
};

std::string example_of(std::string_view text) {
    std::string result = squeezed(text);
    if (result.size() <= longest_example) return result;
    std::size_t end = longest_example;
    while ((static_cast<unsigned char>(result[end]) & 0xC0U) == 0x80U) --end;
    return result.substr(0, end) + "…";
}

/// "jane-roe", or nothing where a letter has no ASCII form.
std::string id_of(const std::string& name) {
    std::string id = name;
    std::erase(id, '\'');
    for (char& byte : id) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        if (static_cast<unsigned char>(byte) >= 0x80U) return {};
        if (!plain) byte = '-';
    }
    id.erase(std::unique(id.begin(), id.end(), [](char a, char b) { return a == '-' && b == '-'; }), id.end());
    if (id.ends_with('-')) id.pop_back();
    return id;
}

/// The keys by falling count.
std::vector<std::string> most_frequent(const std::map<std::string, std::uint32_t>& counts) {
    std::vector<std::pair<std::string, std::uint32_t>> rows(counts.begin(), counts.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> keys;
    for (auto& row : rows) keys.push_back(std::move(row.first));
    return keys;
}

std::string_view last_word(std::string_view name) { return name.substr(name.rfind(' ') + 1); }
bool is_one_word(std::string_view name) { return name.find(' ') == std::string_view::npos; }

/// "the Ford-Suharto meeting": the last word is the name of another.
bool is_pair(std::string_view print) {
    const auto hyphen = std::min(print.rfind('-'), print.size() - 1);
    return print.find(' ', hyphen) == std::string_view::npos && print.back() != '-' && print[hyphen] == '-'
           && print[hyphen + 1] >= 'A' && print[hyphen + 1] <= 'Z';
}

bool is_story(Zone zone) { return zone != Zone::credit && zone != Zone::byline && zone != Zone::boilerplate; }

}  // namespace

struct Suggester::Parts {
    Parts(const Gazetteer& gazetteer, std::span<const Language> language_words, std::span<const std::string> names)
        : known(gazetteer), languages(language_words) {
        for (const std::string& name : names) refused.insert(comparable(name));
    }

    void add(const Article& article, const TaggedArticle& tagged);
    void count(const Article& article, const TaggedArticle& tagged, const ProperName& name, const std::string& key);
    [[nodiscard]] std::vector<std::string> keys_of(const std::vector<ProperName>& names) const;
    [[nodiscard]] std::string print_of(const ProperName& name) const {
        return squeezed(slice(text.text, {text.tokens()[name.first].begin, text.tokens()[name.last - 1].end}));
    }
    [[nodiscard]] bool is_no_word(const std::string& key, const NameRow& row) const;
    [[nodiscard]] bool is_doubtful(const std::string& key, const NameRow& row) const;
    [[nodiscard]] std::unordered_map<std::string, std::size_t> short_forms() const;
    [[nodiscard]] std::optional<EntityType> type_of(const std::string& key, const NameRow& row) const {
        return guess_type(row.clues, !is_one_word(key) && is_unheard(key));
    }
    [[nodiscard]] bool is_unheard(const std::string& key) const;
    [[nodiscard]] Suggestion suggestion(const std::string& key, const NameRow& row) const;

    KnownSpellings known;
    Languages languages;
    std::unordered_set<std::string> refused;
    std::unordered_map<std::string, NameRow> rows;           ///< by comparable()
    std::unordered_map<std::uint64_t, std::uint32_t> small;  ///< how often a word is printed in small letters
    ReadText text;                                           ///< of the article at hand
};

namespace {

Span original_span(const Article& article, Span span) {
    return {static_cast<std::uint32_t>(article.original.original(span.begin)),
            static_cast<std::uint32_t>(article.original.original_end(span.end))};
}

/// A mark for each token that is part of a mention. A name inside a longer one that nobody listed is none.
std::vector<bool> covered_tokens(const Article& article, const TaggedArticle& tagged, const ReadText& text) {
    std::vector<bool> covered(text.tokens().size());
    auto mention = tagged.mentions.begin();
    for (std::size_t token = 0; token < covered.size(); ++token) {
        const Span span = original_span(article, text.tokens()[token].span());
        while (mention != tagged.mentions.end()
               && (mention->span.end <= span.begin || mention->rule == Rule::inside_longer_name
                   || mention->kind == MentionKind::nested))
            ++mention;
        covered[token] = mention != tagged.mentions.end() && mention->span.overlaps(span);
    }
    return covered;
}

}  // namespace

/// One key for each name: a short form has that of the full name beside which it stands.
std::vector<std::string> Suggester::Parts::keys_of(const std::vector<ProperName>& names) const {
    std::vector<std::string> keys;
    std::unordered_map<std::string, std::size_t> full;  ///< by last word, and by acronym
    for (std::size_t i = 0; i < names.size(); ++i) {
        keys.push_back(comparable(print_of(names[i])));
        if (is_one_word(keys.back())) continue;
        if (!is_pair(print_of(names[i])) && !names[i].has(Clue::closing_noun) && !names[i].has(Clue::site)
            && !names[i].has(Clue::occasion))
            full.emplace(last_word(keys.back()), i);
        std::string initials;
        for (std::uint32_t token = names[i].first; token < names[i].last; ++token)
            if (text.tokens()[token].is(Token::capital)) initials += folded(text.word(token)).substr(0, 1);
        if (initials.size() > 2) full.emplace(initials, i);
        if (names[i].acronym != ProperName::none) full.emplace(folded(text.word(names[i].acronym)), i);
    }
    for (std::string& key : keys)
        if (is_one_word(key))
            if (const auto row = full.find(key); row != full.end()) key = keys[row->second];
    return keys;
}

void Suggester::Parts::add(const Article& article, const TaggedArticle& tagged) {
    read(article.text, {}, languages, tagged.language, text);
    for (const Token& token : text.tokens())
        if (!token.is(Token::capital) && token.is(Token::lower) && token.gap != Gap::hyphen) ++small[token.hash];
    const auto names = proper_names(text, covered_tokens(article, tagged, text));
    const auto keys = keys_of(names);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Span span{text.tokens()[names[i].first].begin, text.tokens()[names[i].last - 1].end};
        if (keys[i].empty() || !is_story(article.zone_at(span.begin)) || !is_story(article.zone_at(span.end - 1)))
            continue;
        if (!known.knows(keys[i]) && !refused.contains(keys[i])) count(article, tagged, names[i], keys[i]);
    }
}

void Suggester::Parts::count(const Article& article, const TaggedArticle& tagged, const ProperName& name,
                             const std::string& key) {
    NameRow& row = rows[key];
    const std::string print = print_of(name);
    if (comparable(print) == key) ++row.prints[print];
    if (name.acronym != ProperName::none) ++row.acronyms[std::string(text.word(name.acronym))];
    row.clues.add(name);
    row.inside += name.doubtful ? 0 : 1;
    row.english = row.english || text.language->is_english();
    const Span sentence = text.words.sentences[text.words.sentence_of(name.first)];
    const std::string printed = example_of(slice(text.text, sentence));
    const std::uint64_t story = hash_of(printed);
    if (row.last_article != article.id) {
        row.last_article = article.id;
        if (row.stories.insert(story).second && row.examples.size() < most_examples)
            row.examples.push_back({article.id, printed});
    }
    const Span around = original_span(article, sentence);
    std::set<std::string> company;
    for (auto mention = std::lower_bound(tagged.mentions.begin(), tagged.mentions.end(), around.begin,
                                         [](const Mention&m, std::uint32_t begin) { return m.span.begin < begin; });
         mention != tagged.mentions.end() && mention->span.begin < around.end; ++mention)
        if (mention->entity != undecided && mention->kind != MentionKind::nested)
            company.insert(tagged.entities[mention->entity].id);
    for (const std::string& id : company) ++row.near[id];
}

/// No word of the name is printed in small letters anywhere.
bool Suggester::Parts::is_unheard(const std::string& key) const {
    std::string_view rest = key;
    while (!rest.empty()) {
        const auto word = rest.substr(0, rest.find(' '));
        if (small.contains(hash_of(word))) return false;
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    return true;
}

/// "Ubisoft", which only begins sentences: no dictionary has it, and it says something or stands there again.
bool Suggester::Parts::is_no_word(const std::string& key, const NameRow& row) const {
    return row.english && key.size() > 3 && !english::is_plain_word(hash_of(key)) && !small.contains(hash_of(key))
           && (row.clues.of(Clue::statement) > 0 || row.clues.mentions > 1);
}

/// A word that may be no name: its capital is that of a sentence, or it is printed in small letters too.
bool Suggester::Parts::is_doubtful(const std::string& key, const NameRow& row) const {
    if (row.prints.empty()) return true;
    if (!is_one_word(key)) return false;
    const auto lower = small.find(hash_of(key));
    if (row.inside == 0) return !row.clues.of(Clue::acronym) && !is_no_word(key, row);
    return lower != small.end() && (!row.clues.of(Clue::acronym) || lower->second > row.clues.mentions);
}

/// Words that are part of the name, or the acronym, of somebody who is suggested in full: in how many stories at most.
std::unordered_map<std::string, std::size_t> Suggester::Parts::short_forms() const {
    std::unordered_map<std::string, std::size_t> forms;
    for (const auto& [key, row] : rows) {
        if (is_one_word(key)) continue;
        const auto add = [&](std::string form) {
            auto& most = forms[std::move(form)];
            most = std::max(most, row.stories.size());
        };
        for (const auto& [acronym, count] : row.acronyms) add(folded(acronym));
        if (type_of(key, row) != EntityType::person || row.prints.empty() || is_pair(row.prints.begin()->first))
            continue;
        add(std::string(last_word(key)));
        if (row.clues.of(Clue::given_name) > 0) add(key.substr(0, key.find(' ')));
    }
    return forms;
}

Suggestion Suggester::Parts::suggestion(const std::string& key, const NameRow& row) const {
    Suggestion result;
    auto prints = most_frequent(row.prints);
    result.name = prints.front();
    for (const std::string& print : prints)
        if (spelling_of(print) != spelling_of(result.name)) result.aliases.push_back(print);
    result.acronyms = most_frequent(row.acronyms);
    result.type = type_of(key, row);
    result.id = id_of(key);
    const auto is_taken = [&](const std::string& id) {
        return result.type && known.has_id(std::string(name_of(*result.type)) + '/' + id);
    };
    for (int number = 2; !result.id.empty() && is_taken(result.id); ++number)
        result.id = id_of(key) + '-' + std::to_string(number);
    result.stories = static_cast<std::uint32_t>(row.stories.size());
    result.mentions = row.clues.mentions;
    result.near = most_frequent(row.near);
    result.clues = row.clues.names();
    if (const Entity* entity = known.like(key)) result.looks_like = entity->id;
    result.examples = row.examples;
    return result;
}

Suggester::Suggester(const Gazetteer& gazetteer, std::span<const Language> languages,
                     std::span<const std::string> refused)
    : parts_(std::make_unique<Parts>(gazetteer, languages, refused)) {}
Suggester::~Suggester() = default;
Suggester::Suggester(Suggester&&) noexcept = default;
Suggester& Suggester::operator=(Suggester&&) noexcept = default;

void Suggester::add(const Article& article, const TaggedArticle& tagged) { parts_->add(article, tagged); }

std::vector<Suggestion> Suggester::ranked() const {
    const auto short_forms = parts_->short_forms();
    std::vector<Suggestion> suggestions;
    for (const auto& [key, row] : parts_->rows) {
        const auto full = short_forms.find(key);
        if (parts_->is_doubtful(key, row) || (full != short_forms.end() && row.stories.size() <= full->second))
            continue;
        suggestions.push_back(parts_->suggestion(key, row));
    }
    // A name of no known type is worth half of another.
    const auto worth = [](const Suggestion& s) {
        return std::tuple(s.stories * (s.type ? 2 : 1), s.near.size(), s.mentions);
    };
    std::sort(suggestions.begin(), suggestions.end(), [&](const Suggestion& a, const Suggestion& b) {
        return worth(a) != worth(b) ? worth(a) > worth(b) : a.name < b.name;
    });
    return suggestions;
}

}  // namespace entente
