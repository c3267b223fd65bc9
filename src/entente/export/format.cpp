// SPDX-License-Identifier: Apache-2.0
#include <entente/export/format.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <entente/export/writers.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

constexpr Format table[] = {
    {"gexf", ".gexf", "Gephi, with colours, sizes and positions (GEXF 1.3)", write_gexf},
    {"dynamic-gexf", ".dynamic.gexf",
     "Gephi's timeline: the same, each node and edge from its first to its last article", write_dynamic_gexf,
     Holds::slices},
    {"graphml", ".graphml", "Gephi, networkx, igraph, Cytoscape and most others (GraphML)", write_graphml},
    {"yed", ".yed.graphml", "yEd, with names, shapes, colours and positions (GraphML of yFiles)", write_yed, Holds::all,
     HasLayout::always},
    {"json", ".json", "d3, networkx and programs: node-link, with the evidence of each edge", write_json,
     Holds::evidence},
    {"graphology", ".graphology.json", "Gephi Lite, sigma and graphology", write_graphology, Holds::all,
     HasLayout::always},
    {"cyjs", ".cyjs", "Cytoscape and Cytoscape.js, with a style", write_cyjs, Holds::all, HasLayout::always},
    {"vosviewer", ".vosviewer.json", "VOSviewer, with a cluster for each type", write_vosviewer},
    {"gv", ".gv", "Graphviz and Gephi (DOT)", write_dot},
    {"dot", ".dot", "the same under its older suffix", write_dot},
    {"pajek", ".net", "Pajek and what reads its networks, such as VOSviewer", write_pajek},
    {"nodes-csv", ".nodes.csv", "spreadsheets and Gephi: one row for each node", write_nodes_csv},
    {"edges-csv", ".edges.csv", "spreadsheets and Gephi: one row for each edge", write_edges_csv, Holds::edges,
     HasLayout::never},
    {"csv", ".csv", "the same as .edges.csv", write_edges_csv, Holds::edges, HasLayout::never},
    {"slices-csv", ".slices.csv", "spreadsheets: articles, nodes and edges over time, one row for each --slice",
     write_slices_csv, Holds::slices, HasLayout::never},
    {"neo4j-nodes", ".neo4j-nodes.csv", "Neo4j: nodes for neo4j-admin database import", write_neo4j_nodes},
    {"neo4j-relationships", ".neo4j-relationships.csv", "Neo4j: edges for neo4j-admin database import",
     write_neo4j_relationships, Holds::edges, HasLayout::never},
    {"svg", ".svg", "a picture for the web and for drawing programs", write_svg, Holds::readable, HasLayout::always},
    {"png", ".png", "a picture in pixels", write_png, Holds::readable, HasLayout::always},
    {"pdf", ".pdf", "a picture for print", write_pdf, Holds::readable, HasLayout::always},
};

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::string suffixes() {
    std::string out;
    for (const auto& format : table) {
        out.append(out.empty() ? "" : " ").append(format.suffix);
    }
    return out;
}

[[noreturn]] void refuse(std::string_view path, std::string_view name) {
    std::vector<std::string_view> choices;
    for (const auto& format : table) {
        choices.push_back(format.suffix);
    }
    const auto dot = name.rfind('.');
    const auto suffix = dot == std::string_view::npos ? std::string_view() : name.substr(dot);
    const auto nearest = nearest_of(suffix, choices);
    const auto hint = nearest.empty() ? std::string() : "did you mean " + std::string(nearest) + "? ";
    const auto fault = suffix.empty() ? std::string("its name has no suffix to tell the format by")
                                      : "unknown format " + std::string(suffix);
    throw Error("cannot write " + std::string(path) + ": " + fault, hint + "a file's name may end in " + suffixes());
}

}  // namespace

std::span<const Format> formats() { return table; }

const Format& format_of(std::string_view path) {
    const auto slash = path.rfind('/');
    const auto name = lower(slash == std::string_view::npos ? path : path.substr(slash + 1));
    const Format* best = nullptr;
    for (const auto& format : table) {
        if (name.ends_with(format.suffix) && (best == nullptr || format.suffix.size() > best->suffix.size())) {
            best = &format;
        }
    }
    if (best == nullptr) {
        refuse(path, name);
    }
    return *best;
}

}  // namespace entente
