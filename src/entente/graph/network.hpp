// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <entente/article/date.hpp>
#include <entente/gazetteer/entity.hpp>

namespace entente {

struct Node {
    std::string id;
    std::string label;
    EntityType type = EntityType::person;
    std::string country;         ///< full id, or empty
    std::uint32_t articles = 0;  ///< that count and name it
    std::uint32_t mentions = 0;
    std::uint32_t sources = 0;  ///< articles that print the stories which name it
    Date first_date;            ///< of the dated articles that name it
    Date last_date;
    std::uint32_t degree = 0;
    double weighted_degree = 0;
    std::uint32_t component = 0;  ///< connected component, counted from 1, the largest first
    double x = 0;                 ///< position, y upwards; the centroid of all nodes is 0,0
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
    std::uint32_t articles = 0;   ///< that count and name both
    std::uint32_t sentences = 0;  ///< that name both
    std::uint32_t sources = 0;    ///< articles that print the stories which name both
    Date first_date;
    Date last_date;
    std::vector<EdgeEvidence> evidence;  ///< the most telling first
};

/// Nodes ordered by id and edges by (source, target): a value, ready to write.
/// Boost.Graph runs its algorithms on it, see structure.hpp.
struct Network {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::uint32_t articles = 0;  ///< read, with or without a mention
    std::uint32_t stories = 0;   ///< that they print
    std::string title;
    std::string gazetteer;  ///< hash of the names that were used, hexadecimal
};

}  // namespace entente
