// SPDX-License-Identifier: Apache-2.0
#include <entente/export/output.hpp>
#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/gazetteer/yaml_writer.hpp>
#include <entente/tag/compile.hpp>
#include <entente/tag/tagger.hpp>
#include <entente/text/file.hpp>
#include "catch.hpp"
#include "scratch_folder.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace entente;

namespace {

/// Every key of the schema once.
constexpr std::string_view everything = R"(type: country
entities:
  - id: ruritania
    name: Ruritania
    iso: RU
    demonyms: [Ruritanian, Ruritanians, {text: рутанец, language: [ru, uk]}]
    capital: Strelsau
    metonyms: [Tarlenheim]
    near: [Strelsau, Hentzau]
    not_near: [Atlanta]
    not_followed_by: [Street, Tech Park]
    not_preceded_by: [New]
    until: 1991-12-26
    allow:
      - {lint: no-demonym, because: "only a test"}
---
type: organization
entities:
  - id: ruritanian-telegraph
    name: Ruritanian Telegraph Inc
    acronyms: [RT]
    class: company
    country: ruritania
    part_of: league
    source: "a list 17"
    licence: CC0-1.0
  - id: league
    name: League of Small Nations
---
type: person
entities:
  - id: anton-hope
    name: Anton Hope
    aliases:
      - {text: Hope, standalone: true, near: [Strelsau]}
      - Anton van der Hope
      - {text: Антон Хоуп, language: ru}
    surname: van der Hope
    gender: m
    country: ruritania
    roles:
      - {title: foreign minister, of: ruritania, from: 2004-03-09, to: 2010}
      - {title: president, of: ruritania, from: 2011}
    not_same: [rudolf-hope]
    ids: {wikidata: Q1}
  - id: rudolf-hope
    name: Rudolf Hope
---
type: place
entities:
  - {id: strelsau, name: Strelsau, class: city, country: ruritania, disputed: true}
)";

constexpr std::string_view news =
    "STRELSAU, March 3 - President Hope met the League of Small Nations (LSN) in Strelsau on Tuesday. Anton Hope said "
    "that "
    "Ruritania and the Ruritanian Telegraph would go on. Rudolf Hope, no relation, stayed at home. Strelsau said no. "
    "Foreign Minister Hope and the Ruritanian president spoke with Toni Hope and Anton W. Hope of RT.";

Gazetteer sample() {
    const ScratchFolder folder;
    folder.write("sample.yaml", everything);
    Diagnostics faults;
    auto gazetteer = read_gazetteer({folder.path("sample.yaml")}, faults);
    for (const auto& fault : faults) FAIL(to_text(fault));
    return gazetteer;
}

Article article() {
    Article article;
    article.id = "news";
    article.text = news;
    article.date = {2012, 3, 3};
    return article;
}

/// Who is named where, for comparison.
std::string mentions(const Tagger& tagger) {
    std::string text;
    const auto tagged = tagger.tag(article());
    for (const auto& mention : tagged.mentions) {
        text += std::to_string(mention.span.begin) + ' ' + mention.text + ' '
                + (mention.entity == undecided ? "?" : tagged.entities[mention.entity].id) + ' '
                + std::string(name_of(mention.rule)) + '\n';
    }
    return text;
}

std::string to_file(const Image& image) { return std::string(image.bytes()); }

std::string refusal_of(std::string bytes) {
    try {
        (void)Image::from(std::move(bytes), "names.entente");
    } catch (const Error& error) {
        return to_text(error.diagnostic());
    }
    return "taken";
}

}  // namespace

TEST_CASE("a compiled gazetteer says all that its YAML says", "[image]") {
    const auto gazetteer = sample();
    const auto again = gazetteer_in(compile(gazetteer));
    CHECK(to_yaml(again.entities(), "") == to_yaml(gazetteer.entities(), ""));
    CHECK(again.files() == gazetteer.files());
    const auto number = again.find("person/anton-hope");
    REQUIRE(number);
    const auto& person = again.entities()[*number];
    CHECK(again.where(person.origin) == "sample.yaml:32");
    CHECK(again.where(person.aliases[1].origin) == "sample.yaml:35");
    CHECK(again.where(person.roles[1].origin) == "sample.yaml:43");
    CHECK(person.surname == "van der Hope");
    CHECK(person.aliases[1].evidence->near == std::vector<std::string>{"Strelsau"});
    const auto country = again.find("country/ruritania");
    REQUIRE(country);
    REQUIRE(again.entities()[*country].allowed.size() == 1);
    CHECK(again.entities()[*country].allowed.front().because == "only a test");
    CHECK(again.entities()[*country].until == Date{1991, 12, 26});
}

TEST_CASE("the shipped names and languages come back from their compiled form", "[image]") {
    Diagnostics faults;
    const auto gazetteer = read_gazetteer({"gazetteer"}, faults);
    const auto languages = read_languages({"gazetteer"}, faults);
    const auto image = compile(gazetteer, languages, 17);
    CHECK(to_yaml(gazetteer_in(image).entities(), "") == to_yaml(gazetteer.entities(), ""));
    CHECK(image.source_hash() == 17);
    const auto again = languages_in(image);
    REQUIRE(again.size() == languages.size());
    for (std::size_t i = 0; i < languages.size(); ++i) {
        CHECK(again[i].language == languages[i].language);
        CHECK(again[i].words.titles == languages[i].words.titles);
        CHECK(again[i].furniture.lines == languages[i].furniture.lines);
        CHECK(again[i].inflection.paradigms.size() == languages[i].inflection.paradigms.size());
    }
    CHECK(compile(gazetteer_in(image), again, 17).bytes() == image.bytes());
}

TEST_CASE("the same entities compile to the same bytes in any order", "[image]") {
    const auto gazetteer = sample();
    auto entities = gazetteer.entities();
    std::reverse(entities.begin(), entities.end());
    CHECK(compile(Gazetteer(entities, gazetteer.files())).bytes() == compile(gazetteer).bytes());
}

// When it fails, other bytes are written for the same names: raise the version in image.cpp, and then this number.
TEST_CASE("what is compiled does not change without a new version of the format", "[image]") {
    CHECK(compile(sample()).source_hash() == 0xf149f216b69c7c25);
}

TEST_CASE("names that were imported are compiled as those of YAML are, in whatever order they came", "[image]") {
    const auto gazetteer = sample();
    auto entities = gazetteer.entities();
    std::reverse(entities.begin(), entities.end());
    CHECK(compile(PackedEntities(entities), gazetteer.files(), {}).bytes() == compile(gazetteer).bytes());
}

TEST_CASE("names that are compiled into a file have the bytes of those that are compiled in memory", "[image]") {
    auto entities = sample().entities();
    for (int number = 0; number < 10'000; ++number) {  // more than a block of the file
        Entity& entity = entities.emplace_back();
        entity.id = "person/citizen-" + std::to_string(number);
        entity.name = "Citizen Number " + std::to_string(number);
        entity.aliases.emplace_back().text = entity.name;
        entity.source = "census " + std::to_string(number);
    }
    const ScratchFolder folder;
    AtomicFile file(folder.path("names.entente"));
    REQUIRE(ImageFile::takes(file.output().descriptor()));
    ImageFile target(file.output().descriptor(), "names.entente");
    const auto written = compile(PackedEntities(entities), {"sample.yaml"}, {}, &target);
    file.commit();
    const auto in_memory = compile(PackedEntities(entities), {"sample.yaml"}, {});
    CHECK(written.bytes() == in_memory.bytes());
    const auto read = Image::open(folder.path("names.entente"));
    CHECK(read.bytes() == in_memory.bytes());
    CHECK_NOTHROW(read.verify("names.entente"));
    read.let_go();
    CHECK(gazetteer_in(read).find("person/citizen-9999"));
}

TEST_CASE("a mapped file tags as the gazetteer that it was made of", "[image]") {
    const auto gazetteer = sample();
    const ScratchFolder folder;
    folder.write("names.entente", to_file(compile(gazetteer)));
    const Tagger from_file(Image::open(folder.path("names.entente")), {}, Roles::read);
    const Tagger from_yaml(gazetteer, {}, Roles::read);
    CHECK(mentions(from_file) == mentions(from_yaml));
    CHECK(mentions(from_file).find("person/anton-hope") != std::string::npos);
}

TEST_CASE("a file that is no sound compiled gazetteer is refused with what to do", "[image]") {
    const auto file = to_file(compile(sample()));
    CHECK(refusal_of(file) == "taken");
    CHECK(refusal_of("type: person\n") ==
          "names.entente: error: this is no compiled gazetteer\n"
          "hint: name a file that `entente gazetteer compile` made");
    CHECK(refusal_of("").find("no compiled gazetteer") != std::string::npos);
    auto other = file;
    std::reverse(other.begin() + 8, other.begin() + 12);
    CHECK(refusal_of(other).find("orders bytes otherwise") != std::string::npos);
    other = file;
    other[12] = 99;
    CHECK(refusal_of(other).find("version 99 of the format") != std::string::npos);
    for (const std::size_t size : {file.size() - 1, file.size() / 2, std::size_t{200}, std::size_t{17}})
        CHECK(refusal_of(file.substr(0, size)).find("cut off") != std::string::npos);
    other = file;
    other[60] = static_cast<char>(other[60] ^ 1);  // where a section begins
    CHECK(refusal_of(other).find("damaged") != std::string::npos);
}

TEST_CASE("a damaged page is found by a check, and leads nowhere when it is read", "[image]") {
    const auto file = to_file(compile(sample()));
    const auto seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto sound = Image::from(file, "names.entente");
    const auto begin = static_cast<std::size_t>(sound.bytes(Section::entities).data() - sound.bytes().data());
    std::size_t refused = 0;
    for (int round = 0; round < 3000; ++round) {
        auto damaged = file;
        for (int flips = 1 + round % 3; flips > 0; --flips) {
            const auto at = begin + random() % (file.size() - begin);
            damaged[at] = static_cast<char>(round % 2 == 0 ? damaged[at] ^ (1 << random() % 8) : random() % 256);
        }
        const auto image = Image::from(damaged, "names.entente");
        try {
            (void)mentions(Tagger(image, {}, Roles::read));
            (void)gazetteer_in(image);
        } catch (const Error& error) {
            ++refused;
            CHECK(std::string(error.what()).find("damaged") != std::string::npos);
        }
    }
    CHECK(refused > 0);
    auto damaged = file;
    damaged[file.rfind("Strelsau")] = 'X';
    CHECK_THROWS_AS(Image::from(damaged, "names.entente").verify("names.entente"), Error);
    CHECK_NOTHROW(sound.verify("names.entente"));
}

TEST_CASE("names from a compiled file and from YAML are one gazetteer", "[image]") {
    const ScratchFolder folder;
    folder.write("names.entente", to_file(compile(sample())));
    folder.write("more.yaml",
                 "type: person\nentities:\n  - {id: flavia, name: Flavia Elphberg, country: ruritania}\n"
                 "  - {id: anton-hope, name: Anton Hope}\n");
    Diagnostics faults;
    const auto both = read_gazetteer({folder.path("more.yaml"), folder.path("names.entente")}, faults);
    REQUIRE(faults.size() == 1);
    CHECK(to_text(faults.front()).find("the id \"person/anton-hope\" is already taken") != std::string::npos);
    const auto flavia = both.find("person/flavia");
    REQUIRE(flavia);
    CHECK(both.entities()[*flavia].country == "country/ruritania");
    const auto league = both.find("organization/league");
    REQUIRE(league);
    CHECK(both.where(both.entities()[*league].origin) == "sample.yaml:27");
}
