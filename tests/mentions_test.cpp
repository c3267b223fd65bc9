// SPDX-License-Identifier: Apache-2.0
#include "mention_rows.hpp"

using namespace entente;

namespace {

const std::string smallest = R"({"schema":1,"article":"a","entities":[{"id":"person/x"}],)"
                             R"("mentions":[{"begin":0,"end":1,"entity":"person/x"}]})";

}  // namespace

TEST_CASE("a row of `entente tag` says who is named where, by which rule") {
    const std::string rule(name_of(full_article().mentions[0].rule));
    CHECK(
        written(full_article())
        == R"({"schema":1,"article":"un/briefing.txt","source":"articles/un/briefing.txt","title":"Lavrov \"regrets\"",)"
           R"("date":"2024-09-20","language":"en","signature":"AAABBAAAABAAABA_____","gazetteer":"00c0ffee","entities":[)"
           R"({"id":"country/georgia","label":"Georgia","type":"country","country":""},)"
           R"({"id":"person/sergey-lavrov","label":"Sergey Lavrov","type":"person","country":"country/russia"},)"
           R"({"id":"place/georgia-us","label":"Georgia, US","type":"place","country":"country/united-states"}],)"
           R"("sentences":[{"begin":0,"end":40,"number":3,"text":"Sergei Lavrov spoke of Georgia."}],"mentions":[)"
           R"({"begin":0,"end":13,"text":"Sergei Lavrov","entity":"person/sergey-lavrov","type":"person","kind":"alias",)"
           R"("rule":")"
               + rule
               + R"(","zone":"body","sentence":0},)"
                 R"({"begin":23,"end":30,"text":"Georgia","entity":null,"type":null,"kind":"name","rule":")"
               + rule
               + R"(","zone":"caption","sentence":0,"candidates":[{"entity":"country/georgia","score":60},)"
                 R"({"entity":"place/georgia-us","score":40}]}]})"
                 "\n");
}

TEST_CASE("an article that names nobody has a row too") {
    CHECK(
        written(News("weather"))
        == R"({"schema":1,"article":"weather","source":"articles/weather","title":"Title of weather","date":"","language":"",)"
           R"("signature":"","gazetteer":"","entities":[],"sentences":[],"mentions":[]})"
           "\n");
}

TEST_CASE("what was written, read and written again is the same to the byte") {
    const std::string rows = written(full_article()) + written(odd_article()) + written(News("weather"));
    for (const std::size_t piece : {1, 13, 1 << 20}) {
        std::string again;
        for (const auto& article : read_all(rows, piece)) {
            again += written(article);
        }
        CHECK(again == rows);
    }
}

TEST_CASE("a row that is longer than any buffer is read whole") {
    News article("long");
    for (int i = 0; i < 3000; ++i) {
        article.says(std::string(1000, 'x'), {"person/x"});
    }
    const auto row = written(article);
    const auto articles = read_all(row + written(News("next")) + row, 100'000);
    REQUIRE(articles.size() == 3);
    CHECK(written(articles[0]) == row);
    CHECK(articles[1].id == "next");
    CHECK(articles[1].mentions.empty());
    CHECK(written(articles[2]) == row);
}

TEST_CASE("a row of another program needs only ids and places") {
    const auto articles =
        read_all("\xEF\xBB\xBF" + smallest + "\r\n\r\n  \n" + smallest);  // no line end after the last
    REQUIRE(articles.size() == 2);
    CHECK(articles[0].entities == std::vector<EntityLabel>{{"person/x", "person/x", EntityType::person, ""}});
    REQUIRE(articles[0].mentions.size() == 1);
    CHECK(articles[0].mentions[0].entity == 0);
    CHECK(articles[0].mentions[0].kind == MentionKind::name);
    CHECK(articles[0].mentions[0].zone == Zone::body);
}

TEST_CASE("a sentence of a row without its number is the one behind that before it") {
    const auto article = read_all(R"({"schema":1,"article":"a","entities":[],"mentions":[],"sentences":[)"
                                  R"({"begin":0,"end":1},{"begin":2,"end":3,"number":7},{"begin":4,"end":5}]})")
                             .at(0);
    REQUIRE(article.sentences.size() == 3);
    CHECK(article.sentences[0].number == 0);
    CHECK(article.sentences[1].number == 7);
    CHECK(article.sentences[2].number == 8);
}

TEST_CASE("keys that are not known and another order of keys do no harm") {
    const auto articles =
        read_all(R"({"fingerprints":[1,{"a":2}],"mentions":[{"entity":"person/x","end":5,"begin":2,"mood":"glad"}],)"
                 R"("entities":[{"type":"person","id":"person/x"},{"id":"country/y"}],"article":"a","schema":1})");
    REQUIRE(articles.size() == 1);
    CHECK(articles[0].mentions[0].span == Span{2, 5});
    CHECK(articles[0].entities[articles[0].mentions[0].entity].id == "person/x");
    CHECK(articles[0].entities[0].id == "country/y");
}

TEST_CASE("a row of a newer schema is refused with what to do") {
    const auto fault = fault_in(smallest + "\n" + R"({"schema":2,"article":"b"})");
    CHECK(fault.place.file == "mentions.jsonl");
    CHECK(fault.place.line == 2);
    CHECK(holds(fault.message, "schema 2"));
    CHECK(holds(fault.message, "reads 1"));
    CHECK_FALSE(fault.hint.empty());
}

TEST_CASE("articles given for mentions are recognized") {
    const auto fault = fault_in(R"({"id":"a","title":"t","text":"Lavrov left."})");
    CHECK(holds(fault.message, "schema"));
    CHECK(holds(fault.hint, "entente tag"));
}

TEST_CASE("each fault of a row is named with its line") {
    const auto row = [](const std::string& rest) {
        return fault_in("\n{\"schema\":1,\"article\":\"a\"," + rest + "}");
    };
    CHECK(row(R"("date":"Friday")").place.line == 2);
    CHECK(holds(row(R"("date":"Friday")").message, "Friday"));
    CHECK(holds(row(R"("date":5)").message, "\"date\" is not a text"));
    CHECK(holds(row(R"("entities":5)").message, "\"entities\" is not a list"));
    CHECK(holds(row(R"("entities":[5])").message, "not an object"));
    CHECK(holds(row(R"("entities":[{"label":"x"}])").message, "\"id\" is missing"));
    CHECK(holds(row(R"("entities":[{"id":"persn/x"}])").message, "unknown type \"persn\""));
    CHECK(holds(row(R"("entities":[{"id":"person/x"},{"id":"person/x"}])").message, "listed twice"));
    CHECK(holds(row(R"("mentions":[{"begin":0,"end":1,"entity":"person/y"}])").message, "person/y"));
    CHECK(holds(row(R"("mentions":[{"begin":2,"end":1,"entity":null}])").message, "before"));
    CHECK(holds(row(R"("mentions":[{"end":1,"entity":null}])").message, "missing"));
    CHECK(holds(row(R"("mentions":[{"begin":-1,"end":1,"entity":null}])").message, "whole number"));
    CHECK(holds(row(R"("mentions":[{"begin":0,"end":4294967296,"entity":null}])").message, "whole number"));
    CHECK(holds(row(R"("mentions":[{"begin":0,"end":1,"entity":null,"kind":"nickname"}])").message, "nickname"));
    CHECK(holds(row(R"("mentions":[{"begin":0,"end":1,"entity":null,"zone":"sky"}])").message, "sky"));
    CHECK(holds(row(R"("mentions":[{"begin":0,"end":1,"entity":null,"rule":"guess"}])").message, "guess"));
    CHECK(holds(
        row(R"("sentences":[{"begin":0,"end":1}],"mentions":[{"begin":0,"end":1,"entity":null,"sentence":1}])").message,
        "sentence 1"));
    CHECK(holds(
        row(R"("sentences":[{"begin":0,"end":1,"number":4},{"begin":2,"end":3,"number":4}],"mentions":[])").message,
        "sentence 4 comes behind sentence 4"));
    CHECK(holds(fault_in(R"({"schema":1})").message, "\"article\" is missing"));
    CHECK(holds(fault_in("[1]").message, "not a JSON object"));
    CHECK(holds(fault_in("{\"schema\":1,\"article\":\"\xFF\"}").message, "UTF-8"));
    CHECK(holds(fault_in(R"({"schema":1,"article":"cut of)").message, "not a JSON object"));
}

TEST_CASE("reading goes on behind a row with a fault, and nothing of that row is left") {
    MentionsReader reader(source_of(written(full_article()) + "{\"schema\":1,\n" + smallest + "\n"), "shard-7.jsonl");
    TaggedArticle article;
    CHECK(reader.next(article));
    CHECK_THROWS_AS(reader.next(article), Error);
    CHECK(reader.line() == 2);
    REQUIRE(reader.next(article));
    CHECK(written(article) == written(read_all(smallest).at(0)));
    CHECK_FALSE(reader.next(article));
    CHECK_FALSE(reader.next(article));
}

TEST_CASE("an empty file holds no articles") {
    CHECK(read_all("").empty());
    CHECK(read_all("\n\n").empty());
}

TEST_CASE("every kind of mention has a name that reads back") {
    for (std::size_t number = 0; number < mention_kinds; ++number) {
        const auto kind = static_cast<MentionKind>(number);
        CHECK(mention_kind_of(name_of(kind)) == kind);
    }
    CHECK(name_of(MentionKind::given_name) == "given-name");
    CHECK_FALSE(mention_kind_of("nickname"));
}
