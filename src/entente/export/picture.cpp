// SPDX-License-Identifier: Apache-2.0
//
// A picture that can be printed as it is: title, marks, names, lines and a legend, at the positions that lay_out() found.
// Everything is a node or an edge of Graphviz at a fixed place ("nop2"), drawn in a child process.
#include <entente/export/writers.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export/column.hpp>
#include <entente/export/escape.hpp>
#include <entente/graph/graphviz_graph.hpp>
#include <entente/graph/graphviz_process.hpp>
#include <entente/graph/look.hpp>
#include <entente/graph/palette.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

using Kind = GraphvizGraph::Kind;

constexpr std::chrono::seconds time_limit{300};
constexpr double points_per_inch = 72;
constexpr double dots_per_inch = 144;  // of a picture in pixels,
constexpr double most_pixels = 8000;   // unless one side would be longer than this
constexpr double title_font =
    20;  // points in a picture up to `page_width` wide; title and legend grow with a wider one
constexpr double note_font = 10;
constexpr double page_width = 1000;
constexpr const char* ink = "#1a1a1a";
constexpr const char* pale_ink = "#555555";
constexpr const char* line_colour = "#4a5a6a";
constexpr const char* absent_mark = "#e4e4e4";  // of whom a slice does not name
constexpr const char* absent_ink = "#b0b0b0";

/// What tells a type without colour.
const char* shape_of(NodeType type) {
    switch (type) {
        case NodeType::person: return "circle";
        case NodeType::country: return "square";
        case NodeType::organization: return "diamond";
        case NodeType::place: return "triangle";
        case NodeType::article: return "note";
    }
    return "circle";
}

std::string place_at(double x, double y) { return graphviz_number(x) + "," + graphviz_number(y); }

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

/// `60 of 418 names and 150 of 3499 links in 600 articles of 591 stories`
std::string summary_of(const Network& network) {
    std::size_t names = 0;
    std::size_t articles = 0;
    for (const auto& node : network.nodes) {
        if (node.articles > 0) ++(node.type == NodeType::article ? articles : names);
    }
    const auto part = [](std::size_t some, std::size_t all, std::string_view one, std::string_view many) {
        return all > some ? std::to_string(some) + " of " + counted(all, one, many) : counted(some, one, many);
    };
    std::string text;
    if (network.two_mode) {
        text = counted(names, "name", "names") + " in " + part(articles, network.articles, "article", "articles");
    } else {
        text = part(names, network.whole_nodes, "name", "names") + " and "
               + part(network.edges.size(), network.whole_edges, "link", "links") + " in "
               + counted(network.articles, "article", "articles");
    }
    if (network.stories > 0 && network.stories < network.articles) {
        text += " of " + counted(network.stories, "story", "stories");
    }
    return text;
}

/// What the nodes and their names cover, in points.
struct Frame {
    double left = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double bottom = std::numeric_limits<double>::infinity();
    double top = -std::numeric_limits<double>::infinity();

    void add(double x, double y, const NodeLook& look) {
        left = std::min(left, x - look.width() / 2);
        right = std::max(right, x + look.width() / 2);
        bottom = std::min(bottom, y - look.mark / 2 - look.name_height);
        top = std::max(top, y + look.mark / 2);
    }
};

/// Puts one network on paper. Lives in the child.
class Drawing {
public:
    explicit Drawing(const Network& network) : network_(network) {
        const auto most_articles = most_articles_of(network);
        for (const auto& node : network.nodes) {
            looks_.push_back(look_of(node, most_articles));
            frame_.add(x_of(node), y_of(node), looks_.back());
        }
        if (network.nodes.empty()) {
            frame_ = {0, 360, 0, 0};
        }
        scale_ = std::max(1.0, (frame_.right - frame_.left) / page_width);
    }

    bool draw(const char* format, int descriptor) {
        declare_attributes(format);
        add_marks();
        add_lines();
        add_names();
        add_title();
        add_legend();
        return graph_.lay_out("nop2") && graph_.draw(format, descriptor);
    }

private:
    static double x_of(const Node& node) { return node.x / units_per_point; }
    static double y_of(const Node& node) { return node.y / units_per_point; }

    void declare_attributes(std::string_view format);
    void add_marks();
    void add_lines();
    void add_names();
    void add_title();
    void add_legend();
    Agnode_s* add_mark(const std::string& name, NodeType type, double points, double x, double y);
    /// Text that starts at `left`; `y` is its middle.
    void add_text(const std::string& name, std::string_view text, double font, const char* colour, double left,
                  double y);

    const Network& network_;
    GraphvizGraph graph_;
    std::vector<NodeLook> looks_;
    std::vector<Agnode_s*> marks_;
    Frame frame_;
    double scale_ = 1;  ///< of title and legend
};

void Drawing::declare_attributes(std::string_view format) {
    const double longest = std::max(frame_.right - frame_.left, frame_.top - frame_.bottom) + 150;
    const double dots = std::min(dots_per_inch, most_pixels * points_per_inch / longest);
    const auto dpi = graphviz_number(format == "png" ? dots : points_per_inch);
    graph_.declare(Kind::graph, "dpi", dpi.c_str());
    graph_.declare(Kind::graph, "outputorder", "edgesfirst");
    graph_.declare(Kind::graph, "splines", "line");
    graph_.declare(Kind::graph, "bgcolor", "white");
    graph_.declare(Kind::graph, "pad", "0.25");
    for (const auto& [name, value] : {std::pair{"shape", "plain"},
                                      {"style", "filled"},
                                      {"fixedsize", "false"},
                                      {"width", "0.01"},
                                      {"height", "0.01"},
                                      {"margin", "0"},
                                      {"label", ""},
                                      {"pos", ""},
                                      {"color", "#ffffff00"},
                                      {"fillcolor", "#ffffff00"},
                                      {"fontname", "Helvetica"},
                                      {"fontsize", "10"},
                                      {"fontcolor", ink},
                                      {"penwidth", "1"},
                                      {"tooltip", ""}}) {
        graph_.declare(Kind::node, name, value);
    }
    for (const auto& [name, value] : {std::pair{"color", line_colour}, {"penwidth", "1"}, {"tooltip", ""}}) {
        graph_.declare(Kind::edge, name, value);
    }
}

Agnode_s* Drawing::add_mark(const std::string& name, NodeType type, double points, double x, double y) {
    auto* const mark = graph_.add_node(name);
    const double inches = points / points_per_inch;
    graph_.set(mark, "shape", std::string(shape_of(type)));
    graph_.set(mark, "fixedsize", std::string("true"));
    graph_.set(mark, "width", inches);
    graph_.set(mark, "height", inches);
    graph_.set(mark, "fillcolor", hexadecimal(colour_of(type)));
    graph_.set(mark, "color", std::string("white"));
    graph_.set(mark, "pos", place_at(x, y));
    return mark;
}

void Drawing::add_marks() {
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        const auto& node = network_.nodes[i];
        auto* const mark = add_mark(graphviz_label(node.id), node.type, looks_[i].mark, x_of(node), y_of(node));
        graph_.set(mark, "tooltip", graphviz_label(node.label + ", " + counted(node.articles, "article", "articles")));
        if (node.articles == 0) graph_.set(mark, "fillcolor", std::string(absent_mark));
        marks_.push_back(mark);
    }
}

/// Width and darkness grow with the logarithm of the weight.
void Drawing::add_lines() {
    double least =
        network_.scale.most_weight > 0 ? network_.scale.least_weight : std::numeric_limits<double>::infinity();
    double most = network_.scale.most_weight;
    for (const auto& edge : network_.edges) {
        least = std::min(least, edge.weight);
        most = std::max(most, edge.weight);
    }
    // The more lines cross, the paler the faint ones must be.
    const double lines_per_node = static_cast<double>(network_.edges.size()) / static_cast<double>(marks_.size());
    const double faint = std::clamp(110 - 8 * lines_per_node, 30.0, 100.0);
    for (const auto& edge : network_.edges) {
        const double share = most > least ? std::log(edge.weight / least) / std::log(most / least) : 0.3;
        auto* const line = graph_.add_edge(marks_[edge.source], marks_[edge.target]);
        graph_.set(line, "penwidth", 0.7 + 3.8 * share);
        const auto opacity = static_cast<std::uint8_t>(faint + (160 - faint) * share);
        graph_.set(line, "color", line_colour + hexadecimal({opacity, 0, 0}).substr(1, 2));
        graph_.set(line, "tooltip",
                   graphviz_label(network_.nodes[edge.source].label + " – " + network_.nodes[edge.target].label + ", "
                                  + counted(edge.articles, "article", "articles")));
    }
}

/// On a plate that lets lines shine through only faintly.
void Drawing::add_names() {
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        const auto& look = looks_[i];
        std::string text;
        for (const auto& line : look.lines) {
            text.append(text.empty() ? "" : "\\n").append(graphviz_label(line));
        }
        auto* const name = graph_.add_node("name:" + std::to_string(i));
        graph_.set(name, "label", text);
        graph_.set(name, "fontsize", look.font);
        graph_.set(name, "fillcolor", std::string("#ffffffb0"));
        const auto& node = network_.nodes[i];
        if (node.articles == 0) graph_.set(name, "fontcolor", std::string(absent_ink));
        graph_.set(name, "pos", place_at(x_of(node), y_of(node) - (look.mark + look.name_height) / 2));
    }
}

void Drawing::add_text(const std::string& name, std::string_view text, double font, const char* colour, double left,
                       double y) {
    auto* const node = graph_.add_node(name);
    const double width = 1.2 * text_width(text, font);  // what is too narrow for its text is centred, not left-aligned
    graph_.set(node, "label", graphviz_label(text) + "\\l");
    graph_.set(node, "shape", std::string("plaintext"));
    graph_.set(node, "fixedsize", std::string("true"));
    graph_.set(node, "width", width / points_per_inch);
    graph_.set(node, "height", font * 1.2 / points_per_inch);
    graph_.set(node, "fontsize", font);
    graph_.set(node, "fontcolor", std::string(colour));
    graph_.set(node, "pos", place_at(left + width / 2, y));
}

void Drawing::add_title() {
    const auto summary = summary_of(network_);
    add_text("summary", summary, scale_ * (note_font + 2), pale_ink, frame_.left, frame_.top + scale_ * 24);
    double y = frame_.top + scale_ * (28 + title_font);
    const double letters = std::max(30.0, (frame_.right - frame_.left) / (0.6 * scale_ * title_font));
    const auto lines = lines_of(network_.title, static_cast<std::size_t>(letters), 3);
    for (std::size_t i = lines.size(); i-- > 0 && !network_.title.empty(); y += scale_ * title_font * 1.2) {
        add_text("title:" + std::to_string(i), lines[i], scale_ * title_font, ink, frame_.left, y);
    }
}

void Drawing::add_legend() {
    const double mark = scale_ * 11;
    double x = frame_.left;
    const double y = frame_.bottom - scale_ * 36;
    for (const auto type : node_types) {
        if (std::ranges::none_of(network_.nodes, [type](const Node& node) { return node.type == type; })) {
            continue;
        }
        const std::string name(name_of(type));
        add_mark("legend:" + name, type, mark * stretch_of(type), x + mark / 2, y);
        x += mark + scale_ * 6;
        add_text("legend text:" + name, name, scale_ * note_font, ink, x, y);
        x += text_width(name, scale_ * note_font) + scale_ * 14;
    }
    add_text("note",
             network_.two_mode ? "Area: articles that name it. Line: how often the article names it."
                               : "Area: articles that name it. Line: articles that name both, which does not say they "
                                 "are related.",
             scale_ * (note_font - 1), pale_ink, frame_.left, y - scale_ * 18);
}

/// cairo stamps a PDF with the time: the same network must give the same bytes.
void remove_clock(std::string& pdf) {
    constexpr std::string_view key = "/CreationDate (D:";
    constexpr std::string_view fixed = "20000101000000";
    for (auto at = pdf.find(key); at != std::string::npos; at = pdf.find(key, at)) {
        at += key.size();
        for (std::size_t i = 0; i < fixed.size() && at + i < pdf.size() && pdf[at + i] != ')'; ++i) {
            pdf[at + i] = fixed[i];
        }
    }
}

void write_picture(const Network& network, Output& output, const char* format) {
    for (const auto& edge : network.edges) {
        static_cast<void>(weight_of(network, edge));
    }
    auto answer =
        run_in_child([&](int descriptor) { return Drawing(network).draw(format, descriptor); }, {.time = time_limit});
    if (!answer.failure.empty()) {
        throw Error(
            "drawing the ." + std::string(format) + " picture by Graphviz " + answer.failure,
            "leave names out (--min-weight), or write .gexf for Gephi; if Graphviz lacks the format, write .svg");
    }
    if (std::string_view(format) == "pdf") {
        remove_clock(answer.bytes);
    }
    output.append(answer.bytes);
}

}  // namespace

void write_svg(const Network& network, Output& output) { write_picture(network, output, "svg"); }

void write_png(const Network& network, Output& output) { write_picture(network, output, "png"); }

void write_pdf(const Network& network, Output& output) { write_picture(network, output, "pdf"); }

}  // namespace entente
