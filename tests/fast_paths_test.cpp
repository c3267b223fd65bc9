// SPDX-License-Identifier: Apache-2.0
// What is made fast beside its slow twin, on random words and lines.
#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/key_tables.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/tag/compile.hpp>
#include <entente/tag/language_words.hpp>
#include <entente/tag/names.hpp>
#include <entente/tag/spelling.hpp>
#include <entente/text/blanks.hpp>
#include <entente/text/encoding.hpp>
#include <entente/text/file.hpp>
#include <entente/text/plain_names.hpp>
#include <entente/text/tokenize_with.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "catch.hpp"
#include "random_words.hpp"
#include "reference/words_by_hand.hpp"
#include "scratch_folder.hpp"

using namespace entente;

namespace {

auto words_of(const TokenizedText& cut) {
    std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint64_t, Gap, unsigned>> words;
    for (const Token& token : cut.tokens)
        words.emplace_back(token.begin, token.end, token.hash, token.gap, token.shape);
    return words;
}

/// Requires of every way to find masks what is found without any, where each byte is looked at by itself.
void require_same_words(const std::string& text) {
    TokenizedText by_bytes;
    tokenize_with(find_masks_with(Instructions::none), text, by_bytes);
    for (const Instructions instructions : instructions_here()) {
        CAPTURE(text, static_cast<int>(instructions));
        TokenizedText cut;
        tokenize_with(find_masks_with(instructions), text, cut);
        REQUIRE(words_of(cut) == words_of(by_bytes));
        REQUIRE(cut.sentences == by_bytes.sentences);
        REQUIRE(cut.first_token == by_bytes.first_token);
    }
}

}  // namespace

TEST_CASE("a name of plain words is cut as any text is") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::vector<std::string> pieces{
        "Bank", "of", "America", "UN", "x",        "Organisation",           "centre", "http", "www", "St",
        " ",    " ",  " ",       " ",  "McDonald", "Verylongandwindingname", "1",      ".",    "-",   "É",
        "\n",   "@"};
    TokenizedText plain;
    TokenizedText cut;
    std::size_t taken = 0;
    for (int round = 0; round < 20000; ++round) {
        const std::string name = any_of(pieces, 10, random);
        if (!tokenize_plain_name(name, plain)) continue;
        CAPTURE(name);
        tokenize(name, cut);
        REQUIRE(words_of(plain) == words_of(cut));
        REQUIRE(plain.sentences == cut.sentences);
        REQUIRE(plain.first_token == cut.first_token);
        ++taken;
    }
    CHECK(taken > 100);
    for (const char* name :
         {"", " ", "Bank ", " Bank", "Bank  of America", "Bank\nof", "Bank 24", "Nestlé", "St. Paul"})
        CHECK_FALSE(tokenize_plain_name(name, plain));
}

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
    for (const char* more :
         {"Co", "www", "wow", "EE", "1.5", "http", "“", "” ", "…", "\u2028", "\u2019s", "`", "'S", ";", "! ", "+1"})
        pieces.emplace_back(more);
    pieces.emplace_back(70, 'x');
    pieces.emplace_back(2100, 'y');
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

TEST_CASE("a text is in the language whose function words, counted one by one, lead") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::vector<std::string> pool{"the",   "zorva",   "quil",  "mantro", "ostri",
                                        "pelgu", "brackwe", "tulva", "skarn"};
    std::vector<Language> listed(40);
    for (std::size_t row = 0; row < listed.size(); ++row) {
        listed[row].language = "x" + std::to_string(10 + row);
        for (std::size_t word = 1; word < pool.size(); ++word)
            if (random() % 2 == 0) listed[row].words.function_words.push_back(pool[word]);
        listed[row].words.function_words.push_back("own" + std::string(row + 1, 'q'));
    }
    const Languages languages(listed);
    std::set<std::string> told;
    TokenizedText text;
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::string> words(random() % 600 + 1);
        const std::string own = "own" + std::string(random() % listed.size() + 1, 'q');
        const std::size_t rare = random() % 30 + 1;
        for (std::string& word : words) {
            const std::size_t any = random() % (rare * (pool.size() + 3));
            word = any < pool.size() ? pool[any] : any < pool.size() + 2 ? own : "unlisted";
        }
        CAPTURE(words);
        tokenize(joined(words), text);
        const std::string code = languages.of("", text.tokens).code();
        REQUIRE(code == told_by_hand(words, listed));
        told.insert(code);
    }
    CHECK(told.size() > 20);
}

TEST_CASE("names are found where they are found by looking for each at each word") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    std::vector<std::string> pool{"Zorvath",  "Quillbex", "Mantrop",  "Ostrivel", "Pelgund",
                                  "Brackwen", "Tulvane",  "Skarnith", "Ümbrik",   "Граднов"};
    for (const char letter : std::string_view("abcdefghijklmnopqrst"))
        for (const std::string_view word : {"Kel", "Dos"}) pool.push_back(std::string(word) + letter + "mar");
    pool.insert(pool.end(), {"saw", "met"});
    const Languages languages(std::span<const Language>{});
    const auto any_words = [&](std::size_t most, std::size_t of) {
        std::vector<std::string> words(random() % most + 1);
        for (std::string& word : words) word = pool[random() % of];
        return words;
    };
    for (int round = 0; round < 20; ++round) {
        // Of a few words any two may begin a name, of many hardly any.
        const std::size_t in_names = round % 2 == 0 ? 10 : pool.size() - 2;
        std::set<std::vector<std::string>> listed;
        while (listed.size() < 300) listed.insert(any_words(4, in_names));
        const std::vector<std::vector<std::string>> names(listed.begin(), listed.end());
        std::string yaml = "type: organization\nentities:\n";
        for (std::size_t name = 0; name < names.size(); ++name)
            yaml += "  - {id: n" + std::to_string(1000 + name) + ", name: " + joined(names[name]) + "}\n";
        const ScratchFolder folder;
        folder.write("names.yaml", yaml);
        Diagnostics faults;
        const Image image = compile(read_gazetteer({folder.path("names.yaml")}, faults));
        REQUIRE(faults.empty());
        const CompiledGazetteer gazetteer(image);
        const NameFinder finder(image, gazetteer);
        for (int article = 0; article < 50; ++article) {
            auto words = any_words(200, pool.size());
            for (auto left = random() % 20; left > 0; --left) {
                const auto& name = names[random() % names.size()];
                words.insert(words.begin() + static_cast<std::ptrdiff_t>(random() % words.size()), name.begin(),
                             name.end());
            }
            const std::string printed = joined(words);
            CAPTURE(printed);
            ReadText text;
            NameMatches result;
            read(printed, {}, languages, "en", text);
            finder.find(text, result);
            std::set<std::tuple<std::size_t, std::size_t, std::size_t>> found;
            for (const NameMatch& match : result.matches)
                for (const NameForm& owner : result.owners_of(match))
                    found.emplace(match.first, match.last, owner.entity);
            REQUIRE(found == found_by_hand(names, words));
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

TEST_CASE("a sentence is put on one line as it is byte by byte") {
    const auto start = seed();
    INFO("repeat with ENTENTE_SEED=" << start);
    std::mt19937 random(start);
    const std::vector<std::string> pieces{"Merkel", "met", "the", "prime minister", "!", "é", " ", " ",
                                          "\n",     "\t",  "\x1F"};
    for (int round = 0; round < 20000; ++round) {
        const std::string sentence = any_of(pieces, 12, random);
        CAPTURE(sentence);
        std::string line;
        for (const char byte : sentence) {
            const bool blank = byte == ' ' || byte == '\n' || byte == '\t';
            if (!blank || (!line.empty() && line.back() != ' ')) line += blank ? ' ' : byte;
        }
        if (line.ends_with(' ')) line.pop_back();
        REQUIRE(squeezed(sentence) == line);
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
