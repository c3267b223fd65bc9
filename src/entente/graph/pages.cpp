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

Pages::Pages(const CorpusRows& rows, const Publications& publications)
    : rows_(rows),
      publications_(publications),
      name_bytes_(rows.labels.size() <= 1U << 16U   ? 2
                  : rows.labels.size() <= 1U << 24U ? 3
                                                    : 4),
      names_(rows.labels.size()),
      mentions_(rows.labels.size()),
      entities_(rows.labels.size()) {
    publications_.for_each([this](const Publication& publication) {
        const auto appearances = rows_.appearances_in(publication.article);
        if (appearances.empty()) return;
        for (const auto& appearance : appearances) {
            ++names_[appearance.entity];
            mentions_[appearance.entity] += publication.copy ? 0 : appearance.mentions;
        }
        all_names_ += appearances.size();
        all_bytes_ += bytes_for(appearances.size());
    });
    std::iota(entities_.begin(), entities_.end(), 0U);
    std::ranges::stable_sort(entities_, {}, [this](std::uint32_t entity) { return names_[entity]; });
    places_ = inverse_of(entities_);
}

std::span<const std::uint32_t> Pages::offsets_of(std::uint32_t place) {
    if (!looked_up_.holds(place)) {
        if (!collected_.holds(place)) collect(place);
        look_up(place);
    }
    const auto begin = ends_[place - looked_up_.first];
    return std::span(offsets_).subspan(begin, ends_[place - looked_up_.first + 1] - begin);
}

Pages::Band Pages::band_from(std::uint32_t first, std::uint64_t names) const {
    Band band{first, first + 1};
    const auto names_of = [this](std::uint32_t place) { return names_[entities_[place]]; };
    auto found = std::uint64_t{names_of(first)};
    while (band.last < names_.size() && found + names_of(band.last) <= names) found += names_of(band.last++);
    return band;
}

bool Pages::names_of_band(std::span<const Appearance> appearances) const {
    return std::ranges::any_of(appearances,
                               [this](const auto& named) { return collected_.holds(places_[named.entity]); });
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
    for (const auto place : by_place(appearances)) {
        for (std::uint32_t byte = 0; byte < name_bytes_; ++byte) *to++ = static_cast<std::byte>(place >> 8U * byte);
    }
}

/// The greatest first. Of a short list each goes to where so many greater ones are: no branch is guessed wrong.
std::span<const std::uint32_t> Pages::by_place(std::span<const Appearance> appearances) {
    constexpr std::size_t short_list = 32;
    unsorted_.clear();
    for (const auto& appearance : appearances) unsorted_.push_back(places_[appearance.entity]);
    if (unsorted_.size() > short_list) {
        std::ranges::sort(unsorted_, std::greater());
        return unsorted_;
    }
    sorted_.resize(unsorted_.size());
    for (const auto place : unsorted_) {
        std::uint32_t greater = 0;
        for (const auto other : unsorted_) greater += other > place ? 1 : 0;
        sorted_[greater] = place;
    }
    return sorted_;
}

void Pages::look_up(std::uint32_t first) {
    const bool onwards = first >= looked_up_.last;
    const auto room = rows_.limit.half() / 4 / sizeof(offsets_[0]);
    constexpr std::uint64_t parts = 8;  // each takes a pass over the pages, and less memory the more there are
    looked_up_ = band_from(first, std::min<std::uint64_t>(room, all_names_ / parts));
    looked_up_.last = std::min(looked_up_.last, collected_.last);
    ends_.assign(1, 0);
    for (auto place = looked_up_.first; place < looked_up_.last; ++place) {
        ends_.push_back(ends_.back() + names_[entities_[place]]);
    }
    offsets_.resize(ends_.back());
    auto next = ends_;
    for (std::size_t at = 0; at + sizeof(Page) <= bytes_.size();) {
        Page page;
        std::memcpy(&page, &bytes_[at], sizeof page);
        const PackedNames names(&bytes_[at] + sizeof page, name_bytes_);
        std::size_t open = page.named - (onwards ? page.looked_up : 0U);
        for (; open > 0; --open) {
            const auto place = names[open - 1];
            if (place >= looked_up_.last) break;
            if (place >= looked_up_.first) {
                offsets_[next[place - looked_up_.first]++] = static_cast<std::uint32_t>(at / step);
            }
        }
        page.looked_up =
            static_cast<std::uint32_t>(std::min<std::size_t>(page.named - open, most_looked_up)) & most_looked_up;
        std::memcpy(&bytes_[at], &page, sizeof page);
        at += bytes_for(page.named);
    }
}

}  // namespace entente
