// SPDX-License-Identifier: Apache-2.0
// Offices by date, on a gazetteer of a few lines. What the shipped one gives is in cases/roles.cases.
#include <entente/tag/tagger.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

using namespace entente;

namespace {

Role term(std::string_view title, std::string_view from, std::string_view to = "") {
    return {std::string(title), "country/ruritania", parse_iso_date(from).value(),
            to.empty() ? Date{} : parse_iso_date(to).value(), Origin{}};
}

Entity named(std::string id, EntityType type, std::string name, std::vector<Role> roles = {}) {
    Entity entity;
    entity.id = std::move(id);
    entity.type = type;
    entity.aliases.push_back({.text = name, .kind = AliasKind::name, .languages = {}, .evidence = {}, .allowed = {}, .origin = {}});
    entity.name = std::move(name);
    entity.roles = std::move(roles);
    return entity;
}

/// Ruritania had Adam Amsel until 9 May 2012 and Berta Born from that day on; then, after a gap of which nobody is
/// listed, Carl Castor, and again Adam Amsel.
const Gazetteer& ruritania() {
    static const Gazetteer gazetteer(
        {named("country/ruritania", EntityType::country, "Ruritania"),
         named("person/adam-amsel", EntityType::person, "Adam Amsel",
               {term("president", "2008-05-01", "2012-05-09"), term("president", "2020-01-01")}),
         named("person/berta-born", EntityType::person, "Berta Born", {term("president", "2012-05-09", "2014-06-30")}),
         named("person/carl-castor", EntityType::person, "Carl Castor", {term("president", "2016-04", "2019-12-31")})},
        {});
    return gazetteer;
}

TaggedArticle tagged(std::string_view date, Roles roles = Roles::read) {
    Article article;
    article.text = "Ruritania's president spoke for an hour.";
    article.date = date.empty() ? Date{} : parse_iso_date(date).value();
    return Tagger(ruritania(), {}, roles).tag(article);
}

/// The holder's id; "nobody"; or "?" and the candidates with their scores.
std::string president_on(std::string_view date) {
    const TaggedArticle article = tagged(date);
    for (const Mention& mention : article.mentions) {
        if (mention.kind != MentionKind::role) continue;
        CHECK(mention.text == "president");
        if (mention.entity != undecided) {
            CHECK(mention.rule == Rule::holder_on_the_day);
            return article.entities[mention.entity].id;
        }
        CHECK(mention.rule == Rule::several_holders);
        std::string answer = "?";
        for (const Candidate& candidate : mention.candidates)
            answer += ' ' + article.entities[candidate.entity].id + ' ' + std::to_string(candidate.score);
        return answer;
    }
    return "nobody";
}

}  // namespace

TEST_CASE("an office is held from its first day to its last, both inclusive", "[tag]") {
    CHECK(president_on("2008-04-30") == "nobody");
    CHECK(president_on("2008-05-01") == "person/adam-amsel");
    CHECK(president_on("2012-05-08") == "person/adam-amsel");
    CHECK(president_on("2012-05-10") == "person/berta-born");
    CHECK(president_on("2014-06-30") == "person/berta-born");
    CHECK(president_on("2014-07-01") == "nobody");
}

TEST_CASE("on the day of a handover the office is undecided, the new holder first", "[tag]") {
    CHECK(president_on("2012-05-09") == "? person/berta-born 50 person/adam-amsel 50");
}

TEST_CASE("a term without an end goes on", "[tag]") { CHECK(president_on("2031-01-01") == "person/adam-amsel"); }

TEST_CASE("a term that began some day of a month is certain from the next month on", "[tag]") {
    CHECK(president_on("2016-03-31") == "nobody");
    CHECK(president_on("2016-04-15") == "? person/carl-castor 100");
    CHECK(president_on("2016-05-01") == "person/carl-castor");
}

TEST_CASE("an article dated by month or year means who held the office throughout", "[tag]") {
    CHECK(president_on("2010") == "person/adam-amsel");
    CHECK(president_on("2012-04") == "person/adam-amsel");
    CHECK(president_on("2012-05") == "? person/berta-born 50 person/adam-amsel 50");
    CHECK(president_on("2014") == "? person/berta-born 100");
    CHECK(president_on("2015") == "nobody");
}

TEST_CASE("without a date everyone who held the office is a candidate once, the latest first", "[tag]") {
    CHECK(president_on("") == "? person/adam-amsel 33 person/carl-castor 33 person/berta-born 33");
}

TEST_CASE("offices without a name are mentions only when asked for", "[tag]") {
    CHECK(tagged("2010-01-01", Roles::leave).mentions.size() == 1);
    CHECK(tagged("2010-01-01").mentions.size() == 2);
}
