// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/language.hpp>

#include <algorithm>
#include <filesystem>
#include <string>

#include "catch.hpp"
#include "scratch_folder.hpp"

using namespace entente;

namespace {

struct Reading {
    Gazetteer gazetteer;
    Diagnostics faults;

    [[nodiscard]] bool has(std::string_view id) const { return gazetteer.find(id).has_value(); }
    [[nodiscard]] const Entity& at(std::string_view id) const {
        return gazetteer.entities().at(gazetteer.find(id).value());
    }
};

Reading read(const std::string& yaml) {
    ScratchFolder folder;
    folder.write("names.yaml", yaml);
    Reading reading;
    reading.gazetteer = read_gazetteer({folder.path("names.yaml")}, reading.faults);
    for (auto& fault : reading.faults) fault.place.file = fault.place.file.substr(fault.place.file.rfind('/') + 1);
    return reading;
}

// The first fault, or "none": "3:5 message | hint".
std::string fault_of(const std::string& yaml) {
    const auto faults = read(yaml).faults;
    if (faults.empty()) return "none";
    const auto& fault = faults.front();
    return std::to_string(fault.place.line) + ':' + std::to_string(fault.place.column) + ' ' + fault.message;
}

std::string hint_of(const std::string& yaml) {
    const auto faults = read(yaml).faults;
    return faults.empty() ? "none" : faults.front().hint;
}

// One person with more keys.
std::string person(const std::string& keys) {
    return "type: person\nentities:\n  - id: sergey-lavrov\n    name: Sergey Lavrov\n" + keys;
}

const std::string good = R"(# People and states.
type: person
entities:
  - id: sergey-lavrov
    name: Sergey Lavrov
    aliases:
      - Sergei Lavrov
      - {text: Сергей Лавров, language: [ru, uk]}
      - {text: Lavrov, standalone: true, near: [Moscow]}
    gender: m
    country: russia
    roles: [{title: foreign minister, of: russia, from: 2004-03-09}]
    ids: {wikidata: Q58217}
    not_same: [lavrov-the-actor]
  - id: lavrov-the-actor
    name: Kirill Lavrov
    surname: Lavrov
---
type: country
entities:
  - id: russia
    name: Russia
    iso: RU
    demonyms: [Russian, Russians]
    capital: Moscow
    metonyms: [Kremlin]
    acronyms: [RF]
    not_followed_by: [Today]
  - {id: norway, name: Norway, iso: NO, demonyms: [Norwegian]}
)";

}  // namespace

TEST_CASE("a person is read with all that the file says", "[gazetteer]") {
    const auto reading = read(good);
    REQUIRE(reading.faults.empty());
    const auto& lavrov = reading.at("person/sergey-lavrov");
    CHECK(lavrov.name == "Sergey Lavrov");
    CHECK(lavrov.type == EntityType::person);
    CHECK(lavrov.gender == 'm');
    CHECK(lavrov.country == "country/russia");
    CHECK(lavrov.wikidata == std::vector<std::string>{"Q58217"});
    CHECK(lavrov.not_same == std::vector<std::string>{"person/lavrov-the-actor"});
    REQUIRE(lavrov.aliases.size() == 4);
    CHECK(lavrov.aliases[0].text == "Sergey Lavrov");
    CHECK(lavrov.aliases[0].kind == AliasKind::name);
    CHECK(lavrov.aliases[2].languages == std::vector<std::string>{"ru", "uk"});
    CHECK(lavrov.aliases[3].standalone);
    CHECK(lavrov.aliases[3].evidence->near == std::vector<std::string>{"Moscow"});
    REQUIRE(lavrov.roles.size() == 1);
    CHECK(lavrov.roles[0].of == "country/russia");
    CHECK(lavrov.roles[0].from == Date{2004, 3, 9});
    CHECK_FALSE(lavrov.roles[0].to.known());
    CHECK(reading.gazetteer.where(lavrov.origin) == "names.yaml:4");
    CHECK(reading.gazetteer.where(lavrov.aliases[2].origin) == "names.yaml:8");
    CHECK(reading.gazetteer.where(lavrov.roles[0].origin) == "names.yaml:12");
}

TEST_CASE("Norway keeps its code NO, and demonyms, capitals and metonyms are told apart", "[gazetteer]") {
    const auto reading = read(good);
    CHECK(reading.at("country/norway").iso == "NO");
    std::vector<AliasKind> kinds;
    for (const auto& alias : reading.at("country/russia").aliases) kinds.push_back(alias.kind);
    CHECK(kinds
          == std::vector{AliasKind::name, AliasKind::demonym, AliasKind::demonym, AliasKind::capital,
                         AliasKind::metonym, AliasKind::acronym});
}

TEST_CASE("a folder is one gazetteer, whatever the order of its files", "[gazetteer]") {
    ScratchFolder folder;
    folder.write("names/b.yaml", "type: country\nentities:\n  - {id: russia, name: Russia}\n");
    folder.write("names/a/c.yml", person("    country: russia\n"));
    folder.write("names/notes.txt", "not a gazetteer");
    folder.write("names/languages/en.yaml", "type: language\nlanguage: en\n");
    Diagnostics faults;
    const auto forth = read_gazetteer({folder.path("names")}, faults);
    const auto back =
        read_gazetteer({folder.path("names/b.yaml"), folder.path("names/a/c.yml"), folder.path("names")}, faults);
    CHECK(faults.empty());
    REQUIRE(forth.entities().size() == 2);
    CHECK(forth.entities()[0].id == "country/russia");
    CHECK(back.entities().size() == 2);
    CHECK(forth.files() == std::vector<std::string>{"names/a/c.yml", "names/b.yaml", "names/languages/en.yaml"});
    CHECK(forth.find("person/nobody") == std::nullopt);
}

TEST_CASE("a gazetteer that is not there is named", "[gazetteer]") {
    Diagnostics faults;
    CHECK_THROWS_AS((void)read_gazetteer({"no/such/names.yaml"}, faults), Error);
}

TEST_CASE("a fault in a gazetteer is shown with its line, a caret and a hint", "[gazetteer]") {
    const auto reading = read("type: persn\nentities: []\n");
    REQUIRE(reading.faults.size() == 1);
    CHECK(to_text(reading.faults[0]) ==
          "names.yaml:1:7: error: unknown type \"persn\"\n"
          "type: persn\n"
          "      ^~~~~\n"
          "hint: did you mean \"person\"? Types are person, country, organization, place");
}

TEST_CASE("a tab that indents a line is shown", "[gazetteer]") {
    CHECK(fault_of("type: person\nentities:\n\t- id: a\n\t  name: A\n") == "3:1 a tab indents this line");
    CHECK(fault_of("type: person\nentities:\n  - id: a\n  \tname: A\n") == "4:3 a tab indents this line");
}

TEST_CASE("a key that stands twice is shown with its first place", "[gazetteer]") {
    CHECK(fault_of(person("    gender: m\n    gender: f\n")) == "6:5 the key \"gender\" stands twice");
    CHECK(hint_of(person("    gender: m\n    gender: f\n")) == "the first is in line 5; join them or delete one");
    CHECK(fault_of("type: person\nentities: []\nentities: []\n") == "3:1 the key \"entities\" stands twice");
}

TEST_CASE("an unknown key names the nearest that there is", "[gazetteer]") {
    CHECK(fault_of(person("    alaises: [A]\n")) == "5:5 unknown key \"alaises\"");
    CHECK_THAT(hint_of(person("    alaises: [A]\n")), Catch::Matchers::StartsWith("did you mean \"aliases\"?"));
    CHECK(fault_of(person("    iso: RU\n")) == "5:5 unknown key \"iso\"");
    CHECK(fault_of(person("    roles: [{title: king, off: russia}]\n")) == "5:27 unknown key \"off\"");
    CHECK(fault_of(person("    aliases: [{txt: A, language: ru}]\n")) == "5:16 unknown key \"txt\"");
}

TEST_CASE("columns count letters, not bytes", "[gazetteer]") {
    CHECK(fault_of(person("    aliases: [{text: Сергей Лавров, lang: ru}]\n")) == "5:37 unknown key \"lang\"");
}

TEST_CASE("an id that is taken names both places", "[gazetteer]") {
    const auto reading = read(person("  - id: sergey-lavrov\n    name: Another\n"));
    REQUIRE(reading.faults.size() == 1);
    CHECK(reading.faults[0].place.line == 5);
    CHECK(reading.faults[0].hint.find("names.yaml:3") != std::string::npos);
    CHECK(reading.at("person/sergey-lavrov").name == "Sergey Lavrov");
}

TEST_CASE("an entity without an id or a name is left out", "[gazetteer]") {
    CHECK(fault_of("type: person\nentities:\n  - name: Sergey Lavrov\n") == "3:5 an entity without an id");
    CHECK(fault_of("type: person\nentities:\n  - id: sergey-lavrov\n") == "3:9 an entity without a name");
    CHECK(fault_of("type: person\nentities:\n  - Sergey Lavrov\n") == "3:5 an entity is a map of keys, this is a text");
    CHECK(read("type: person\nentities:\n  - id: sergey-lavrov\n").gazetteer.entities().empty());
}

TEST_CASE("an id is lower-case ASCII words joined by hyphens", "[gazetteer]") {
    for (const std::string id : {"Sergey-Lavrov", "sergey lavrov", "person/lavrov", "-lavrov", "лавров", "a--b"}) {
        CHECK(fault_of("type: person\nentities:\n  - id: " + id + "\n    name: A\n") == "3:9 \"" + id + "\" is no id");
    }
}

TEST_CASE("days that the calendar does not have are refused", "[gazetteer]") {
    CHECK(fault_of(person("    roles: [{title: king, from: 2023-02-29}]\n")) == "5:33 \"2023-02-29\" is no date");
    CHECK(fault_of(person("    roles: [{title: king, from: soon}]\n")) == "5:33 \"soon\" is no date");
    CHECK(fault_of(person("    roles: [{title: king, from: 2024, to: 2020-05}]\n"))
          == "5:43 the role ends before it starts");
    CHECK(fault_of(person("    roles: [{title: king, from: 2020-05, to: 2020}]\n")) == "none");
}

TEST_CASE("a reference to nobody names whom it may mean", "[gazetteer]") {
    const std::string state = "---\ntype: country\nentities:\n  - {id: russia, name: Russia}\n";
    CHECK(fault_of(person("    country: rusia\n") + state) == "5:14 no entity has the id \"rusia\"");
    CHECK(hint_of(person("    country: rusia\n") + state) == "did you mean \"russia\"?");
    CHECK(fault_of(person("    not_same: [david]\n")) == "5:16 no entity has the id \"david\"");
    CHECK(fault_of(person("    roles: [{title: king, of: atlantis}]\n")) == "5:31 no entity has the id \"atlantis\"");
    CHECK(read(person("    country: rusia\n") + state).at("person/sergey-lavrov").country.empty());
}

TEST_CASE("an office at one of two bearers of an id asks for the type", "[gazetteer]") {
    const std::string two =
        "---\ntype: country\nentities:\n  - {id: georgia, name: Georgia}\n"
        "---\ntype: place\nentities:\n  - {id: georgia, name: Georgia, not_same: [georgia]}\n";
    CHECK(fault_of(person("    roles: [{title: governor, of: georgia}]\n") + two)
          == "5:35 \"georgia\" may be country/georgia or place/georgia");
    const auto reading = read(person("    roles: [{title: governor, of: place/georgia}]\n") + two);
    CHECK(reading.faults.empty());
    CHECK(reading.at("person/sergey-lavrov").roles.at(0).of == "place/georgia");
    CHECK(reading.at("place/georgia").not_same == std::vector<std::string>{"country/georgia"});
}

TEST_CASE("a bomb of YAML aliases is stopped at its first", "[gazetteer]") {
    std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c < 'j'; ++c) {
        bomb += std::string(1, c) + ": &" + c + " [";
        for (int i = 0; i < 9; ++i) bomb += std::string(i > 0 ? ", *" : "*") + static_cast<char>(c - 1);
        bomb += "]\n";
    }
    CHECK(fault_of(bomb) == "2:8 YAML aliases (*name) are not used in a gazetteer");
    CHECK(fault_of("type: &r [*r]\n") == "1:11 YAML aliases (*name) are not used in a gazetteer");
    CHECK(fault_of("type: *nobody\n") == "1:7 YAML aliases (*name) are not used in a gazetteer");
}

TEST_CASE("lists in lists without end are stopped", "[gazetteer]") {
    CHECK_THAT(fault_of("type: " + std::string(100000, '[')),
               Catch::Matchers::EndsWith("lists and maps stand too deep in each other"));
}

TEST_CASE("a quote that is never closed does not swallow the names after it", "[gazetteer]") {
    CHECK(fault_of(person("    surname: \"Lavrov\n  - id: b\n    name: B\n"))
          == "5:14 this quote is not closed on its line");
    CHECK(fault_of(person("    surname: 'O''Brien'\n")) == "none");
    CHECK(fault_of(person("    surname: \"say \\\"hi\\\"\"\n")) == "none");
}

TEST_CASE("what is not YAML is shown where it goes wrong", "[gazetteer]") {
    CHECK(fault_of(person("    surname: a: b\n")) == "5:15 a colon where no value can start");
    CHECK(fault_of(person("    aliases: [A, B\n    gender: m\n")) == "6:11 a list is not closed");
    CHECK(fault_of(person("   gender: m\n")) == "5:4 this does not continue the list above it");
    CHECK(fault_of(person("    surname: @x\n")) == "5:14 a text cannot start with this character");
    CHECK(read(person("    surname: a: b\n")).gazetteer.entities().empty());
}

TEST_CASE("empty texts and wrong kinds of value are shown", "[gazetteer]") {
    CHECK(fault_of(person("    aliases: [A, \"\"]\n")) == "5:18 an alias is empty");
    CHECK(fault_of(person("    aliases:\n      -\n")).ends_with("an alias is empty"));
    CHECK(fault_of(person("    aliases: Lavrov\n")) == "5:14 a list is wanted here, this is a text");
    CHECK(hint_of(person("    aliases: Lavrov\n")) == "write [Lavrov]");
    CHECK(fault_of(person("    surname: [Lavrov]\n")) == "5:14 a surname is one text, this is a list");
    CHECK(fault_of(person("    gender: male\n")) == "5:13 gender is m or f");
    CHECK(fault_of(person("    ids: {wikidata: 58217}\n")) == "5:21 \"58217\" is no Wikidata id");
    CHECK(fault_of(person("    aliases: [{language: ru}]\n")) == "5:15 an alias without a text");
    CHECK(fault_of(person("    aliases: [{text: A, standalone: yes}]\n")) == "5:37 true or false is wanted here");
    CHECK(fault_of("type: country\nentities:\n  - {id: a, name: A, iso: Russia}\n")
              .ends_with("is no ISO 3166 code of two letters"));
    CHECK(fault_of("type: place\nentities:\n  - {id: a, name: A, class: town}\n") == "3:29 unknown class \"town\"");
    CHECK(fault_of("entities: []\n") == "1:1 the file does not say what it lists");
    CHECK(fault_of("type: person\nentities: {a: b}\n") == "2:11 entities is a list, this is a map");
    CHECK(fault_of("- a\n") == "1:1 the file does not say what it lists");
}

TEST_CASE("an empty file is an empty gazetteer", "[gazetteer]") {
    CHECK(fault_of("") == "none");
    CHECK(fault_of("# nothing yet\n") == "none");
    CHECK(fault_of("type: person\nentities:\n") == "none");
}

TEST_CASE("a gazetteer in another encoding is an error, for its names would never be found", "[gazetteer]") {
    CHECK(fault_of(person("    surname: Ga\xEBl\n")) == "1:1 the file is Windows-1252");
    CHECK(fault_of(person("    surname: Ми\xD1\n    gender: m\n")) == "5:16 these bytes are not UTF-8");
    CHECK(fault_of("\xEF\xBB\xBF" + person("    surname: Lavrov\r\n")) == "none");
    CHECK(fault_of(std::string("type: \0person", 13)) == "0:0 this is a binary file, not YAML");
}

TEST_CASE("the words of a language are read beside the names", "[language]") {
    ScratchFolder folder;
    folder.write("names/en.yaml",
                 "type: language\nlanguage: en\nfurniture:\n  lines: [advertisement]\n  photo_labels: "
                 "[photo]\ncommon_words: [march]\n");
    folder.write("names/people.yaml", person(""));
    Diagnostics faults;
    const auto languages = read_languages({folder.path("names")}, faults);
    CHECK(faults.empty());
    REQUIRE(languages.size() == 1);
    CHECK(languages[0].common_words == std::vector<std::string>{"march"});
    CHECK(furniture_of(languages, "en-GB").lines == std::vector<std::string>{"advertisement"});
    CHECK(furniture_of(languages, "ru").lines.empty());
}

TEST_CASE("a list of a language's words says where it holds more than one word", "[language]") {
    const ScratchFolder folder;
    folder.write("de.yaml",
                 "type: language\nlanguage: de\ncapitals: nouns\nwords:\n  titles: [kanzler, hoher vertreter]\n");
    folder.write("fr.yaml", "type: language\nlanguage: fr\ncapitals: verbs\nwords: [le]\n");
    Diagnostics faults;
    const auto languages = read_languages({folder.path("de.yaml"), folder.path("fr.yaml")}, faults);
    REQUIRE(languages.size() == 2);
    CHECK(languages[0].capital_nouns);
    CHECK(languages[0].words.titles == std::vector<std::string>{"kanzler"});
    REQUIRE(faults.size() == 3);
    CHECK(faults[0].place.line == 5);
    CHECK(faults[0].place.column == 21);
    CHECK(faults[1].place.line == 3);
    CHECK(faults[2].message == "words is a map of lists, this is a list");
}

TEST_CASE("a pattern with a capital would never be found and is refused", "[language]") {
    ScratchFolder folder;
    folder.write("en.yaml", "type: language\nlanguage: en\nfurniture:\n  lines: [Advertisement]\n  linse: [a]\n");
    Diagnostics faults;
    (void)read_languages({folder.path("en.yaml")}, faults);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].message == "unknown key \"linse\"");
    CHECK(faults[1].message == "a pattern has a capital and would never be found");
}

TEST_CASE("what is allowed names a lint that there is, and a reason", "[gazetteer]") {
    const auto allow = [](const char* what) { return person("    allow: [" + std::string(what) + "]\n"); };
    CHECK(fault_of(allow("{lint: common-word, because: his own}")) == "none");
    CHECK(fault_of(allow("{lint: comon-word, because: his own}")) == "5:20 unknown lint \"comon-word\"");
    CHECK(hint_of(allow("{lint: comon-word, because: his own}")).starts_with("did you mean \"common-word\"?"));
    CHECK(fault_of(allow("{lint: allow-unused, because: his own}")).starts_with("5:20 unknown lint"));
    CHECK(fault_of(allow("{lint: common-word}")) == "5:13 what is allowed needs a lint and a reason");
    CHECK(fault_of(allow("{lint: common-word, because: \"\"}")) == "5:42 a reason is empty");
    CHECK(fault_of(allow("common-word")).starts_with("5:13 what is allowed is a map"));
    CHECK(fault_of(person("    aliases: [{text: March, allow: [{lint: x, because: y}]}]\n"))
          == "5:44 unknown lint \"x\"");
}

TEST_CASE("the shipped gazetteer has no fault", "[gazetteer][shipped]") {
    Diagnostics faults;
    const auto gazetteer = read_gazetteer({"gazetteer"}, faults);
    for (const auto& fault : faults) UNSCOPED_INFO(to_text(fault));
    CHECK(faults.empty());
    CHECK(gazetteer.entities().size() > 1000);
    CHECK_FALSE(read_languages({"gazetteer"}, faults).empty());
}
