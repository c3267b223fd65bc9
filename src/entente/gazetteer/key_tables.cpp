// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/key_tables.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace entente {
namespace {

/// Sorts rows by a key of 64 bits, and leaves those of one key as they stand: into as many heaps by the highest bits as there are
/// pairs of rows, then within each heap. Most keys are hashes, so that a heap holds few.
template <class Row, class Key>
void sort_by(Key key, std::vector<Row>& rows) {
    constexpr std::size_t few = 24;
    const auto before = [&](const Row& a, const Row& b) { return key(a) < key(b); };
    const int bits = std::max(1, static_cast<int>(std::bit_width(rows.size())) - 1);
    const auto heap_of = [&](const Row& row) { return key(row) >> (64 - bits); };
    std::vector<std::uint32_t> first((std::size_t{1} << bits) + 1);
    for (const Row& row : rows) ++first[heap_of(row) + 1];
    for (std::size_t heap = 1; heap < first.size(); ++heap) first[heap] += first[heap - 1];
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    std::vector<Row> sorted(rows.size());
    for (const Row& row : rows) sorted[next[heap_of(row)]++] = row;
    for (std::size_t heap = 0; heap + 1 < first.size(); ++heap) {
        const auto begin = sorted.begin() + first[heap];
        const auto end = sorted.begin() + first[heap + 1];
        if (static_cast<std::size_t>(end - begin) > few) {
            std::stable_sort(begin, end, before);
            continue;
        }
        for (auto row = begin; row != end; ++row) std::rotate(std::upper_bound(begin, row, *row, before), row, row + 1);
    }
    rows = std::move(sorted);
}

}  // namespace

std::vector<std::uint64_t> KeySet::lay_out(std::vector<std::uint64_t> keys) {
    sort_by([](std::uint64_t key) { return key; }, keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<std::uint64_t> slots(slots_for(keys.size()));
    for (const std::uint64_t key : keys) {
        if (key == 0) continue;
        std::size_t at = home_of(key, slots.size());
        while (slots[at] != 0) at = at + 1 == slots.size() ? 0 : at + 1;
        slots[at] = key;
    }
    return slots;
}

std::vector<std::uint64_t> KeyFilter::lay_out(std::span<const std::uint64_t> keys) {
    std::vector<std::uint64_t> rows(keys.empty() ? 0 : keys.size() / 4 + 1);
    for (const std::uint64_t key : keys) rows[home_of(key, rows.size())] |= bits_of(key);
    return rows;
}

std::vector<std::uint64_t> KeyFilter::lay_out(const std::vector<KeyLists::Row>& rows) {
    std::vector<std::uint64_t> keys;
    keys.reserve(rows.size());
    for (const KeyLists::Row& row : rows) keys.push_back(row.key);
    return lay_out(keys);
}

KeyLists::KeyLists(const Image& image, Section keys, Section values)
    : keys_(image.rows<std::uint64_t>(keys)), values_(image.rows<std::uint32_t>(values)) {}

std::span<const std::uint32_t> KeyLists::of(std::uint64_t key) const {
    const auto [begin, end] = std::equal_range(keys_.begin(), keys_.end(), key);
    return values_.between(static_cast<std::size_t>(begin - keys_.begin()),
                           static_cast<std::size_t>(std::max(begin, end) - keys_.begin()));
}

void KeyLists::add(std::vector<Row> rows, Section keys, Section values, ImageBuilder& builder) {
    sort_by([](const Row& row) { return row.key; }, rows);
    std::vector<std::uint64_t> sorted_keys;
    std::vector<std::uint32_t> sorted_values;
    sorted_keys.reserve(rows.size());
    sorted_values.reserve(rows.size());
    for (const Row& row : rows) {
        sorted_keys.push_back(row.key);
        sorted_values.push_back(row.value);
    }
    builder.add(keys, sorted_keys);
    builder.add(values, sorted_values);
}

}  // namespace entente
