// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <algorithm>

#include <entente/gazetteer/changes.hpp>
#include <entente/graph/network_changes.hpp>
#include <entente/suggest/patch.hpp>
#include <entente/suggest/suggestion.hpp>
#include <entente/tag/tagger.hpp>

using namespace entente;

namespace {

Entity entity(EntityType type, std::string id, std::vector<std::string> names) {
    Entity entity;
    entity.id = std::string(name_of(type)) + '/' + std::move(id);
    entity.type = type;
    entity.name = names.front();
    for (std::string& name : names) {
        Alias alias;
        alias.text = std::move(name);
        entity.aliases.push_back(std::move(alias));
    }
    entity.aliases.front().kind = AliasKind::name;
    return entity;
}

Gazetteer small_gazetteer() {
    Entity france = entity(EntityType::country, "france", {"France", "French"});
    france.aliases.back().kind = AliasKind::demonym;
    return {{france, entity(EntityType::person, "sergey-lavrov", {"Sergey Lavrov"})}, {}};
}

/// What is suggested of articles, one text each.
std::vector<Suggestion> suggested(const std::vector<std::string>& texts, std::vector<std::string> refused = {}) {
    const Gazetteer gazetteer = small_gazetteer();
    const Tagger tagger(gazetteer);
    Suggester suggester(gazetteer, {}, refused);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Article article;
        article.id = "article-" + std::to_string(i);
        article.language = "en";
        article.text = texts[i];
        suggester.add(article, tagger.tag(article));
    }
    return suggester.ranked();
}

/// `person Jane Roe`, in alphabetical order.
std::vector<std::string> names_in(const std::string& text) {
    std::vector<std::string> names;
    for (const Suggestion& row : suggested({text}))
        names.push_back(std::string(row.type ? name_of(*row.type) : "unknown") + ' ' + row.name);
    std::sort(names.begin(), names.end());
    return names;
}

using Names = std::vector<std::string>;

PatchEntry entry(Decision decision, std::string name, std::string id, std::string target = {}) {
    PatchEntry entry;
    entry.decision = decision;
    entry.name = std::move(name);
    entry.id = std::move(id);
    entry.type = EntityType::person;
    entry.target = std::move(target);
    return entry;
}

}  // namespace

TEST_CASE("a name behind a title is a person whom the gazetteer lacks") {
    CHECK(names_in("The talks were opened by Prime Minister Ilse Karnov on Monday.") == Names{"person Ilse Karnov"});
    CHECK(names_in("The visit of Secretary of State Orlan Vesk was short.") == Names{"person Orlan Vesk"});
    CHECK(names_in("The singer's brother, Mr. Vesk, had left.") == Names{"person Vesk"});
}

TEST_CASE("a role behind a comma tells a person") {
    CHECK(names_in("The budget of Ilse Karnov, the finance minister, was refused.") == Names{"person Ilse Karnov"});
}

TEST_CASE("the noun that closes a name tells an organization, and its acronym goes with it") {
    const auto rows =
        suggested({"Money came from the Karnov Relief Fund (KRF). The KRF denied it, and KRF staff left."});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].name == "Karnov Relief Fund");
    CHECK(rows[0].type == EntityType::organization);
    CHECK(rows[0].acronyms == Names{"KRF"});
    CHECK(rows[0].mentions == 3);
    CHECK(names_in("It was told to the French Interior Ministry in May.")
          == Names{"organization French Interior Ministry"});
    CHECK(names_in("She works at the Ministry of Health and Human Services now.")
          == Names{"organization Ministry of Health and Human Services"});
}

TEST_CASE("a company and the person who leads it are two names") {
    CHECK(names_in("It was Brindex CEO Ilse Karnov who called. A year ago Brindex was sold.")
          == Names{"person Ilse Karnov", "unknown Brindex"});
}

TEST_CASE("a surname alone counts for the full name of its article") {
    const auto rows = suggested({"Ilse Karnov won the vote. On Monday Karnov thanked them, and Karnov left."});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].name == "Ilse Karnov");
    CHECK(rows[0].mentions == 3);
}

TEST_CASE("a capital that the grammar asks for makes no name") {
    CHECK(names_in("Yesterday it rained. Officials said nothing. On Monday the President met Muslims at Easter.")
              .empty());
    CHECK(names_in("KARNOV WINS THE VOTE IN THE NORTH OF THE COUNTRY").empty());
}

TEST_CASE("a hyphen joins the two halves of a given name, and makes an adjective of a name") {
    CHECK(names_in("He met Park Min-soo at noon.") == Names{"person Park Min-soo"});
    CHECK(names_in("The deal of the Brindex Karnov-led group failed.") == Names{"person Brindex Karnov"});
}

TEST_CASE("a body may have what is listed in its name") {
    CHECK(names_in("It asked the Press Trust of France about it.") == Names{"organization Press Trust of France"});
    CHECK(names_in("She joined the Daughters of the French Revolution in May.")
          == Names{"unknown Daughters of the French Revolution"});
    CHECK(names_in("It was the Government of France that paid.").empty());
}

TEST_CASE("a name may start with a small article of Arabic") {
    CHECK(names_in("It was told to al-Karnov on Friday.") == Names{"person al-Karnov"});
}

TEST_CASE("a word of no dictionary that says something is a name where a sentence starts too") {
    CHECK(names_in("Brindex said nothing.") == Names{"unknown Brindex"});
    CHECK(names_in("Officials said nothing.").empty());
}

TEST_CASE("two surnames with a hyphen between are no full name of the second") {
    const auto rows = names_in("The Vesk-Karnov meeting was short. In the evening Karnov left.");
    CHECK(std::find(rows.begin(), rows.end(), "unknown Karnov") != rows.end());
}

TEST_CASE("who is listed is not suggested, and another spelling says of whom") {
    CHECK(names_in("Sergey Lavrov left France. Lavrov was tired.").empty());
    const auto rows = suggested({"The visit of Sergey Lavrow ended."});
    for (const Suggestion& row : rows) CHECK(row.looks_like == "person/sergey-lavrov");
    const auto slip = suggested({"The visit of Sergey Lavrkov ended."});
    REQUIRE(slip.size() == 1);
    CHECK(slip[0].looks_like == "person/sergey-lavrov");
    CHECK(suggested({"The visit of Ilse Karnov ended."})[0].looks_like.empty());
}

TEST_CASE("a refused name is not suggested again") {
    CHECK(suggested({"The talks were opened by Prime Minister Ilse Karnov on Monday."}, {"Ilse Karnov"}).empty());
}

TEST_CASE("names of more stories come first, and a story that is printed twice is one") {
    const std::string karnov = "The talks were opened by Ilse Karnov on Monday.";
    const auto rows =
        suggested({karnov, karnov, "The vote was lost by Orlan Vesk.", "The house of Orlan Vesk was sold in France."});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].name == "Orlan Vesk");
    CHECK(rows[0].stories == 2);
    CHECK(rows[0].near == Names{"country/france"});
    CHECK(rows[1].stories == 1);
    CHECK(rows[1].examples.size() == 1);
}

TEST_CASE("a patch is read as it was written, and nobody has decided yet") {
    Diagnostics faults;
    const auto rows = suggested({"It was \"Ilse Karnov\" who asked Mr. Vesk: why?"});
    const auto entries = read_patch("names.yaml", write_patch(rows), faults);
    CHECK(faults.empty());
    REQUIRE(entries.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(entries[i].name == rows[i].name);
        CHECK(entries[i].type == rows[i].type);
        CHECK(entries[i].decision == Decision::open);
    }
}

TEST_CASE("a decision that lacks something is told with its line") {
    Diagnostics faults;
    (void)read_patch("names.yaml",
                     "type: suggestions\nsuggestions:\n"
                     "  - {decision: accept, name: Vesk, type: unknown, id: vesk}\n"
                     "  - {decision: accept, name: Roe, type: person, id: \"\"}\n"
                     "  - {decision: maybe, name: Karnov}\n",
                     faults);
    REQUIRE(faults.size() == 3);
    CHECK(faults[0].message == "it is accepted and its type is not known");
    CHECK(faults[1].message == "it is accepted and has no id");
    CHECK(faults[2].message == "unknown decision \"maybe\"");
    CHECK(faults[2].place.line == 5);
}

TEST_CASE("what was decided comes behind what the file holds, and only once") {
    const std::string before = "# mine\ntype: person\nentities:\n  - {id: roe, name: Jane Roe}";
    const std::vector<PatchEntry> entries{
        entry(Decision::refuse, "Karnov Prize", ""), entry(Decision::accept, "Ilse Karnov", "ilse-karnov"),
        entry(Decision::alias_of, "Serge Lavroff", "", "person/sergey-lavrov"), entry(Decision::open, "Vesk", "vesk")};
    Diagnostics faults;
    const auto applied = apply_patch(entries, "mine.yaml", before, small_gazetteer(), faults);
    CHECK(faults.empty());
    CHECK(applied.bytes
          == before + "\n  - id: ilse-karnov\n    name: Ilse Karnov\n"
                 + "---\ntype: aliases\naliases:\n  - {of: person/sergey-lavrov, text: Serge Lavroff}\n"
                 + "---\ntype: refused\nnames:\n  - Karnov Prize\n");
    CHECK(applied.accepted + applied.aliases + applied.refused == 3);
    CHECK(applied.open == 1);
    const auto again = apply_patch(entries, "mine.yaml", applied.bytes, small_gazetteer(), faults);
    CHECK(faults.empty());
    CHECK(again.bytes == applied.bytes);
    CHECK(again.already == 3);
}

TEST_CASE("an id that is taken, nobody's or no id at all is a fault") {
    const auto faults_of = [](const PatchEntry& row) {
        Diagnostics faults;
        (void)apply_patch(std::vector{row}, "mine.yaml", "", small_gazetteer(), faults);
        return faults.size();
    };
    CHECK(faults_of(entry(Decision::accept, "Another Lavrov", "sergey-lavrov")) == 1);
    CHECK(faults_of(entry(Decision::alias_of, "Lavroff", "", "person/nobody")) == 1);
    CHECK(faults_of(entry(Decision::accept, "Ilse Karnov", "Ilse Karnov!")) == 1);
    CHECK(faults_of(entry(Decision::accept, "Ilse: #1 \"K\"", "ilse-karnov")) == 0);
}

TEST_CASE("two gazetteers differ in entities, names and facts") {
    Entity roe = entity(EntityType::person, "roe", {"Jane Roe", "J. Roe"});
    Entity now = entity(EntityType::person, "roe", {"Jane Roe", "Jane A. Roe"});
    now.country = "country/france";
    const Gazetteer before({roe, entity(EntityType::person, "gone", {"Gone"})}, {});
    const Gazetteer after({now, entity(EntityType::person, "new", {"New Man"})}, {});
    const auto changes = changes_between(before, after);
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].kind == EntityChange::Kind::removed);
    CHECK(changes[1].added_names == Names{"New Man"});
    CHECK(changes[2].added_names == Names{"Jane A. Roe"});
    CHECK(changes[2].removed_names == Names{"J. Roe"});
    CHECK(changes[2].facts == Names{"country: none -> country/france"});
    CHECK(changes_between(before, before).empty());
}

TEST_CASE("two networks differ in nodes, edges and weights, and the heavier one gives the sentence") {
    const auto network = [](double weight, const char* sentence) {
        Network result;
        for (const char* id : {"country/france", "person/roe"}) {
            result.nodes.emplace_back();
            result.nodes.back().id = id;
            result.nodes.back().articles = 3;
        }
        Edge edge;
        edge.target = 1;
        edge.weight = weight;
        edge.evidence = {{"a", "", {}, sentence}};
        result.edges = {edge};
        return result;
    };
    const auto changes = changes_between(network(1, "old"), network(3, "new"));
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].ids == Names{"country/france", "person/roe"});
    CHECK(changes[0].before == 1);
    CHECK(changes[0].after == 3);
    CHECK(changes[0].evidence.sentence == "new");
    CHECK(changes_between(network(3, "old"), network(1, "new"))[0].evidence.sentence == "old");
    CHECK(changes_between(network(3, "old"), {}).size() == 3);
}
