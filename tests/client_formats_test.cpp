// SPDX-License-Identifier: Apache-2.0
// Formats that one program asks for: Gephi's timeline, yEd, Gephi Lite and sigma, Cytoscape, VOSviewer, Pajek, Neo4j.
// tests/clients has most of those programs read the same files.
#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "catch.hpp"
#include "small_networks.hpp"
#include "strict_xml.hpp"
#include "written_files.hpp"

using namespace entente;
using news::csv_rows;
using news::written;

namespace {

/// Names that could break a reader, and what XML and JSON give back of them.
struct Awkward {
    Network network;
    std::vector<std::string> read_back;
};

Awkward awkward() {
    auto names = news::hostile_names();
    names.insert(names.end(), news::broken_names().begin(), news::broken_names().end());
    Awkward all{news::wheel_of(names), {}};
    const auto gexf = strict_xml::Reader(written(all.network, ".gexf")).read();
    for (const auto* node : gexf.all("node")) {
        all.read_back.push_back(node->attributes.at("label"));
    }
    return all;
}

std::string text_of(simdjson::dom::element value) { return std::string(value.get_string().value()); }

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        CHECK(line.ends_with('\r'));
        lines.push_back(line.substr(0, line.size() - 1));
    }
    return lines;
}

}  // namespace

TEST_CASE("Gephi's timeline shows each name and link from the first day to the last", "[export]") {
    auto network = news::bali();
    network.nodes[0].first_date = network.nodes[0].last_date = {2022, 2, 0};
    network.nodes[1].first_date = {2021, 0, 0};
    network.nodes[1].last_date = {2022, 0, 0};
    const auto gexf = strict_xml::Reader(written(network, ".dynamic.gexf")).read();
    const auto& graph = gexf.all("graph")[0]->attributes;
    CHECK(graph.at("mode") == "dynamic");
    CHECK(graph.at("timeformat") == "date");
    CHECK(graph.at("timerepresentation") == "interval");
    const auto nodes = gexf.all("node");
    CHECK(nodes[0]->attributes.at("start") == "2022-02-01");
    CHECK(nodes[0]->attributes.at("end") == "2022-02-28");
    CHECK(nodes[1]->attributes.at("start") == "2021-01-01");
    CHECK(nodes[1]->attributes.at("end") == "2022-12-31");
    CHECK(nodes[2]->attributes.count("start") == 0);  // no dated article: it is there all the time
    CHECK(nodes[3]->attributes.at("start") == "2022-07-07");
    CHECK(nodes[3]->attributes.at("end") == "2022-11-15");
    const auto& link = gexf.all("edge")[1]->attributes;
    CHECK(link.at("start") == "2022-07-08");
    CHECK(link.at("end") == "2022-07-08");
    CHECK(link.at("weight") == "6");
    CHECK(gexf.all("attributes").size() == 2);  // of a second block for a class, graphology keeps one
    CHECK(written(network, ".gexf").find("start=") == std::string::npos);
}

TEST_CASE("yEd draws every name as it was, in the shape and colour of its type", "[export]") {
    auto [network, read_back] = awkward();
    network.nodes[0].x = 10;
    network.nodes[0].y = 20;
    const auto graphml = strict_xml::Reader(written(network, ".yed.graphml")).read();
    const auto names = graphml.all("y:NodeLabel");
    REQUIRE(names.size() == network.nodes.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(names[i]->text == read_back[i]);
    }
    CHECK(graphml.all("y:Shape")[0]->attributes.at("type") == "ellipse");
    CHECK(graphml.all("y:Fill")[0]->attributes.at("color") == "#0072b2");
    const auto& place = graphml.all("y:Geometry")[0]->attributes;
    CHECK(place.at("x") == "8");  // of the upper left corner, for a size of 4; y goes downwards
    CHECK(place.at("y") == "-22");
    CHECK(graphml.all("y:PolyLineEdge").size() == network.edges.size());
}

TEST_CASE("graphology's JSON holds every name and weight, and no node type that sigma would look for", "[export]") {
    const auto [network, read_back] = awkward();
    simdjson::dom::parser parser;
    const auto json = parser.parse(written(network, ".graphology.json"));
    CHECK(text_of(json["options"]["type"]) == "undirected");
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        const auto node = json["nodes"].at(i);
        CHECK(text_of(node["key"]) == network.nodes[i].id);
        CHECK(text_of(node["attributes"]["label"]) == read_back[i]);
        CHECK(text_of(node["attributes"]["entity_type"]) == "person");
        CHECK(node["attributes"]["type"].error() == simdjson::NO_SUCH_FIELD);
        CHECK(node["attributes"]["first_date"].error() == simdjson::NO_SUCH_FIELD);  // not known: no null among dates
    }
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        CHECK(json["edges"].at(i)["attributes"]["weight"].get_double().value() == network.edges[i].weight);
        CHECK(json["edges"].at(i)["undirected"].get_bool().value());
    }
}

TEST_CASE("Cytoscape gets every name and weight, and a style that shows names, sizes, shapes and colours", "[export]") {
    auto [network, read_back] = awkward();
    network.nodes[1].x = 3;
    network.nodes[1].y = 4;
    simdjson::dom::parser parser;
    const auto json = parser.parse(written(network, ".cyjs"));
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        CHECK(text_of(json["elements"]["nodes"].at(i)["data"]["name"]) == read_back[i]);
    }
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        CHECK(json["elements"]["edges"].at(i)["data"]["weight"].get_double().value() == network.edges[i].weight);
    }
    const auto place = json["elements"]["nodes"].at(1)["position"];
    CHECK(place["x"].get_double().value() == 3);
    CHECK(place["y"].get_double().value() == -4);  // downwards
    const auto style = json["style"].at(0)["style"];
    for (const auto& [what, from] : {std::pair{"label", "data(name)"},
                                     {"width", "data(size)"},
                                     {"shape", "data(shape)"},
                                     {"background-color", "data(color)"}}) {
        CHECK(text_of(style[what]) == from);
    }
}

TEST_CASE("VOSviewer shows each type as a cluster of its colour, without gaps between the numbers", "[export]") {
    auto network = news::bali();
    network.title = "Talks <b>in</b> Bali";
    simdjson::dom::parser parser;
    const auto json = parser.parse(written(network, ".vosviewer.json"));
    CHECK(text_of(json["info"]["title"]) == "Talks &lt;b&gt;in&lt;/b&gt; Bali");  // it is shown as HTML
    CHECK(json["network"]["items"].at(1)["cluster"].get_uint64().value() == 3);
    CHECK(text_of(json["network"]["clusters"].at(2)["label"]) == "organization");
    CHECK(text_of(json["config"]["color_schemes"]["cluster_colors"].at(2)["color"]) == "#009e73");
    CHECK(json["network"]["items"].at(1)["weights"]["Articles"].get_uint64().value() == 9);
    CHECK(json["network"]["links"].at(1)["strength"].get_double().value() == 6);

    network.nodes.erase(network.nodes.begin());
    network.edges.clear();
    const auto fewer = parser.parse(written(network, ".vosviewer.json"));
    CHECK(fewer["network"]["items"].at(0)["cluster"].get_uint64().value() == 2);

    const auto hostile = awkward();
    const auto all = parser.parse(written(hostile.network, ".vosviewer.json"));
    for (std::size_t i = 0; i < hostile.read_back.size(); ++i) {
        CHECK(text_of(all["network"]["items"].at(i)["label"]) == hostile.read_back[i]);
    }
}

TEST_CASE("Pajek gets one vertex a line, and a label never ends early", "[export]") {
    auto network = awkward().network;
    network.nodes[5].x = 100;
    network.nodes[6].y = 50;
    const auto lines = lines_of(written(network, ".net"));
    REQUIRE(lines.size() == network.nodes.size() + network.edges.size() + 2);
    CHECK(lines[0] == "*Vertices " + std::to_string(network.nodes.size()));
    for (std::size_t i = 1; i <= network.nodes.size(); ++i) {
        CHECK(lines[i].starts_with(std::to_string(i) + " \""));
        CHECK(std::ranges::count(lines[i], '"') == 2);
        CHECK(lines[i].find('\\') == std::string::npos);
    }
    CHECK(lines[1].starts_with("1 \"AC/\" 0.0500 0.7250 ellipse "));
    CHECK(lines[6].starts_with("6 \"CDATA ]]> end\" 0.9500 0.7250 "));
    CHECK(lines[7].starts_with("7 \"two lines and tabs  \" 0.0500 0.2750 "));  // y goes downwards
    CHECK(lines[network.nodes.size() + 1] == "*Edges");
    CHECK(lines[network.nodes.size() + 2] == "1 2 0.25");
}

TEST_CASE("two people of one name stay two where a reader knows people by their names", "[export]") {
    const auto lines = lines_of(written(news::wheel_of({"John Smith", "NATO", "John Smith"}), ".net"));
    CHECK(lines[1].starts_with("1 \"John Smith (person/name-1000)\" "));
    CHECK(lines[2].starts_with("2 \"NATO\" "));
    CHECK(lines[3].starts_with("3 \"John Smith (person/name-1002)\" "));
}

TEST_CASE("Neo4j gets one row a line, with labels, types and no formula", "[export]") {
    const auto rows = csv_rows(written(news::bali(), ".neo4j-nodes.csv"));
    CHECK(std::vector(rows[0].begin(), rows[0].begin() + 6)
          == std::vector<std::string>{"id:ID", "name", ":LABEL", "type", "country", "articles:long"});
    CHECK(std::vector(rows[4].begin(), rows[4].begin() + 6)
          == std::vector<std::string>{"person/sergey-lavrov", "Sergey Lavrov", "Entity;Person", "person",
                                      "country/russia", "7"});
    const auto links = csv_rows(written(news::bali(), ".neo4j-relationships.csv"));
    CHECK(std::vector(links[0].begin(), links[0].begin() + 5)
          == std::vector<std::string>{":START_ID", ":END_ID", ":TYPE", "weight:double", "articles:long"});
    CHECK(std::vector(links[2].begin(), links[2].begin() + 5)
          == std::vector<std::string>{"organization/g20", "person/sergey-lavrov", "NAMED_WITH", "6", "7"});

    const auto network = awkward().network;
    const auto text = written(network, ".neo4j-nodes.csv");
    CHECK(lines_of(text).size() == network.nodes.size() + 1);  // even a name of several lines
    const auto all = csv_rows(text);
    CHECK(all[13][1] == "'=1+1");
    CHECK(all[7][1] == "two lines\tand\ttabs  ");
}

TEST_CASE("the evidence goes into every format with columns when it is asked for", "[export]") {
    auto network = news::bali();
    network.evidence_column = true;
    network.edges[1].evidence.push_back({"bali-2", "", {}, "INF: the INF Treaty and INFLATION"});
    const std::string wanted =
        "Lavrov left the <G20> meeting.\u2028He flew home. (G20 \"in\" Bali, 2022-07-08, bali-1)"
        " | I\u2060NF: the I\u2060NF Treaty and I\u2060NFLATION (bali-2)";  // Gephi takes INF for Infinity
    for (const std::string suffix : {".gexf", ".dynamic.gexf"}) {
        const auto gexf = strict_xml::Reader(written(network, suffix)).read();
        const auto values = gexf.all("edge")[1]->all("attvalue");
        CHECK(values.back()->attributes.at("for") == "evidence");
        CHECK(values.back()->attributes.at("value") == wanted);
    }
    for (const std::string suffix : {".graphml", ".yed.graphml"}) {
        const auto graphml = strict_xml::Reader(written(network, suffix)).read();
        CHECK(graphml.all("edge")[1]->all("data").back()->text == wanted);
        CHECK(graphml.all("edge")[0]->all("data").back()->attributes.at("key") != "evidence");  // it has none
    }
    for (const std::string suffix : {".csv", ".edges.csv", ".neo4j-relationships.csv"}) {
        const auto rows = csv_rows(written(network, suffix));
        CHECK(rows[0].back() == "evidence");
        CHECK(rows[1].back().empty());
        CHECK(rows[2].back() == wanted);
    }
    simdjson::dom::parser parser;
    CHECK(text_of(parser.parse(written(network, ".graphology.json"))["edges"].at(1)["attributes"]["evidence"])
          == wanted);
    CHECK(text_of(parser.parse(written(network, ".cyjs"))["elements"]["edges"].at(1)["data"]["evidence"]) == wanted);
    CHECK(text_of(parser.parse(written(network, ".vosviewer.json"))["network"]["links"].at(1)["description"])
              .starts_with("Lavrov left the &lt;G20&gt; meeting."));
    CHECK(written(network, ".gv").find("evidence=\"Lavrov left the <G20> meeting.") != std::string::npos);
    auto plain = network;
    plain.evidence_column = false;
    CHECK(written(network, ".json") == written(plain, ".json"));
}
