// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/companions.hpp>

#include <algorithm>
#include <numeric>

#include <entente/graph/in_parallel.hpp>

namespace entente {

Companions::Companions(const SignatureTable& samples, const SharedHashes& index, std::span<const std::uint32_t> texts,
                       const FewHashes& left_out, Whom whom, unsigned threads)
    : samples_(samples),
      index_(index),
      texts_(texts),
      left_out_(left_out),
      whom_(whom),
      threads_(threads),
      most_bytes_(samples.limit() != nullptr ? samples.limit()->half() / 2 : std::size_t{16} << 20) {}

std::size_t Companions::look_up(std::size_t position) {
    if (position >= first_ && position - first_ + 1 < begins_.size()) return first_ + begins_.size() - 1;
    want(position);
    holders_.resize(ends_.back());
    const auto order = in_order_of_lists();
    constexpr std::size_t piece = 1 << 14;  // hashes
    in_parallel(threads_, (order.size() + piece - 1) / piece, [&](std::size_t number) {
        for (auto i = number * piece; i < std::min(order.size(), (number + 1) * piece); ++i) {
            const auto begin = ends_[order[i]];
            const auto found = index_.holders(wanted_[order[i]], ends_[order[i] + 1] - begin);
            std::ranges::copy(found, holders_.begin() + static_cast<std::ptrdiff_t>(begin));
        }
    });
    return first_ + begins_.size() - 1;
}

/// Lists the hashes of the next texts, and how much room their holders need.
void Companions::want(std::size_t position) {
    first_ = position;
    begins_.assign(1, 0);
    ends_.assign(1, 0);
    wanted_.clear();
    constexpr auto bytes_of_hash = sizeof(SharedHash) + sizeof(std::size_t) + sizeof(std::uint32_t);
    const auto bytes = [this] { return wanted_.size() * bytes_of_hash + ends_.back() * sizeof(std::uint32_t); };
    while (position < texts_.size() && (position == first_ || bytes() < most_bytes_)) {
        const auto text = texts_[position++];
        const auto hashes = samples_.hashes(text);
        for (const auto shared : index_.of(text)) {
            const std::size_t held = whom_ == Whom::before ? shared.before : shared.holders;
            if (held == 0 || left_out_.hold(hashes[shared.place])) continue;
            wanted_.push_back(shared);
            ends_.push_back(ends_.back() + held);
        }
        begins_.push_back(wanted_.size());
    }
}

/// The numbers of wanted_ in the order of the windows of the index that their lists begin in.
std::vector<std::uint32_t> Companions::in_order_of_lists() const {
    constexpr unsigned window_bits = 12;
    const auto window = [](SharedHash shared) { return std::size_t{shared.list} >> window_bits; };
    std::vector<std::uint32_t> places((index_.end_of_lists() >> window_bits) + 2);
    for (const auto shared : wanted_) ++places[window(shared) + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    std::vector<std::uint32_t> order(wanted_.size());
    for (std::uint32_t number = 0; number < wanted_.size(); ++number) order[places[window(wanted_[number])]++] = number;
    return order;
}

}  // namespace entente
