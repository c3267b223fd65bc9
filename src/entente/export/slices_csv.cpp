// SPDX-License-Identifier: Apache-2.0
//
// RFC 4180: how many articles, nodes and edges there are in each part of the calendar, and how many come for the first time.
#include <entente/export/writers.hpp>

#include <cstdint>
#include <vector>

namespace entente {
namespace {

/// How many of `found` were not there before; from now on they were.
std::uint64_t fresh(const std::vector<std::uint32_t>& found, std::vector<bool>& seen) {
    std::uint64_t count = 0;
    for (const auto number : found) {
        count += seen[number] ? 0 : 1;
        seen[number] = true;
    }
    return count;
}

}  // namespace

void write_slices_csv(const Network& network, Output& output) {
    output.append("slice,from,to,articles,nodes,edges,new_nodes,new_edges\r\n");
    std::vector<bool> nodes(network.nodes.size());
    std::vector<bool> edges(network.edges.size());
    for (const auto& slice : network.slices) {
        output.append(slice.name);
        output.append("," + to_string(slice.from) + "," + to_string(slice.to));
        for (const std::uint64_t number :
             {std::uint64_t{slice.articles}, std::uint64_t{slice.nodes.size()}, std::uint64_t{slice.edges.size()},
              fresh(slice.nodes, nodes), fresh(slice.edges, edges)}) {
            output.append(',');
            output.append_number(number);
        }
        output.append("\r\n");
    }
}

}  // namespace entente
