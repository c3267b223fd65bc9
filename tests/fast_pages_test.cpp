// SPDX-License-Identifier: Apache-2.0
// What makes the reading of pages fast beside its slow twin, on random lines.
#include <entente/article/byte_set.hpp>
#include <entente/article/date.hpp>
#include <entente/article/headline.hpp>
#include <entente/article/page_language.hpp>
#include <entente/article/paragraphs.hpp>
#include <entente/article/phrases.hpp>
#include <entente/article/word_masks.hpp>
#include <entente/text/encoding.hpp>

#include <array>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "random_words.hpp"
#include "reference/page_by_hand.hpp"
#include "reference/words_by_hand.hpp"

using namespace entente;

TEST_CASE("no printed date begins with a word that may begin none") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::vector<std::string> pieces{"Mon",  "friday",    ".",          ",",   " ",    " ", "May",
                                          "SEPT", "september", "31",         "2",   "2024", "-", "05",
                                          "st",   "March",     "2024-05-06", "01.", "x",    "\t"};
    std::size_t dates = 0;
    for (int round = 0; round < 200000; ++round) {
        const std::string line = any_of(pieces, 8, random);
        const auto date = parse_printed_date(line);
        if (!date || !date->complete()) continue;
        ++dates;
        CAPTURE(line);
        const auto begin = line.find_first_not_of(" \t");
        REQUIRE(may_begin_date(std::string_view(line).substr(begin, line.find_first_of(" \t", begin) - begin)));
    }
    CHECK(dates > 50);
}

TEST_CASE("furniture is compared in the form that it has character by character") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::vector<std::string> pieces{"a", "B", "Read more", " ", " ",  "  ",   "\n",      "\t",
                                          "*", "`", "#",         "-", "(",  "]",    ">",       "|",
                                          "_", ".", "5%",        "'", "\"", "\x7F", "q: why?", "the Treaty of Lisbon"};
    for (int round = 0; round < 20000; ++round) {
        const std::string text = any_of(pieces, 12, random);
        CAPTURE(text);
        const std::string plain = plain_by_hand(text);
        REQUIRE(plain_form(text) == plain);
        std::vector<std::uint32_t> origins;
        REQUIRE(plain_form(text, &origins) == plain);
        REQUIRE(origins.size() == plain.size());
        REQUIRE(bare_words(plain) == bare_by_hand(plain));
    }
}

TEST_CASE("a paragraph that is asked for is the one that stands there when all are found") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::string line = "In Lisbon the ministers of both countries met for the third time this year";
    std::size_t wide = 0;
    for (int round = 0; round < 5000; ++round) {
        const std::vector<std::string> pieces{line, line, "a", " ", "\xC2\xA0", random() % 4 == 0 ? "\r" : "\n", "\n"};
        const std::string text = any_of(pieces, 30, random);
        CAPTURE(text);
        const auto all = paragraph_spans(text);
        wide += !all.empty() && all.front().size() > 2 * line.size() ? 1 : 0;
        Paragraphs paragraphs(text);
        auto next = all.begin();
        for (std::uint32_t at = 0; at <= text.size(); at += 1 + random() % 40) {
            while (next != all.end() && next->end <= at) ++next;
            REQUIRE(paragraphs.at(at) == (next == all.end() ? std::nullopt : std::optional(*next)));
        }
    }
    CHECK(wide > 50);
}

TEST_CASE("the words of a page are told 64 bytes at a time as byte by byte, up to its very end") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    for (int round = 0; round < 1000; ++round) {
        std::string text;
        for (auto left = random() % 200; left > 0; --left) text += static_cast<char>(random() % 256);
        CAPTURE(text);
        std::vector<ByteMasks> masks(masks_of(text.size()));
        find_word_masks(text, masks);
        bool foreign = false;
        for (std::size_t at = 0; at < 64 * masks.size(); ++at) {
            const char byte = at < text.size() ? text[at] : ' ';
            const bool digit = ascii_digits.contains(byte);
            REQUIRE((masks[at / 64].digits >> at % 64 & 1U) == (digit ? 1U : 0U));
            REQUIRE((masks[at / 64].letters >> at % 64 & 1U) == (bytes_of_words.contains(byte) && !digit ? 1U : 0U));
            foreign = foreign || static_cast<unsigned char>(byte) >= 0x80;
        }
        REQUIRE(has_foreign(text) == foreign);
    }
}

TEST_CASE("the phrases of pages are found as if each were tried at each word") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::vector<std::string> begins{"ap", "read", "re", "©", "photo", "#", "al", "для", "12", ":a"};
    const std::vector<std::string> pieces{" ", "read", "more",  "ap",  "a",  "12", "é",
                                          "©", "!",    "photo", "для", "al", ":"};
    std::size_t found = 0;
    for (int round = 0; round < 3000; ++round) {
        Furniture furniture;
        for (int i = 0; i < 8; ++i) {
            auto phrase = begins[random() % begins.size()];
            if (random() % 2 == 0) phrase += random() % 4 == 0 ? " #" : " " + any_of(pieces, 3, random);
            furniture.notices.push_back(phrase);
        }
        const Phrases phrases(furniture);
        const auto before = any_of(pieces, 20, random);
        const auto text = any_of(pieces, 60, random);
        CAPTURE(before, text, furniture.notices);
        PlainForms forms(before.size() + text.size() + 1);
        forms.add(before);
        const auto plain = forms.add(text);
        forms.find_words();
        std::vector<PhraseHit> hits;
        phrases.find(forms, plain, hits);
        std::vector<std::size_t> places;
        for (const auto& hit : hits) places.push_back(hit.begin);
        std::vector<std::size_t> expected;
        for (const auto& [place, phrase] : phrases_by_hand(plain, furniture.notices)) expected.push_back(place);
        REQUIRE(places == expected);
        found += places.size();
    }
    CHECK(found > 1000);
}

TEST_CASE("two headlines say the same when their words, counted one by one, do") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::vector<std::string> words{"talks ",    "in ",   "lisbon: ", "fail",       " - ",  "minister's ",
                                         "ministers", " meet", " 'over' ", "\"trade\" ", "u.s. "};
    std::size_t same = 0;
    for (int round = 0; round < 20000; ++round) {
        std::vector<std::string> one(random() % 14);
        for (auto& word : one) word = words[random() % words.size()];
        auto two = one;
        for (auto left = random() % 3; left > 0 && !two.empty(); --left)
            two[random() % two.size()] = words[random() % words.size()];
        if (random() % 4 == 0) two.push_back(words[random() % words.size()]);
        std::string headline;
        std::string other;
        for (const auto& word : one) headline += word;
        for (const auto& word : two) other += word;
        CAPTURE(headline, other);
        const bool expected = says_the_same_by_hand(headline, other);
        REQUIRE(HeadlineWords(headline).say_the_same_as(other) == expected);
        same += expected ? 1 : 0;
    }
    CHECK(same > 1000);
}

TEST_CASE("a page is in the language whose function words, counted one by one, lead") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::vector<std::vector<std::string>> languages{
        {"the", "of", "and", "in"}, {"der", "die", "und", "in", "gegenüber"}, {"и", "в", "на"}};
    PageLanguage language;
    for (std::size_t i = 0; i < languages.size(); ++i) language.learn(languages[i], i);
    const std::vector<std::string> pieces{"the",
                                          "of",
                                          "in",
                                          "der",
                                          "und",
                                          " ",
                                          " ",
                                          " ",
                                          " ",
                                          ". ",
                                          "и",
                                          " на ",
                                          "gegenüber",
                                          "’",
                                          "1",
                                          "The",
                                          "ministerpresident",
                                          "в"};
    std::vector<std::size_t> told(languages.size());
    for (int round = 0; round < 3000; ++round) {
        const auto text = any_of(pieces, 500, random);
        CAPTURE(text);
        const auto expected = language_by_hand(text, languages);
        REQUIRE(language.of(text) == expected);
        ++told[expected];
    }
    for (const auto count : told) CHECK(count > 0);
}
