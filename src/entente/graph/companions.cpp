// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/companions.hpp>

#include <algorithm>
#include <numeric>

#include <entente/graph/hash_order.hpp>
#include <entente/graph/in_parallel.hpp>

namespace entente {

Companions::Companions(const SignatureTable& samples, const SharedHashes& index, std::span<const std::uint32_t> texts,
                       const FewHashes& left_out, unsigned threads)
    : samples_(samples),
      index_(index),
      texts_(texts),
      left_out_(left_out),
      threads_(threads),
      most_bytes_(samples.limit() != nullptr ? samples.limit()->half() / 2 : std::size_t{16} << 20) {}

std::span<const std::uint32_t> Companions::of(std::size_t position) const {
    const auto begin = ends_[begins_[position - first_]];
    return std::span(holders_).subspan(begin, ends_[begins_[position - first_ + 1]] - begin);
}

std::span<const std::uint32_t> Companions::of(std::size_t position, std::size_t n) const {
    const auto place = begins_[position - first_] + n;
    return std::span(holders_).subspan(ends_[place], ends_[place + 1] - ends_[place]);
}

std::size_t Companions::look_up(std::size_t position) {
    if (position >= first_ && position - first_ + 1 < begins_.size()) return first_ + begins_.size() - 1;
    auto wanted = wanted_from(position);
    ends_.assign(begins_.back() + 1, 0);
    constexpr std::size_t piece = 1 << 14;  // hashes
    const auto for_each_wanted = [&](const auto& visit) {
        in_parallel(threads_, (wanted.size() + piece - 1) / piece, [&](std::size_t number) {
            const auto begin = number * piece;
            visit(std::span(wanted).subspan(begin, std::min(piece, wanted.size() - begin)));
        });
    };
    for_each_wanted([this](std::span<std::uint64_t> hashes) {
        SharedHashes::Search search(index_);
        for (auto& hash : hashes) {
            const auto place = static_cast<std::uint32_t>(hash);
            const auto number = search.find(static_cast<std::uint32_t>(hash >> 32U));
            ends_[place + 1] = holders_of(number).size();
            hash = std::uint64_t{number} << 32U | place;
        }
    });
    std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
    while (begins_.size() > 2 && ends_[begins_.back()] * sizeof(holders_[0]) > most_bytes_) begins_.pop_back();
    holders_.resize(ends_[begins_.back()]);
    for_each_wanted([this](std::span<const std::uint64_t> numbers) {
        for (const auto number : numbers) {
            const auto place = static_cast<std::uint32_t>(number);
            if (place >= begins_.back()) continue;
            std::ranges::copy(holders_of(static_cast<std::uint32_t>(number >> 32U)),
                              holders_.begin() + static_cast<std::ptrdiff_t>(ends_[place]));
        }
    });
    return first_ + begins_.size() - 1;
}

/// The hashes of the next texts, ascending, each in the upper half with its place among all hashes of the block.
std::vector<std::uint64_t> Companions::wanted_from(std::size_t position) {
    first_ = position;
    begins_.assign(1, 0);
    const auto most = most_bytes_ / (4 * sizeof(std::uint64_t));
    while (position < texts_.size() && (position == first_ || begins_.back() < most)) {
        begins_.push_back(begins_.back() + samples_.hashes(texts_[position++]).size());
    }
    const auto for_each_wanted = [this](const auto& visit) {
        for (std::size_t number = 0; number + 1 < begins_.size(); ++number) {
            const auto hashes = samples_.hashes(texts_[first_ + number]);
            const auto begin = samples_.begin(texts_[first_ + number]);
            for (std::size_t i = 0; i < hashes.size(); ++i) {
                if (!index_.may_be_shared(begin + i) || left_out_.hold(hashes[i])) continue;
                visit(hashes[i], static_cast<std::uint32_t>(begins_[number] + i));
            }
        }
    };
    return in_hash_order(for_each_wanted, threads_);
}

std::span<const std::uint32_t> Companions::holders_of(std::uint32_t number) const {
    if (number == SharedHashes::none) return {};
    const auto holders = index_.holders(number);
    return holders.first(std::min(holders.size(), most_compared));
}

}  // namespace entente
