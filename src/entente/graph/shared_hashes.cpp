// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/shared_hashes.hpp>

#include <algorithm>
#include <bit>

namespace entente {
namespace {

constexpr unsigned hash_bits = 30;

/// Tells, with some false alarms, which numbers came more than once: most shingles stand in one article only, and need
/// no place in the index.
class SeenTwice {
public:
    explicit SeenTwice(std::size_t numbers)
        : shift_(64 - std::countr_zero(std::bit_ceil(4 * numbers + 1024))),
          once_((std::size_t{1} << (64 - shift_))),
          twice_(once_.size()) {}

    void add(std::uint32_t number) {
        const auto place = place_of(number);
        if (once_[place]) twice_[place] = true;
        once_[place] = true;
    }
    [[nodiscard]] bool holds(std::uint32_t number) const { return twice_[place_of(number)]; }

private:
    [[nodiscard]] std::size_t place_of(std::uint32_t number) const {
        return number * 0x9E3779B97F4A7C15ULL >> shift_;  // 2^64 / golden ratio
    }

    int shift_;
    std::vector<bool> once_;
    std::vector<bool> twice_;
};

/// Hash and place of every hash that perhaps two articles hold, ascending.
std::vector<std::uint64_t> shared_places(const SignatureTable& signatures, std::span<const std::uint32_t> order) {
    SeenTwice seen(signatures.hashes().size());
    for (const auto article : order) {
        for (const auto hash : signatures.hashes(article)) seen.add(hash);
    }
    std::vector<std::uint64_t> places;
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        for (const auto hash : signatures.hashes(order[place])) {
            if (seen.holds(hash)) places.push_back(std::uint64_t{hash} << 32U | place);
        }
    }
    std::ranges::sort(places);
    return places;
}

}  // namespace

SharedHashes::SharedHashes(const SignatureTable& signatures, std::span<const std::uint32_t> order) {
    const auto places = shared_places(signatures, order);
    for (auto begin = places.begin(); begin != places.end();) {
        const auto hash = static_cast<std::uint32_t>(*begin >> 32U);
        const auto end =
            std::find_if(begin, places.end(), [hash](std::uint64_t place) { return place >> 32U != hash; });
        if (end - begin > 1) {
            hashes_.push_back(hash);
            for (auto at = begin; at != end; ++at) holders_.append(static_cast<std::uint32_t>(*at));
            holders_.end_row();
        }
        begin = end;
    }
    index();
}

void SharedHashes::index() {
    const auto bits = std::min<unsigned>(hash_bits, static_cast<unsigned>(std::bit_width(hashes_.size())) + 2);
    shift_ = hash_bits - bits;
    buckets_.assign((std::size_t{1} << bits) + 1, 0);
    for (const auto hash : hashes_) ++buckets_[(hash >> shift_) + 1];
    for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
}

std::size_t SharedHashes::find(std::uint32_t hash) const {
    const auto bucket = hash >> shift_;
    const auto begin = hashes_.begin() + buckets_[bucket];
    const auto end = hashes_.begin() + buckets_[bucket + 1];
    const auto found = std::lower_bound(begin, end, hash);
    return found != end && *found == hash ? static_cast<std::size_t>(found - hashes_.begin()) : none;
}

}  // namespace entente
