// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/centrality.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <entente/graph/neighbours.hpp>
#include <entente/graph/random.hpp>

namespace entente {
namespace {

using Length = boost::property<boost::edge_weight_t, double>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Length>;

/// The closest ways from one node, as Dijkstra's search meets them.
struct Ways {
    std::vector<double> distances;
    std::vector<double> counts;                            ///< of closest ways to each node
    std::vector<std::vector<std::uint32_t>> predecessors;  ///< on these
    std::vector<std::uint32_t> order;                      ///< the nearest first

    explicit Ways(std::size_t nodes) : distances(nodes), counts(nodes), predecessors(nodes) {}
};

class RecordWays : public boost::dijkstra_visitor<> {
public:
    explicit RecordWays(Ways& ways) : ways_(&ways) {}

    // When a node is examined its distance is final, and so are those of all nodes before it.
    void examine_vertex(std::size_t node, const Graph&) {
        for (const auto before : ways_->predecessors[node]) ways_->counts[node] += ways_->counts[before];
        ways_->order.push_back(static_cast<std::uint32_t>(node));
    }
    template <class Edge>
    void edge_relaxed(Edge edge, const Graph& graph) {
        ways_->predecessors[boost::target(edge, graph)] = {static_cast<std::uint32_t>(boost::source(edge, graph))};
    }
    template <class Edge>
    void edge_not_relaxed(Edge edge, const Graph& graph) {
        const auto from = boost::source(edge, graph);
        const auto to = boost::target(edge, graph);
        if (ways_->distances[from] + boost::get(boost::edge_weight, graph, edge) == ways_->distances[to]) {
            ways_->predecessors[to].push_back(static_cast<std::uint32_t>(from));
        }
    }

private:
    Ways* ways_;
};

void add_ways_from(std::uint32_t source, const Graph& graph, Ways& ways, std::vector<double>& shares,
                   std::vector<double>& sums) {
    ways.order.clear();
    for (auto& predecessors : ways.predecessors) predecessors.clear();
    std::ranges::fill(ways.counts, 0);
    ways.counts[source] = 1;
    boost::dijkstra_shortest_paths(graph, source, boost::distance_map(ways.distances.data()).visitor(RecordWays(ways)));
    std::ranges::fill(shares, 0);
    for (auto node = ways.order.rbegin(); node != ways.order.rend(); ++node) {
        for (const auto before : ways.predecessors[*node]) {
            shares[before] += ways.counts[before] / ways.counts[*node] * (1 + shares[*node]);
        }
        if (*node != source) sums[*node] += shares[*node];
    }
}

}  // namespace

std::vector<double> betweenness_of(const Network& network, std::size_t samples) {
    const auto nodes = network.nodes.size();
    std::vector<double> sums(nodes);
    if (nodes < 3) return sums;
    Graph graph(nodes);
    for (const auto& edge : network.edges) boost::add_edge(edge.source, edge.target, Length(1 / edge.weight), graph);
    std::vector<std::uint32_t> sources(nodes);
    std::iota(sources.begin(), sources.end(), 0U);
    if (samples < nodes) {
        Random(1).shuffle(sources);
        sources.resize(samples);
    }
    Ways ways(nodes);
    std::vector<double> shares(nodes);
    for (const auto source : sources) add_ways_from(source, graph, ways, shares, sums);
    const double pairs = static_cast<double>(nodes - 1) * static_cast<double>(nodes - 2);
    const double scale = static_cast<double>(nodes) / static_cast<double>(sources.size()) / pairs;
    for (auto& sum : sums) sum *= scale;
    return sums;
}

std::vector<double> pagerank_of(const Network& network) {
    const auto nodes = network.nodes.size();
    if (nodes == 0) return {};
    constexpr double follow = 0.85;
    constexpr double tolerance = 1e-12;
    constexpr int most_rounds = 200;
    const auto size = static_cast<double>(nodes);
    const auto neighbours = neighbours_in(network);
    std::vector<double> strengths(nodes);
    for (std::size_t i = 0; i < nodes; ++i) {
        for (const auto& neighbour : neighbours.of(i)) strengths[i] += neighbour.weight;
    }
    std::vector<double> ranks(nodes, 1 / size);
    std::vector<double> shares(nodes);  // of a rank, for each unit of weight
    for (int round = 0; round < most_rounds; ++round) {
        double lost = 0;  // of those with no edge to follow
        for (std::size_t i = 0; i < nodes; ++i) {
            lost += strengths[i] > 0 ? 0 : ranks[i];
            shares[i] = strengths[i] > 0 ? follow * ranks[i] / strengths[i] : 0;
        }
        double change = 0;
        for (std::size_t i = 0; i < nodes; ++i) {
            double rank = (1 - follow + follow * lost) / size;
            for (const auto& neighbour : neighbours.of(i)) rank += shares[neighbour.node] * neighbour.weight;
            change += std::abs(rank - ranks[i]);
            ranks[i] = rank;
        }
        if (change < tolerance) break;
    }
    return ranks;
}

}  // namespace entente
