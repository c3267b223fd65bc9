// SPDX-License-Identifier: Apache-2.0
// Runs tests/cases/*.cases, whose format is in tests/cases/README.md, and the hand annotation of the articles.
#include <entente/article/reader.hpp>
#include <entente/article/zones.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/tag/tagger.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <simdjson.h>

#include "catch.hpp"

using namespace entente;

namespace {

struct Shipped {
    Gazetteer gazetteer;
    Furniture furniture;
    Tagger tagger;
};

Gazetteer names_in(const std::string& path) {
    Diagnostics faults;
    Gazetteer read = read_gazetteer({path}, faults);
    for (const Diagnostic& fault : faults) FAIL(to_text(fault));
    return read;
}

const std::vector<Language>& shipped_languages() {
    static const std::vector<Language> languages = [] {
        Diagnostics faults;
        auto read = read_languages({"gazetteer/languages"}, faults);
        for (const Diagnostic& fault : faults) FAIL(to_text(fault));
        return read;
    }();
    return languages;
}

const Shipped& shipped() {
    static const Gazetteer gazetteer = names_in("gazetteer");
    static const Shipped parts{gazetteer, furniture_of(shipped_languages(), "en"),
                               Tagger(gazetteer, shipped_languages())};
    return parts;
}

struct Answer {
    std::string surface;
    std::string entity;  // "-" nobody, "?" undecided
    std::string kind;    // empty: any
};

/// Names and options that the cases of a file are read with.
enum class Setting { shipped, roles, inflection };

struct Case {
    Setting setting = Setting::shipped;
    std::string name;
    std::string text;
    Date date;
    std::string language;
    std::vector<std::string> rules;      // decide a mention here, and without them the case fails
    std::vector<std::string> not_rules;  // decide nothing here, though it looks like their work
    std::vector<Answer> answers;
};

Answer answer_of(const std::string& line) {
    std::vector<std::string> columns;
    for (std::size_t at = line.find_first_not_of(' '); at != std::string::npos; at = line.find_first_not_of(' ', at)) {
        const std::size_t end = std::min(line.find("  ", at), line.size());
        columns.push_back(line.substr(at, end - at));
        at = end;
    }
    columns.resize(3);
    return {columns[0], columns[1], columns[2]};
}

Setting setting_of(const std::string& path) {
    if (path.ends_with("/roles.cases")) return Setting::roles;
    return path.find("/inflection_") != std::string::npos ? Setting::inflection : Setting::shipped;
}

Tagger tagger_of(Setting setting, RuleSet rules) {
    static const Gazetteer to_inflect = names_in("tests/cases/inflection.yaml");
    return Tagger(setting == Setting::inflection ? to_inflect : shipped().gazetteer, shipped_languages(),
                  setting == Setting::roles ? Roles::read : Roles::leave, rules);
}

const Tagger& tagger_of(Setting setting) {
    static const Tagger roles = tagger_of(Setting::roles, {});
    static const Tagger inflection = tagger_of(Setting::inflection, {});
    if (setting == Setting::shipped) return shipped().tagger;
    return setting == Setting::roles ? roles : inflection;
}

std::vector<Case> cases_in(const std::string& path) {
    std::ifstream file(path);
    REQUIRE(file.is_open());
    std::vector<Case> cases;
    bool open = false;
    for (std::string line; std::getline(file, line);) {
        if (line.empty()) {
            open = false;
        } else if (!open) {
            REQUIRE(line.starts_with("# "));
            cases.emplace_back().name = line.substr(2);
            cases.back().setting = setting_of(path);
            open = true;
        } else if (line.starts_with("@date ")) {
            cases.back().date = parse_iso_date(line.substr(6)).value();
        } else if (line.starts_with("@language ")) {
            cases.back().language = line.substr(10);
        } else if (line.starts_with("@rule ")) {
            cases.back().rules.push_back(line.substr(6));
        } else if (line.starts_with("@not ")) {
            cases.back().not_rules.push_back(line.substr(5));
        } else if (line.starts_with("  ")) {
            cases.back().answers.push_back(answer_of(line));
        } else {
            std::string& text = cases.back().text;
            text += (text.empty() ? "" : "\n") + (line == "¶" ? std::string() : line);
        }
    }
    return cases;
}

std::string squeezed(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        const bool blank = byte == '\n' || byte == ' ';
        if (!blank || (!out.empty() && out.back() != ' ')) out.push_back(blank ? ' ' : byte);
    }
    return out;
}

TaggedArticle tag(const Case& given, const Tagger& tagger) {
    Article article;
    article.id = "case";
    article.text = given.text;
    article.date = given.date;
    article.language = given.language;
    article.zones = read_page(article.text, "", shipped().furniture).zones;
    return tagger.tag(article);
}

TaggedArticle tag(const Case& given) { return tag(given, tagger_of(given.setting)); }

bool is_answerable(const TaggedArticle& tagged, const Mention& mention) {
    if (mention.zone == Zone::boilerplate || mention.zone == Zone::credit || mention.zone == Zone::byline) return false;
    if (mention.entity == undecided) return true;
    return tagged.entities[mention.entity].type != EntityType::place && mention.kind != MentionKind::nested;
}

// One line for each mention that the answers have to name, or do name: "Lavrov = person/sergey-lavrov (surname)".
std::vector<std::string> found_in(const Case& given, const TaggedArticle& tagged) {
    std::vector<std::string> lines;
    std::size_t next = 0;
    std::vector<Answer> expected;
    for (const Answer& answer : given.answers)
        if (answer.entity != "-") expected.push_back(answer);
    for (const Mention& mention : tagged.mentions) {
        const std::string surface = squeezed(mention.text);
        const std::string entity = mention.entity == undecided ? "?" : tagged.entities[mention.entity].id;
        const bool silent =
            mention.kind == MentionKind::nested && (next >= expected.size() || expected[next].kind != "nested");
        const bool asked =
            !silent && next < expected.size() && expected[next].surface == surface && expected[next].entity == entity;
        if (!is_answerable(tagged, mention) && !asked) continue;
        const bool with_kind = asked && !expected[next].kind.empty();
        lines.push_back(surface + " = " + entity + (with_kind ? " (" + std::string(name_of(mention.kind)) + ")" : ""));
        if (asked) ++next;
    }
    return lines;
}

std::vector<std::string> wanted_of(const Case& given) {
    std::vector<std::string> lines;
    for (const Answer& answer : given.answers)
        if (answer.entity != "-")
            lines.push_back(answer.surface + " = " + answer.entity
                            + (answer.kind.empty() ? "" : " (" + answer.kind + ")"));
    return lines;
}

std::vector<Case> all_cases() {
    std::set<std::string> paths;
    for (const auto& file : std::filesystem::directory_iterator("tests/cases"))
        if (file.path().extension() == ".cases") paths.insert(file.path().string());
    std::vector<Case> cases;
    for (const std::string& path : paths) std::ranges::move(cases_in(path), std::back_inserter(cases));
    return cases;
}

void check_cases(const std::string& name) {
    for (const Case& given : cases_in("tests/cases/" + name + ".cases")) {
        INFO(given.name << "\n" << given.text);
        CHECK(found_in(given, tag(given)) == wanted_of(given));
    }
}

struct Annotated {
    std::string source;
    std::set<std::tuple<std::uint64_t, std::uint64_t, std::string>> mentions;
};

// Mentions that count: not places, not nested, not in credits, by-lines and furniture.
std::vector<Annotated> annotations() {
    simdjson::dom::parser parser;
    std::vector<Annotated> articles;
    for (simdjson::dom::element row : parser.load_many("tests/gold/mentions.jsonl")) {
        Annotated& article = articles.emplace_back();
        article.source = std::string(std::string_view(row["source"]));
        for (simdjson::dom::element mention : row["mentions"]) {
            const std::string_view zone = mention["zone"];
            if (std::string_view(mention["type"]) == "place" || std::string_view(mention["kind"]) == "nested") continue;
            if (zone == "boilerplate" || zone == "credit" || zone == "byline") continue;
            article.mentions.emplace(std::uint64_t(mention["begin"]), std::uint64_t(mention["end"]),
                                     std::string(std::string_view(mention["entity"])));
        }
    }
    return articles;
}

std::map<std::string, TaggedArticle> tagged_articles() {
    std::map<std::string, TaggedArticle> tagged;
    Diagnostics said;
    for (const Input& input : find_inputs({"tests/articles"}, said))
        read_articles(
            input, shipped().furniture,
            [&](Article&& article) { tagged[article.source] = shipped().tagger.tag(article); }, said);
    return tagged;
}

}  // namespace

TEST_CASE("names are found in the cases of the article's language", "[tag]") {
    for (const char* language : {"ru", "pl", "uk", "de"}) check_cases(std::string("inflection_") + language);
}

TEST_CASE("names are found in whatever form a newspaper prints them", "[tag]") { check_cases("names"); }
TEST_CASE("a name ends where its words end", "[tag]") { check_cases("boundaries"); }
TEST_CASE("capital letters tell names from words", "[tag]") { check_cases("case"); }
TEST_CASE("accents, look-alikes and invisible characters hide no name", "[tag]") { check_cases("unicode"); }
TEST_CASE("a surname is the person whom the article names in full", "[tag]") { check_cases("surnames"); }
TEST_CASE("a name inside a longer name does not count", "[tag]") { check_cases("nested"); }
TEST_CASE("names are found in the grammar of each language", "[tag]") {
    for (const char* language : {"german", "french", "spanish", "italian", "dutch", "polish", "russian", "languages"})
        check_cases(language);
}
TEST_CASE("countries of like names stay apart", "[tag]") { check_cases("countries"); }
TEST_CASE("adjectives and people's names count for their country", "[tag]") { check_cases("demonyms"); }
TEST_CASE("a capital is the government where the grammar says so", "[tag]") { check_cases("metonyms"); }
TEST_CASE("all names of an enumeration are found", "[tag]") { check_cases("enumerations"); }
TEST_CASE("an office means who held it on the day of the article", "[tag]") { check_cases("roles"); }
TEST_CASE("page furniture and credits are no news", "[tag]") { check_cases("zones"); }
TEST_CASE("an organization is found by what is left of its name", "[tag]") { check_cases("organizations"); }
TEST_CASE("a name inside a name that nobody listed does not count", "[tag]") { check_cases("longer_names"); }
TEST_CASE("a namesake is not the person or country of the list", "[tag]") { check_cases("namesakes"); }
TEST_CASE("news of every decade and every page of the paper is read alike", "[tag]") { check_cases("pages"); }

TEST_CASE("the sample articles are tagged as a reader annotated them", "[tag]") {
    const auto tagged = tagged_articles();
    std::size_t right = 0;
    std::size_t wanted = 0;
    std::size_t wrong = 0;
    for (const Annotated& gold : annotations()) {
        const TaggedArticle& article = tagged.at(gold.source);
        wanted += gold.mentions.size();
        for (const Mention& mention : article.mentions) {
            if (!is_answerable(article, mention) || mention.entity == undecided) continue;
            const std::string& entity = article.entities[mention.entity].id;
            if (gold.mentions.contains({mention.span.begin, mention.span.end, entity})) {
                ++right;
            } else {
                ++wrong;
                UNSCOPED_INFO(gold.source << ":" << mention.span.begin << " " << mention.text << " is not " << entity);
            }
        }
    }
    CHECK(wanted > 700);
    CHECK(wrong * 200 <= right);        // precision at least 0.995: a false edge is the worst that can happen
    CHECK(right * 100 >= wanted * 98);  // recall at least 0.98
}

TEST_CASE("each rule has a sentence that fails without it and one that it leaves alone", "[tag]") {
    const std::vector<Case> cases = all_cases();
    for (const Case& given : cases)
        for (const auto* marks : {&given.rules, &given.not_rules})
            for (const std::string& mark : *marks) {
                INFO(given.name << " is marked with the unknown rule " << mark);
                CHECK(std::ranges::count(rules(), mark, &RuleRow::name) == 1);
            }
    for (const RuleRow& row : rules()) {
        std::map<Setting, Tagger> without;
        bool needed = false;
        bool left_alone = false;
        for (const Case& given : cases) {
            const bool needs = std::ranges::count(given.rules, row.name) > 0;
            const bool spares = std::ranges::count(given.not_rules, row.name) > 0;
            if (!needs && !spares) continue;
            INFO(row.name << " in: " << given.name << "\n" << given.text);
            if (!without.contains(given.setting))
                without.emplace(given.setting, tagger_of(given.setting, RuleSet().without(row.rule)));
            CHECK((found_in(given, tag(given, without.at(given.setting))) == wanted_of(given)) == spares);
            CHECK((std::ranges::count(tag(given).mentions, row.rule, &Mention::rule) > 0) == needs);
            needed = needed || needs;
            left_alone = left_alone || spares;
        }
        INFO(row.name);
        CHECK(needed);
        CHECK(left_alone);
    }
}

TEST_CASE("no sentence runs from a headline into the by-line and the date below it", "[tag]") {
    Case page;
    page.text =
        "Obama, Medvedev Sign Nuclear Arms Pact in Prague\nBy Ann Example, Associated Press Writer\nApril 8, 2010\n\n"
        "Barack Obama and Dmitry Medvedev signed the treaty on Thursday in the castle of the city.";
    const TaggedArticle tagged = tag(page);
    REQUIRE(!tagged.sentences.empty());
    CHECK(tagged.sentences.front().text == "Obama, Medvedev Sign Nuclear Arms Pact in Prague");
}

TEST_CASE("the same article gives the same rows whoever was tagged before it", "[tag]") {
    Article first;
    first.text = "Paul Whelan and his brother David Whelan met Sergey Lavrov. Whelan left.";
    Article second;
    second.text = "Whelan left.";
    CHECK(shipped().tagger.tag(first).mentions.size() >= 3);
    CHECK(shipped().tagger.tag(second).mentions.empty());
}

TEST_CASE("a list without countries tells which name is the family's, and no pope is called by his number", "[tag]") {
    const auto person = [](std::string id, std::string name, std::vector<std::string> aliases = {}) {
        Entity entity;
        entity.id = "person/" + std::move(id);
        entity.type = EntityType::person;
        entity.name = std::move(name);
        entity.aliases.push_back({.text = entity.name});
        for (std::string& alias : aliases) entity.aliases.push_back({.text = std::move(alias)});
        return entity;
    };
    const Tagger tagger(Gazetteer({person("xi-jinping", "Xi Jinping"), person("kim-yo-jong", "Kim Yo-jong"),
                                   person("benedict-xvi", "Benedict XVI", {"Pope Benedict XVI"})},
                                  {}),
                        {});
    const auto named = [&](std::string text) {
        Article article;
        article.text = std::move(text);
        std::string names;
        for (const Mention& mention : tagger.tag(article).mentions) names += (names.empty() ? "" : ", ") + mention.text;
        return names;
    };
    CHECK(named("Xi Jinping met Kim Yo-jong. Later Xi spoke with Kim.") == "Xi Jinping, Kim Yo-jong, Xi, Kim");
    CHECK(named("Kim Yo-jong came alone. Her Jong-chol did not.") == "Kim Yo-jong");
    CHECK(named("Pope Benedict XVI spoke. Later an army of XVI legions came.") == "Pope Benedict XVI");
}
