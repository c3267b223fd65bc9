// SPDX-License-Identifier: Apache-2.0
#include <entente/export/changes_json.hpp>
#include <entente/export/network_json.hpp>
#include <entente/graph/network_changes.hpp>
#include "../mention_rows.hpp"
#include "../run.hpp"
#include "commands.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>

namespace entente::cli {
namespace {

using Kind = NetworkChange::Kind;
constexpr Kind kinds[] = {Kind::fresh, Kind::gone, Kind::stronger, Kind::weaker};

/// The file of -o, or null. What is for people goes to standard output in any case.
Output* file_for_changes(const Settings& settings, Run& run) {
    if (settings.outputs.empty()) return nullptr;
    const auto& path = settings.outputs.front();
    if (settings.outputs.size() > 1 || !path.ends_with(".json")) {
        throw UsageError("what changed is written to one file, as JSON", "leave one -o, and name the file .json");
    }
    return &run.files.add(path);
}

/// What nodes are called: their labels, with the id where another has the same one.
std::map<std::string, std::string> names_in(const Network& before, const Network& after) {
    std::map<std::string, std::string> names;
    for (const auto* network : {&before, &after}) {
        for (const auto& node : network->nodes) names[node.id] = node.label;
    }
    std::map<std::string, int> owners;
    for (const auto& [id, label] : names) ++owners[label];
    for (auto& [id, label] : names) {
        if (owners.at(label) > 1) label += " (" + id + ')';
    }
    return names;
}

std::string number_text(double number) {
    char text[32];
    return {text, std::to_chars(std::begin(text), std::end(text), number).ptr};
}

std::string source_of(const EdgeEvidence& evidence) {
    std::string text = evidence.title;
    for (const auto& part : {to_string(evidence.date), evidence.article}) {
        text += (text.empty() || part.empty() ? "" : ", ") + part;
    }
    return text;
}

/// `  Jacinda Ardern – Tonga: 1 -> 2`, then a sentence.
std::string text_of(const NetworkChange& change, const std::map<std::string, std::string>& names) {
    std::string text = "  " + names.at(change.ids.front());
    if (change.ids.size() > 1) text += " – " + names.at(change.ids.back());
    text += ": " + number_text(change.before) + " -> " + number_text(change.after) + '\n';
    if (!change.evidence.article.empty()) {
        const auto& sentence = change.evidence.sentence;
        text += "      " + sentence + (sentence.empty() ? "(" : " (") + source_of(change.evidence) + ")\n";
    }
    return text;
}

/// The changes of one kind, of nodes or of edges, the largest first.
std::string text_of(std::vector<NetworkChange> changes, Kind kind, bool edges,
                    const std::map<std::string, std::string>& names) {
    std::erase_if(changes, [&](const NetworkChange& change) {
        return change.kind() != kind || (change.ids.size() > 1) != edges;
    });
    std::ranges::stable_sort(changes, std::ranges::greater{},
                             [](const NetworkChange& change) { return std::abs(change.after - change.before); });
    std::string text;
    for (const auto& change : changes) text += text_of(change, names);
    const auto head = std::string(name_of(kind)) + (edges ? " edges: " : " names: ") + grouped(changes.size()) + '\n';
    return changes.empty() ? text : head + text;
}

Network network_at(const std::string& path, Run& run) {
    return run.stage("read", [&] { return read_network(open_input(path), input_name(path)); });
}

}  // namespace

Exit diff(const Settings& settings) {
    Run run("diff", settings);
    auto* file = file_for_changes(settings, run);
    const auto before = network_at(settings.arguments.front(), run);
    const auto after = network_at(settings.arguments.back(), run);
    if (before.gazetteer != after.gazetteer) {
        run.note("the two networks were made with different names: some changes may be theirs");
    }
    const auto changes = changes_between(before, after);
    const auto names = names_in(before, after);
    std::string text;
    for (const auto kind : {Kind::fresh, Kind::gone}) text += text_of(changes, kind, false, names);
    for (const auto kind : kinds) text += text_of(changes, kind, true, names);
    print(text);
    if (file != nullptr) write_changes(before, after, changes, *file);
    return run.finish(grouped(before.articles) + " -> " + counted(after.articles, "article") + ", "
                      + counted(changes.size(), "change") + " of nodes and edges");
}

}  // namespace entente::cli
