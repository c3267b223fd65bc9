// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/key_tables.hpp>

#include <algorithm>

namespace entente {

std::vector<std::uint64_t> KeySet::lay_out(std::vector<std::uint64_t> keys) {
    std::sort(keys.begin(), keys.end());
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

std::vector<std::uint64_t> KeyFilter::lay_out(const std::vector<std::uint64_t>& keys) {
    std::vector<std::uint64_t> rows(keys.empty() ? 0 : keys.size() / 4 + 1);
    for (const std::uint64_t key : keys) rows[home_of(key, rows.size())] |= bits_of(key);
    return rows;
}

KeyLists::KeyLists(const Image& image, Section keys, Section values)
    : keys_(image.rows<std::uint64_t>(keys)), values_(image.rows<std::uint32_t>(values)) {}

std::span<const std::uint32_t> KeyLists::of(std::uint64_t key) const {
    const auto [begin, end] = std::equal_range(keys_.begin(), keys_.end(), key);
    return values_.between(static_cast<std::size_t>(begin - keys_.begin()),
                           static_cast<std::size_t>(std::max(begin, end) - keys_.begin()));
}

void KeyLists::add(std::vector<Row> rows, Section keys, Section values, ImageBuilder& builder) {
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.key < b.key; });
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
