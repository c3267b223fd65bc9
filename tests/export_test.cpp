// SPDX-License-Identifier: Apache-2.0
// What each format holds, and that hostile names break none of them. Files and suffixes: output_test.cpp.
#include <algorithm>
#include <cstring>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <graphviz/cgraph.h>
#include <simdjson.h>

#include <entente/export/format.hpp>
#include <entente/graph/layout.hpp>
#include <entente/graph/structure.hpp>
#include <entente/text/diagnostic.hpp>
#include "catch.hpp"
#include "small_networks.hpp"
#include "strict_xml.hpp"
#include "written_files.hpp"

using namespace entente;
using news::csv_rows;
using news::written;

namespace {

std::string with_replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// What a reader sees of a label's escString.
std::string drawn(std::string_view label) {
    std::string out;
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (label[i] == '\\' && i + 1 < label.size()) {
            ++i;
            out += label[i] == 'n' ? '\n' : label[i];
        } else {
            out += label[i];
        }
    }
    return out;
}

struct ReadBack {
    std::vector<std::string> labels;
    std::vector<double> weights;
};

ReadBack read_by_graphviz(const std::string& dot) {
    ReadBack back;
    Agraph_t* graph = agmemread(dot.c_str());
    REQUIRE(graph != nullptr);
    for (auto* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
        back.labels.push_back(drawn(agget(node, const_cast<char*>("label"))));
        for (auto* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
            back.weights.push_back(std::strtod(agget(edge, const_cast<char*>("weight")), nullptr));
        }
    }
    agclose(graph);
    return back;
}

std::vector<double> weights_of(const Network& network) {
    std::vector<double> weights;
    for (const auto& edge : network.edges) {
        weights.push_back(edge.weight);
    }
    return weights;
}

std::string data_of(const strict_xml::Element& element, std::string_view key) {
    for (const auto& child : element.children) {
        if (child.name == "data" && child.attributes.at("key") == key) {
            return child.text;
        }
    }
    return "(none)";
}

}  // namespace

TEST_CASE("a name that ends in a backslash is read back by Graphviz as it was", "[export]") {
    const auto network = news::wheel_of(news::hostile_names());
    const auto back = read_by_graphviz(written(network, ".gv"));
    REQUIRE(back.labels.size() == network.nodes.size());
    for (std::size_t i = 0; i < back.labels.size(); ++i) {
        auto expected = network.nodes[i].label;
        std::ranges::replace_if(
            expected, [](char c) { return c == '\t' || c == '\r'; }, ' ');
        CHECK(back.labels[i] == expected);
    }
    CHECK(back.weights == weights_of(network));
}

TEST_CASE("a name of 20,000 bytes is cut where Graphviz would call it a syntax error", "[export]") {
    for (const std::string letter : {"a", "\"", "\\", "ö", "&", "\n"}) {
        std::string name;
        while (name.size() < 20'000) {
            name += letter;
        }
        const auto dot = written(news::wheel_of({"Reuters", name}), ".gv");
        const auto back = read_by_graphviz(dot);
        REQUIRE(back.labels.size() == 2);
        CHECK(name.starts_with(back.labels[1]));
        CHECK(back.labels[1].size() >= 7'900);
        CHECK(back.labels[1].size() % letter.size() == 0);
        CHECK(strict_xml::Reader(written(news::wheel_of({"Reuters", name}), ".gexf"))
                  .read()
                  .all("node")[1]
                  ->attributes.at("label")
              == name);
    }
}

TEST_CASE("names with quotes, tags and line ends come back from GraphML and GEXF as they were", "[export]") {
    const auto network = news::wheel_of(news::hostile_names());
    const auto graphml = strict_xml::Reader(written(network, ".graphml")).read();
    const auto gexf = strict_xml::Reader(written(network, ".gexf")).read();
    const auto in_graphml = graphml.all("node");
    const auto in_gexf = gexf.all("node");
    REQUIRE(in_graphml.size() == network.nodes.size());
    REQUIRE(in_gexf.size() == network.nodes.size());
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        CHECK(data_of(*in_graphml[i], "label") == network.nodes[i].label);
        CHECK(data_of(*in_graphml[i], "name") == network.nodes[i].label);
        CHECK(in_gexf[i]->attributes.at("label") == network.nodes[i].label);
    }
}

TEST_CASE("control characters and broken UTF-8 in a name make no file unreadable", "[export]") {
    const auto network = news::wheel_of(news::broken_names());
    CHECK(read_by_graphviz(written(network, ".gv")).labels.size() == network.nodes.size());
    const auto gexf = strict_xml::Reader(written(network, ".gexf")).read();
    CHECK(gexf.all("node")[0]->attributes.at("label") == "nul\uFFFDbyte");
    CHECK(gexf.all("node")[3]->attributes.at("label") == "lone \uFFFD surrogate");
    CHECK(gexf.all("node")[6]->attributes.at("label") == "cut \uFFFD\uFFFD");
    CHECK(strict_xml::Reader(written(network, ".graphml")).read().all("node").size() == network.nodes.size());
    CHECK(strict_xml::Reader(written(network, ".svg")).read().all("svg").empty());
    simdjson::dom::parser parser;
    CHECK(parser.parse(written(network, ".json"))["nodes"].get_array().size() == network.nodes.size());
}

TEST_CASE("JSON holds every name, weight and sentence as it was", "[export]") {
    const auto network = news::wheel_of(news::hostile_names());
    simdjson::dom::parser parser;
    const auto json = parser.parse(written(network, ".json"));
    CHECK(json["directed"].get_bool().value() == false);
    CHECK(json["multigraph"].get_bool().value() == false);
    CHECK(json["graph"]["title"].get_string().value() == network.title);
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        CHECK(json["nodes"].at(i)["label"].get_string().value() == network.nodes[i].label);
    }
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        CHECK(json["links"].at(i)["weight"].get_double().value() == network.edges[i].weight);
    }
}

TEST_CASE("the sentence behind a link is in the JSON and in no other file", "[export]") {
    const auto network = news::bali();
    const auto text = written(network, ".json");
    CHECK(text.ends_with("]}\n"));
    CHECK(text.find("\u2028") == std::string::npos);  // a line end to JavaScript before 2019
    simdjson::dom::parser parser;
    const auto link = parser.parse(text)["links"].at(1);
    CHECK(link["id"].get_string().value() == "organization/g20--person/sergey-lavrov");
    CHECK(link["evidence"].at(0)["sentence"].get_string().value() == network.edges[1].evidence[0].sentence);
    CHECK(link["evidence"].at(0)["date"].get_string().value() == "2022-07-08");
    CHECK(link["evidence"].at(0)["copies"].get_array().size() == 2);
    CHECK(link["evidence"].at(0)["copies"].at(1).get_string().value() == "bali-1-reprint");
    CHECK(link["last_date"].is_null());
    for (const auto& format : formats()) {
        if (format.name != "json") {
            CHECK(written(network, format.suffix).find("flew home") == std::string::npos);
        }
    }
}

TEST_CASE("a name that a spreadsheet would run as a formula is made harmless", "[export]") {
    const auto network = news::wheel_of(news::hostile_names());
    const auto rows = csv_rows(written(network, ".nodes.csv"));
    REQUIRE(rows.size() == network.nodes.size() + 1);
    CHECK(rows[0][0] == "Id");
    CHECK(rows[0][1] == "Label");
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        const auto& label = network.nodes[i].label;
        REQUIRE(rows[i + 1].size() == rows[0].size());
        CHECK(rows[i + 1][1]
              == (std::string_view("=+-@").find(label[0]) == std::string_view::npos ? label : "'" + label));
    }
}

TEST_CASE("Gephi reads the table of links as undirected, with its weights", "[export]") {
    const auto rows = csv_rows(written(news::bali(), ".csv"));
    REQUIRE(rows.size() == 4);
    CHECK(std::vector(rows[0].begin(), rows[0].begin() + 5)
          == std::vector<std::string>{"Source", "Target", "Type", "Id", "Weight"});
    CHECK(std::vector(rows[1].begin(), rows[1].begin() + 5)
          == std::vector<std::string>{"organization/g20", "person/antony-blinken", "Undirected",
                                      "organization/g20--person/antony-blinken", "0.1"});
    CHECK(written(news::bali(), ".csv") == written(news::bali(), ".edges.csv"));
}

TEST_CASE("GraphML keeps to what Gephi, networkx and igraph all read", "[export]") {
    const auto graphml = strict_xml::Reader(written(news::bali(), ".graphml")).read();
    CHECK(graphml.attributes.at("xmlns") == "http://graphml.graphdrawing.org/xmlns");
    std::set<std::string> ids, names;
    for (const auto* key : graphml.all("key")) {
        const auto& of = key->attributes;
        CHECK(ids.insert(of.at("id")).second);
        CHECK(names.insert(of.at("for") + " " + of.at("attr.name")).second);
        CHECK(std::set<std::string>{"node", "edge"}.contains(of.at("for")));
        CHECK(
            std::set<std::string>{"boolean", "int", "long", "float", "double", "string"}.contains(of.at("attr.type")));
    }
    for (const auto* data : graphml.all("data")) {
        CHECK(ids.contains(data->attributes.at("key")));
    }
    const auto* link = graphml.all("edge")[1];
    CHECK(data_of(*link, "weight") == "6");
    CHECK(link->attributes.at("id") == link->attributes.at("source") + "--" + link->attributes.at("target"));
    CHECK(data_of(*link, "edge_id") == link->attributes.at("id"));
    CHECK(data_of(*link, "edge_first_date") == "2022-07-08");
    CHECK(data_of(*link, "edge_last_date") == "(none)");
    CHECK(data_of(*graphml.all("node")[3], "country") == "country/russia");
}

TEST_CASE("GEXF has the namespaces to the letter, one block of attributes a class, and colours, sizes and positions",
          "[export]") {
    const auto text = written(news::bali(), ".gexf");
    const auto gexf = strict_xml::Reader(text).read();
    CHECK(gexf.attributes.at("xmlns") == "http://gexf.net/1.3");
    CHECK(gexf.attributes.at("xmlns:viz") == "http://gexf.net/1.3/viz");
    CHECK(gexf.attributes.at("version") == "1.3");
    CHECK(gexf.all("graph")[0]->attributes.at("defaultedgetype") == "undirected");
    CHECK(gexf.all("attributes").size() == 2);
    CHECK(gexf.all("viz:color").size() == 4);
    CHECK(gexf.all("viz:position").size() == 4);
    CHECK(text.find("<viz:size value=") != std::string::npos);  // Gephi wants `value` first
    CHECK(gexf.all("edge")[0]->attributes.at("weight") == "0.1");
}

TEST_CASE("a network without positions leaves them to the program that opens it", "[export]") {
    auto network = news::bali();
    network.laid_out = false;
    network.nodes[0].x = 1234.5;
    for (const auto& format : formats()) {
        if (format.layout != HasLayout::if_any) continue;
        CAPTURE(std::string(format.name));
        CHECK(written(network, format.suffix).find("1234.5") == std::string::npos);
    }
    CHECK(written(network, ".gexf").find("viz:position") == std::string::npos);
    CHECK(written(network, ".graphml").find("\"x\"") == std::string::npos);
    CHECK(written(network, ".json").find("\"x\"") == std::string::npos);
    CHECK(written(network, ".gv").find("nop2") == std::string::npos);  // would draw all names in one place
    CHECK(written(network, ".nodes.csv").find(",x,y") == std::string::npos);
}

TEST_CASE("Gephi's reader of DOT finds nothing in its way", "[export]") {
    const auto dot = written(news::bali(), ".gv");
    CHECK(dot == written(news::bali(), ".dot"));
    CHECK(dot.find("\n  node ") == std::string::npos);   // it skips all that follows
    CHECK(dot.find('#') == std::string::npos);           // #rrggbb becomes invisible
    CHECK(dot.find("\" -- \"") != std::string::npos);    // "a--b" would be one node
    CHECK(dot.find("\n  graph [") > dot.rfind(" -- "));  // last, for the same reason
}

TEST_CASE("the same network written twice gives the same bytes in every format", "[export]") {
    auto network = news::bali();
    measure(network);
    CHECK(lay_out(network).empty());
    for (const auto& format : formats()) {
        CAPTURE(std::string(format.name));
        CHECK(written(network, format.suffix) == written(network, format.suffix));
    }
    CHECK(written(network, ".pdf").find("CreationDate (D:20000101000000") != std::string::npos);
}

TEST_CASE("news with no, one or two names gives a file in every format", "[export]") {
    for (const std::size_t names : {0, 1, 2}) {
        auto network = news::wheel_of({"Reuters", "NATO"});
        network.nodes.resize(names);
        network.edges.resize(names == 2 ? 1 : 0);
        measure(network);
        CHECK(lay_out(network).empty());
        for (const auto& format : formats()) {
            CAPTURE(std::string(format.name), names);
            CHECK_FALSE(written(network, format.suffix).empty());
        }
        CHECK(strict_xml::Reader(written(network, ".graphml")).read().all("node").size() == names);
        CHECK(strict_xml::Reader(written(network, ".gexf")).read().all("edge").size() == network.edges.size());
        simdjson::dom::parser parser;
        CHECK(parser.parse(written(network, ".json"))["nodes"].get_array().size() == names);
    }
}

TEST_CASE("a link without weight is refused, for Gephi would delete it", "[export]") {
    for (const double weight :
         {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        auto network = news::bali();
        network.edges[1].weight = weight;
        for (const auto& format : formats()) {
            CAPTURE(std::string(format.name), weight);
            if (!format.name.ends_with("nodes") && format.name != "nodes-csv" && format.name != "slices-csv") {
                CHECK_THROWS_AS(written(network, format.suffix), Error);
            }
        }
    }
}

TEST_CASE("a picture shows title, names, a legend of the types and their shapes", "[export]") {
    auto network = news::bali();
    REQUIRE(lay_out(network).empty());
    const auto svg = written(network, ".svg");
    const auto picture = strict_xml::Reader(svg).read();
    std::string words;
    for (const auto* text : picture.all("text")) {
        words += text->text + "|";
    }
    for (const std::string word : {"Ministers in Bali", "4 names and 3 links in 9 articles", "Sergey Lavrov", "G20",
                                   "Indonesia", "person", "country", "organization"}) {
        CAPTURE(words);
        CHECK(with_replaced(words, "\u00a0", " ").find(word + "|") != std::string::npos);
    }
    CHECK(words.find("place|") == std::string::npos);
    CHECK(svg.find("Sergey Lavrov, 7 articles") != std::string::npos);  // shown when the pointer rests on it
    CHECK(svg.find("class=\"node\"") > svg.rfind("class=\"edge\""));    // lines lie under the marks
    CHECK(written(network, ".png").starts_with("\x89PNG"));
    CHECK(written(network, ".pdf").starts_with("%PDF"));
}

TEST_CASE("hostile names are drawn as text", "[export]") {
    auto names = news::hostile_names();
    names.push_back(std::string(20'000, 'x'));
    auto network = news::wheel_of(names);
    REQUIRE(lay_out(network).empty());
    const auto picture = strict_xml::Reader(written(network, ".svg")).read();
    std::set<std::string> words;
    for (const auto* text : picture.all("text")) {
        words.insert(with_replaced(text->text, "\u00a0", " "));
    }
    CHECK(words.contains("AC\\"));
    CHECK(words.contains("\\N and \\G"));
    CHECK(words.contains("<b>x</b>"));
    CHECK(words.contains("-."));
    CHECK(words.contains("AT&T; R&amp;D"));
    CHECK(picture.all("script").empty());
}
