// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include <entente/graph/date_range.hpp>
#include <entente/graph/in_parallel.hpp>
#include <entente/graph/network.hpp>

namespace entente {

/// What is counted of an edge.
struct KeptEdge {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint32_t articles = 0;
    std::uint32_t sentences = 0;
    std::uint32_t sources = 0;
    DateRange dates;
    double weight = 0;
};

/// Edges in any order, until it is known how many there are: a vector of millions that grows would hold them twice. They are
/// kept by parts of their sources, so that few at once have to be sorted.
class KeptEdges {
public:
    /// Sources are below `nodes`.
    explicit KeptEdges(std::size_t nodes) : sources_(nodes / parts + 1), parts_(parts) {}

    void append(const KeptEdge& edge) {
        auto& part = parts_[edge.source / sources_];
        if (part.empty() || part.back().size() == chunk) part.emplace_back().reserve(chunk);
        part.back().push_back(edge);
        ++size_;
    }

    /// All of them, by source and then by target. The memory of each part is given back when its edges are there.
    [[nodiscard]] std::vector<Edge> take(unsigned threads) && {
        std::vector<std::vector<KeptEdge>> sorted(parts);
        in_parallel(threads, parts, [&](std::size_t part) {
            sorted[part] = sorted_rows(std::exchange(parts_[part], {}), part * sources_);
        });
        std::vector<Edge> edges;
        edges.reserve(size_);
        for (auto& part : sorted) {
            for (const auto& edge : std::exchange(part, {})) {
                edges.push_back({.source = edge.source,
                                 .target = edge.target,
                                 .weight = edge.weight,
                                 .articles = edge.articles,
                                 .sentences = edge.sentences,
                                 .sources = edge.sources,
                                 .first_date = edge.dates.first(),
                                 .last_date = edge.dates.last(),
                                 .evidence = {}});
            }
        }
        return edges;
    }

private:
    using Chunks = std::vector<std::vector<KeptEdge>>;

    [[nodiscard]] std::vector<KeptEdge> sorted_rows(const Chunks& part, std::size_t first_source) const {
        std::vector<std::size_t> ends(sources_ + 1);  // of the row of source s in ends[s - first_source]
        for (const auto& kept : part) {
            for (const auto& edge : kept) ++ends[edge.source - first_source + 1];
        }
        std::partial_sum(ends.begin(), ends.end(), ends.begin());
        std::vector<KeptEdge> rows(ends.back());
        for (const auto& kept : part) {
            for (const auto& edge : kept) rows[ends[edge.source - first_source]++] = edge;
        }
        for (std::size_t begin = 0; const auto end : ends) {
            std::ranges::sort(std::span(rows).subspan(begin, end - begin), {}, &KeptEdge::target);
            begin = end;
        }
        return rows;
    }

    static constexpr std::size_t parts = 128;
    static constexpr std::size_t chunk = std::size_t{1} << 15;  // edges: over 1 MB, which goes back to the system

    std::size_t sources_;  ///< of each part
    std::vector<Chunks> parts_;
    std::size_t size_ = 0;
};

}  // namespace entente
