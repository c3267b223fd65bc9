// SPDX-License-Identifier: Apache-2.0
#include <entente/text/diagnostic.hpp>
#include <entente/text/encoding.hpp>
#include <entente/text/file.hpp>

#include <cstdint>
#include <random>
#include <string>

#include "catch.hpp"

using namespace entente;
using namespace std::string_literals;

namespace {

std::uint64_t origin_of(const DecodedText& decoded, const std::string& word) {
    return decoded.original.original(static_cast<std::uint32_t>(decoded.text.find(word)));
}

// Table 3-7 of Unicode read slowly: whether each byte belongs to a well-formed sequence.
bool is_utf8(const std::string& text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
        const unsigned first = byte(i);
        const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        unsigned value = size == 1 ? first : first & (0xFFU >> (size + 1));
        for (std::size_t k = 1; k < size; ++k) {
            if ((byte(i + k) & 0xC0) != 0x80) return false;
            value = value << 6 | (byte(i + k) & 0x3F);
        }
        const unsigned least = size == 1 ? 0 : size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000;
        if ((first >= 0x80 && first < 0xC0) || value < least || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
            return false;
        i += size;
    }
    return true;
}

}  // namespace

TEST_CASE("a message says where, what is wrong and what to do", "[diagnostic]") {
    auto fault = error_in("gazetteer/people.yaml", "unknown type \"persn\"",
                          "did you mean \"person\"? Types are person, country, organization, place.", 41);
    fault.place.column = 11;
    fault.source_line = "    type: persn";
    fault.width = 5;
    CHECK(to_text(fault) ==
          "gazetteer/people.yaml:41:11: error: unknown type \"persn\"\n"
          "    type: persn\n"
          "          ^~~~~\n"
          "hint: did you mean \"person\"? Types are person, country, organization, place.");
    CHECK(to_text(warning_in("a.txt", "skipped")) == "a.txt: warning: skipped");
    CHECK(to_text(error_in("", "nothing to read")) == "error: nothing to read");
}

TEST_CASE("a lint is told by its code", "[diagnostic]") {
    auto lint = warning_in("people.yaml", "\"Georgia\" has two owners", "", 3);
    lint.code = "alias-owned-twice";
    CHECK(to_text(lint) == "people.yaml:3: warning: \"Georgia\" has two owners [alias-owned-twice]");
}

TEST_CASE("a file cannot send control characters to the terminal", "[diagnostic]") {
    auto fault = error_in("a\x1b[31m.yaml", "bad", "", 1);
    fault.place.column = 3;
    fault.source_line = "a\tb\x1b[2J\xff\xe2\x80\xae";
    CHECK(to_text(fault) == "a␛[31m.yaml:1:3: error: bad\na␉b␛[2J\xEF\xBF\xBD\xEF\xBF\xBD\n  ^");
}

TEST_CASE("the caret stands under its letter also in Russian and Chinese lines", "[diagnostic]") {
    auto fault = error_in("a.yaml", "bad", "", 1);
    fault.place.column = 5;
    fault.source_line = "日本: Лавров";
    fault.width = 6;
    CHECK(to_text(fault) == "a.yaml:1:5: error: bad\n日本: Лавров\n      ^~~~~~");
}

TEST_CASE("of a very long line only the neighbourhood of the fault is shown", "[diagnostic]") {
    auto fault = error_in("a.jsonl", "bad", "", 1);
    fault.place.column = 501;
    fault.source_line = std::string(500, 'a') + "!" + std::string(500, 'b');
    const auto text = to_text(fault);
    CHECK(text.find("!") != std::string::npos);
    CHECK(text.size() < 400);
}

TEST_CASE("a slip of the finger finds the word that was meant", "[diagnostic]") {
    const std::vector<std::string_view> words = {"name", "near", "not_near", "demonyms"};
    CHECK(nearest_of("nmae", words) == "name");
    CHECK(nearest_of("Demonims", words) == "demonyms");
    CHECK(nearest_of("capital", words).empty());
}

TEST_CASE("valid UTF-8 is handed on without a copy", "[encoding]") {
    std::string text = "Erdoğan met Zelenskyy in Kyiv — again.";
    const auto* bytes = text.data();
    const auto decoded = decode(std::move(text));
    CHECK(decoded.text.data() == bytes);
    CHECK(decoded.original.is_identity());
    CHECK(decoded.encoding == Encoding::utf8);
    CHECK(decoded.replaced == 0);
}

TEST_CASE("a byte order mark is no part of the story", "[encoding]") {
    const auto decoded = decode("\xEF\xBB\xBFLavrov left.");
    CHECK(decoded.text == "Lavrov left.");
    CHECK(decoded.had_byte_order_mark);
    CHECK(origin_of(decoded, "Lavrov") == 3);
    CHECK(origin_of(decoded, "left") == 10);
}

TEST_CASE("broken UTF-8 is repaired and every word still leads back to its bytes", "[encoding]") {
    const std::string bytes =
        "Erdo\xC4\x9F"
        "an, Erdo\xC4"
        "an and Lavrov \xE2\x82 met; L\xC3\xB3pez Obrador and Pe\xC3\xB1"
        "a too";
    const auto decoded = decode(bytes);
    CHECK(decoded.encoding == Encoding::utf8);
    CHECK(decoded.text == "Erdoğan, Erdo\xEF\xBF\xBD" "an and Lavrov \xEF\xBF\xBD met; López Obrador and Peña too");
    CHECK(decoded.replaced == 2);
    CHECK(decoded.first_replaced
          == bytes.find("\xC4"
                        "an"));
    CHECK(origin_of(decoded, "Lavrov") == bytes.find("Lavrov"));
    CHECK(origin_of(decoded, "met") == bytes.find("met"));
    CHECK(origin_of(decoded, "too") == bytes.find("too"));
}

TEST_CASE("a page saved by old Windows keeps its apostrophes", "[encoding]") {
    const std::string bytes = "Russia\x92s envoy said \x93no\x94 in S\xE3o Paulo\x85 Lavrov left";
    const auto decoded = decode(bytes);
    CHECK(decoded.encoding == Encoding::windows_1252);
    CHECK(decoded.text == "Russia’s envoy said “no” in São Paulo… Lavrov left");
    CHECK(decoded.replaced == 0);
    CHECK(origin_of(decoded, "Lavrov") == bytes.find("Lavrov"));
    CHECK(decode("\x81\x92").replaced == 1);
}

TEST_CASE("UTF-16 of either order is read", "[encoding]") {
    const auto little = decode("\xFF\xFEL\0a\0v\0 \0\x3D\xD8\x00\xDE!\0"s);
    CHECK(little.encoding == Encoding::utf16_le);
    CHECK(little.text == "Lav 😀!");
    CHECK(origin_of(little, "v") == 6);
    CHECK(origin_of(little, "!") == 14);
    const auto big = decode("\xFE\xFF\0L\x04\x1B"s);
    CHECK(big.encoding == Encoding::utf16_be);
    CHECK(big.text == "LЛ");
}

TEST_CASE("half a pair and half a letter of UTF-16 are repaired", "[encoding]") {
    const auto decoded = decode(
        "\xFF\xFE\x3D\xD8"
        "a\0b"s);
    CHECK(decoded.text == "\xEF\xBF\xBD" "a\xEF\xBF\xBD");
    CHECK(decoded.replaced == 2);
    CHECK(decoded.first_replaced == 2);
}

TEST_CASE("whatever the bytes, the result is UTF-8 and its ASCII leads back to itself", "[encoding]") {
    const auto seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        const auto size = random() % 40;
        for (unsigned i = 0; i < size; ++i) {
            const auto pick = random() % 4;
            bytes += static_cast<char>(pick == 0   ? 'a' + random() % 26
                                       : pick == 1 ? 0xC0 + random() % 64
                                                   : 0x80 + random() % 64);
        }
        const auto decoded = decode(bytes);
        REQUIRE(is_utf8(decoded.text));
        if (decoded.encoding == Encoding::utf16_le || decoded.encoding == Encoding::utf16_be) continue;
        for (std::uint32_t at = 0; at < decoded.text.size(); ++at) {
            const char letter = decoded.text[at];
            if (letter < 'a' || letter > 'z') continue;
            const auto origin = decoded.original.original(at);
            REQUIRE(origin < bytes.size());
            REQUIRE(bytes[origin] == letter);
        }
        REQUIRE(decoded.original.original(static_cast<std::uint32_t>(decoded.text.size())) == bytes.size());
    }
}

TEST_CASE("a picture is no text and a page with tabs is", "[encoding]") {
    CHECK(looks_binary("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s));
    CHECK(looks_binary("\x01\x02\x03 text"));
    CHECK_FALSE(looks_binary("Lavrov\tleft.\r\n"));
    CHECK_FALSE(looks_binary("\xFF\xFEL\0"s));
    CHECK_FALSE(looks_binary(""));
}

TEST_CASE("a file that is not there is named", "[file]") {
    try {
        (void)read_whole_file("no/such/file.txt");
        FAIL("nothing was thrown");
    } catch (const Error& error) {
        CHECK(to_text(error.diagnostic()) == "no/such/file.txt: error: cannot be opened: No such file or directory");
    }
}
