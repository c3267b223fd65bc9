// SPDX-License-Identifier: Apache-2.0
// Ids that were given up: what was written with them keeps its meaning.
#include "catch.hpp"

#include <entente/gazetteer/changes.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/suggest/patch.hpp>
#include <entente/tag/present_ids.hpp>

#include "scratch_folder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace entente;

constexpr std::string_view sudans = R"(type: country
entities:
  - {id: sudan, name: Sudan, iso: SD}
  - {id: south-sudan, name: South Sudan, iso: SS}
---
type: person
entities:
  - id: omar-al-bashir
    name: Omar al-Bashir
    country: sudan
  - id: salva-kiir
    name: Salva Kiir
    roles: [{title: president, of: south-sudan, from: 2011-07-09}]
---
type: redirects
redirects:
  - {from: person/omar-bashir, to: person/omar-hassan-al-bashir}
  - {from: person/omar-hassan-al-bashir, to: person/omar-al-bashir}
  - {from: country/sudan-before-2011, to: [country/sudan, country/south-sudan]}
)";

/// The shipped names and, behind them, those of somebody who uses them.
struct Reading {
    Gazetteer gazetteer;
    std::string faults;

    [[nodiscard]] const Entity& at(std::string_view id) const {
        return gazetteer.entities().at(gazetteer.find(id).value());
    }
    [[nodiscard]] std::vector<std::string> meant_by(std::string_view id) const {
        std::vector<std::string> ids;
        for (const auto number : gazetteer.meant_by(id)) ids.push_back(gazetteer.entities()[number].id);
        return ids;
    }
};

Reading read(const std::string& mine) {
    const ScratchFolder folder;
    folder.write("1.yaml", sudans);
    folder.write("2.yaml", mine);
    Diagnostics faults;
    Reading reading{read_gazetteer({folder.path("1.yaml"), folder.path("2.yaml")}, faults), {}};
    for (const auto& fault : faults) {
        const auto text = to_text(fault);
        reading.faults += text.substr(text.find("2.yaml"));
    }
    return reading;
}

std::string redirects(const std::string& rows) { return "type: redirects\nredirects:\n" + rows; }

bool says(const std::string& rows, std::string_view fault) {
    const auto faults = read(redirects(rows)).faults;
    UNSCOPED_INFO(faults);
    return faults.starts_with("2.yaml:3:") && faults.find(fault) != std::string::npos;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("an id that was given up means the one that was found to be the same person") {
    const auto reading = read("");
    CHECK(reading.faults.empty());
    CHECK(reading.meant_by("person/omar-bashir") == Ids{"person/omar-al-bashir"});
    CHECK(reading.meant_by("person/omar-hassan-al-bashir") == Ids{"person/omar-al-bashir"});
    CHECK(reading.meant_by("country/sudan-before-2011") == Ids{"country/south-sudan", "country/sudan"});
    CHECK(reading.meant_by("country/sudan") == Ids{"country/sudan"});
    CHECK(reading.meant_by("country/nubia").empty());
}

TEST_CASE("names that were written with an old id are still of the same person") {
    const auto reading = read(R"(type: aliases
aliases:
  - {of: person/omar-bashir, text: Omer Beshir}
---
type: person
entities:
  - {id: hassan-al-turabi, name: Hassan al-Turabi, not_same: [person/omar-bashir]}
)");
    CHECK(reading.faults.empty());
    CHECK(reading.at("person/omar-al-bashir").aliases.back().text == "Omer Beshir");
    CHECK(reading.at("person/hassan-al-turabi").not_same == Ids{"person/omar-al-bashir"});
}

TEST_CASE("two entities that are merged have the names, the offices and the company of both") {
    const auto reading = read(R"(type: person
entities:
  - id: salva-kiir-mayardit
    name: Salva Kiir Mayardit
    aliases: [Salva Kiir, Kiir Mayardit]
    gender: m
    country: south-sudan
    not_same: [salva-kiir]
    roles:
      - {title: vice president, of: sudan, from: 2005-08-11, to: 2011-07-09}
      - {title: president, of: south-sudan, from: 2011-07-09}
---
type: redirects
redirects:
  - {merge: person/salva-kiir-mayardit, to: person/salva-kiir}
)");
    CHECK(reading.faults.empty());
    CHECK_FALSE(reading.gazetteer.find("person/salva-kiir-mayardit"));
    CHECK(reading.meant_by("person/salva-kiir-mayardit") == Ids{"person/salva-kiir"});
    const auto& kiir = reading.at("person/salva-kiir");
    CHECK(kiir.name == "Salva Kiir");
    REQUIRE(kiir.aliases.size() == 3);
    CHECK(kiir.aliases[1].text == "Salva Kiir Mayardit");
    CHECK(kiir.aliases[1].kind == AliasKind::alias);
    CHECK(kiir.roles.size() == 2);
    CHECK(kiir.country == "country/south-sudan");
    CHECK(kiir.gender == 'm');
    CHECK(kiir.not_same.empty());
}

TEST_CASE("a redirect that leads nowhere, back, or away from one who is still there is a fault") {
    CHECK(says("  - {from: person/a, to: person/nobody}\n", "no entity has the id \"person/nobody\""));
    CHECK(says("  - {from: person/a, to: person/b}\n  - {from: person/b, to: person/a}\n",
               "the redirects of \"person/a\" lead back to it"));
    CHECK(says("  - {from: person/a, to: person/a}\n", "lead back"));
    CHECK(says("  - {from: person/salva-kiir, to: person/omar-al-bashir}\n", "given up here and still in use"));
    CHECK(says("  - {merge: country/sudan, to: [person/omar-al-bashir]}\n", "one other of its type only"));
    CHECK(says("  - {from: person/omar-bashir, to: person/salva-kiir}\n", "is redirected twice"));
    CHECK(says("  - {from: person/a}\n", "a redirect without the id"));
    std::string chain;
    for (int i = 0; i < 1000; ++i)
        chain += "  - {from: person/p" + std::to_string(i) + ", to: person/p" + std::to_string(i + 1) + "}\n";
    CHECK(says(chain, "lead back"));
}

TEST_CASE("rows that were tagged before a merge count for the one that is left, and those of a split for nobody") {
    const auto gazetteer = read("").gazetteer;
    TaggedArticle article;
    article.entities = {{"country/sudan-before-2011", "Sudan", EntityType::country, ""},
                        {"person/omar-al-bashir", "Omar al-Bashir", EntityType::person, ""},
                        {"person/omar-bashir", "Omar Bashir", EntityType::person, ""},
                        {"person/zeinab-badawi", "Zeinab Badawi", EntityType::person, ""}};
    for (const EntityIndex entity : {0U, 1U, 2U, 3U}) article.mentions.emplace_back().entity = entity;
    article.mentions.emplace_back().candidates = {{3, 60}, {2, 30}};
    use_present_ids(article, gazetteer);
    Ids ids;
    for (const auto& entity : article.entities) ids.push_back(entity.id);
    CHECK(ids == Ids{"country/south-sudan", "country/sudan", "person/omar-al-bashir", "person/zeinab-badawi"});
    CHECK(article.mentions[0].entity == undecided);
    CHECK(article.mentions[0].candidates.size() == 2);
    CHECK(article.mentions[1].entity == 2);
    CHECK(article.mentions[2].entity == 2);
    CHECK(article.mentions[3].entity == 3);
    REQUIRE(article.mentions[4].candidates.size() == 2);
    CHECK(article.mentions[4].candidates[1].entity == 2);
    CHECK(article.entities[2].country == "country/sudan");
}

TEST_CASE("a merge is written once, and an id that was given up is nobody else's") {
    const auto gazetteer = read("").gazetteer;
    const auto merged = [&](const std::string& from, const std::string& to, const std::string& bytes) {
        Diagnostics faults;
        const auto file = append_merge(from, to, "mine.yaml", bytes, gazetteer, faults);
        return faults.empty() ? file : faults.front().message;
    };
    const std::string row = redirects("  - {merge: person/salva-kiir, to: person/omar-al-bashir}\n");
    CHECK(merged("person/salva-kiir", "person/omar-al-bashir", "") == row);
    CHECK(merged("person/salva-kiir", "person/omar-al-bashir", row) == row);
    CHECK(merged("person/salva-kiir", "country/sudan", "")
          == "\"person/salva-kiir\" cannot be merged into \"country/sudan\"");
    CHECK(merged("person/nobody", "person/salva-kiir", "") == "no entity has the id \"person/nobody\"");
    PatchEntry entry;
    entry.decision = Decision::accept;
    entry.type = EntityType::person;
    entry.name = "Omar Bashir";
    entry.id = "omar-bashir";
    Diagnostics faults;
    (void)apply_patch(std::vector{entry}, "mine.yaml", "", gazetteer, faults);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().message == "the id person/omar-bashir is already taken");
}

TEST_CASE("the difference of two gazetteers says who has the meaning of an id that is gone") {
    Entity old;
    old.id = "person/omar-bashir";
    old.name = "Omar Bashir";
    const auto changes = changes_between(Gazetteer({old}, {}), read("").gazetteer);
    const auto gone = std::find_if(changes.begin(), changes.end(),
                                   [](const auto& change) { return change.kind == EntityChange::Kind::removed; });
    REQUIRE(gone != changes.end());
    CHECK(gone->facts == Ids{"now person/omar-al-bashir"});
}
