// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/likeness.hpp>

#include <algorithm>
#include <bit>
#include <limits>

namespace entente {

FewHashes::FewHashes(std::vector<std::uint32_t> hashes)
    : hashes_(std::move(hashes)), may_hold_(std::bit_ceil(16 * hashes_.size() + 1)) {
    for (const auto hash : hashes_) may_hold_[hash & (may_hold_.size() - 1)] = true;
}

std::span<const std::uint32_t> ComparedSamples::below(std::uint32_t limit, std::uint32_t text) const {
    const auto hashes = samples_.hashes(text);
    return hashes.first(static_cast<std::size_t>(std::ranges::lower_bound(hashes, limit) - hashes.begin()));
}

std::uint32_t ComparedSamples::counting(std::uint32_t text) const {
    return static_cast<std::uint32_t>(
        std::ranges::count_if(samples_.hashes(text), [this](std::uint32_t hash) { return !left_out_.hold(hash); }));
}

Overlap ComparedSamples::overlap_of(std::uint32_t one, std::uint32_t other) const {
    const auto limit = sample_limit(std::max(samples_.words(one), samples_.words(other)));
    const auto of_a = below(limit, one);
    const auto of_b = below(limit, other);
    std::uint32_t in_one = 0;
    std::uint32_t in_other = 0;
    std::uint32_t shared = 0;
    for (std::size_t i = 0, j = 0; i < of_a.size() || j < of_b.size();) {
        const bool first = i < of_a.size() && (j == of_b.size() || of_a[i] <= of_b[j]);
        const bool second = j < of_b.size() && (i == of_a.size() || of_b[j] <= of_a[i]);
        const bool counts = !left_out_.hold(first ? of_a[i] : of_b[j]);
        in_one += first && counts ? 1 : 0;
        in_other += second && counts ? 1 : 0;
        shared += first && second && counts ? 1 : 0;
        i += first ? 1 : 0;
        j += second ? 1 : 0;
    }
    return {.shared = shared, .of_fewer = std::min(in_one, in_other)};
}

void TextAtWork::take(std::uint32_t text) {
    text_ = text;
    filled_ = false;
    counting_.clear();
    std::uint32_t count = 0;
    for (const auto hash : samples_.all().hashes(text)) {
        counting_.push_back(count += samples_.left_out().hold(hash) ? 0 : 1);
    }
}

std::uint32_t TextAtWork::counting_below(std::uint32_t limit) const {
    const auto below = samples_.below(limit, text_).size();
    return below == 0 ? 0 : counting_[below - 1];
}

std::uint32_t TextAtWork::shared_with(std::uint32_t longer) {
    if (!filled_) fill_slots();
    const auto hashes = samples_.all().hashes(longer);
    const auto last_bits = slots_.size() - 1;
    std::uint32_t shared = 0;
    for (const auto hash : hashes) shared += slots_[hash & last_bits] == hash ? 1 : 0;
    for (const auto hash : crowded_) shared += std::ranges::binary_search(hashes, hash) ? 1 : 0;
    return shared;
}

void TextAtWork::fill_slots() {
    constexpr auto empty = std::numeric_limits<std::uint32_t>::max();  // no hash has so many bits
    const auto hashes = samples_.all().hashes(text_);
    slots_.assign(std::bit_ceil(16 * hashes.size() + 1), empty);  // so that few are crowded
    crowded_.clear();
    for (const auto hash : hashes) {
        if (samples_.left_out().hold(hash)) continue;
        auto& slot = slots_[hash & (slots_.size() - 1)];
        if (slot == empty) {
            slot = hash;
        } else {
            crowded_.push_back(hash);
        }
    }
    filled_ = true;
}

}  // namespace entente
