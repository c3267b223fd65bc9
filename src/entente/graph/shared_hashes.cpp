// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/shared_hashes.hpp>

#include <algorithm>
#include <array>
#include <bit>

#include <entente/graph/hash_order.hpp>

namespace entente {
namespace {

constexpr unsigned slice_bits = 12;
constexpr std::size_t least_at_once = 1024;  // hashes of a range, for each range is a pass over all samples

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

/// Calls `visit(text, place, hash)` for the hashes from `first` to `last`; places count from the begin of all signatures.
template <class Visit>
void for_each_hash(const SignatureTable& signatures, std::size_t texts, std::uint32_t first, std::uint32_t last,
                   Visit visit) {
    for (std::uint32_t text = 0; text < texts; ++text) {
        const auto hashes = signatures.hashes(text);
        const auto begin = signatures.begin(text);
        const auto from = static_cast<std::size_t>(std::ranges::lower_bound(hashes, first) - hashes.begin());
        for (auto i = from; i < hashes.size() && hashes[i] <= last; ++i) visit(text, begin + i, hashes[i]);
    }
}

}  // namespace

SharedHashes::SharedHashes(const SignatureTable& signatures, std::size_t texts, unsigned threads)
    : hashes_(signatures.limit()), holders_(signatures.limit()), shared_(signatures.all_hashes()) {
    const auto* limit = signatures.limit();
    const auto most =
        limit != nullptr ? std::max(limit->half() / 2 / sizeof(std::uint64_t), least_at_once) : signatures.all_hashes();
    std::array<std::size_t, std::size_t{1} << slice_bits> slices{};
    for (std::uint32_t text = 0; text < texts; ++text) {
        for (const auto hash : signatures.hashes(text)) ++slices[hash >> (hash_bits - slice_bits)];
    }
    for (std::size_t begin = 0; begin < slices.size();) {
        auto hashes = slices[begin];
        auto end = begin + 1;
        while (end < slices.size() && hashes + slices[end] <= most) hashes += slices[end++];
        const auto hash_at = [](std::size_t slice) {
            return static_cast<std::uint32_t>(slice << (hash_bits - slice_bits));
        };
        add_range(signatures, texts, hash_at(begin), hash_at(end) - 1, hashes, threads);
        begin = end;
    }
    hashes_.settle();
    holders_.settle();
}

void SharedHashes::add_range(const SignatureTable& signatures, std::size_t texts, std::uint32_t first,
                             std::uint32_t last, std::size_t hashes, unsigned threads) {
    SeenTwice seen(hashes);
    for_each_hash(signatures, texts, first, last,
                  [&](std::uint32_t, std::size_t, std::uint32_t hash) { seen.add(hash); });
    const auto for_each_holder = [&](const auto& visit) {
        for_each_hash(signatures, texts, first, last, [&](std::uint32_t text, std::size_t place, std::uint32_t hash) {
            if (!seen.holds(hash)) return;
            shared_[place] = true;
            visit(hash, text);
        });
    };
    const auto holders = in_hash_order(for_each_holder, threads);
    for (auto begin = holders.begin(); begin != holders.end();) {
        const auto hash = static_cast<std::uint32_t>(*begin >> 32U);
        const auto end =
            std::find_if(begin, holders.end(), [hash](std::uint64_t holder) { return holder >> 32U != hash; });
        if (end - begin > 1) {
            if (hashes_.size() % step == 0) samples_.push_back(hash);
            hashes_.append(hash);
            for (auto at = begin; at != end; ++at) holders_.append(static_cast<std::uint32_t>(*at));
            holders_.end_row();
        }
        begin = end;
    }
}

std::uint32_t SharedHashes::Search::find(std::uint32_t hash) {
    const auto& samples = index_.samples_;
    while (block_ + 1 < samples.size() && samples[block_ + 1] <= hash) ++block_;
    const auto begin = block_ * step;
    const auto hashes = index_.hashes_.rows(begin, std::min(begin + step, index_.hashes_.size()));
    const auto found = std::ranges::lower_bound(hashes, hash);
    return found != hashes.end() && *found == hash ? static_cast<std::uint32_t>(begin + (found - hashes.begin()))
                                                   : none;
}

}  // namespace entente
