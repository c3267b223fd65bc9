// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include <entente/gazetteer/large_memory.hpp>
#include <entente/graph/article_shares.hpp>
#include <entente/graph/corpus_rows.hpp>
#include <entente/graph/date_range.hpp>
#include <entente/text/prefetch.hpp>

namespace entente {

/// A Publication, as an edge wants to know it.
struct Page {
    DateRange dates;
    std::uint32_t publisher = 0;
    std::uint32_t article = 0;
    std::uint32_t named : 24 = 0;  ///< how many entities the article names
    std::uint32_t copy : 1 = 0;
    std::uint32_t list : 1 = 0;       ///< see CorpusRows::is_list()
    std::uint32_t looked_up : 6 = 0;  ///< so many names at its end, or more, are of places that were looked up
};

/// Places of entities, one after the other, each in as few bytes as the greatest needs.
class PackedNames {
public:
    PackedNames(const std::byte* at, std::uint32_t bytes)
        : at_(at), bytes_(bytes), mask_(bytes < 4 ? (1U << 8U * bytes) - 1 : ~0U) {}

    [[nodiscard]] std::uint32_t operator[](std::size_t place) const {
        static_assert(std::endian::native == std::endian::little);
        std::uint32_t name = 0;
        std::memcpy(&name, at_ + place * bytes_, sizeof name);
        return name & mask_;
    }
    /// The first one, and goes on to the next.
    std::uint32_t next() {
        const auto name = (*this)[0];
        at_ += bytes_;
        return name;
    }

private:
    const std::byte* at_;
    std::size_t bytes_;
    std::uint32_t mask_;
};

/// What the articles say of an entity by itself.
struct NodeTally {
    std::uint32_t articles = 0;
    std::uint32_t mentions = 0;
    std::uint32_t sources = 0;
    DateRange dates;

    /// Pages come by publisher.
    void add(const Page& page) {
        sources += articles + sources == 0 || publisher_ != page.publisher ? 1 : 0;
        publisher_ = page.publisher;
        articles += page.copy ? 0 : 1;
        dates.add(page.dates);
    }

private:
    std::uint32_t publisher_ = 0;
};

/// Which pages name an entity, and whom else. Each entity has a place, those on the fewest pages the first ones, so that beside
/// most names stand those of the last places, of which all that is counted fits into the cache. Pages lie in memory by publisher,
/// each with its places behind it; where there is no memory for all of them, those that name one of the next places do, and are
/// collected anew for each such band of places.
///
/// Complexity: O(names) for each band, and as much for each eighth of the names that is looked up.
/// Memory:     half of the limit of the rows, or what one node needs.
class Pages {
public:
    static constexpr std::size_t step = 4;  ///< bytes; where a page may begin

    /// Both must outlive it.
    Pages(const CorpusRows& rows, const Publications& publications);

    [[nodiscard]] std::span<const std::uint32_t> entities() const { return entities_; }  ///< by place
    [[nodiscard]] std::span<const std::uint32_t> places() const { return places_; }      ///< by entity

    /// Calls `visit(page, names)` for each page that names the entity of the place, by publisher. The names are greater places,
    /// the greatest first, and then `place` itself. Cheap when places are asked for in ascending order.
    template <class Visit>
    void for_each(std::uint32_t place, Visit visit) {
        constexpr std::size_t ahead = 12;
        const auto offsets = offsets_of(place);
        for (std::size_t i = 0; i < offsets.size(); ++i) {
            if (i + ahead < offsets.size()) {
                const auto* const next = page_at(offsets[i + ahead]);
                prefetch_line(next);
                prefetch_line(next + cache_line);
            }
            const auto* const at = page_at(offsets[i]);
            Page page;
            std::memcpy(&page, at, sizeof page);
            visit(page, PackedNames(at + sizeof page, name_bytes_));
        }
    }

    /// How often pages that are no copies mention the entity of the place.
    [[nodiscard]] std::uint32_t mentions(std::uint32_t place) const { return mentions_[entities_[place]]; }

private:
    static constexpr std::size_t cache_line = 64;

    struct Band {
        std::uint32_t first = 0;  ///< place
        std::uint32_t last = 0;   ///< behind the last one
        [[nodiscard]] bool holds(std::uint32_t place) const { return place >= first && place < last; }
    };

    [[nodiscard]] const std::byte* page_at(std::uint32_t offset) const {
        return bytes_.data() + std::size_t{offset} * step;
    }
    [[nodiscard]] std::span<const std::uint32_t> offsets_of(std::uint32_t place);
    /// Of a page with so many names.
    [[nodiscard]] std::size_t bytes_for(std::size_t names) const {
        return (sizeof(Page) + names * name_bytes_ + step - 1) / step * step;
    }
    /// The places from `first` that so many names are of, or one.
    [[nodiscard]] Band band_from(std::uint32_t first, std::uint64_t names) const;
    [[nodiscard]] bool names_of_band(std::span<const Appearance> appearances) const;
    void collect(std::uint32_t first);
    [[nodiscard]] std::span<const std::uint32_t> by_place(std::span<const Appearance> appearances);
    void write(const Publication& publication, std::span<const Appearance> appearances, std::byte* to);
    void look_up(std::uint32_t first);

    const CorpusRows& rows_;
    const Publications& publications_;
    std::uint32_t name_bytes_;
    std::vector<std::uint32_t> names_;     ///< on all pages, by entity
    std::vector<std::uint32_t> mentions_;  ///< by entity
    std::vector<std::uint32_t> entities_;
    std::vector<std::uint32_t> places_;
    std::uint64_t all_bytes_ = 0;  ///< of all pages
    std::uint64_t all_names_ = 0;
    Band collected_;
    LargeVector<std::byte> bytes_;  ///< of the pages of the band
    Band looked_up_;
    std::vector<std::size_t> ends_;        ///< in offsets_, of place p in ends_[p - looked_up_.first + 1]
    std::vector<std::uint32_t> offsets_;   ///< of pages in bytes_, in steps
    std::vector<std::uint32_t> unsorted_;  ///< places of the page that is being written
    std::vector<std::uint32_t> sorted_;
};

}  // namespace entente
