// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/date.hpp>
#include <entente/gazetteer/entity.hpp>

namespace entente {

/// What a node stands for: an entity of this type or, in a two-mode network, an article.
enum class NodeType : std::uint8_t { person, country, organization, place, article };

inline constexpr std::array node_types = {NodeType::person, NodeType::country, NodeType::organization, NodeType::place,
                                          NodeType::article};

[[nodiscard]] constexpr NodeType node_type_of(EntityType type) { return static_cast<NodeType>(type); }

[[nodiscard]] inline std::string_view name_of(NodeType type) {
    return type == NodeType::article ? "article" : name_of(static_cast<EntityType>(type));
}

struct Node {
    std::string id;
    std::string label;
    NodeType type = NodeType::person;
    std::string country;         ///< full id, or empty
    std::uint32_t articles = 0;  ///< that count and name it
    std::uint32_t mentions = 0;
    std::uint32_t sources = 0;  ///< publishers of the stories that name it; those not known are one
    Date first_date;            ///< of the dated articles that name it
    Date last_date;
    std::uint32_t degree = 0;
    double weighted_degree = 0;
    std::uint32_t component = 0;  ///< connected component, counted from 1, the largest first
    std::uint32_t community = 0;  ///< Leiden, counted from 1, the largest first
    std::uint32_t core = 0;       ///< the largest k so that it is in a part where everybody has k neighbours
    double betweenness = 0;       ///< share of the closest ways between two others that lead over it: 0 to 1
    double pagerank = 0;          ///< share of a walk along the edges, by weight: adds up to 1
    double x = 0;                 ///< position, y upwards; the centroid of all nodes is 0,0; see Network::laid_out
    double y = 0;
    double size = 4;  ///< diameter; from 4 to 100 over the network, area in proportion to articles
};

/// Why an edge is there.
struct EdgeEvidence {
    std::string article;  ///< id
    std::string title;
    Date date;
    std::string sentence;             ///< that names both; or the two that name one each, joined by " … "
    std::vector<std::string> copies;  ///< ids of the other articles that print its story, and do not count
};

struct Edge {
    std::uint32_t source = 0;  ///< index of a node, less than `target`
    std::uint32_t target = 0;
    double weight = 0;            ///< above 0
    std::uint32_t articles = 0;   ///< that count and name both, in one unit at least
    std::uint32_t sentences = 0;  ///< that name both
    std::uint32_t sources = 0;    ///< publishers of the stories that name both; those not known are one
    Date first_date;
    Date last_date;
    std::vector<EdgeEvidence> evidence;  ///< the most telling first
};

/// How many articles name this many entities.
struct ArticleSize {
    std::uint32_t entities = 0;  ///< above 0
    std::uint32_t articles = 0;
};

/// By what a picture draws marks and lines, so that pictures of slices compare: zeros stand for what the network has.
struct Scale {
    std::uint32_t most_articles = 0;  ///< of a node
    double least_weight = 0;
    double most_weight = 0;
};

/// What of a network there was in a part of the calendar.
struct NetworkSlice {
    std::string name;  ///< "2024-09", see slice.hpp
    Date from;
    Date to;
    std::uint32_t articles = 0;
    std::vector<std::uint32_t> nodes;  ///< their indices, ascending
    std::vector<std::uint32_t> edges;
};

/// Nodes ordered by id and edges by (source, target): a value, ready to write.
/// Boost.Graph runs its algorithms on it, see structure.hpp.
struct Network {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<std::string> measures;       ///< names of further columns of the edges: "npmi"
    std::vector<double> measured;            ///< their values, `measures.size()` for each edge
    std::uint32_t articles = 0;              ///< read, with or without a mention
    std::uint32_t stories = 0;               ///< that they print
    std::uint32_t counted = 0;               ///< articles that count: one of each story, or all
    std::uint64_t light_edges = 0;           ///< that weigh less than was asked for, and are none of `edges`
    std::vector<ArticleSize> article_sizes;  ///< ascending
    std::vector<NetworkSlice> slices;        ///< ascending in time, without gaps; none unless asked for
    std::string title;
    std::string gazetteer;  ///< hash of the names that were used, hexadecimal
    double modularity = 0;  ///< of the communities: from -1/2 to 1, see communities.hpp
    Scale scale;
    std::size_t whole_nodes = 0;  ///< of the network of which this is the readable part; 0: it is whole
    std::size_t whole_edges = 0;
    bool laid_out = false;         ///< the nodes have positions; else no file has them that can do without
    bool two_mode = false;         ///< every edge joins an article and an entity that it names
    bool has_betweenness = false;  ///< it was asked for: on large networks it takes minutes
    bool evidence_column =
        false;  ///< every format that has columns shall hold the evidence; node-link JSON always does
};

}  // namespace entente
