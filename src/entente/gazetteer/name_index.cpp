// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/name_index.hpp>

#include <algorithm>
#include <string>

#include <entente/text/diagnostic.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// Whether a word of a name is an acronym like UN or PLO, which "Un" or "Plo" is not.
bool is_short_acronym(const Token& word) {
    return word.is(Token::capitals) && (word.end - word.begin) >= 2 && (word.end - word.begin) <= 3;
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
    const std::uint64_t hash = key * 0x9E3779B97F4A7C15ULL;
    const std::uint32_t known = numbers_.find(hash, [&](std::uint32_t number) { return keys_[number] == key; });
    if (known != RowsByHash::none) return known;
    const auto number = static_cast<std::uint32_t>(keys_.size());
    numbers_.add(hash, number);
    keys_.push_back(key);
    return number;
}

void NameIndex::Writer::add(const EntityWords& words) {
    const Entity& entity = words.entity;
    full_name_.clear();
    if (entity.type == EntityType::person) {
        tokenize(entity.name, text_);
        if (text_.tokens.size() > 1)
            for (const Token& token : text_.tokens) full_name_.push_back(token.hash);
    }
    for (std::uint32_t alias = 0; alias < entity.aliases.size(); ++alias) {
        const NameForm form = form_of(words.number, entity, alias);
        add_alias(words, form);
        for (const std::string& name : derive_(entity, entity.aliases[alias], words.aliases[alias]))
            add_derived(form, name);
    }
}

void NameIndex::Writer::write(ImageBuilder& builder) {
    const std::vector<std::uint32_t> first_forms = sort_by_node();
    {
        std::vector<NameFormRow> forms;
        forms.reserve(rows_.size());
        for (const Row& row : rows_) forms.push_back(row.form);
        rows_ = {};
        builder.add(Section::forms, forms);
    }
    builder.add(Section::form_kinds, kinds_);
    std::vector<std::uint64_t> words = KeySet::lay_out(words_.keys());
    std::vector<std::uint32_t> numbers;  // of words, in the image
    const KeySet placed{Rows<std::uint64_t>(words)};
    for (const std::uint64_t word : words_.keys()) numbers.push_back(placed.find(word));
    builder.add(Section::words, words);
    builder.add(Section::steps, laid_out(numbers, first_forms));
    write_filters(first_forms, builder);
}

void NameIndex::Writer::write_filters(const std::vector<std::uint32_t>& first_forms, ImageBuilder& builder) const {
    const auto word_of = [&](std::uint64_t step) { return words_.keys()[step & none]; };
    std::vector<std::uint64_t> starts;
    std::vector<std::uint64_t> single_names;
    std::vector<std::uint64_t> pairs;
    for (std::size_t step = 0; step < steps_.keys().size(); ++step) {
        const std::uint64_t key = steps_.keys()[step];
        const std::uint64_t from = key >> 32;
        if (from == root) {
            starts.push_back(word_of(key));
            if (first_forms[step + 1] != first_forms[step + 2]) single_names.push_back(word_of(key));
        } else if (const std::uint64_t before = steps_.keys()[from - 1]; before >> 32 == root) {
            pairs.push_back(pair_of(word_of(before), word_of(key)));
        }
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
    const std::uint64_t hash = hash_of({reinterpret_cast<const char*>(&kind), sizeof kind});
    const auto is = [&](std::uint32_t number) { return kinds_[number] == kind; };
    if (const std::uint32_t known = numbers_of_kinds_.find(hash, is); known != RowsByHash::none) return known;
    const auto number = static_cast<std::uint32_t>(kinds_.size());
    if (number == NameFormRow::kinds)
        throw Error("the names of this gazetteer have too many patterns of capitals", "split it");
    numbers_of_kinds_.add(hash, number);
    kinds_.push_back(kind);
    return number;
}

void NameIndex::Writer::insert(NameForm form) {
    if (spelling_.empty() || spelling_.size() > longest) return;
    std::uint32_t node = root;
    for (std::size_t i = 0; i < spelling_.size(); ++i) {
        if (spelling_[i].capital) form.capital |= 1U << i;
        if (spelling_[i].capitals) form.capitals |= 1U << i;
        node = steps_(key_of(node, words_(spelling_[i].hash))) + 1;
    }
    if ((form.capital & 1U) == 0) small_starts_(spelling_.front().hash);
    rows_.push_back({node, {form.entity, kind_of(form) << 11 | form.alias % NameFormRow::aliases << 1}});
}

/// Lets the forms of each node stand together, in the order in which they came. Where those of each node begin, and one more.
std::vector<std::uint32_t> NameIndex::Writer::sort_by_node() {
    std::vector<std::uint32_t> first(steps_.keys().size() + 2);
    for (const Row& row : rows_) ++first[row.node + 1];
    for (std::size_t node = 1; node < first.size(); ++node) first[node] += first[node - 1];
    std::vector<std::uint32_t> next = first;
    std::vector<Row> sorted(rows_.size());
    for (const Row& row : rows_) sorted[next[row.node]++] = row;
    for (std::size_t row = 0; row < sorted.size(); ++row)
        if (row + 1 == sorted.size() || sorted[row + 1].node != sorted[row].node) sorted[row].form.way |= 1;
    rows_ = std::move(sorted);
    return first;
}

/// The steps in their slots. A step is numbered behind the one before it, so that its slot is known.
std::vector<NameIndex::Step> NameIndex::Writer::laid_out(const std::vector<std::uint32_t>& numbers_of_words,
                                                         const std::vector<std::uint32_t>& first_forms) const {
    std::vector<Step> slots(slots_for(steps_.keys().size()), {0, none, none});
    std::vector<std::uint32_t> nodes{root};
    nodes.reserve(steps_.keys().size() + 1);
    for (const std::uint64_t key : steps_.keys()) {
        const std::size_t node = nodes.size();
        const bool ends = first_forms[node] != first_forms[node + 1];
        const Step step{nodes[key >> 32], numbers_of_words[key & none], ends ? first_forms[node] : none};
        std::size_t at = home_of(key_of(step.from, step.word), slots.size());
        while (slots[at].word != none) at = at + 1 == slots.size() ? 0 : at + 1;
        slots[at] = step;
        nodes.push_back(static_cast<std::uint32_t>(at + 1));
    }
    return slots;
}

NameIndex::NameIndex(const Image& image)
    : starts_(image.rows<std::uint64_t>(Section::name_starts)),
      small_starts_(image.rows<std::uint64_t>(Section::small_name_starts)),
      single_names_(image.rows<std::uint64_t>(Section::single_names)),
      pairs_(image.rows<std::uint64_t>(Section::name_pairs)),
      words_(image.rows<std::uint64_t>(Section::words)),
      steps_(image.rows<Step>(Section::steps)),
      forms_(image.rows<NameFormRow>(Section::forms)),
      kinds_(image.rows<FormKindRow>(Section::form_kinds)) {}

std::uint32_t NameIndex::step(std::uint32_t node, std::uint32_t word) const {
    const std::size_t size = steps_.size();
    std::size_t at = home_of(key_of(node, word), size);
    for (std::size_t left = size; left > 0; --left) {
        const Step& step = steps_[at];
        if (step.word == word && step.from == node) return static_cast<std::uint32_t>(at + 1);
        if (step.word == none) return none;
        if (++at == size) at = 0;
    }
    return none;
}

std::span<const NameFormRow> NameIndex::forms(std::uint32_t node) const {
    const std::uint32_t first = steps_[std::size_t{node} - 1].first_form;
    if (first == none) return {};
    std::uint32_t last = first;
    while (!forms_[last].is_last_of_node()) ++last;
    return forms_.between(first, std::size_t{last} + 1);
}

}  // namespace entente
