// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/pages.hpp>

#include <algorithm>
#include <functional>
#include <numeric>

namespace entente {
namespace {

/// Offsets have 32 bits, and behind the last page a name is read whole.
constexpr std::uint64_t most_bytes = (std::uint64_t{1} << 32U) * Pages::step;
constexpr std::uint32_t most_named = (1U << 24U) - 1;
constexpr std::uint32_t most_looked_up = (1U << 6U) - 1;

}  // namespace

Pages::Pages(const CorpusRows& rows, const Publications& publications, std::span<const std::uint32_t> ranks)
    : rows_(rows),
      publications_(publications),
      ranks_(ranks),
      name_bytes_(ranks.size() <= 1U << 16U   ? 2
                  : ranks.size() <= 1U << 24U ? 3
                                              : 4),
      names_(ranks.size()),
      mentions_(ranks.size()) {
    publications_.for_each([this](const Publication& publication) {
        const auto appearances = rows_.appearances_in(publication.article);
        if (appearances.empty()) return;
        for (const auto& appearance : appearances) {
            ++names_[ranks_[appearance.entity]];
            mentions_[appearance.entity] += publication.copy ? 0 : appearance.mentions;
        }
        all_names_ += appearances.size();
        all_bytes_ += bytes_for(appearances.size());
    });
}

std::span<const std::uint32_t> Pages::offsets_of(std::uint32_t entity) {
    const auto node = ranks_[entity];
    if (!looked_up_.holds(node)) {
        if (!collected_.holds(node)) collect(node);
        look_up(node);
    }
    const auto begin = ends_[node - looked_up_.first];
    return std::span(offsets_).subspan(begin, ends_[node - looked_up_.first + 1] - begin);
}

Pages::Band Pages::band_from(std::uint32_t first, std::uint64_t names) const {
    Band band{first, first + 1};
    auto found = std::uint64_t{names_[first]};
    while (band.last < names_.size() && found + names_[band.last] <= names) found += names_[band.last++];
    return band;
}

bool Pages::names_of_band(std::span<const Appearance> appearances) const {
    return std::ranges::any_of(appearances,
                               [this](const auto& named) { return collected_.holds(ranks_[named.entity]); });
}

void Pages::collect(std::uint32_t first) {
    const auto room = std::min<std::uint64_t>(rows_.limit.half() * 3 / 4, most_bytes);
    const bool all = all_bytes_ <= room;
    collected_ = all ? Band{0, static_cast<std::uint32_t>(names_.size())}
                     : band_from(first, room / (all_bytes_ / all_names_ + sizeof(Page)));
    std::vector<std::uint64_t> ends(rows_.publishers.size() + 1);  // of the pages of publisher p in ends[p]
    const auto for_each_collected = [&](auto visit) {
        publications_.for_each([&](const Publication& publication) {
            const auto appearances = rows_.appearances_in(publication.article);
            if (!appearances.empty() && (all || names_of_band(appearances))) visit(publication, appearances);
        });
    };
    for_each_collected([&](const Publication& publication, std::span<const Appearance> appearances) {
        ends[publication.publisher + 1] += bytes_for(appearances.size());
    });
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    looked_up_ = {};
    bytes_ = {};
    bytes_.resize(ends.back() + sizeof(std::uint32_t));
    for_each_collected([&](const Publication& publication, std::span<const Appearance> appearances) {
        auto& at = ends[publication.publisher];
        write(publication, appearances, &bytes_[at]);
        at += bytes_for(appearances.size());
    });
}

void Pages::write(const Publication& publication, std::span<const Appearance> appearances, std::byte* to) {
    Page page;
    page.dates = DateRange(rows_.articles[publication.article].date);
    page.publisher = publication.publisher;
    page.article = publication.article;
    page.named = static_cast<std::uint32_t>(appearances.size()) & most_named;
    page.copy = publication.copy;
    page.list = rows_.is_list(publication.article);
    std::memcpy(to, &page, sizeof page);
    to += sizeof page;
    for (const auto entity : by_node(appearances)) {
        for (std::uint32_t byte = 0; byte < name_bytes_; ++byte) *to++ = static_cast<std::byte>(entity >> 8U * byte);
    }
}

/// The greatest node first. Of a short list each goes to where so many greater ones are: no branch is guessed wrong.
std::span<const std::uint32_t> Pages::by_node(std::span<const Appearance> appearances) {
    constexpr std::size_t short_list = 32;
    unsorted_.clear();
    for (const auto& appearance : appearances) unsorted_.push_back(ranks_[appearance.entity]);
    sorted_.resize(appearances.size());
    if (appearances.size() > short_list) {
        std::ranges::transform(appearances, sorted_.begin(), &Appearance::entity);
        std::ranges::sort(sorted_, std::greater(), [this](std::uint32_t entity) { return ranks_[entity]; });
        return sorted_;
    }
    for (std::size_t i = 0; i < appearances.size(); ++i) {
        std::uint32_t greater = 0;
        for (const auto other : unsorted_) greater += other > unsorted_[i] ? 1 : 0;
        sorted_[greater] = appearances[i].entity;
    }
    return sorted_;
}

void Pages::look_up(std::uint32_t first) {
    const bool onwards = first >= looked_up_.last;
    const auto room = rows_.limit.half() / 4 / sizeof(offsets_[0]);
    constexpr std::uint64_t parts = 16;  // each takes a pass over the pages, and less memory the more there are
    looked_up_ = band_from(first, std::min<std::uint64_t>(room, all_names_ / parts));
    looked_up_.last = std::min(looked_up_.last, collected_.last);
    ends_.assign(1, 0);
    for (auto node = looked_up_.first; node < looked_up_.last; ++node) ends_.push_back(ends_.back() + names_[node]);
    offsets_.resize(ends_.back());
    auto next = ends_;
    for (std::size_t at = 0; at + sizeof(Page) <= bytes_.size();) {
        Page page;
        std::memcpy(&page, &bytes_[at], sizeof page);
        const PackedNames names(&bytes_[at] + sizeof page, name_bytes_);
        std::size_t place = page.named - (onwards ? page.looked_up : 0U);
        for (; place > 0; --place) {
            const auto node = ranks_[names[place - 1]];
            if (node >= looked_up_.last) break;
            if (node >= looked_up_.first) {
                offsets_[next[node - looked_up_.first]++] = static_cast<std::uint32_t>(at / step);
            }
        }
        page.looked_up =
            static_cast<std::uint32_t>(std::min<std::size_t>(page.named - place, most_looked_up)) & most_looked_up;
        std::memcpy(&bytes_[at], &page, sizeof page);
        at += bytes_for(page.named);
    }
}

}  // namespace entente
