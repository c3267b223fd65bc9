// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/name_index.hpp>

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr std::uint64_t step_key(std::uint32_t node, std::uint32_t word) {
    return (std::uint64_t{node} << 32 | word) + 1;  // never 0, which marks an empty slot
}

constexpr std::uint64_t scatter(std::uint64_t key) {
    key *= 0x9E3779B97F4A7C15ULL;  // Fibonacci hashing (Knuth, TAOCP 6.4)
    return key ^ key >> 32;
}

/// Whether a word of a name is an acronym like UN or PLO, which "Un" or "Plo" is not.
bool is_short_acronym(const Token& word) {
    return word.is(Token::capitals) && (word.end - word.begin) >= 2 && (word.end - word.begin) <= 3;
}

}  // namespace

/// Spells out every form of every alias, numbers their words and lays them out as a trie.
class NameIndex::Builder {
public:
    Builder(NameIndex& index, Derivation derive) : index_(index), derive_(derive) {}

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

    void finish() {
        fill(index_.words_, words_);
        fill(index_.steps_, steps_);
        std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.node < b.node; });
        index_.first_form_.assign(nodes_ + 1, 0);
        for (const Row& row : rows_) {
            ++index_.first_form_[row.node + 1];
            index_.forms_.push_back(row.form);
        }
        for (std::size_t node = 0; node < nodes_; ++node) index_.first_form_[node + 1] += index_.first_form_[node];
    }

private:
    struct Row {
        std::uint32_t node;
        NameForm form;
    };
    struct Word {
        std::uint64_t hash;
        bool capital;
        bool capitals;
    };

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
        form.words = static_cast<std::uint8_t>(spelling_.size());
        std::uint32_t node = 0;
        for (std::size_t i = 0; i < spelling_.size(); ++i) {
            if (spelling_[i].capital) form.capital |= 1U << i;
            if (spelling_[i].capitals) form.capitals |= 1U << i;
            const std::uint32_t word = number_of(words_, spelling_[i].hash, word_count_);
            node = number_of(steps_, step_key(node, word), nodes_);
        }
        rows_.push_back({node, form});
    }

    /// The number of `key` in a growing open-addressing table; a new key gets the next number.
    static std::uint32_t number_of(std::vector<Slot>& table, std::uint64_t key, std::uint32_t& next) {
        if (table.empty()) table.resize(1024);
        if (std::size_t{next} * 2 > table.size()) {
            std::vector<Slot> old = std::exchange(table, std::vector<Slot>(table.size() * 2));
            for (const Slot& slot : old)
                if (slot.value != none) place(table, slot);
        }
        const std::size_t mask = table.size() - 1;
        for (std::size_t at = scatter(key) & mask;; at = (at + 1) & mask) {
            if (table[at].value == none) {
                table[at] = {key, next};
                return next++;
            }
            if (table[at].key == key) return table[at].value;
        }
    }

    static void place(std::vector<Slot>& table, const Slot& slot) {
        const std::size_t mask = table.size() - 1;
        std::size_t at = scatter(slot.key) & mask;
        while (table[at].value != none) at = (at + 1) & mask;
        table[at] = slot;
    }

    static void fill(std::vector<Slot>& target, std::vector<Slot>& source) {
        target = std::move(source);
        if (target.empty()) target.resize(1);
    }

    NameIndex& index_;
    Derivation derive_;
    TokenizedText text_;
    std::vector<std::uint64_t> full_name_;  ///< words of a person's name, when there are several
    std::vector<Word> spelling_;
    std::vector<Slot> words_;
    std::vector<Slot> steps_;
    std::vector<Row> rows_;
    std::uint32_t word_count_ = 0;
    std::uint32_t nodes_ = 1;
};

NameIndex::NameIndex(const Gazetteer& gazetteer, Derivation derive) {
    Builder builder(*this, derive);
    builder.add(gazetteer);
    builder.finish();
}

std::uint32_t NameIndex::look_up(const std::vector<Slot>& table, std::uint64_t key) {
    const std::size_t mask = table.size() - 1;
    for (std::size_t at = scatter(key) & mask; table[at].value != none; at = (at + 1) & mask)
        if (table[at].key == key) return table[at].value;
    return none;
}

std::uint32_t NameIndex::word(std::uint64_t hash) const { return look_up(words_, hash); }

std::uint32_t NameIndex::step(std::uint32_t node, std::uint32_t word) const {
    return look_up(steps_, step_key(node, word));
}

std::span<const NameForm> NameIndex::forms(std::uint32_t node) const {
    return std::span(forms_).subspan(first_form_[node], first_form_[node + 1] - first_form_[node]);
}

}  // namespace entente
