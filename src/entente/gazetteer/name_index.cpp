// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/name_index.hpp>

#include <algorithm>
#include <string>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// Numbers keys in the order in which they come.
class Numbering {
public:
    /// The number of `key`; a new one gets the next.
    std::uint32_t operator()(std::uint64_t key) {
        if (2 * (keys_.size() + 1) > slots_.size()) grow();
        std::uint32_t& slot = slots_[place_of(key)];
        if (slot == 0) {
            keys_.push_back(key);
            slot = static_cast<std::uint32_t>(keys_.size());
        }
        return slot - 1;
    }
    [[nodiscard]] const std::vector<std::uint64_t>& keys() const { return keys_; }

private:
    [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
        std::size_t at = home_of(key, slots_.size());
        while (slots_[at] != 0 && keys_[slots_[at] - 1] != key) at = at + 1 == slots_.size() ? 0 : at + 1;
        return at;
    }
    void grow() {
        slots_.assign(std::max<std::size_t>(1024, 2 * slots_.size()), 0);
        for (std::uint32_t number = 0; number < keys_.size(); ++number) slots_[place_of(keys_[number])] = number + 1;
    }

    std::vector<std::uint64_t> keys_;
    std::vector<std::uint32_t> slots_;  ///< number of a key and 1; 0 is empty
};

/// Whether a word of a name is an acronym like UN or PLO, which "Un" or "Plo" is not.
bool is_short_acronym(const Token& word) {
    return word.is(Token::capitals) && (word.end - word.begin) >= 2 && (word.end - word.begin) <= 3;
}

}  // namespace

/// Spells out every form of every alias, numbers their words and lays them out as a trie.
class NameIndex::Builder {
public:
    explicit Builder(Derivation derive) : derive_(derive) {}

    void add(const Gazetteer& gazetteer) {
        const auto& entities = gazetteer.entities();
        for (std::uint32_t entity = 0; entity < entities.size(); ++entity) {
            const Entity& row = entities[entity];
            tokenize(row.name, text_);
            full_name_.clear();
            if (row.type == EntityType::person && text_.tokens.size() > 1)
                for (const Token& token : text_.tokens) full_name_.push_back(token.hash);
            for (std::uint32_t alias = 0; alias < row.aliases.size(); ++alias) {
                add_alias(entity, alias, row.aliases[alias]);
                for (const std::string& name : derive_(row, row.aliases[alias])) add_derived(entity, alias, name);
            }
        }
    }

    void write(ImageBuilder& builder) {
        std::vector<std::uint64_t> words = KeySet::lay_out(words_.keys());
        std::vector<std::uint32_t> numbers;  // of words, in the image
        const KeySet placed{Rows<std::uint64_t>(words)};
        for (const std::uint64_t word : words_.keys()) numbers.push_back(placed.find(word));
        builder.add(Section::words, words);
        std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.node < b.node; });
        builder.add(Section::steps, laid_out(numbers));
        std::vector<NameFormRow> forms;
        forms.reserve(rows_.size());
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            forms.push_back(rows_[row].form);
            if (row + 1 == rows_.size() || rows_[row + 1].node != rows_[row].node)
                forms.back().flags |= NameFormRow::last_of_node;
        }
        builder.add(Section::forms, forms);
        write_starts(builder);
    }

private:
    struct Row {
        std::uint32_t node;  ///< number of the step that leads to it, from 1
        NameFormRow form;
    };
    struct Word {
        std::uint64_t hash;
        bool capital;
        bool capitals;
    };

    void write_starts(ImageBuilder& builder) const {
        std::vector<std::uint64_t> starts;
        for (const std::uint64_t key : steps_.keys())
            if (key >> 32 == root) starts.push_back(words_.keys()[key & none]);
        builder.add(Section::name_starts, KeyFilter::lay_out(starts));
        builder.add(Section::small_name_starts, KeyFilter::lay_out(small_starts_.keys()));
    }

    void add_alias(std::uint32_t entity, std::uint32_t number, const Alias& alias) {
        tokenize(alias.text, text_);
        NameForm form{entity, number, 0, 0, alias.kind, alias.kind == AliasKind::acronym, true, false, false, 0};
        form.bare = !alias.standalone && text_.tokens.size() == 1
                    && std::find(full_name_.begin(), full_name_.end(), text_.tokens.front().hash) != full_name_.end();
        spelling_.clear();
        for (const Token& token : text_.tokens) {
            spelling_.push_back({token.hash, token.is(Token::capital), is_short_acronym(token)});
            if (&token != &text_.tokens.front() && token.gap > Gap::dot) form.free_gaps = false;
        }
        if (text_.tokens.size() == 1 && text_.tokens.front().is(Token::capitals) && alias.text.size() <= 6
            && alias.text.size() >= 2)
            form.exact_case = true;  // a name that is an acronym: TASS, NATO
        insert(form);
        add_without_article(form);
        add_joined(alias.text, form);
    }

    void add_derived(std::uint32_t entity, std::uint32_t number, std::string_view name) {
        tokenize(name, text_);
        NameForm form{entity, number, 0, 0, AliasKind::alias, false, true, true, false, 0};
        spelling_.clear();
        for (const Token& token : text_.tokens) {
            spelling_.push_back({token.hash, token.is(Token::capital), is_short_acronym(token)});
            if (&token != &text_.tokens.front() && token.gap > Gap::dot) form.free_gaps = false;
        }
        if (form.free_gaps) insert(form);
    }

    /// "The Moscow Times" is also printed as "the Moscow Times", where the article is no part of it.
    void add_without_article(const NameForm& form) {
        static const std::uint64_t article = hash_of("the");
        if (spelling_.size() < 3 || spelling_.front().hash != article) return;
        const Word first = spelling_.front();
        spelling_.erase(spelling_.begin());
        insert(form);
        spelling_.insert(spelling_.begin(), first);
    }

    /// "Jong-un" is also printed as "Jongun", "Sana'a" as "Sanaa".
    void add_joined(std::string_view alias, const NameForm& form) {
        bool joined = false;
        spelling_.clear();
        std::string word;
        for (std::size_t i = 0; i < text_.tokens.size(); ++i) {
            const Token& token = text_.tokens[i];
            const bool joins =
                i > 0 && !token.is(Token::possessive) && (token.gap == Gap::hyphen || token.gap == Gap::apostrophe);
            if (!joins) word.clear();
            fold(slice(alias, token.span()), word);
            if (joins)
                spelling_.back().hash = hash_of(word);
            else
                spelling_.push_back({hash_of(word), token.is(Token::capital), is_short_acronym(token)});
            joined = joined || joins;
        }
        if (joined) insert(form);
    }

    void insert(NameForm form) {
        if (spelling_.empty() || spelling_.size() > longest) return;
        std::uint32_t node = root;
        for (std::size_t i = 0; i < spelling_.size(); ++i) {
            if (spelling_[i].capital) form.capital |= 1U << i;
            if (spelling_[i].capitals) form.capitals |= 1U << i;
            node = steps_(key_of(node, words_(spelling_[i].hash))) + 1;
        }
        if ((form.capital & 1U) == 0) small_starts_(spelling_.front().hash);
        const auto flag = [](bool set, NameFormRow::Flag one) { return set ? one : 0; };
        rows_.push_back(
            {node,
             {form.entity, form.alias, form.capital, form.capitals, static_cast<std::uint16_t>(form.kind),
              static_cast<std::uint16_t>(
                  flag(form.exact_case, NameFormRow::exact_case) | flag(form.free_gaps, NameFormRow::free_gaps)
                  | flag(form.derived, NameFormRow::derived) | flag(form.bare, NameFormRow::bare))}});
    }

    /// The steps in their slots. A step is numbered behind the one before it, so that its slot is known.
    [[nodiscard]] std::vector<Step> laid_out(const std::vector<std::uint32_t>& numbers_of_words) const {
        std::vector<Step> slots(slots_for(steps_.keys().size()), {0, none, none});
        std::vector<std::uint32_t> nodes{root};
        auto row = rows_.begin();
        for (const std::uint64_t key : steps_.keys()) {
            const Step step{nodes[key >> 32], numbers_of_words[key & none], none};
            std::size_t at = home_of(key_of(step.from, step.word), slots.size());
            while (slots[at].word != none) at = at + 1 == slots.size() ? 0 : at + 1;
            slots[at] = step;
            if (row != rows_.end() && row->node == nodes.size()) {
                slots[at].first_form = static_cast<std::uint32_t>(row - rows_.begin());
                while (row != rows_.end() && row->node == nodes.size()) ++row;
            }
            nodes.push_back(static_cast<std::uint32_t>(at + 1));
        }
        return slots;
    }

    Derivation derive_;
    TokenizedText text_;
    std::vector<std::uint64_t> full_name_;  ///< words of a person's name, when there are several
    std::vector<Word> spelling_;
    Numbering words_;
    Numbering small_starts_;
    Numbering steps_;  ///< key_of(node, word)
    std::vector<Row> rows_;
};

NameIndex::NameIndex(const Image& image)
    : starts_(image.rows<std::uint64_t>(Section::name_starts)),
      small_starts_(image.rows<std::uint64_t>(Section::small_name_starts)),
      words_(image.rows<std::uint64_t>(Section::words)),
      steps_(image.rows<Step>(Section::steps)),
      forms_(image.rows<NameFormRow>(Section::forms)) {}

void NameIndex::compile(const Gazetteer& gazetteer, Derivation derive, ImageBuilder& builder) {
    Builder names(derive);
    names.add(gazetteer);
    names.write(builder);
}

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
    while (!forms_[last].is(NameFormRow::last_of_node)) ++last;
    return forms_.between(first, std::size_t{last} + 1);
}

}  // namespace entente
