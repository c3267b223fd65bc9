// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/name_index.hpp>

#include <algorithm>
#include <string>

#include <entente/gazetteer/name_trie.hpp>
#include <entente/text/diagnostic.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// Whether a word of a name is an acronym like UN or PLO, which "Un" or "Plo" is not.
bool is_short_acronym(const Token& word) {
    return word.is(Token::capitals) && (word.end - word.begin) >= 2 && (word.end - word.begin) <= 3;
}

/// How many bits are set; not every machine has an instruction for it.
/// Source: Warren, Hacker's Delight, 5-1.
constexpr std::uint32_t count_of(std::uint32_t bits) {
    bits -= bits >> 1 & 0x55555555;
    bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
    return ((bits + (bits >> 4)) & 0x0F0F0F0F) * 0x01010101 >> 24;
}

/// What holds for all forms of an alias.
NameForm form_of(std::uint32_t number, const Entity& entity, std::uint32_t alias_number) {
    const Alias& alias = entity.aliases[alias_number];
    NameForm form;
    form.entity = number;
    form.alias = alias_number;
    form.neighbours = entity.evidence->neighbours() || alias.evidence->neighbours();
    form.plus = alias.text.ends_with('+');
    form.foreign = !alias.languages.empty() && begins_in_latin(alias.text);
    return form;
}

}  // namespace

std::uint32_t NameIndex::Writer::Numbering::operator()(std::uint64_t key) {
    const std::uint64_t hash = hash_of(key);
    const std::uint32_t known = numbers_.find(hash, [&](std::uint32_t number) { return keys_[number] == key; });
    if (known != RowsByHash::none) return known;
    const auto number = static_cast<std::uint32_t>(keys_.size());
    numbers_.add(hash, number);
    keys_.push_back(key);
    return number;
}

void NameIndex::Writer::expect(const EntityWords& words) const {
    for (const TokenizedText& alias : words.aliases)
        for (const Token& token : alias.tokens) words_.expect(token.hash);
}

void NameIndex::Writer::expect_more(const EntityWords& words) const {
    for (const TokenizedText& alias : words.aliases)
        for (const Token& token : alias.tokens) words_.expect_more(token.hash);
}

void NameIndex::Writer::add(const EntityWords& words) {
    const Entity& entity = words.entity;
    full_name_.clear();
    if (entity.type == EntityType::person) {
        const TokenizedText& name = words.name(text_);
        if (name.tokens.size() > 1)
            for (const Token& token : name.tokens) full_name_.push_back(token.hash);
    }
    for (std::uint32_t alias = 0; alias < entity.aliases.size(); ++alias) {
        const NameForm form = form_of(words.number, entity, alias);
        add_alias(words, form);
        for (const std::string& name : derive_(entity, entity.aliases[alias], words.aliases[alias]))
            add_derived(form, name);
    }
}

NameIndex::Writer::Writer(Derivation derive) : derive_(derive), names_(std::make_unique<NameTrie>()) {}
NameIndex::Writer::~Writer() = default;

void NameIndex::Writer::write(ImageBuilder& builder) {
    builder.add(Section::form_kinds, kinds_);
    const std::vector<std::uint64_t> words = KeySet::lay_out(words_.keys());
    std::vector<std::uint32_t> slots;  // of words, in the image
    slots.reserve(words_.keys().size());
    const KeySet placed{Rows<std::uint64_t>(words)};
    for (const std::uint64_t word : words_.keys()) slots.push_back(placed.find(word));
    words_ = {};
    builder.add(Section::words, words);
    names_->lay_out(slots, words.size());
    write_filters(words, builder);
    names_->write(builder);
}

void NameIndex::Writer::write_filters(std::span<const std::uint64_t> words, ImageBuilder& builder) const {
    std::vector<std::uint64_t> starts;
    std::vector<std::uint64_t> single_names;
    LargeVector<std::uint64_t> pairs;
    for (std::size_t slot = 0; slot < words.size(); ++slot) {
        const auto seconds = names_->second_words(slot);
        if (names_->is_name(slot)) single_names.push_back(words[slot]);
        if (names_->is_name(slot) || !seconds.empty()) starts.push_back(words[slot]);
        for (const std::uint32_t second : seconds) pairs.push_back(pair_of(words[slot], words[second]));
    }
    builder.add(Section::single_names, KeyFilter::lay_out(single_names));
    builder.add(Section::name_pairs, KeyFilter::lay_out(pairs));
    builder.add(Section::name_starts, KeyFilter::lay_out(starts));
    builder.add(Section::small_name_starts, KeyFilter::lay_out(small_starts_.keys()));
}

void NameIndex::Writer::spell(const TokenizedText& words, NameForm& form) {
    spelling_.clear();
    for (const Token& token : words.tokens) {
        spelling_.push_back({token.hash, token.is(Token::capital), is_short_acronym(token)});
        if (&token != &words.tokens.front() && token.gap > Gap::dot) form.free_gaps = false;
    }
}

void NameIndex::Writer::add_alias(const EntityWords& words, NameForm form) {
    const Alias& alias = words.entity.aliases[form.alias];
    const auto& tokens = words.aliases[form.alias].tokens;
    form.kind = alias.kind;
    form.exact_case = alias.kind == AliasKind::acronym;
    form.bare = !alias.standalone && tokens.size() == 1
                && std::find(full_name_.begin(), full_name_.end(), tokens.front().hash) != full_name_.end();
    spell(words.aliases[form.alias], form);
    if (tokens.size() == 1 && tokens.front().is(Token::capitals) && alias.text.size() <= 6 && alias.text.size() >= 2)
        form.exact_case = true;  // a name that is an acronym: TASS, NATO
    insert(form);
    add_without_article(form);
    add_joined(alias.text, words.aliases[form.alias], form);
}

void NameIndex::Writer::add_derived(NameForm form, std::string_view name) {
    tokenize(name, text_);
    form.derived = true;
    spell(text_, form);
    if (form.free_gaps) insert(form);
}

/// "The Moscow Times" is also printed as "the Moscow Times", where the article is no part of it.
void NameIndex::Writer::add_without_article(const NameForm& form) {
    static const std::uint64_t article = hash_of("the");
    if (spelling_.size() < 3 || spelling_.front().hash != article) return;
    const Word first = spelling_.front();
    spelling_.erase(spelling_.begin());
    insert(form);
    spelling_.insert(spelling_.begin(), first);
}

/// "Jong-un" is also printed as "Jongun", "Sana'a" as "Sanaa".
void NameIndex::Writer::add_joined(std::string_view alias, const TokenizedText& words, const NameForm& form) {
    const auto joins = [](const Token& token) {
        return !token.is(Token::possessive) && (token.gap == Gap::hyphen || token.gap == Gap::apostrophe);
    };
    if (words.tokens.empty() || std::none_of(words.tokens.begin() + 1, words.tokens.end(), joins)) return;
    spelling_.clear();
    std::string word;
    for (const Token& token : words.tokens) {
        const bool joined = !spelling_.empty() && joins(token);
        if (!joined) word.clear();
        fold(slice(alias, token.span()), word);
        if (joined)
            spelling_.back().hash = hash_of(word);
        else
            spelling_.push_back({hash_of(word), token.is(Token::capital), is_short_acronym(token)});
    }
    insert(form);
}

std::uint32_t NameIndex::Writer::kind_of(const NameForm& form) {
    const auto flag = [](bool set, FormKindRow::Flag one) { return set ? one : 0; };
    const FormKindRow kind{form.capital, form.capitals, form.alias / NameFormRow::aliases * NameFormRow::aliases,
                           static_cast<std::uint16_t>(form.kind),
                           static_cast<std::uint16_t>(
                               flag(form.exact_case, FormKindRow::exact_case)
                               | flag(form.free_gaps, FormKindRow::free_gaps) | flag(form.derived, FormKindRow::derived)
                               | flag(form.bare, FormKindRow::bare) | flag(form.neighbours, FormKindRow::neighbours)
                               | flag(form.plus, FormKindRow::plus) | flag(form.foreign, FormKindRow::foreign))};
    if (last_kind_ < kinds_.size() && kinds_[last_kind_] == kind) return last_kind_;
    const std::uint64_t hash = hash_of({reinterpret_cast<const char*>(&kind), sizeof kind});
    const auto is = [&](std::uint32_t number) { return kinds_[number] == kind; };
    last_kind_ = numbers_of_kinds_.find(hash, is);
    if (last_kind_ != RowsByHash::none) return last_kind_;
    last_kind_ = static_cast<std::uint32_t>(kinds_.size());
    if (last_kind_ == NameFormRow::kinds)
        throw Error("the names of this gazetteer have too many patterns of capitals", "split it");
    numbers_of_kinds_.add(hash, last_kind_);
    kinds_.push_back(kind);
    return last_kind_;
}

void NameIndex::Writer::insert(NameForm form) {
    if (spelling_.empty() || spelling_.size() > longest) return;
    numbers_.clear();
    for (std::size_t i = 0; i < spelling_.size(); ++i) {
        if (spelling_[i].capital) form.capital |= 1U << i;
        if (spelling_[i].capitals) form.capitals |= 1U << i;
        numbers_.push_back(words_(spelling_[i].hash));
    }
    if ((form.capital & 1U) == 0) small_starts_(spelling_.front().hash);
    names_->add(numbers_, {form.entity, kind_of(form) << 11 | form.alias % NameFormRow::aliases << 1});
}

NameIndex::NameIndex(const Image& image)
    : starts_(image.rows<std::uint64_t>(Section::name_starts)),
      small_starts_(image.rows<std::uint64_t>(Section::small_name_starts)),
      single_names_(image.rows<std::uint64_t>(Section::single_names)),
      pairs_(image.rows<std::uint64_t>(Section::name_pairs)),
      words_(image.rows<std::uint64_t>(Section::words)),
      steps_(image.rows<std::uint32_t>(Section::steps)),
      nodes_(image.rows<std::uint32_t>(Section::nodes)),
      name_ends_(image.rows<NameEndsRow>(Section::name_ends)),
      forms_(image.rows<NameFormRow>(Section::forms)),
      kinds_(image.rows<FormKindRow>(Section::form_kinds)) {}

std::uint32_t NameIndex::step(std::uint32_t node, std::uint32_t word) const {
    if (node == root) return word + 1;
    const std::size_t begin = nodes_[node - 1];
    const auto children = steps_.between(begin, nodes_[node]);
    if (children.empty()) return none;
    // Words are numbered by their hashes, so that the place of one among many can nearly be told.
    std::size_t low = 0;
    std::size_t high = place_among(children.size(), word);
    for (std::size_t far = 1; children[high] < word; far *= 2) {
        low = high + 1;
        if (low == children.size()) return none;
        high = std::min(high + far, children.size() - 1);
    }
    for (std::size_t far = 1; low + far < high; far *= 2) {
        if (children[high - far] < word) {
            low = high - far + 1;
            break;
        }
        high -= far;
    }
    const auto* child = std::lower_bound(&children[low], &children[high], word);
    if (*child != word) return none;
    return static_cast<std::uint32_t>(words_.size() + begin + static_cast<std::size_t>(child - children.data()) + 1);
}

void NameIndex::prefetch_node(std::uint32_t node) const {
    prefetch_row(nodes_, std::size_t{node} - 1);
    prefetch_row(name_ends_, (std::size_t{node} - 1) / NameEndsRow::nodes);
}

void NameIndex::prefetch_behind(std::uint32_t node, std::uint32_t word) const {
    const std::size_t number = std::size_t{node} - 1;
    prefetch_row(forms_, form_of_node(number));
    const std::size_t begin = nodes_[number];
    const std::size_t end = nodes_[number + 1];
    if (begin < end && word != none) prefetch_row(steps_, begin + place_among(end - begin, word));
}

std::uint32_t NameIndex::form_of_node(std::size_t number) const {
    const NameEndsRow& row = name_ends_[number / NameEndsRow::nodes];
    const std::uint32_t bit = 1U << number % NameEndsRow::nodes;
    return (row.ends & bit) != 0 ? row.first_form + count_of(row.ends & (bit - 1)) : none;
}

std::span<const NameFormRow> NameIndex::forms(std::uint32_t node) const {
    const std::uint32_t place = form_of_node(std::size_t{node} - 1);
    if (place == none) return {};
    const std::size_t first = forms_[place].is_last_of_node() ? place : forms_[place].entity;
    std::size_t last = first;
    while (!forms_[last].is_last_of_node()) ++last;
    return forms_.between(first, last + 1);
}

}  // namespace entente
