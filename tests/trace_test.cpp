// SPDX-License-Identifier: Apache-2.0
// What the rules say of themselves: `entente explain` prints it.
#include <entente/tag/listed_names.hpp>
#include <entente/tag/tagger.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "scratch_folder.hpp"

using namespace entente;

namespace {

constexpr std::string_view people = R"(type: person
entities:
  - id: anna-berg
    name: Anna Berg
  - id: karl-berg
    name: Karl Berg
    roles: [{title: president, of: country/georgia, from: 2001-01-01, to: 2004-12-31}]
)";
constexpr std::string_view lands = R"(type: country
entities:
  - id: georgia
    name: Georgia
    capital: Tbilisi
    demonyms: [Georgian]
    near: [Tbilisi, Ossetia]
    not_near: [Atlanta]
    not_followed_by: [Tech]
)";
constexpr std::string_view places = R"(type: place
entities:
  - id: georgia-us-state
    name: State of Georgia
    aliases: [Georgia]
    near: [Atlanta]
  - id: tbilisi
    name: Tbilisi
    class: city
    country: country/georgia
)";
constexpr std::string_view bodies = R"(type: organization
entities:
  - id: general-harbour-commission
    name: General Harbour Commission
    acronyms: [GHC]
)";

const Gazetteer& gazetteer() {
    static const Gazetteer read = [] {
        const ScratchFolder folder;
        folder.write("people.yaml", people);
        folder.write("countries.yaml", lands);
        folder.write("places.yaml", places);
        folder.write("organizations.yaml", bodies);
        Diagnostics faults;
        auto names = read_gazetteer({folder.path()}, faults);
        for (const auto& fault : faults)
            if (fault.severity == Severity::error) FAIL(to_text(fault));
        return names;
    }();
    return read;
}

/// How `text` was tagged.
struct Traced {
    explicit Traced(std::string text, std::string_view date = {}) {
        article.text = std::move(text);
        if (!date.empty()) article.date = parse_iso_date(date).value();
        tagged = tagger().tag(article, &trace);
    }
    static const Tagger& tagger() {
        static const Tagger one(gazetteer());
        return one;
    }
    /// All remarks of this kind, as `text "quoted"`: on the first place of these words, or everywhere.
    std::vector<std::string> said(Remark::Kind kind, std::string_view words = {}) const {
        std::vector<std::string> texts;
        const auto begin = article.text.find(words);
        for (const Remark& remark : trace.remarks) {
            const bool there = remark.span.begin == begin && remark.span.size() == words.size();
            if (remark.kind != kind || (!there && !words.empty())) continue;
            texts.push_back(remark.text);
            if (remark.quoted.size() > 0) texts.back() += " \"" + std::string(slice(article.text, remark.quoted)) + '"';
        }
        return texts;
    }
    std::vector<std::string> grounds(std::string_view words = {}) const { return said(Remark::Kind::ground, words); }
    std::vector<std::string> refusals(std::string_view words) const { return said(Remark::Kind::refusal, words); }

    Article article;
    Trace trace;
    TaggedArticle tagged;
};

using Texts = std::vector<std::string>;

std::vector<std::string> names_in(const std::vector<ListedName>& rows) {
    std::vector<std::string> names;
    for (const ListedName& row : rows) names.push_back(gazetteer().entities()[row.entity].aliases[row.alias].text);
    return names;
}

}  // namespace

TEST_CASE("the points that are told are the points that decided", "[tag]") {
    const Traced news("Georgia closed its border. Tbilisi said so, and Ossetia too. Atlanta was quiet.");
    std::map<std::uint32_t, int> parts;
    std::map<std::uint32_t, int> totals;
    for (const Remark& remark : news.trace.remarks) {
        if (remark.kind == Remark::Kind::weight) parts[remark.entity] += remark.points;
        if (remark.kind == Remark::Kind::total) totals[remark.entity] = remark.points;
    }
    CHECK(parts == totals);
    const auto country = gazetteer().find("country/georgia").value();
    const auto state = gazetteer().find("place/georgia-us-state").value();
    CHECK(totals == std::map<std::uint32_t, int>{{country, 1 + 2 + 6 + 3 + 3 - 4}, {state, 3}});
    CHECK(news.tagged.mentions.front().rule == Rule::weighed_evidence);
    CHECK(news.said(Remark::Kind::owner, "Georgia").size() == 2);
}

TEST_CASE("a trace changes no mention and knows where each stands", "[tag]") {
    const Traced news("Anna Berg flew to Tbilisi. Berg said Georgian wine is good.");
    const auto plain = Traced::tagger().tag(news.article);
    REQUIRE(plain.mentions.size() == 4);
    REQUIRE(news.tagged.mentions.size() == 4);
    REQUIRE(news.trace.mentions.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(plain.mentions[i].rule == news.tagged.mentions[i].rule);
        CHECK(slice(news.article.text, news.trace.mentions[i]) == plain.mentions[i].text);
    }
    CHECK(news.trace.sentences.size() == 2);
}

TEST_CASE("a surname tells the full name that it is tied to", "[tag]") {
    CHECK(Traced("Anna Berg came at noon. Then Berg left.").grounds()
          == Texts{"the article says the full name \"Anna Berg\""});
}

TEST_CASE("of a surname that nobody got the reason is told", "[tag]") {
    CHECK(Traced("The Berg Foundation met. Anna Berg paid.").refusals("Berg")
          == Texts{"a capital word behind it goes on with the name"});
    CHECK(Traced("A man called Otto Berg met her. Anna Berg paid.").refusals("Berg")
          == Texts{"the word before it makes it somebody else of this surname"});
}

TEST_CASE("an office tells its holder's term", "[tag]") {
    const auto grounds = Traced("President Berg resigned.", "2003-05-01").grounds("Berg");
    REQUIRE(grounds.size() == 1);
    CHECK(
        grounds[0].starts_with("held the office on the day of the article: president of country/georgia, "
                               "2001-01-01 to 2004-12-31 ("));
    CHECK(grounds[0].ends_with(":7) \"President Berg\""));
    const auto refusals = Traced("President Berg resigned.", "2013-05-01").refusals("Berg");
    REQUIRE(refusals.size() == 1);
    CHECK(refusals[0].starts_with("held the office on other days: "));
}

TEST_CASE("a capital tells which words made it the government or the city", "[tag]") {
    CHECK(Traced("On Monday Tbilisi has firmly rejected the plan.").grounds("Tbilisi")
          == Texts{"the verb behind it \"Tbilisi has firmly rejected\""});
    CHECK(Traced("They met in Tbilisi at noon.").grounds("Tbilisi")
          == Texts{"what stands before it \"met in Tbilisi\""});
    CHECK(Traced("The Tbilisi-backed militia left.").grounds("Tbilisi")
          == Texts{"the word it is joined with \"Tbilisi-backed militia\""});
}

TEST_CASE("a listed name that does not fit says why", "[tag]") {
    CHECK(Traced("Fans of georgia cheered.").refusals("georgia")
          == Texts(2, "its capital letters are not those of the listed name"));
    CHECK(Traced("He went to Georgia Tech.").refusals("Georgia")
          == Texts{"the gazetteer says not_followed_by or not_preceded_by of the words beside it"});
    CHECK(Traced("A ghc was seen.").refusals("ghc")
          == Texts{"an acronym has to be printed in its own case, and to be no common word in a line of capitals"});
    CHECK(Traced("The Georgian language is old.").refusals("Georgian")
          == Texts{"the words around make it a language, or other people"});
}

TEST_CASE("a part of a longer name says what makes it longer", "[tag]") {
    CHECK(Traced("They heard it on Radio Tbilisi today.").grounds("Tbilisi").front()
          == "the words before open a longer name, as in Radio Moscow");
}

TEST_CASE("the short form of an organization tells the full name", "[tag]") {
    CHECK(Traced("The General Harbour Commission met. Later the Commission voted.").grounds()
          == Texts{"the article says the full name \"General Harbour Commission\""});
}

TEST_CASE("a name is looked up but for case, accents, hyphens and an article", "[tag]") {
    CHECK(names_in(look_up(gazetteer(), "the GEÓRGIA").exact) == Texts{"Georgia", "Georgia"});
    CHECK(look_up(gazetteer(), "Berg").short_names.size() == 2);
    CHECK(look_up(gazetteer(), "Berg").exact.empty());
    CHECK(look_up(gazetteer(), " ").nearest.empty());
}

TEST_CASE("a name that nobody has is answered with those that are like it", "[tag]") {
    CHECK(names_in(look_up(gazetteer(), "Ana Berg").nearest).front() == "Anna Berg");
    CHECK(names_in(look_up(gazetteer(), "Harbour Board").nearest) == Texts{"General Harbour Commission"});
    CHECK(look_up(gazetteer(), "Quetzalcoatl").nearest.empty());
}
