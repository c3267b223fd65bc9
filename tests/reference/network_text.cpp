// SPDX-License-Identifier: Apache-2.0
#include "count_by_hand.hpp"

#include <sstream>

namespace {

using namespace entente;

std::string ids_of(const Network& network, const Edge& edge) {
    return network.nodes[edge.source].id + " " + network.nodes[edge.target].id;
}

}  // namespace

std::string as_text(const Network& network) {
    std::ostringstream text;
    text << network.articles << " articles, gazetteer " << network.gazetteer << '\n';
    for (const auto& node : network.nodes) {
        text << node.id << " | " << node.label << " | " << name_of(node.type) << " | " << node.country << " | "
             << node.articles << " articles of " << node.sources << " | " << node.mentions << " mentions | "
             << to_string(node.first_date) << " to " << to_string(node.last_date) << '\n';
    }
    for (const auto& edge : network.edges) {
        text << ids_of(network, edge) << " | weight " << edge.weight << " | " << edge.articles << " articles | "
             << edge.sentences << " sentences | " << edge.sources << " sources | " << to_string(edge.first_date)
             << " to " << to_string(edge.last_date) << '\n';
        for (const auto& item : edge.evidence) {
            text << "  " << item.article << " | " << item.title << " | " << to_string(item.date) << " | "
                 << item.sentence;
            for (const auto& copy : item.copies) {
                text << " | also " << copy;
            }
            text << '\n';
        }
    }
    return text.str();
}
