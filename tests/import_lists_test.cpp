// SPDX-License-Identifier: Apache-2.0
// Lists of names of more than one list: Popolo and GATE. The excerpts are of our own writing, in the form of each format.
#include "imported_names.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace entente;

constexpr std::string_view parliament = R"({
  "persons": [
    {
      "id": "p-1",
      "name": "Ada Fenwick",
      "gender": "female",
      "identifiers": [{"identifier": "fenwick", "scheme": "parliament"}, {"identifier": "Q9002", "scheme": "wikidata"}],
      "other_names": [{"lang": "ru", "name": "Ада Фенвик", "note": "multilingual"}, {"name": "Ada M. Fenwick"}]
    },
    {"id": "p-2", "name": "Boris Moor", "gender": "other"},
    {"id": "p-3", "name": Hart},
    {"name": "Nemo"}
  ],
  "organizations": [
    {"id": "o-1", "name": "Diet of Ruritania", "classification": "legislature", "seats": 5},
    {"id": "o-2", "name": "Harvest Party", "classification": "party", "other_names": []}
  ],
  "posts": [{"id": "s", "organization_id": "o-1", "label": "Speaker"}],
  "memberships": [
    {"person_id": "p-1", "organization_id": "o-1", "on_behalf_of_id": "o-2", "role": "Member", "start_date": "2001-02",
     "end_date": "2004-12-31"},
    {"person_id": "p-1", "organization_id": "o-1", "post_id": "s", "start_date": "2005-01-01"},
    {"person_id": "p-2", "organization_id": "o-9"},
    {"person_id": "p-2"}
  ],
  "meta": {"sources": ["a \"}]{\" b"]}
}
)";

/// Imports a lists.def with the files beside it.
Imported imported_lists(const std::string& definition, const std::vector<std::pair<std::string, std::string>>& lists,
                        const ImportOptions& options = {}, const std::vector<Entity>& known = {}) {
    const ScratchFolder folder;
    folder.write("lists.def", definition);
    for (const auto& [name, bytes] : lists) folder.write(name, bytes);
    const auto* importer = recognize_importer(folder.path("lists.def"));
    REQUIRE(importer != nullptr);
    REQUIRE(importer->name == "gate");
    Imported result;
    result.entities = import_entities(folder.path("lists.def"), *importer, options, PackedEntities(known), result.report).unpacked();
    return result;
}

constexpr const char* definition =
    "city_cap.lst:location:city\nleaders.lst:person_full::en:Person\n\ntitles.lst:title\ncompany.lst:organization:"
    "company\n";

const std::vector<std::pair<std::string, std::string>> lists = {
    {"city_cap.lst", "Strelsau\r\n\r\nOld Strelsau&id=7&population=9\nNew Strelsau&id=7\n"},
    {"leaders.lst", "Ada Fenwick&gender=f&wikidata=Q9002\nAda Fenwick\nHa\x01rt\n"},
    {"titles.lst", "Queen\n"},
    {"company.lst", "Fenwick & Sons\n"}};

}  // namespace

TEST_CASE("a parliament in Popolo gives its members, their parties and what they were from when to when") {
    const auto found = imported("ep-popolo-v1.0.json", parliament);
    CHECK(found.ids()
          == Names{"organization/diet-of-ruritania", "organization/harvest-party", "person/ada-fenwick",
                   "person/boris-moor"});
    const auto& ada = found.of("person/ada-fenwick");
    CHECK(names_of(ada) == Names{"Ada Fenwick", "Ада Фенвик@ru", "Ada M. Fenwick"});
    CHECK(ada.gender == 'f');
    CHECK(ada.wikidata == Names{"Q9002"});
    CHECK(ada.source == "ep-popolo-v1.0.json p-1");
    REQUIRE(ada.roles.size() == 2);
    CHECK(ada.roles[0].title == "member");
    CHECK(ada.roles[0].of == "organization/diet-of-ruritania");
    CHECK(to_string(ada.roles[0].from) == "2001-02");
    CHECK(to_string(ada.roles[0].to) == "2004-12-31");
    CHECK(ada.roles[1].title == "speaker");
    CHECK_FALSE(ada.roles[1].to.known());
    CHECK(found.of("person/boris-moor").roles.empty());
    CHECK(found.of("organization/diet-of-ruritania").category == "government");
    CHECK(found.of("organization/harvest-party").category == "party");
    using Lines = std::vector<std::size_t>;
    CHECK(found.report.refused.at("no id").lines == Lines{12});
    CHECK(found.report.refused.at("a membership without person or organization").lines == Lines{24});
    CHECK(found.report.trimmed.at("a role in a body that is not listed").lines == Lines{10});
    CHECK(std::any_of(found.report.refused.begin(), found.report.refused.end(), [](const auto& row) {
        return row.first.starts_with("not JSON") && row.second.lines == Lines{11};
    }));
    CHECK(imported("p.json", parliament, {.languages = {"de"}}).of("person/ada-fenwick").aliases.size() == 2);
}

TEST_CASE("a file of Popolo that is cut off or no list of anybody is refused whole, with its line") {
    for (std::size_t size = 60; size + 3 < parliament.size(); size += 7) {
        const auto fault = fault_of("p.json", parliament.substr(0, size));
        CHECK(holds(fault, "p.json:"));
        CHECK(holds(fault, "error: the file ends in the middle"));
    }
    CHECK(holds(fault_of("p.json", "{\"persons\": [\n{\"id\": 1}}\n]}"), "p.json:2: error: a bracket is closed"));
    CHECK(holds(fault_of("p.json", "{\"persons\": [" + std::string(1'000'000, '[')), "the file ends in the middle"));
}

TEST_CASE("lists of GATE give names by their major and minor type, and features say who is the same") {
    const auto found = imported_lists(definition, lists);
    CHECK(found.ids() == Names{"organization/fenwick", "person/ada-fenwick", "place/old-strelsau", "place/strelsau"});
    CHECK(names_of(found.of("place/old-strelsau")) == Names{"Old Strelsau", "New Strelsau"});
    CHECK(found.of("place/strelsau").category == "city");
    const auto& ada = found.of("person/ada-fenwick");
    CHECK(ada.gender == 'f');
    CHECK(ada.wikidata == Names{"Q9002"});
    const auto& refused = found.report.refused.at("no usable name in leaders.lst");
    CHECK(refused.lines == std::vector<std::size_t>{3});
    CHECK(refused.file.ends_with("leaders.lst"));
    CHECK(found.report.refused.at("a list of neither persons, organizations nor places; --type says what it is").lines
          == std::vector<std::size_t>{4});
    CHECK(imported_lists(definition, lists, {.separator = "\t"}).of("organization/fenwick-sons").name
          == "Fenwick & Sons");
    CHECK(imported_lists(definition, lists, {.type = EntityType::person}).ids().size() == 5);
}

TEST_CASE("a list of GATE that is missing, or lies where it must not, is refused with its line") {
    const auto fault = [](const std::string& bytes) {
        try {
            (void)imported_lists(bytes, lists);
        } catch (const Error& error) {
            return std::to_string(error.diagnostic().place.line) + ' ' + error.diagnostic().message;
        }
        return std::string("no fault");
    };
    CHECK(fault("titles.lst:title\ngone.lst:location\n") == "2 no list \"gone.lst\" lies beside this file");
    CHECK(fault("a.lst:title\n../lists.def:location\n") == "2 no list \"../lists.def\" lies beside this file");
    CHECK(fault("a.lst:title\n/etc/passwd:person\n") == "2 no list \"/etc/passwd\" lies beside this file");
}

TEST_CASE("a second import of a parliament or of lists changes nothing") {
    const auto once = imported("p.json", parliament);
    const auto twice = imported("p.json", parliament, {}, written_and_read(once.entities));
    CHECK(to_yaml(twice.entities, "") == to_yaml(once.entities, ""));
    CHECK(twice.report.unchanged == 4);
    const auto first = imported_lists(definition, lists);
    const auto second = imported_lists(definition, lists, {}, written_and_read(first.entities));
    CHECK(to_yaml(second.entities, "") == to_yaml(first.entities, ""));
    CHECK(second.report.taken + second.report.merged == 0);
}
