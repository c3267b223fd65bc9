// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include <entente/graph/point.hpp>

struct Agraph_s;
struct Agnode_s;
struct Agedge_s;
struct GVC_s;

namespace entente {

/// A graph of Graphviz and its context, for use in a child process (graphviz_process.hpp), whose end frees them.
/// All that depends on Graphviz's own types, and on the char* of its older versions, is in the file of this class.
class GraphvizGraph {
public:
    enum class Kind { graph, node, edge };

    GraphvizGraph();

    /// What holds where nothing else is said. An attribute must be declared before it is set.
    void declare(Kind kind, const char* name, const char* value);
    /// `name` may be any text without NUL; the same again gives the same node.
    [[nodiscard]] Agnode_s* add_node(const std::string& name);
    [[nodiscard]] Agedge_s* add_edge(Agnode_s* tail, Agnode_s* head);
    void set(Agnode_s* node, const char* name, const std::string& value);
    void set(Agedge_s* edge, const char* name, const std::string& value);
    void set(Agnode_s* node, const char* name, double value);
    void set(Agedge_s* edge, const char* name, double value);

    /// False when Graphviz has no such engine or gave up.
    [[nodiscard]] bool lay_out(const char* engine);
    /// In points, of a node that was laid out.
    [[nodiscard]] static Point position(const Agnode_s* node);
    /// Writes a picture of what was laid out to an open file.
    [[nodiscard]] bool draw(const char* format, int descriptor);

private:
    GVC_s* context_;
    Agraph_s* graph_;
};

/// "12.5", as Graphviz reads it in the locale "C".
[[nodiscard]] std::string graphviz_number(double number);

}  // namespace entente
