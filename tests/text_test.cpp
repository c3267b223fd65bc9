// SPDX-License-Identifier: Apache-2.0
#include <entente/text/fold.hpp>
#include <entente/text/tokens.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

using namespace entente;

namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
    TokenizedText cut;
    tokenize(text, cut);
    Words words;
    for (const Token& token : cut.tokens) words.emplace_back(slice(text, token.span()));
    return words;
}

Words sentences_of(std::string_view text) {
    TokenizedText cut;
    tokenize(text, cut);
    Words sentences;
    for (const Span& sentence : cut.sentences) sentences.emplace_back(slice(text, sentence));
    return sentences;
}

}  // namespace

TEST_CASE("a word is compared without case, accents and invisible characters", "[text]") {
    CHECK(folded("Erdoğan") == "erdogan");
    CHECK(folded("İstanbul") == "istanbul");
    CHECK(folded("Łódź") == "lodz");
    CHECK(folded("Straße") == "strasse");
    CHECK(folded("Or\u0301ban") == folded("Órban"));
    CHECK(folded("Mer\u00ADkel") == "merkel");
    CHECK(folded("Путин") == "путин");
}

TEST_CASE("a letter of another script that looks alike is read as the one it looks like", "[text]") {
    CHECK(folded("\u0421ancelled") == "cancelled");
    CHECK(folded("\u0420utin") == "putin");
    CHECK(folded("\u041F\u0443tin") != "putin");  // П looks like no Latin letter
}

TEST_CASE("a dotted acronym is one word and keeps its last full stop", "[text]") {
    CHECK(words_of("The U.S. and D.C.") == Words{"The", "U.S.", "and", "D.C."});
    CHECK(folded("U.S.") == "us");
    CHECK(words_of("F.\nW. de Klerk") == Words{"F.\nW.", "de", "Klerk"});
}

TEST_CASE("a possessive is a word of its own", "[text]") {
    CHECK(words_of("Lavrov's plane") == Words{"Lavrov", "s", "plane"});
    CHECK(words_of("Lavrov’s plane") == Words{"Lavrov", "s", "plane"});
    CHECK(words_of("O'Brien left") == Words{"O", "Brien", "left"});
}

TEST_CASE("letters and digits part, so that G20 and G-20 are the same words", "[text]") {
    CHECK(words_of("G20 G-20") == Words{"G", "20", "G", "20"});
}

TEST_CASE("a web address is no words", "[text]") {
    CHECK(words_of("see https://example.org/Putin/Lavrov now")
          == Words{"see", "https://example.org/Putin/Lavrov", "now"});
    CHECK(words_of("mail putin@example.org") == Words{"mail", "putin@example.org"});
}

TEST_CASE("a full stop after a title, an initial or an abbreviation ends no sentence", "[text]") {
    CHECK(sentences_of("Mr. Smith met Gen. Mattis in St. Petersburg. They left.").size() == 2);
    CHECK(sentences_of("George W. Bush spoke. He left.").size() == 2);
    CHECK(sentences_of("He lives in the U.S. with his wife.").size() == 1);
    CHECK(sentences_of("He lives in the U.S. The house is white.").size() == 2);
    CHECK(sentences_of("La embajada en EE. UU. no respondió.").size() == 1);
    CHECK(sentences_of("Es kostet 3 Mrd. Euro. Am 24. Februar begann der Krieg.").size() == 2);
}

TEST_CASE("a quoted question goes on with its speaker", "[text]") {
    CHECK(sentences_of("\"What?\" he asked. “No,” she said.") == Words{"\"What?\" he asked.", "“No,” she said."});
}

TEST_CASE("a line end is a paragraph end unless the line was wrapped", "[text]") {
    CHECK(sentences_of("Putin wins vote\nRussia has voted for its president this week and he won it.").size() == 2);
    const std::string wrapped =
        "The president of the council met his counterpart from the Federal\n"
        "Republic of Germany on Monday and asked him for more time to think\n"
        "about the plan.";
    CHECK(sentences_of(wrapped).size() == 1);
    CHECK(sentences_of("One thing\n\nanother thing").size() == 2);
}

TEST_CASE("any bytes of valid UTF-8 are cut without loss", "[text]") {
    for (const std::string text :
         {"", "\n\n", "...", "'", "\"(", "中国和俄罗斯", "a\u200Bb", "💥 Kyiv 💥", "-- --", "1.2.3", "A.", "http://"}) {
        TokenizedText cut;
        tokenize(text, cut);
        std::uint32_t end = 0;
        for (const Token& token : cut.tokens) {
            CHECK(token.begin >= end);
            CHECK(token.end > token.begin);
            end = token.end;
        }
        CHECK(end <= text.size());
        CHECK(cut.sentences.size() == cut.first_token.size());
    }
}
