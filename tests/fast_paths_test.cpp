// SPDX-License-Identifier: Apache-2.0
// What is made fast beside its slow twin, on random words and lines.
#include <entente/article/date.hpp>
#include <entente/article/paragraphs.hpp>
#include <entente/gazetteer/key_tables.hpp>
#include <entente/tag/spelling.hpp>
#include <entente/text/encoding.hpp>
#include <entente/text/file.hpp>
#include <entente/text/tokenize_with.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "catch.hpp"
#include "reference/words_by_hand.hpp"

using namespace entente;

namespace {

/// ENTENTE_SEED=… repeats a run.
unsigned seed() {
    const char* given = std::getenv("ENTENTE_SEED");
    return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
}

/// Up to `most` of the pieces, one after the other.
std::string any_of(const std::vector<std::string>& pieces, std::size_t most, std::mt19937& random) {
    std::string text;
    for (auto left = random() % most + 1; left > 0; --left) text += pieces[random() % pieces.size()];
    return text;
}

/// Up to `most` bytes of any value.
std::string any_bytes(std::size_t most, std::mt19937& random) {
    std::string bytes(random() % (most + 1), ' ');
    for (char& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

/// Requires of every way to find masks what is found without any, where each byte is looked at by itself.
void require_same_words(const std::string& text) {
    const auto all = [](const TokenizedText& cut) {
        std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint64_t, Gap, unsigned>> words;
        for (const Token& token : cut.tokens)
            words.emplace_back(token.begin, token.end, token.hash, token.gap, token.shape);
        return words;
    };
    TokenizedText by_bytes;
    tokenize_with(find_masks_with(Instructions::none), text, by_bytes);
    for (const Instructions instructions : instructions_here()) {
        CAPTURE(text, static_cast<int>(instructions));
        TokenizedText cut;
        tokenize_with(find_masks_with(instructions), text, cut);
        REQUIRE(all(cut) == all(by_bytes));
        REQUIRE(cut.sentences == by_bytes.sentences);
        REQUIRE(cut.first_token == by_bytes.first_token);
    }
}

}  // namespace

TEST_CASE("letters and digits are found by all instructions as they are byte by byte") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    std::string bytes(256, ' ');
    for (std::size_t byte = 0; byte < bytes.size(); ++byte) bytes[byte] = static_cast<char>(byte);
    for (int round = 0; round < 2000; ++round) {
        for (const Instructions instructions : instructions_here()) {
            CAPTURE(bytes, static_cast<int>(instructions));
            std::array<ByteMasks, 4> found;
            find_masks_with(instructions)(bytes.data(), found.size(), found.data());
            for (std::size_t block = 0; block < found.size(); ++block)
                REQUIRE(found[block]
                        == (instructions == Instructions::none
                                ? ByteMasks{}
                                : masks_by_hand(std::string_view(bytes).substr(64 * block, 64))));
        }
        for (char& byte : bytes) byte = static_cast<char>(random());
    }
}

TEST_CASE("a text has the same words and sentences whatever instructions find its letters") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    for (const auto& entry : std::filesystem::directory_iterator("tests/articles"))
        require_same_words(decode(read_whole_file(entry.path().string())).text);
    std::vector<std::string> pieces{
        "a",      "The",  "word", "NATO", "labour", "Sept", "3", "1987", "12", "U.S.", "EE.UU.", "www.", "of",
        "Lavrov", "é",    "Жд",   "中",   "\u00AD", "Z",    " ", " ",    " ",  " ",    " ",      ", ",   ". ",
        "\n",     "\r\n", "-",    "'",    "'s ",    "<",    ">", "@",    ":",  ".",    ",",      "_",    "+",
        "\"",     ") ",   "(",    "&",    "? ",     "/",    "$", "\t",   "’",  "—",    "Mr. ",   "\n\n", "http:"};
    pieces.emplace_back(70, 'x');
    pieces.emplace_back(17, '7');
    pieces.emplace_back("programme");
    pieces.emplace_back("organisation");
    for (int round = 0; round < 3000; ++round) {
        require_same_words(any_of(pieces, 12, random));
        require_same_words(any_of(pieces, 120, random));
        require_same_words(decode(any_bytes(round % 10 == 0 ? 3000 : 100, random)).text);
    }
    require_same_words(any_of(pieces, 100000, random));
}

TEST_CASE("a word has the hash and the shape that it has letter by letter, wherever it stands") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::vector<std::string> pieces{"a",       "b",         "z",      "A",     "Z",    "isation", "FENCE",
                                          "centres", "Programme", "labour", "organ", "Kyiv", "`",       "{",
                                          "@",       "[",         "1",      "89",    "é",    "Ж",       "\u200B",
                                          " ",       "-",         "'",      ",",     "\x7F", "ation",   "letters"};
    TokenizedText cut;
    for (int round = 0; round < 20000; ++round) {
        const std::string text = any_of(pieces, 12, random);
        CAPTURE(text);
        tokenize(text, cut);
        for (const Token& token : cut.tokens) {
            const std::string_view word = slice(text, token.span());
            if (token.is(Token::url) || token.is(Token::dotted)) continue;
            REQUIRE(token.hash == hash_by_hand(word));
            const bool english = word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
                                 == std::string_view::npos;
            if (english && !token.is(Token::possessive)) REQUIRE(token.shape == shape_by_hand(word));
        }
    }
}

TEST_CASE("a name sounds as it does when each spelling is tried at each letter") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::vector<std::string> pieces{"a", "c", "e", "g",  "h",  "i",  "k",  "o",   "q", "s",   "t",
                                          "u", "w", "y", "ye", "er", "ie", "ff", "sch", "é", "eff", "j"};
    for (int round = 0; round < 20000; ++round) {
        const std::string word = any_of(pieces, 10, random);
        CAPTURE(word);
        REQUIRE(sound_of(word) == sound_by_hand(word));
    }
}

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
    const std::vector<std::string> pieces{"a", "B", "Read more", " ", " ",  "  ",   "\n",     "\t",
                                          "*", "`", "#",         "-", "(",  "]",    ">",      "|",
                                          "_", ".", "5%",        "'", "\"", "\x7F", "q: why?"};
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

TEST_CASE("a filter of words holds each of its own and few others") {
    std::mt19937_64 random(seed());
    std::vector<std::uint64_t> keys(10000);
    for (std::uint64_t& key : keys) key = random();
    const auto rows = KeyFilter::lay_out(keys);
    const KeyFilter filter{Rows<std::uint64_t>(rows)};
    for (const std::uint64_t key : keys) REQUIRE(filter.may_hold(key));
    std::size_t others = 0;
    for (int round = 0; round < 10000; ++round) others += filter.may_hold(random()) ? 1 : 0;
    CHECK(others < 300);
    CHECK_FALSE(KeyFilter{Rows<std::uint64_t>()}.may_hold(1));
}
