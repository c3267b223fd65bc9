// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/companions.hpp>

#include <algorithm>
#include <numeric>

namespace entente {

Companions::Companions(const SignatureTable& samples, const SharedHashes& index, std::span<const std::uint32_t> texts,
                       const std::vector<bool>& left_out)
    : samples_(samples),
      index_(index),
      texts_(texts),
      left_out_(left_out),
      most_bytes_(samples.limit() != nullptr ? samples.limit()->half() / 2 : std::size_t{16} << 20) {}

std::span<const std::uint32_t> Companions::of(std::size_t position) {
    if (position < first_ || position - first_ + 1 >= begins_.size()) look_up(position);
    const auto begin = ends_[begins_[position - first_]];
    return std::span(holders_).subspan(begin, ends_[begins_[position - first_ + 1]] - begin);
}

std::span<const std::uint32_t> Companions::of(std::size_t position, std::size_t n) {
    if (position < first_ || position - first_ + 1 >= begins_.size()) look_up(position);
    const auto place = begins_[position - first_] + n;
    return std::span(holders_).subspan(ends_[place], ends_[place + 1] - ends_[place]);
}

void Companions::look_up(std::size_t position) {
    const auto wanted = wanted_from(position);
    std::vector<std::uint32_t> numbers;
    numbers.reserve(wanted.size());
    ends_.assign(begins_.back() + 1, 0);
    SharedHashes::Search search(index_);
    for (const auto hash : wanted) {
        numbers.push_back(search.find(static_cast<std::uint32_t>(hash >> 32U)));
        ends_[static_cast<std::uint32_t>(hash) + 1] = holders_of(numbers.back()).size();
    }
    std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
    while (begins_.size() > 2 && ends_[begins_.back()] * sizeof(holders_[0]) > most_bytes_) begins_.pop_back();
    holders_.resize(ends_[begins_.back()]);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto place = static_cast<std::uint32_t>(wanted[i]);
        if (place < begins_.back()) {
            std::ranges::copy(holders_of(numbers[i]), holders_.begin() + static_cast<std::ptrdiff_t>(ends_[place]));
        }
    }
}

/// The hashes of the next texts, ascending, each in the upper half with its place among all hashes of the block.
std::vector<std::uint64_t> Companions::wanted_from(std::size_t position) {
    first_ = position;
    begins_.assign(1, 0);
    std::vector<std::uint64_t> wanted;
    const auto most = most_bytes_ / (4 * sizeof(wanted[0]));
    while (position < texts_.size() && (position == first_ || begins_.back() < most)) {
        const auto text = texts_[position++];
        const auto hashes = samples_.hashes(text);
        const auto begin = samples_.begin(text);
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            if (!index_.may_be_shared(begin + i) || (!left_out_.empty() && left_out_[begin + i])) continue;
            wanted.push_back(std::uint64_t{hashes[i]} << 32U | (begins_.back() + i));
        }
        begins_.push_back(begins_.back() + hashes.size());
    }
    std::ranges::sort(wanted);
    return wanted;
}

std::span<const std::uint32_t> Companions::holders_of(std::uint32_t number) const {
    if (number == SharedHashes::none) return {};
    const auto holders = index_.holders(number);
    return holders.first(std::min(holders.size(), most_compared));
}

}  // namespace entente
