// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/inflection.hpp>
#include <entente/gazetteer/language.hpp>

#include <string>
#include <vector>

#include "catch.hpp"
#include "scratch_folder.hpp"

using namespace entente;

TEST_CASE("a word declines by the paradigm with the longest ending that fits", "[language]") {
    const ScratchFolder folder;
    folder.write(
        "xx.yaml",
        "type: language\nlanguage: xx\ninflection:\n  cases: [genitive, dative]\n  nouns:\n"
        "    - {nominative: a, gender: f, oblique: [i, e]}\n    - {nominative: ka, gender: f, oblique: [ki, ce]}\n"
        "    - {nominative: n, gender: m, oblique: [~a, ~u/~owi]}\n  adjectives:\n"
        "    - {nominative: a, gender: f, oblique: [ej, ej]}\n");
    Diagnostics faults;
    const auto languages = read_languages({folder.path("xx.yaml")}, faults);
    CHECK(faults.empty());
    REQUIRE(languages.size() == 1);
    const Declension declension(languages[0].inflection);
    const auto texts = [&](std::string_view word) {
        std::vector<std::string> found;
        for (const auto& form : declension.forms(word, true)) found.push_back(form.text);
        return found;
    };
    CHECK(texts("polska") == std::vector<std::string>{"polska", "polski", "polsce", "polskej"});
    CHECK(texts("putin") == std::vector<std::string>{"putin", "putina", "putinu", "putinowi"});
    CHECK(texts("xi").empty());
    // A woman's name in -n stands in every case.
    CHECK((declension.forms("putin", true).front().cells & cells_of_gender('f')) == cells_of_gender('f'));
    CHECK((declension.forms("putin", true).front().cells & cells_of_gender('m')) == 1);
}
