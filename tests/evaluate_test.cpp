// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <entente/evaluate/report.hpp>
#include <entente/text/diagnostic.hpp>

using namespace entente;

namespace {

ByteSource source_of(std::string text) {
    return [text = std::move(text), at = std::size_t{0}](std::span<char> bytes) mutable {
        const auto count = std::min(bytes.size(), text.size() - at);
        std::copy_n(text.data() + at, count, bytes.data());
        at += count;
        return count;
    };
}

/// One name in an article, as either file has it.
struct Row {
    std::string text;
    std::string entity;  ///< empty: undecided
    std::uint32_t begin;
    std::string kind = "name";
    std::string zone = "body";
};

std::string type_of(const std::string& entity) { return entity.substr(0, entity.find('/')); }

std::string in_json(const Row& row) {
    const auto entity = row.entity.empty() ? "null" : '"' + row.entity + R"(","type":")" + type_of(row.entity) + '"';
    return R"({"begin":)" + std::to_string(row.begin) + R"(,"end":)" + std::to_string(row.begin + row.text.size())
           + R"(,"text":")" + row.text + R"(","entity":)" + entity + R"(,"kind":")" + row.kind + R"(","zone":")"
           + row.zone + "\"}";
}

template <class Rows, class Text>
std::string joined(const Rows& rows, Text text) {
    std::string out;
    for (const auto& row : rows) out += (out.empty() ? "" : ",") + text(row);
    return out;
}

std::string gold_line(std::string_view name, const std::vector<Row>& rows, std::string_view more = "") {
    return R"({"source":")" + std::string(name) + R"(","mentions":[)" + joined(rows, in_json) + "]" + std::string(more)
           + "}\n";
}

std::string tagged_line(std::string_view name, const std::vector<Row>& rows) {
    std::map<std::string, int> ids;
    for (const auto& row : rows)
        if (!row.entity.empty()) ids[row.entity] = 1;
    const auto entity = [](const auto& id) { return R"({"id":")" + id.first + "\"}"; };
    return R"({"schema":1,"article":")" + std::string(name) + R"(","entities":[)" + joined(ids, entity)
           + R"(],"mentions":[)" + joined(rows, in_json) + "]}\n";
}

Evaluation evaluated(const std::string& gold, const std::string& rows, const EvaluateOptions& options = {}) {
    Evaluator evaluator(read_gold(source_of(gold), "gold.jsonl"), options);
    MentionsReader reader(source_of(rows), "mentions.jsonl");
    for (TaggedArticle article; reader.next(article);) evaluator.add(article);
    return evaluator.evaluate();
}

std::vector<std::uint64_t> counts(const Evaluation& evaluation, std::string_view table, std::string_view row) {
    for (const auto& found : evaluation.tables) {
        for (const auto& [name, tally] : found.rows) {
            if (found.name == table && name == row)
                return {tally.true_positives, tally.false_positives, tally.false_negatives};
        }
    }
    return {};
}

using Counts = std::vector<std::uint64_t>;

/// The class of the only error that there is.
std::string only_error(const std::vector<Row>& gold, const std::vector<Row>& tagged, std::string_view more = "",
                       const EvaluateOptions& options = {}) {
    const auto evaluation = evaluated(gold_line("talks.txt", gold, more), tagged_line("talks.txt", tagged), options);
    REQUIRE(evaluation.errors.size() == 1);
    return std::string(name_of(evaluation.errors.front().error_class));
}

std::string fault_in(const std::string& gold) {
    try {
        static_cast<void>(read_gold(source_of(gold), "gold.jsonl"));
    } catch (const Error& error) {
        return to_text(error.diagnostic());
    }
    return {};
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const Row lavrov{"Sergey Lavrov", "person/sergey-lavrov", 0};
const Row russia{"Russia", "country/russia", 20};
const Row india{"India", "country/india", 30};
const Row moscow{"Moscow", "country/russia", 40, "metonym"};
const Row un{"UN", "organization/united-nations", 50, "acronym"};
const Row bush{"Bush", "person/george-w-bush", 60, "surname"};

}  // namespace

TEST_CASE("articles tagged as the gold has them score 1", "[evaluate]") {
    const std::vector<Row> rows = {lavrov, russia, india, moscow, un};
    const auto same = evaluated(gold_line("talks.txt", rows), tagged_line("talks.txt", rows));
    for (const auto& table : same.tables) {
        for (const auto& row : table.rows) {
            INFO(table.name << ", " << row.name);
            CHECK(row.tally.precision() == 1);
            CHECK(row.tally.recall() == 1);
            CHECK(row.tally.f1() == 1);
        }
    }
    CHECK(same.errors.empty());
    CHECK(counts(same, "measures", "mentions") == Counts{5, 0, 0});
    CHECK(counts(same, "measures", "entities") == Counts{4, 0, 0});  // Moscow is Russia
    CHECK(counts(same, "measures", "edges") == Counts{6, 0, 0});
}

TEST_CASE("one missed, one wrong and one misplaced name are counted by hand", "[evaluate]") {
    auto longer = india;
    longer.text = "India,";
    const Row china{"China", "country/china", 80};
    const auto evaluation =
        evaluated(gold_line("talks.txt", {lavrov, russia, india}), tagged_line("talks.txt", {russia, longer, china}));
    CHECK(counts(evaluation, "measures", "mentions") == Counts{1, 2, 2});
    CHECK(counts(evaluation, "measures", "mentions overlapping") == Counts{2, 1, 1});
    CHECK(counts(evaluation, "measures", "spans") == Counts{1, 2, 2});
    CHECK(counts(evaluation, "measures", "entities") == Counts{2, 1, 1});
    CHECK(counts(evaluation, "measures", "nodes") == Counts{2, 1, 1});
    // Gold: lavrov-russia, lavrov-india, russia-india. Tagged: russia-india, russia-china, india-china.
    CHECK(counts(evaluation, "measures", "edges") == Counts{1, 2, 2});
    CHECK(counts(evaluation, "mentions by type", "person") == Counts{0, 0, 1});
    CHECK(counts(evaluation, "mentions by type", "country") == Counts{1, 2, 1});
    CHECK(counts(evaluation, "edges by types", "person-country") == Counts{0, 0, 2});
    CHECK(counts(evaluation, "edges by types", "country-country") == Counts{1, 2, 0});
    CHECK(counts(evaluation, "mentions by kind", "name") == Counts{1, 2, 2});
    CHECK(evaluation.mentions().precision() == 1.0 / 3);
    CHECK(evaluation.mentions().recall() == 1.0 / 3);
    CHECK(std::abs(evaluation.mentions().f1() - 1.0 / 3) < 1e-12);
}

TEST_CASE("the weight of an edge is the number of its articles", "[evaluate]") {
    const auto gold = gold_line("a.txt", {russia, india}) + gold_line("b.txt", {russia, india});
    const auto evaluation = evaluated(gold, tagged_line("a.txt", {russia, india}) + tagged_line("b.txt", {russia}));
    CHECK(counts(evaluation, "measures", "edges") == Counts{1, 0, 0});
    CHECK(counts(evaluation, "measures", "edges by article") == Counts{1, 0, 1});
    CHECK(counts(evaluation, "measures", "edges with weight") == Counts{0, 1, 1});
    CHECK(counts(evaluation, "measures", "nodes") == Counts{2, 0, 0});
    CHECK(counts(evaluation, "measures", "entities") == Counts{3, 0, 1});
}

TEST_CASE("an article that was not tagged is missed, and one that is not in the gold is left out", "[evaluate]") {
    const auto evaluation = evaluated(gold_line("a.txt", {russia}) + gold_line("b.txt", {russia, india}),
                                      tagged_line("a.txt", {russia}) + tagged_line("c.txt", {lavrov}));
    CHECK(evaluation.articles == 2);
    CHECK(evaluation.only_in_gold == std::vector<std::string>{"b.txt"});
    CHECK(evaluation.only_in_mentions == std::vector<std::string>{"c.txt"});
    CHECK(counts(evaluation, "measures", "mentions") == Counts{1, 0, 2});
    CHECK(evaluation.errors_by_class[static_cast<std::size_t>(ErrorClass::article_not_tagged)].missed == 2);
    CHECK(evaluation.confusions.empty());
}

TEST_CASE("an article is known by its id, its source or the file name of its source", "[evaluate]") {
    const auto found = [](std::string_view id, std::string_view source) {
        const auto row =
            R"({"schema":1,"article":")" + std::string(id) + R"(","source":")" + std::string(source) + "\"}\n";
        return evaluated(gold_line("talks.txt", {}), row).only_in_gold.empty();
    };
    CHECK(found("talks.txt", ""));
    CHECK(found("monday:1", "talks.txt"));
    CHECK(found("monday/talks.txt", "news/monday/talks.txt"));
    CHECK_FALSE(found("monday/talks", "my-talks.txt"));
}

TEST_CASE("a kind, a type or a zone that does not count is neither wanted nor wrong", "[evaluate]") {
    const Row place{"Moscow", "place/moscow", 90};
    auto credit = un;
    credit.zone = "credit";
    auto tagged_credit = un;
    const std::vector<Row> gold = {russia, moscow, place, credit};
    EvaluateOptions options;
    options.count.count_kind(MentionKind::metonym, false);
    CHECK(counts(evaluated(gold_line("a.txt", gold), tagged_line("a.txt", {russia, moscow, place, tagged_credit}),
                           options),
                 "measures", "mentions")
          == Counts{1, 0, 0});
    options.penalize_credits = true;
    CHECK(counts(evaluated(gold_line("a.txt", gold), tagged_line("a.txt", {russia, tagged_credit}), options),
                 "measures", "mentions")
          == Counts{1, 1, 0});
    CHECK(counts(evaluated(gold_line("a.txt", gold), tagged_line("a.txt", {russia, credit}), options), "measures",
                 "mentions")
          == Counts{1, 0, 0});  // the tagger knew that it is a credit
    const Row other{"Moscow", "country/russian-empire", 40, "metonym"};
    CHECK(counts(evaluated(gold_line("a.txt", gold), tagged_line("a.txt", {russia, other}), options), "measures",
                 "mentions")
          == Counts{1, 1, 0});
}

TEST_CASE("each mistake has its class", "[evaluate]") {
    const auto as = [](Row row, std::string entity) {
        row.entity = std::move(entity);
        return row;
    };
    const Row place{"Moscow", "place/moscow", 40};
    const Row full{"George W. Bush", "person/george-w-bush", 200};
    const Row union_{"European Commission", "organization/european-commission", 300};
    const Row commission{"Commission", "organization/european-commission", 400, "alias"};
    const Row upper{"RUSSIA", "country/russia", 500, "name"};
    const Row south_georgia{"South Georgia", "place/south-georgia", 600};
    const Row georgia{"Georgia", "country/georgia", 606};
    const Row apple{"Apple", "organization/apple", 700};
    auto furniture = india;
    furniture.zone = "boilerplate";
    auto nested = india;
    nested.kind = "nested";
    EvaluateOptions places;
    places.count.types.insert(EntityType::place);

    CHECK(only_error({bush}, {as(bush, "")}) == "undecided");
    CHECK(only_error({india}, {furniture}) == "page-furniture");
    CHECK(only_error({india}, {nested}) == "longer-name");
    CHECK(only_error({georgia}, {south_georgia}) == "longer-name");
    CHECK(only_error({south_georgia}, {georgia}) == "longer-name");
    CHECK(only_error({moscow}, {place}) == "metonym");
    CHECK(only_error({bush}, {}) == "entity-never-tagged");
    CHECK(only_error({bush, full}, {full}) == "person-short-form");
    CHECK(only_error({union_, commission}, {union_}) == "organization-short-form");
    CHECK(only_error({russia, upper}, {russia}) == "case-accent-hyphen");
    CHECK(only_error({russia, moscow}, {russia}) == "metonym");
    CHECK(only_error({}, {apple}) == "nobody-named");
    CHECK(only_error({}, {apple}, R"(,"traps":[{"start":700,"end":709}])") == "trap");
    CHECK(only_error({}, {un}) == "acronym");

    const auto taken = evaluated(gold_line("a.txt", {bush}), tagged_line("a.txt", {as(bush, "person/jeb-bush")}));
    REQUIRE(taken.errors.size() == 2);
    CHECK(taken.errors[0].error_class == ErrorClass::other_owner);
    CHECK(taken.errors[1].error_class == ErrorClass::other_owner);
    CHECK(taken.errors[1].told_by_missed);

    const auto alone = evaluated(gold_line("a.txt", {bush}) + gold_line("b.txt", {full}),
                                 tagged_line("a.txt", {}) + tagged_line("b.txt", {full}));
    CHECK(alone.errors.front().error_class == ErrorClass::person_short_form_alone);
}

TEST_CASE("a false edge is blamed on the mistake that made its entity", "[evaluate]") {
    const Row apple{"Apple", "organization/apple", 700};
    const auto evaluation =
        evaluated(gold_line("a.txt", {lavrov, russia, india}), tagged_line("a.txt", {russia, india, apple}));
    const auto& nobody = evaluation.errors_by_class[static_cast<std::size_t>(ErrorClass::nobody_named)];
    CHECK(nobody.wrong == 1);
    CHECK(nobody.false_edges == 2);
    const auto& unlisted = evaluation.errors_by_class[static_cast<std::size_t>(ErrorClass::never_tagged)];
    CHECK(unlisted.missed == 1);
    CHECK(unlisted.missing_edges == 2);
}

TEST_CASE("confusions come by number, then by the printed form", "[evaluate]") {
    auto again = bush;
    again.begin = 70;
    auto jeb = bush;
    jeb.entity = "person/jeb-bush";
    auto jeb_again = again;
    jeb_again.entity = "person/jeb-bush";
    const Row apple{"Apple", "organization/apple", 700};
    const auto evaluation =
        evaluated(gold_line("a.txt", {bush, again, india}), tagged_line("a.txt", {jeb, jeb_again, apple}));
    REQUIRE(evaluation.confusions.size() == 3);
    CHECK(evaluation.confusions[0].text == "Bush");
    CHECK(evaluation.confusions[0].gold == "person/george-w-bush");
    CHECK(evaluation.confusions[0].tagged == "person/jeb-bush");
    CHECK(evaluation.confusions[0].count == 2);
    CHECK(evaluation.confusions[1].text == "Apple");
    CHECK(evaluation.confusions[1].gold.empty());
    CHECK(evaluation.confusions[2].text == "India");
    CHECK(evaluation.confusions[2].tagged.empty());
}

TEST_CASE("ids without a type match an id of any type", "[evaluate]") {
    const std::string gold =
        R"({"file":"a.txt","mentions":[{"start":20,"end":26,"surface":"Russia","entity":"russia","type":"country",)"
        R"("kind":"name","in_boilerplate":false,"credit":false}]})";
    CHECK(counts(evaluated(gold, tagged_line("a.txt", {russia})), "measures", "mentions") == Counts{1, 0, 0});
}

TEST_CASE("a fault in the gold is told with its line and what to do", "[evaluate]") {
    const auto good = gold_line("a.txt", {russia});
    const auto in_row = [](std::string_view fields) {
        return R"({"source":"b.txt","mentions":[{)" + std::string(fields) + "}]}\n";
    };
    CHECK(holds(fault_in(good + "{\n"), "gold.jsonl:2: error: the line is not a JSON object"));
    CHECK(holds(fault_in(good + good), "gold.jsonl:2: error: the article \"a.txt\" stands here twice"));
    CHECK(holds(fault_in(R"({"mentions":[]})"), "gold.jsonl:1: error: \"source\" is missing"));
    CHECK(holds(fault_in(R"({"source":"a.txt"})"), "\"mentions\" is missing"));
    CHECK(holds(fault_in(in_row(R"("begin":1,"entity":"x/y")")), "\"end\" is missing"));
    CHECK(holds(fault_in(in_row(R"("begin":3,"end":3,"entity":"x/y")")), "begins and ends at byte 3"));
    CHECK(holds(fault_in(in_row(R"("begin":1,"end":3,"entity":null)")), "\"entity\" is missing"));
    CHECK(holds(fault_in(in_row(R"("begin":1,"end":3,"entity":"a","type":"person")")), "\"kind\" is missing"));
    CHECK(holds(fault_in(in_row(R"("begin":1,"end":3,"entity":"a","type":"persn","kind":"name")")),
                "unknown type \"persn\""));
    CHECK(holds(fault_in(in_row(R"("begin":1,"end":3,"entity":"a","type":"person","kind":"nickname")")),
                "hint: kinds are name, alias"));
    CHECK(holds(fault_in(good + in_row(R"("begin":1,"end":3,"entity":"a","type":"person","kind":"name")")),
                "gold.jsonl:2: error: the id \"a\" has not its type before it"));
    CHECK(holds(fault_in("\n"), "gold.jsonl: error: the gold holds no article"));
    CHECK(fault_in(good + "\n").empty());
}

TEST_CASE("every error class has a name of its own and one sentence", "[evaluate]") {
    std::vector<std::string_view> names;
    for (const auto& row : error_classes()) {
        CHECK(row.error_class == static_cast<ErrorClass>(names.size()));
        CHECK(row.definition.ends_with('.'));
        CHECK(std::find(names.begin(), names.end(), row.name) == names.end());
        names.push_back(row.name);
    }
}

TEST_CASE("the report names what was counted", "[evaluate]") {
    const auto evaluation = evaluated(gold_line("a.txt", {lavrov, russia}), tagged_line("a.txt", {russia}));
    const auto text = report_text(evaluation, {});
    CHECK(holds(text, "  mentions                         1.0000    0.5000    0.6667       1       0       1\n"));
    CHECK(holds(text, "  entity-never-tagged                 1       0       1       0\n"));
    CHECK(holds(text, "       1  Sergey Lavrov  person/sergey-lavrov -> not tagged\n"));
    const auto json = report_json(evaluation, {});
    CHECK(
        holds(json, R"("mentions": {"precision": 1, "recall": 0.5, "f1": 0.6666666666666666, "true_positives": 1, )"));
    CHECK(holds(json, R"({"text": "Sergey Lavrov", "gold": "person/sergey-lavrov", "tagged": null, "count": 1})"));
}
