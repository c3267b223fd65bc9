// SPDX-License-Identifier: Apache-2.0
// What `entente gazetteer check` warns of. Each lint has something that it finds and something that it lets be.
#include <entente/gazetteer/lint.hpp>

#include <string>
#include <vector>

#include <entente/text/file.hpp>
#include "catch.hpp"
#include "scratch_folder.hpp"

using namespace entente;

namespace {

using Codes = std::vector<std::string>;

Codes codes_of(const std::string& yaml) {
    ScratchFolder folder;
    folder.write("names.yaml", yaml);
    Diagnostics faults;
    const auto gazetteer = read_gazetteer({folder.path("names.yaml")}, faults);
    for (const auto& fault : faults) UNSCOPED_INFO(to_text(fault));
    REQUIRE(faults.empty());
    Language german;
    german.language = "de";
    german.common_words = {"allianz"};
    german.words.function_words = {"sind"};
    const std::vector languages = {german};
    Codes codes;
    for (const auto& warning : lint(gazetteer, {.languages = languages,
                                               .is_stop_word = [](std::string_view word) { return word == "march"; },
                                               .is_given_name = [](std::string_view word) { return word == "boris"; }}))
        codes.push_back(warning.code);
    return codes;
}

std::string countries(const std::string& rows) { return "type: country\nentities:\n" + rows; }
std::string people(const std::string& rows) { return "type: person\nentities:\n" + rows; }
std::string organizations(const std::string& rows) { return "type: organization\nentities:\n" + rows; }
std::string italy(const std::string& keys) {
    return countries("  - {id: italy, name: Italy, iso: IT, demonyms: [Italian]" + keys + "}\n");
}
std::string lavrov(const std::string& keys) {
    return people("  - {id: sergey-lavrov, name: Sergey Lavrov" + keys + "}\n");
}

}  // namespace

TEST_CASE("the README of the gazetteer lists every lint", "[lint]") {
    const auto readme = read_whole_file("gazetteer/README.md");
    for (const auto& row : lints()) {
        INFO(row.code);
        CHECK(readme.find("| `" + std::string(row.code) + "` | " + std::string(row.meaning) + " |")
              != std::string::npos);
    }
}

TEST_CASE("a name with two owners needs a reason to choose", "[lint]") {
    const std::string two =
        "  - {id: congo, name: Republic of the Congo, iso: CG, demonyms: [a], aliases: [Congo]}\n"
        "  - {id: dr-congo, name: DR Congo, iso: CD, demonyms: [b], aliases: [Congo]";
    CHECK(codes_of(countries(two + "}\n")) == Codes{"alias-owned-twice"});
    CHECK(codes_of(countries(two + ", near: [Kinshasa]}\n")).empty());
}

TEST_CASE("an acronym is another name than the word with its letters", "[lint]") {
    CHECK(codes_of(organizations("  - {id: who, name: World Health Organization, acronyms: [WHO]}\n"
                                 "  - {id: band, name: The Who, aliases: [Who, WHO]}\n"))
          == Codes{});
    CHECK(codes_of(organizations("  - {id: a, name: First Body, acronyms: [FB]}\n"
                                 "  - {id: b, name: Far Body, acronyms: [FB]}\n"))
          == Codes{"alias-owned-twice"});
}

TEST_CASE("a capital belongs to a city and a government without a lint", "[lint]") {
    CHECK(codes_of(italy(", capital: Rome") + "---\ntype: place\nentities:\n  - {id: rome, name: Rome}\n").empty());
}

TEST_CASE("a name is listed once, but for another case or language", "[lint]") {
    CHECK(codes_of(lavrov(", aliases: [Sergey Làvrov]")) == Codes{"alias-twice"});
    CHECK(codes_of(organizations("  - {id: nato, name: NATO, aliases: [Nato]}\n")).empty());
    CHECK(codes_of(italy(", aliases: [{text: Italia, language: it}, {text: Italia, language: es}]")).empty());
}

TEST_CASE("a name that is a common word of its language needs evidence", "[lint]") {
    CHECK(codes_of(lavrov(", aliases: [March]")) == Codes{"common-word"});
    CHECK(codes_of(lavrov(", aliases: [March], near: [Moscow]")).empty());
    CHECK(codes_of(organizations("  - {id: allianz, name: Allianz}\n")) == Codes{"common-word"});
    CHECK(codes_of(lavrov(", aliases: [{text: Sind, language: de}]")) == Codes{"common-word"});
    CHECK(codes_of(lavrov(", aliases: [{text: Sind, language: sv}]")).empty());
    CHECK(codes_of(people("  - {id: march, name: Fredric March}\n")).empty());
}

TEST_CASE("a person's single word that is a given name of others needs evidence", "[lint]") {
    const std::string lula = "  - {id: lula, name: Lula, gender: m}\n";
    CHECK(codes_of(people(lula)).empty());
    CHECK(codes_of(people(lula + "  - {id: other, name: Lula Carson}\n")) == Codes{"given-name"});
    CHECK(codes_of(people("  - {id: becker, name: Mister Becker, aliases: [Boris]}\n")) == Codes{"given-name"});
    CHECK(
        codes_of(people("  - {id: becker, name: Boris Becker, aliases: [{text: Boris, standalone: true}]}\n")).empty());
    CHECK(codes_of("type: place\nentities:\n  - {id: boris, name: Boris}\n").empty());
}

TEST_CASE("codes, odd letters and odd spaces are told", "[lint]") {
    CHECK(codes_of(italy("")).empty());
    CHECK(codes_of(italy(", aliases: [IT]")) == Codes{"iso-as-alias"});
    CHECK(codes_of(italy(", acronyms: [IT]")).empty());
    CHECK(codes_of(lavrov(", aliases: [\"S. L\xD0\xB0vrov\"]")) == Codes{"mixed-scripts"});
    CHECK(codes_of(lavrov(", aliases: [{text: Сергей Лавров, language: ru}, Бренд Lavrov]")).empty());
    CHECK(codes_of(lavrov(", aliases: [\"S.  Lavrov\"]")) == Codes{"odd-space"});
    CHECK(codes_of(lavrov(", aliases: [S. Lavrov]")).empty());
}

TEST_CASE("a country has a demonym, and an ISO code or an end", "[lint]") {
    CHECK(codes_of(countries("  - {id: italy, name: Italy, iso: IT}\n")) == Codes{"no-demonym"});
    CHECK(codes_of(countries("  - {id: italy, name: Italy, demonyms: [Italian]}\n")) == Codes{"no-iso"});
    CHECK(codes_of(countries("  - {id: ussr, name: Soviet Union, demonyms: [Soviet], until: 1991-12-26}\n")).empty());
    CHECK(codes_of("type: place\nentities:\n  - {id: rome, name: Rome}\n").empty());
}

TEST_CASE("two of one name both say that they are not the other", "[lint]") {
    const auto two = [](const std::string& name, const std::string& back) {
        return people("  - {id: a, name: John Smith, not_same: [b]}\n  - {id: b, name: " + name + back + "}\n");
    };
    CHECK(codes_of(two("John Smith", "")) == Codes{"unreachable", "not-same-one-sided", "unreachable"});
    CHECK(codes_of(two("John Smith", ", not_same: [a], near: [Leeds]")).empty());
    CHECK(codes_of(two("Jon Smith", "")).empty());
}

TEST_CASE("an office of a country has one holder on one day", "[lint]") {
    const auto two =
        [](const std::string& title, const std::string& from) {
            return italy("") + "---\n"
               + people("  - {id: a, name: Anna Rossi, roles: [{title: " + title
                        + ", of: italy, from: 2000-01-01, to: 2004-05-01}]}\n  - {id: b, name: Bruno Neri, roles: [{title: "
                        + title + ", of: italy, from: " + from + "}]}\n");
        };
    CHECK(codes_of(two("president", "2004-04-30")) == Codes{"office-shared"});
    CHECK(codes_of(two("president", "2004-05-01")).empty());
    CHECK(codes_of(two("president", "2004")).empty());
    CHECK(codes_of(two("vice president", "2003-01-01")).empty());
}

TEST_CASE("an office that one holder leaves early is compared with those behind the long one", "[lint]") {
    CHECK(codes_of(italy("") + "---\n"
                   + people("  - {id: a, name: Anna Rossi, roles: [{title: king, of: italy, from: 1980, to: 2010}]}\n"
                            "  - {id: b, name: Bruno Neri, roles: [{title: king, of: italy, from: 1990, to: 1991}]}\n"
                            "  - {id: c, name: Carla Bianchi, roles: [{title: king, of: italy, from: 2005}]}\n"))
          == Codes{"office-shared", "office-shared"});
}

TEST_CASE("one office held twice at one time is a lint, one after the other is not", "[lint]") {
    const auto roles = [](const std::string& second) {
        return lavrov(", roles: [{title: mayor, from: 2000-01-01, to: 2004-05-01}, {title: mayor, from: " + second
                      + "}]");
    };
    CHECK(codes_of(roles("2003-01-01")) == Codes{"role-overlaps"});
    CHECK(codes_of(roles("2004-05-01")).empty());
    CHECK(codes_of(roles("2004")).empty());
}

TEST_CASE("titles are in lower case", "[lint]") {
    CHECK(codes_of(lavrov(", roles: [{title: King, from: 2000}]")) == Codes{"role-capital"});
    CHECK(codes_of(lavrov(", roles: [{title: ambassador to Japan, from: 2000}]")).empty());
}

TEST_CASE("standalone is for a surname that one official bears", "[lint]") {
    CHECK(codes_of(lavrov(", aliases: [{text: Sergey V Lavrov, standalone: true}]")) == Codes{"standalone-full-name"});
    const auto alone = lavrov(", aliases: [{text: Lavrov, standalone: true}]");
    const std::string mayor = "roles: [{title: mayor, from: 2000}]}\n";
    CHECK(codes_of(alone).empty());
    CHECK(codes_of(alone + "  - {id: kirill-lavrov, name: Kirill Lavrov}\n").empty());
    CHECK(codes_of(alone + "  - {id: kirill-lavrov, name: Kirill Lavrov, " + mayor) == Codes{"standalone-shared"});
}

TEST_CASE("an entity has a name that can be found", "[lint]") {
    CHECK(codes_of(people("  - {id: a, name: John Smith, not_same: [b]}\n"
                          "  - {id: b, name: John Smith, not_same: [a], aliases: [John B. Smith]}\n"))
          == Codes{"unreachable"});
    CHECK(codes_of(people("  - {id: a, name: \"-\"}\n")) == Codes{"unreachable"});
    CHECK(codes_of(people("  - {id: a, name: Pelé}\n")).empty());
}

TEST_CASE("a Wikidata id is that of one entity", "[lint]") {
    const auto two = [](const std::string& id) {
        return people(
            "  - {id: a, name: Viktor Orbán, ids: {wikidata: Q57641}}\n"
            "  - {id: b, name: János Áder, ids: {wikidata: "
            + id + "}}\n");
    };
    CHECK(codes_of(two("Q57641")) == Codes{"wikidata-shared"});
    CHECK(codes_of(two("Q57467")).empty());
}

TEST_CASE("a lint is silenced where a reason is given, and only that one", "[lint]") {
    const std::string allow = "allow: [{lint: common-word, because: it is his nickname}]";
    CHECK(codes_of(lavrov(", aliases: [March], " + allow)).empty());
    CHECK(codes_of(lavrov(", aliases: [{text: March, " + allow + "}]")).empty());
    CHECK(codes_of(lavrov(", aliases: [{text: March, " + allow + "}, \"S.  L\"]")) == Codes{"odd-space"});
    CHECK(codes_of(lavrov(", aliases: [{text: S. Lavrov, " + allow + "}, March]"))
          == Codes{"allow-unused", "common-word"});
    CHECK(codes_of(lavrov(", " + allow)) == Codes{"allow-unused"});
}

TEST_CASE("either owner of a shared name may allow it", "[lint]") {
    const std::string allow = ", allow: [{lint: alias-owned-twice, because: both are meant}]";
    CHECK(codes_of(organizations("  - {id: a, name: First Body, aliases: [Body]" + allow
                                 + "}\n"
                                   "  - {id: b, name: Far Body, aliases: [Body]}\n"))
              .empty());
}
