// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <entente/graph/date_range.hpp>
#include <entente/graph/network.hpp>

namespace entente {

/// What is counted of an edge, without its source.
struct KeptEdge {
    std::uint32_t target = 0;
    std::uint32_t articles = 0;
    std::uint32_t sentences = 0;
    std::uint32_t sources = 0;
    DateRange dates;
    double weight = 0;
};

/// Edges row by row, until it is known how many there are: a vector of millions that grows would hold them twice.
class KeptEdges {
public:
    void append(const KeptEdge& edge) {
        if (size_++ % chunk == 0) chunks_.emplace_back().reserve(chunk);
        chunks_.back().push_back(edge);
    }
    /// What follows leaves from the next node.
    void end_row() { row_ends_.push_back(size_); }

    /// All of them. The memory of each chunk is given back when its edges are there.
    [[nodiscard]] std::vector<Edge> take() && {
        std::vector<Edge> edges;
        edges.reserve(size_);
        std::uint32_t source = 0;
        for (auto& kept : chunks_) {
            for (const auto& edge : std::exchange(kept, {})) {
                while (edges.size() == row_ends_[source]) ++source;
                edges.push_back({.source = source,
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
    static constexpr std::size_t chunk = std::size_t{1} << 15;  // 1 MB, which goes back to the system at once

    std::vector<std::vector<KeptEdge>> chunks_;
    std::vector<std::size_t> row_ends_;  ///< by source
    std::size_t size_ = 0;
};

}  // namespace entente
