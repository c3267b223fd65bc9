// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/shared_hashes.hpp>

#include <algorithm>
#include <bit>
#include <numeric>

#include <entente/graph/in_parallel.hpp>

namespace entente {
namespace {

constexpr unsigned hash_bits = 30;  // see Signature::hashes
constexpr std::uint64_t most_places = (std::uint64_t{1} << 16U) - 1;
constexpr std::uint64_t most_lists = (std::uint64_t{1} << 34U) - 1;

/// Numbers of which the upper halves lie evenly between `first` and `last`, in ascending order.
std::vector<std::uint64_t> in_order(const std::vector<std::uint64_t>& numbers, std::uint32_t first, std::uint32_t last,
                                    unsigned threads) {
    constexpr std::size_t at_once = 1024;                       // slices
    const auto slices = std::bit_ceil(numbers.size() / 8 + 1);  // so that few are in one
    const auto range_bits = std::bit_width(last - first);
    const auto shift = 32 + std::max(0, static_cast<int>(range_bits) - std::countr_zero(slices));
    const auto slice_of = [=](std::uint64_t number) { return (number - (std::uint64_t{first} << 32U)) >> shift; };
    std::vector<std::uint32_t> places(slices + 1);
    for (const auto number : numbers) ++places[slice_of(number) + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    std::vector<std::uint64_t> ordered(numbers.size());
    for (const auto number : numbers) ordered[places[slice_of(number)]++] = number;
    in_parallel(threads, (slices + at_once - 1) / at_once, [&](std::size_t piece) {
        for (auto slice = piece * at_once; slice < std::min(slices, (piece + 1) * at_once); ++slice) {
            const auto begin = slice == 0 ? 0 : places[slice - 1];  // each place is now the end of its slice
            std::sort(ordered.data() + begin, ordered.data() + places[slice]);
        }
    });
    return ordered;
}

}  // namespace

/// Ranges of hashes, each so large that there is memory to sort it.
class SharedHashes::Ranges {
public:
    Ranges(const SignatureTable& signatures, std::size_t texts) {
        const auto* limit = signatures.limit();
        constexpr std::size_t bytes_of_hash = 32;  // while a range is sorted
        constexpr std::size_t least = 1 << 17;     // hashes, for each range is a read of each block
        constexpr std::size_t usual = 1 << 20;
        most_ = limit != nullptr ? std::max(limit->half() / 2 / bytes_of_hash, least) : usual;
        std::vector<std::size_t> hashes(range_of_.size());  // by slice
        for (std::uint32_t text = 0; text < texts; ++text) {
            for (const auto hash : signatures.hashes(text)) ++hashes[hash >> shift];
        }
        std::size_t found = 0;
        for (std::uint32_t slice = 0; slice < range_of_.size(); ++slice) {
            if (slice == 0 || found + hashes[slice] > most_) {
                firsts_.push_back(slice << shift);
                found = 0;
            }
            found += hashes[slice];
            range_of_[slice] = static_cast<std::uint32_t>(firsts_.size() - 1);
        }
    }

    [[nodiscard]] std::size_t size() const { return firsts_.size(); }
    [[nodiscard]] std::size_t most() const { return most_; }
    [[nodiscard]] std::uint32_t of(std::uint32_t hash) const { return range_of_[hash >> shift]; }
    [[nodiscard]] std::uint32_t first(std::size_t range) const { return firsts_[range]; }
    [[nodiscard]] std::uint32_t last(std::size_t range) const {
        return (range + 1 < size() ? firsts_[range + 1] : 1U << hash_bits) - 1;
    }

private:
    static constexpr unsigned shift = hash_bits - 12;

    std::size_t most_ = 0;
    std::vector<std::uint32_t> firsts_;                                                            ///< hashes, by range
    std::vector<std::uint32_t> range_of_ = std::vector<std::uint32_t>(1U << (hash_bits - shift));  ///< by slice
};

SharedHashes::SharedHashes(const SignatureTable& signatures, std::size_t texts, unsigned threads)
    : lists_(signatures.limit()), shared_(signatures.limit()), ends_(signatures.limit()) {
    const Ranges ranges(signatures, texts);
    PartitionedRows<std::uint64_t> held(signatures.limit(), ranges.size(), ranges.most());
    for (std::uint32_t text = 0; text < texts; ++text) {
        for (const auto hash : signatures.hashes(text)) held.append(ranges.of(hash), std::uint64_t{hash} << 32U | text);
    }
    held.settle();
    SpilledRows<SharedHash> found(signatures.limit());
    for (std::size_t range = 0; range < ranges.size(); ++range) list_range(held, ranges, range, found, threads);
    lists_.settle();
    collect_by_text(signatures, texts, ranges, held, found);
    shared_.settle();
    ends_.settle();
}

/// Appends the lists of a range, and to `found` what each row of `held` is in them.
void SharedHashes::list_range(const PartitionedRows<std::uint64_t>& held, const Ranges& ranges, std::size_t range,
                              SpilledRows<SharedHash>& found, unsigned threads) {
    std::vector<std::uint32_t> texts;
    std::vector<std::uint64_t> numbers;  // of rows, in the lower halves, below their hashes
    texts.reserve(held.size(range));
    numbers.reserve(held.size(range));
    held.for_each(range, [&](std::uint64_t holding) {
        numbers.push_back(holding >> 32U << 32U | texts.size());
        texts.push_back(static_cast<std::uint32_t>(holding));
    });
    numbers = in_order(numbers, ranges.first(range), ranges.last(range), threads);
    std::vector<SharedHash> shared(texts.size());
    for (std::size_t begin = 0, end = 0; begin < numbers.size(); begin = end) {
        const auto hash = static_cast<std::uint32_t>(numbers[begin] >> 32U);
        while (end < numbers.size() && numbers[end] >> 32U == hash) ++end;
        if (end - begin == 1) continue;
        lists_.append(hash);
        lists_.append(static_cast<std::uint32_t>(end - begin));
        const auto list = lists_.size();
        for (auto at = begin; at < end; ++at) {
            const auto number = static_cast<std::uint32_t>(numbers[at]);
            shared[number] = {.list = list & most_lists,
                              .holders = std::min(end - begin, most_listed) & 127U,
                              .before = std::min(at - begin, most_listed) & 127U};
            lists_.append(texts[number]);
        }
    }
    found.append(shared);
}

/// Goes through the blocks of `held` again, in the order in which the texts were put there.
void SharedHashes::collect_by_text(const SignatureTable& signatures, std::size_t texts, const Ranges& ranges,
                                   const PartitionedRows<std::uint64_t>& held, const SpilledRows<SharedHash>& found) {
    std::vector<std::size_t> unread(ranges.size());  // in `found`, by range: of the next block
    for (std::size_t range = 1; range < ranges.size(); ++range) {
        unread[range] = unread[range - 1] + held.size(range - 1);
    }
    std::vector<SharedHash> block;                 // by range
    std::vector<std::size_t> next(ranges.size());  // in block, by range
    std::size_t blocks = 0;
    const auto read_block = [&] {
        block.clear();
        for (std::size_t range = 0; range < ranges.size(); ++range) {
            const auto rows = found.copy(unread[range], unread[range] + held.size(range, blocks));
            unread[range] += rows.size();
            next[range] = block.size();
            block.insert(block.end(), rows.begin(), rows.end());
        }
        ++blocks;
    };
    ends_.append(0);
    std::size_t left = 0;  // in the block
    for (std::uint32_t text = 0; text < texts; ++text) {
        std::uint64_t place = 0;
        for (const auto hash : signatures.hashes(text)) {
            if (left == 0) {
                read_block();
                left = block.size();
            }
            --left;
            auto shared = block[next[ranges.of(hash)]++];
            shared.place = place & most_places;
            if (shared.holders > 0 && place <= most_places) shared_.append(shared);
            ++place;
        }
        ends_.append(shared_.size());
    }
}

}  // namespace entente
