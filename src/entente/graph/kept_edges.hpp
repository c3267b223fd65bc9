// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include <entente/graph/date_range.hpp>
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
    [[nodiscard]] std::vector<Edge> take() && {
        std::vector<Edge> edges;
        edges.reserve(size_);
        std::vector<KeptEdge> sorted;
        for (auto& part : parts_) {
            sorted.clear();
            for (auto& kept : std::exchange(part, {})) sorted.insert(sorted.end(), kept.begin(), kept.end());
            std::ranges::sort(sorted, {}, [](const KeptEdge& edge) { return std::tuple(edge.source, edge.target); });
            for (const auto& edge : sorted) {
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
    static constexpr std::size_t parts = 128;
    static constexpr std::size_t chunk = std::size_t{1} << 10;  // edges

    std::size_t sources_;                                    ///< of each part
    std::vector<std::vector<std::vector<KeptEdge>>> parts_;  ///< in chunks
    std::size_t size_ = 0;
};

}  // namespace entente
