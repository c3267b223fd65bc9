// SPDX-License-Identifier: Apache-2.0
#include <entente/export/changes_json.hpp>

#include <map>
#include <string_view>
#include <utility>

#include <entente/export/json_values.hpp>

namespace entente {
namespace {

void append_facts(Output& output, const Network& network) {
    output.append("{\"title\":");
    append_json_string(output, network.title);
    append_json_member(output, "articles", network.articles);
    append_json_member(output, "gazetteer", std::string_view(network.gazetteer));
    output.append('}');
}

void append_amounts(Output& output, const NetworkChange& change) {
    append_json_member(output, "change", name_of(change.kind()));
    append_json_member(output, "before", change.before);
    append_json_member(output, "after", change.after);
}

void append_node(Output& output, const NetworkChange& change, const Node& node) {
    output.append("{\"id\":");
    append_json_string(output, node.id);
    append_json_member(output, "label", std::string_view(node.label));
    append_json_member(output, "type", name_of(node.type));
    append_amounts(output, change);
    output.append('}');
}

void append_edge(Output& output, const NetworkChange& change) {
    output.append("{\"source\":");
    append_json_string(output, change.ids.front());
    append_json_member(output, "target", std::string_view(change.ids.back()));
    append_amounts(output, change);
    append_json_name(output, "evidence");
    const auto& evidence = change.evidence;
    if (evidence.article.empty()) {
        output.append("null}");
        return;
    }
    output.append("{\"article\":");
    append_json_string(output, evidence.article);
    append_json_member(output, "title", std::string_view(evidence.title));
    append_json_member(output, "date", evidence.date);
    append_json_member(output, "sentence", std::string_view(evidence.sentence));
    output.append("}}");
}

}  // namespace

void write_changes(const Network& before, const Network& after, std::span<const NetworkChange> changes,
                   Output& output) {
    std::map<std::string_view, const Node*> nodes;
    for (const auto* network : {&before, &after}) {
        for (const auto& node : network->nodes) nodes.insert_or_assign(node.id, &node);
    }
    output.append("{\"before\":");
    append_facts(output, before);
    output.append(",\n\"after\":");
    append_facts(output, after);
    output.append(",\n\"nodes\":[");
    const char* gap = "\n";
    for (const auto& change : changes) {
        if (change.ids.size() > 1) continue;
        output.append(std::exchange(gap, ",\n"));
        append_node(output, change, *nodes.at(change.ids.front()));
    }
    output.append("\n],\n\"edges\":[");
    gap = "\n";
    for (const auto& change : changes) {
        if (change.ids.size() == 1) continue;
        output.append(std::exchange(gap, ",\n"));
        append_edge(output, change);
    }
    output.append("\n]}\n");
}

}  // namespace entente
