// SPDX-License-Identifier: Apache-2.0
//
// A network of Pajek: vertices numbered from 1, in a square from 0 to 1 with y downwards. Its labels know no escape, and each
// reader has its own idea of a backslash, so what cannot stand in one is written as its neighbour. Readers such as networkx
// take vertices of one label for one, so a label that two bear gets the id behind it. No byte order mark: networkx would
// not know the first line.
#include <entente/export/writers.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>

namespace entente {
namespace {

std::string_view shape_of(NodeType type) {
    switch (type) {
        case NodeType::person: return "ellipse";
        case NodeType::country: return "box";
        case NodeType::organization: return "diamond";
        case NodeType::place: return "triangle";
        case NodeType::article: return "cross";
    }
    return "ellipse";
}

/// The inside of a quoted label, in valid UTF-8.
std::string label_of(std::string_view text) {
    Output plain;
    append_plain(plain, text);
    std::string label = plain.take();
    for (char& c : label) {
        c = c == '"' ? '\'' : c == '\\' ? '/' : c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return label;
}

/// Of all nodes, in their order, each once.
std::vector<std::string> labels_of(const Network& network) {
    std::vector<std::string> labels;
    std::unordered_map<std::string_view, std::size_t> bearers;
    labels.reserve(network.nodes.size());
    for (const auto& node : network.nodes) {
        labels.push_back(label_of(node.label));
        ++bearers[labels.back()];
    }
    std::vector<bool> shared;
    for (const auto& label : labels) {
        shared.push_back(bearers[label] > 1);
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (shared[i]) {
            labels[i] += " (" + label_of(network.nodes[i].id) + ")";
        }
    }
    return labels;
}

/// Where the nodes lie, and how it fits into Pajek's square.
class Square {
public:
    /// Of at least one node.
    explicit Square(const Network& network) {
        const auto [left, right] = std::ranges::minmax_element(network.nodes, {}, &Node::x);
        const auto [bottom, top] = std::ranges::minmax_element(network.nodes, {}, &Node::y);
        middle_x_ = (left->x + right->x) / 2;
        middle_y_ = (bottom->y + top->y) / 2;
        const double side = std::max(right->x - left->x, top->y - bottom->y);
        scale_ = side > 0 ? 0.9 / side : 0;
    }

    [[nodiscard]] double across(const Node& node) const { return 0.5 + (node.x - middle_x_) * scale_; }
    [[nodiscard]] double down(const Node& node) const { return 0.5 - (node.y - middle_y_) * scale_; }

private:
    double middle_x_ = 0;
    double middle_y_ = 0;
    double scale_ = 0;
};

constexpr double usual_size = 20;  // of a node that Pajek draws at factor 1

void append_vertices(Output& output, const Network& network) {
    const auto labels = labels_of(network);
    const Square square(network);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto& node = network.nodes[i];
        output.append_number(std::uint64_t{i + 1});
        output.append(" \"");
        output.append(labels[i]);
        output.append("\" ");
        if (network.laid_out) {
            output.append_fixed(square.across(node), 4);
            output.append(' ');
            output.append_fixed(square.down(node), 4);
            output.append(' ');
        }
        output.append(shape_of(node.type));
        for (const std::string_view factor : {" x_fact ", " y_fact "}) {
            output.append(factor);
            output.append_fixed(node.size / usual_size, 2);
        }
        output.append(" ic RGB");
        output.append(hexadecimal(colour_of(node.type)).substr(1));
        output.append("\r\n");
    }
}

}  // namespace

void write_pajek(const Network& network, Output& output) {
    output.append("*Vertices ");
    output.append_number(std::uint64_t{network.nodes.size()});
    output.append("\r\n");
    if (!network.nodes.empty()) {
        append_vertices(output, network);
    }
    output.append("*Edges\r\n");
    for (const auto& edge : network.edges) {
        output.append_number(std::uint64_t{edge.source} + 1);
        output.append(' ');
        output.append_number(std::uint64_t{edge.target} + 1);
        output.append(' ');
        output.append_number(weight_of(network, edge));
        output.append("\r\n");
    }
}

}  // namespace entente
