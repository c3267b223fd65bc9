// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/graphviz_graph.hpp>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include <graphviz/gvc.h>

namespace entente {
namespace {

/// Graphviz 2.42 asks for char* and changes none of it.
char* loose(const char* text) { return const_cast<char*>(text); }

}  // namespace

GraphvizGraph::GraphvizGraph() : context_(gvContext()), graph_(agopen(loose("entente"), Agundirected, nullptr)) {
    // neato and sfdp draw from the C library's two generators; the same start gives the same picture.
    std::srand(1);
    ::srand48(1);
}

void GraphvizGraph::declare(Kind kind, const char* name, const char* value) {
    const int agkind = kind == Kind::graph ? AGRAPH : kind == Kind::node ? AGNODE : AGEDGE;
    agattr(graph_, agkind, loose(name), loose(value));
}

Agnode_s* GraphvizGraph::add_node(const std::string& name) { return agnode(graph_, loose(name.c_str()), 1); }

Agedge_s* GraphvizGraph::add_edge(Agnode_s* tail, Agnode_s* head) { return agedge(graph_, tail, head, nullptr, 1); }

void GraphvizGraph::set(Agnode_s* node, const char* name, const std::string& value) {
    agset(node, loose(name), loose(value.c_str()));
}

void GraphvizGraph::set(Agedge_s* edge, const char* name, const std::string& value) {
    agset(edge, loose(name), loose(value.c_str()));
}

void GraphvizGraph::set(Agnode_s* node, const char* name, double value) { set(node, name, graphviz_number(value)); }

void GraphvizGraph::set(Agedge_s* edge, const char* name, double value) { set(edge, name, graphviz_number(value)); }

bool GraphvizGraph::lay_out(const char* engine) { return gvLayout(context_, graph_, engine) == 0; }

Point GraphvizGraph::position(const Agnode_s* node) {
    auto* laid_out = const_cast<Agnode_s*>(node);  // the macro casts constness away
    return {ND_coord(laid_out).x, ND_coord(laid_out).y};
}

bool GraphvizGraph::draw(const char* format, int descriptor) {
    std::FILE* file = ::fdopen(descriptor, "wb");
    if (file == nullptr) {
        return false;
    }
    const bool drawn = gvRender(context_, graph_, format, file) == 0;
    return std::fclose(file) == 0 && drawn;
}

std::string graphviz_number(double number) {
    std::array<char, 32> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, 4).ptr;
    return {digits.data(), end};
}

}  // namespace entente
