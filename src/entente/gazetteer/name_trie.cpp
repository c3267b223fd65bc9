// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/name_trie.hpp>

#include <algorithm>
#include <array>
#include <compare>
#include <limits>
#include <utility>

#include <entente/text/diagnostic.hpp>

namespace entente {

void NameTrie::add(std::span<const std::uint32_t> words, NameFormRow form) {
    const auto length = static_cast<std::uint32_t>(words.size());
    if (words.front() >> (bits_of_word - 1) != 0)  // there are fewer than twice as many slots
        throw Error("the gazetteer has more than 67 million words", "split it");
    names_.push(std::array{form.entity, form.way, length << bits_of_word | words.front()});
    names_.push(words.subspan(1));
    ++names_of_length_[length];
}

void NameTrie::lay_out(std::span<const std::uint32_t> slots, std::size_t count) {
    const std::span<std::uint32_t> names = names_.rows();
    if (names.size() > std::numeric_limits<std::uint32_t>::max() / 2)
        throw Error("the gazetteer has too many words in its names", "split it");
    std::vector<std::uint32_t> first(count + 1);  // name of each first word
    for (std::size_t name = 0; name < names.size(); name += size_of(names[name + 2])) {
        std::uint32_t& head = names[name + 2];
        head = head - first_of(head) + slots[first_of(head)];
        for (std::uint32_t& word : names.subspan(name + 3, size_of(head) - 3)) word = slots[word];
        ++first[first_of(head) + 1];
    }
    for (std::size_t slot = 1; slot <= count; ++slot) first[slot] += first[slot - 1];
    LargeVector<std::uint32_t> sorted(first.back());
    for (std::size_t name = 0; name < names.size(); name += size_of(names[name + 2]))
        sorted[first[first_of(names[name + 2])]++] = static_cast<std::uint32_t>(name);
    make_room(count);
    std::uint32_t begin = 0;
    for (std::size_t slot = 0; slot < count; ++slot) {
        open_node(0, 0);
        const auto alike = std::span(sorted).subspan(begin, first[slot] - begin);
        sort_alike(alike);
        add_alike(alike);
        begin = first[slot];
    }
    names_ = {};
}

void NameTrie::make_room(std::size_t words) {
    std::uint32_t longer = 0;
    for (std::size_t depth = levels_.size(); depth-- > 0;) {
        longer += names_of_length_[depth + 1];
        levels_[depth].words.reserve(depth == 0 ? 0 : longer);
        levels_[depth].nodes.reserve(depth == 0 ? words : longer);
        levels_[depth].forms.reserve(names_of_length_[depth + 1]);
    }
}

bool NameTrie::is_before(const Sorted& a, const Sorted& b) const {
    if (a.second_and_third != b.second_and_third) return a.second_and_third < b.second_and_third;
    const auto order = std::lexicographical_compare_three_way(rest_of(a.name).begin(), rest_of(a.name).end(),
                                                              rest_of(b.name).begin(), rest_of(b.name).end());
    return order != 0 ? order < 0 : a.name < b.name;
}

/// Sorts names with the same first word.
void NameTrie::sort_alike(std::span<std::uint32_t> names) {
    if (names.size() < 2) return;
    sorted_.clear();
    for (const std::uint32_t name : names) {
        const auto rest = rest_of(name);
        const std::uint64_t second = rest.empty() ? 0 : std::uint64_t{rest[0]} + 1;
        sorted_.push_back({second << 32 | (rest.size() > 1 ? rest[1] + 1 : 0), name});
    }
    std::sort(sorted_.begin(), sorted_.end(), [this](const Sorted& a, const Sorted& b) { return is_before(a, b); });
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = sorted_[i].name;
}

/// Adds sorted names with the same first word.
void NameTrie::add_alike(std::span<const std::uint32_t> names) {
    std::span<const std::uint32_t> before;
    for (const std::uint32_t name : names) {
        const auto rest = rest_of(name);
        auto depth = static_cast<std::size_t>(std::ranges::mismatch(rest, before).in1 - rest.begin());
        for (; depth < rest.size(); ++depth) open_node(depth + 1, rest[depth]);
        Level& level = levels_[rest.size()];
        if ((level.nodes.back() & 1) != 0) level.forms.back().way &= ~NameFormRow::last_of_node;
        level.nodes.back() |= 1;
        level.forms.push_back({names_.rows()[name], names_.rows()[name + 1] | NameFormRow::last_of_node});
        before = rest;
    }
}

void NameTrie::open_node(std::size_t depth, std::uint32_t word) {
    if (depth > 0) levels_[depth].words.push_back(word);
    const std::size_t first_child = depth + 1 < levels_.size() ? levels_[depth + 1].words.size() : 0;
    levels_[depth].nodes.push_back(static_cast<std::uint32_t>(first_child << 1));
}

std::span<const std::uint32_t> NameTrie::second_words(std::size_t slot) const {
    const auto& nodes = levels_[0].nodes;
    const std::size_t end = slot + 1 < nodes.size() ? nodes[slot + 1] >> 1 : levels_[1].words.size();
    return std::span(levels_[1].words).subspan(nodes[slot] >> 1, end - (nodes[slot] >> 1));
}

std::vector<NameEndsRow> NameTrie::name_ends() const {
    std::vector<NameEndsRow> rows;
    std::uint32_t form = 0;
    std::size_t number = 0;
    for (const Level& level : levels_)
        for (const std::uint32_t node : level.nodes) {
            const std::size_t bit = number++ % NameEndsRow::nodes;
            if (bit == 0) rows.push_back({form, 0});
            rows.back().ends |= (node & 1) << bit;
            form += node & 1;
        }
    return rows;
}

/// Leaves one row for each node, and moves those of who share a node behind `shared`, which come after `nodes` rows.
void NameTrie::part_forms(std::vector<NameFormRow>& forms, std::uint32_t nodes, std::vector<NameFormRow>& shared) {
    std::size_t count = 0;
    for (std::size_t form = 0; form < forms.size(); ++form) {
        NameFormRow row = forms[form];
        if (!row.is_last_of_node()) {
            row = {nodes + static_cast<std::uint32_t>(shared.size()), 0};
            for (; !forms[form].is_last_of_node(); ++form) shared.push_back(forms[form]);
            shared.push_back(forms[form]);
        }
        forms[count++] = row;
    }
    forms.resize(count);
}

void NameTrie::write_forms(ImageBuilder& builder) {
    std::uint32_t nodes = 0;
    for (const Level& level : levels_)
        for (const NameFormRow& form : level.forms) nodes += form.is_last_of_node() ? 1 : 0;
    std::vector<NameFormRow> shared;
    builder.open(Section::forms);
    for (Level& level : levels_) {
        part_forms(level.forms, nodes, shared);
        builder.append(std::exchange(level.forms, {}));
    }
    builder.append(shared);
    builder.close();
}

void NameTrie::write(ImageBuilder& builder) {
    builder.add(Section::name_ends, name_ends());
    write_forms(builder);
    builder.open(Section::steps);
    for (const Level& level : levels_) builder.append(level.words);
    builder.close();
    builder.open(Section::nodes);
    std::size_t children = 0;
    for (std::size_t depth = 0; depth < levels_.size(); ++depth) {
        for (std::uint32_t& node : levels_[depth].nodes) node = static_cast<std::uint32_t>(children + (node >> 1));
        builder.append(levels_[depth].nodes);
        if (depth + 1 < levels_.size()) children += levels_[depth + 1].words.size();
    }
    builder.append(std::vector{static_cast<std::uint32_t>(children)});
    builder.close();
}

}  // namespace entente
