// SPDX-License-Identifier: Apache-2.0
// Other people's lists of names. The excerpts are of our own writing, in the form of each format.
#include "catch.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/tag/tagger.hpp>

#include "imported_names.hpp"
#include "packed.hpp"

namespace {

using namespace entente;

constexpr std::string_view leaders =
    "id,name,aliases,type,country,gender\n"
    "17,Ada Fenwick,Ada M. Fenwick;Fenwick,person,Ruritania,f\n"
    "18,\"Fenwick, Hart & Sons\",\"the \"\"Sons\"\" of Fenwick\",organization,Ruritania,\n"
    "19,Ruritania,Kingdom of Ruritania,country,,\n";

constexpr std::string_view dump = R"([
{"type":"item","id":"Q9001","labels":{"en":{"language":"en","value":"Ruritania"},"de":{"language":"de","value":"Ruritanien"}},"descriptions":{},"aliases":{"en":[{"language":"en","value":"RR"},{"language":"en","value":"Kingdom of Ruritania"}]},"claims":{"P31":[{"mainsnak":{"snaktype":"value","property":"P31","datavalue":{"value":{"entity-type":"item","id":"Q6256"},"type":"wikibase-entityid"}},"type":"statement","rank":"normal"}],"P297":[{"mainsnak":{"snaktype":"value","property":"P297","datavalue":{"value":"RR","type":"string"}},"rank":"normal"}],"P576":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"time":"+1991-12-26T00:00:00Z","precision":11},"type":"time"}},"rank":"normal"}],"P1549":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"text":"Ruritanian","language":"en"},"type":"monolingualtext"}},"rank":"normal"}]},"sitelinks":{}},
{"type":"item","id":"Q9002","labels":{"en":{"language":"en","value":"Ada Fenwick"},"ru":{"language":"ru","value":"Ада Фенвик"}},"aliases":[],"claims":{"P31":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q5"}}},"rank":"normal"}],"P21":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q6581072"}}},"rank":"normal"}],"P27":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q9009"}}},"rank":"deprecated"},{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q9001"}}},"rank":"normal"},{"mainsnak":{"snaktype":"novalue"},"rank":"normal"}]}},
{"type":"item","id":"Q9003","labels":{"en":{"language":"en","value":"Harvest Party"}},"aliases":{},"claims":{"P31":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q7278"}}},"rank":"normal"}]}},
{"type":"item","id":"Q9004","labels":{"en":{"language":"en","value":"River Wend"}},"aliases":{},"claims":{"P31":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q4022"}}},"rank":"normal"}]}}
]
)";

}  // namespace

TEST_CASE("imported entities note the source and licence that were asked for") {
    const ImportOptions options{.source = "Leaders", .licence = "CC-BY-4.0"};
    const auto& ada = imported("leaders.csv", leaders, options).of("person/ada-fenwick");
    CHECK(ada.source == "Leaders 17");
    CHECK(ada.licence == "CC-BY-4.0");
    const auto known = imported("leaders.csv", leaders, options).entities;
    CHECK(imported("renamed.csv", leaders, options, known).report.unchanged == 3);
}

TEST_CASE("a spreadsheet of leaders becomes people, countries and organizations") {
    const auto found = imported("leaders.csv", leaders);
    CHECK(found.ids() == Names{"country/ruritania", "organization/fenwick-hart-sons", "person/ada-fenwick"});
    const auto& ada = found.of("person/ada-fenwick");
    CHECK(names_of(ada) == Names{"Ada Fenwick", "Ada M. Fenwick", "Fenwick"});
    CHECK(ada.country == "country/ruritania");
    CHECK(ada.gender == 'f');
    CHECK(ada.source == "leaders.csv 17");
    CHECK(names_of(found.of("organization/fenwick-hart-sons"))
          == Names{"Fenwick, Hart & Sons", "the \"Sons\" of Fenwick"});
}

TEST_CASE("imported names are found in the news") {
    const Gazetteer gazetteer(written_and_read(imported("leaders.csv", leaders).entities), {"names.yaml"});
    const Tagger tagger(gazetteer);
    Article article;
    article.text = "Ada Fenwick flew home to Ruritania on Monday.";
    const auto tagged = tagger.tag(article);
    REQUIRE(tagged.mentions.size() == 2);
    CHECK(tagged.entities[tagged.mentions[0].entity].id == "person/ada-fenwick");
    CHECK(tagged.entities[tagged.mentions[1].entity].id == "country/ruritania");
}

TEST_CASE("a second import of the same file changes nothing") {
    for (const auto& [name, bytes] :
         {std::pair<std::string, std::string_view>("leaders.csv", leaders), {"dump.json", dump}}) {
        const auto once = imported(name, bytes);
        const auto twice = imported(name, bytes, {}, written_and_read(once.entities));
        CHECK(to_yaml(twice.entities, "") == to_yaml(once.entities, ""));
        CHECK(twice.report.taken == 0);
        CHECK(twice.report.merged == 0);
        CHECK(twice.report.unchanged == once.report.taken);
    }
}

TEST_CASE("two people of one name keep ids of their own, whoever is imported first") {
    const auto first = imported("a.csv", "id,name\n1,John Smith\n", {.type = EntityType::person});
    const auto both = imported("a.csv", "id,name\n2,John Smith\n1,John Smith\n3,John Smith\n",
                               {.type = EntityType::person}, first.entities);
    CHECK(both.of("person/john-smith").source == "a.csv 1");
    CHECK(both.of("person/john-smith-2").source == "a.csv 2");
    CHECK(both.of("person/john-smith-3").source == "a.csv 3");
}

TEST_CASE("one person in two sources is one entity, by the id of Wikidata, and notes both") {
    const auto first = imported("dump.json", dump);
    const auto both = imported(
        "targets.json",
        R"({"id":"NK-1","caption":"Ada Fenwick","schema":"Person","properties":{"name":["Ada Fenwick","FENWICK, Ada"],)"
        R"("alias":["Ada M. Fenwick"],"weakAlias":["Addie","Red Ada"],"country":["rr"],"wikidataId":["Q9002"]}})"
        "\n",
        {}, first.entities);
    const auto& ada = both.of("person/ada-fenwick");
    CHECK(names_of(ada) == Names{"Ada Fenwick", "Ада Фенвик@ru", "Ada M. Fenwick", "Red Ada"});
    CHECK(ada.source == "Wikidata Q9002; OpenSanctions NK-1");
    CHECK(ada.licence == "CC0-1.0; CC-BY-NC-4.0");
    CHECK(both.report.merged == 1);
    CHECK(both.report.trimmed.contains("a weak alias of one word"));
    (void)written_and_read(both.entities);
}

TEST_CASE("a dump of Wikidata gives its people, countries and the organizations that are asked for") {
    const auto found = imported("dump.json", dump, {.classes = {{"Q7278", "party"}}});
    CHECK(found.ids() == Names{"country/ruritania", "organization/harvest-party", "person/ada-fenwick"});
    CHECK(found.report.passed_over == 1);
    CHECK(found.of("organization/harvest-party").category == "party");
    const auto& country = found.of("country/ruritania");
    CHECK(names_of(country) == Names{"Ruritania", "Ruritanien@de", "Kingdom of Ruritania@en", "Ruritanian@en"});
    CHECK(country.iso == "RR");
    CHECK(to_string(country.until) == "1991-12-26");
    const auto& ada = found.of("person/ada-fenwick");
    CHECK(ada.country == "country/ruritania");
    CHECK(ada.gender == 'f');
    CHECK(imported("dump.json", dump, {.languages = {"ru"}}).of("country/ruritania").aliases.size() == 1);
}

TEST_CASE("patterns of one id are names of one entity, and a pattern of more than words is refused") {
    const auto found = imported("patterns.jsonl", R"({"label":"ORG","pattern":"Harvest Party","id":"harvest"}
{"label":"ORG","pattern":[{"LOWER":"party"},{"TEXT":"of"},{"LOWER":"harvest"}],"id":"harvest"}
{"label":"ORG","pattern":[{"LOWER":"harvest"},{"IS_DIGIT":true,"OP":"?"}],"id":"harvest"}
{"label":"GPE","pattern":"Ruritania"}
)");
    CHECK(found.ids() == Names{"organization/harvest-party"});
    CHECK(names_of(found.entities.front()) == Names{"Harvest Party", "Party of Harvest"});
    CHECK(found.report.refused.size() == 2);
    CHECK(found.report.refused.begin()->second.lines == std::vector<std::size_t>{4});
}

TEST_CASE("rows of JRC-Names with one id are names of one entity in their languages") {
    const auto found = imported("entities.tsv",
                                "# id, type, language, name\n1510\tP\tu\tAda+Fenwick\n1510\tP\tru\tАда+Фенвик\n"
                                "1511\tO\tu\tHarvest+Party\n1512\tU\tu\tThe+Wend\n");
    CHECK(found.ids() == Names{"organization/harvest-party", "person/ada-fenwick"});
    CHECK(names_of(found.of("person/ada-fenwick")) == Names{"Ada Fenwick", "Ада Фенвик@ru"});
    CHECK(found.report.refused.begin()->second.lines == std::vector<std::size_t>{5});
}

TEST_CASE("a packed file is read, and one that is cut off or damaged is refused with its line") {
    CHECK(imported("leaders.csv.gz", gzipped(leaders)).entities.size() == 3);
    CHECK(imported("leaders.csv.bz2", bzipped(leaders)).entities.size() == 3);
    CHECK(imported("leaders.csv.gz",
                   gzipped(leaders.substr(0, 100)) + gzipped(leaders.substr(100)) + std::string(512, '\0'))
              .entities.size()
          == 3);
    const auto many = bzipped(std::string(dump) + std::string(20'000'000, '\n'));  // more than one piece of output
    CHECK(imported("dump.json.bz2", many, {}).entities.size() == 2);
    CHECK(holds(fault_of("leaders.csv.gz", gzipped(leaders).substr(0, 60)), "the compressed file ends in the middle"));
    CHECK(holds(fault_of("leaders.csv.bz2", bzipped(leaders).substr(0, 60)),
                "leaders.csv.bz2:1: error: the compressed file ends in the middle"));
    auto damaged = gzipped(leaders);
    damaged[40] = static_cast<char>(damaged[40] ^ 0x55);
    CHECK(holds(fault_of("leaders.csv.gz", damaged), "the gzip data are damaged"));
}

TEST_CASE("a plain file that is cut off is refused, whole or not at all") {
    CHECK(holds(fault_of("dump.json", dump.substr(0, dump.size() - 30)),
                "dump.json:5: error: the file ends in the middle"));
    CHECK(holds(fault_of("dump.json", dump.substr(0, dump.rfind(']'))), "the file ends in the middle"));
    CHECK(holds(fault_of("leaders.csv", "name,type\nAda,person\n\"Hart,person\nMoor,person\n"),
                "leaders.csv:3: error: the quote that opens in this row is never closed"));
}

TEST_CASE("hostile lines are refused one by one, and the rest is taken") {
    const auto person = [](std::string_view id, const std::string& name) {
        return R"({"id":")" + std::string(id) + R"(","schema":"Person","caption":")" + name + R"(","properties":{}})"
               + "\n";
    };
    const auto found =
        imported("targets.json", person("a", "Ada Fenwick") + std::string(1'000'000, '[') + '\n'
                                     + person("b", std::string(10'000'000, 'x')) + person("c", R"(Hart\u0000)")
                                     + person("d", "12,345") + person("e", R"(Bo\u202Eris  Moor\u00AD)") + "{\"id\":\n"
                                     + person("f", "A: #\\\"'- {null}") + person("g", "null"));
    CHECK(found.report.refused.size() == 2);
    CHECK(found.report.refused.at("no usable name").count == 3);
    const auto read = written_and_read(found.entities);
    REQUIRE(read.size() == 4);
    CHECK(found.of("person/boris-moor").name == "Boris Moor");
    CHECK(read.front().name == "A: #\"'- {null}");
    CHECK(found.of("person/null").name == "null");
}

TEST_CASE("a row that cannot be one is refused, and a table that says too little is an error") {
    const ImportOptions people{.type = EntityType::person};
    const auto found = imported("a.csv", "name,wikidata\nAda Fenwick,Q12\nHart\nMo\"or,Q1\nBoris Moor,12\n", people);
    CHECK(found.ids() == Names{"person/ada-fenwick", "person/boris-moor"});
    CHECK(found.report.refused.at("not as many fields as the header has").lines == std::vector<std::size_t>{3});
    CHECK(found.report.refused.at("a quote inside a field that is not in quotes").lines == std::vector<std::size_t>{4});
    CHECK(found.of("person/boris-moor").wikidata.empty());
    CHECK(holds(fault_of("a.csv", "name\nAda\n"), "nothing says what is listed here"));
    CHECK(holds(fault_of("a.csv", "title\nAda\n", people), "no column is called \"name\""));
}

TEST_CASE("what is written of an entity is read back the same") {
    const auto entities = written_and_read(imported("leaders.csv", leaders).entities);
    auto all = entities;
    auto& ada = all.back();
    ada.roles.push_back({"queen", "country/ruritania", {2001, 2, 0}, {2004, 12, 31}, {}});
    ada.aliases.push_back({"Ada", AliasKind::alias, {"de"}, true, {}, {}, {}});
    ada.aliases.back().evidence.to_write() = {{"Hart"}, {"Moor"}, {"Street"}, {"Lake"}};
    ada.evidence.to_write() = {{"palace"}, {"football"}, {"Road"}, {"Mount"}};
    ada.surname = "Fenwick";
    ada.not_same = {"organization/fenwick-hart-sons"};
    auto& country = all.front();
    country.aliases.push_back({"Strelsau", AliasKind::capital, {}, false, {}, {}, {}});
    country.aliases.push_back({"Red Palace", AliasKind::metonym, {}, false, {}, {}, {}});
    const auto again = written_and_read(all);
    CHECK(to_yaml(again, "") == to_yaml(all, ""));
    CHECK(again.back().roles.front().of == "country/ruritania");
    CHECK(again.back().aliases.back().evidence->not_near == Names{"Moor"});
}
