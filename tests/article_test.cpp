// SPDX-License-Identifier: Apache-2.0
#include <entente/article/date.hpp>
#include <entente/article/reader.hpp>
#include <entente/gazetteer/language.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>

#include <simdjson.h>

#include "catch.hpp"
#include "reading.hpp"
#include "scratch_folder.hpp"

using namespace entente;

namespace {

const std::string story =
    "The foreign ministers of Brazil and Norway met in Lisbon on Monday, and both called the talks useful.\n\n"
    "They said that they would meet again in autumn.\n";

}  // namespace

TEST_CASE("dates are read as news pages print them", "[date]") {
    CHECK(parse_printed_date("September 20, 2024") == Date{2024, 9, 20});
    CHECK(parse_printed_date("20 September 2024") == Date{2024, 9, 20});
    CHECK(parse_printed_date("Sept. 20, 2024") == Date{2024, 9, 20});
    CHECK(parse_printed_date("Friday, 1st May 2020") == Date{2020, 5, 1});
    CHECK(parse_printed_date("23.02.2022") == Date{2022, 2, 23});
    CHECK(parse_printed_date("2024-09-20") == Date{2024, 9, 20});
    CHECK(parse_printed_date("April 4") == Date{0, 4, 4});
    CHECK(parse_printed_date("29 February 2024") == Date{2024, 2, 29});
    CHECK(parse_printed_date("29 February 2023") == std::nullopt);
    CHECK(parse_printed_date("31.04.2022") == std::nullopt);
    CHECK(parse_printed_date("03/04/2022") == std::nullopt);
    CHECK(parse_printed_date("May God help us") == std::nullopt);
    CHECK(parse_printed_date("") == std::nullopt);
}

TEST_CASE("dates of files and offices are ISO 8601", "[date]") {
    CHECK(parse_iso_date("2024-09-20T18:00:00Z") == Date{2024, 9, 20});
    CHECK(parse_iso_date("2024-09") == Date{2024, 9, 0});
    CHECK(parse_iso_date("2024") == Date{2024, 0, 0});
    CHECK(parse_iso_date("2024-13") == std::nullopt);
    CHECK(parse_iso_date("2024-09-20x") == std::nullopt);
    CHECK(parse_iso_date("20240920") == std::nullopt);
    CHECK(to_string(Date{2024, 9, 0}) == "2024-09");
    CHECK(to_string(Date{}) == "");
    CHECK(latest(Date{2024, 2, 0}) == Date{2024, 2, 29});
    CHECK(latest(Date{2023, 0, 0}) == Date{2023, 12, 31});
    CHECK(earliest(Date{2023, 0, 0}) == Date{2023, 1, 1});
}

TEST_CASE("on the five sample pages all furniture is found and no story is lost", "[zones][shared]") {
    NEEDS_SHARED("gold/mentions.jsonl");
    simdjson::dom::parser parser;
    std::ifstream rows("../shared/gold/mentions.jsonl");
    for (std::string row; std::getline(rows, row);) {
        const auto gold = parser.parse(row);
        const auto name = std::string(std::string_view(gold["file"]));
        INFO(name);
        const auto run = read({"../shared/articles/" + name});
        REQUIRE(run.articles.size() == 1);
        const auto& article = run.articles[0];
        const auto known = [](simdjson::simdjson_result<simdjson::dom::element> value) {
            return value.is_null() ? std::string() : std::string(std::string_view(value));
        };
        CHECK(article.title == known(gold["title"]));
        CHECK(to_string(article.date) == known(gold["date"]));
        std::vector<bool> furniture(article.text.size());
        for (const auto span : gold["boilerplate"]) {
            std::fill(furniture.begin() + std::int64_t(span["start"]), furniture.begin() + std::int64_t(span["end"]),
                      true);
        }
        std::size_t missed = 0;
        std::size_t lost = 0;
        for (std::uint32_t at = 0; at < article.text.size(); ++at) {
            if (static_cast<unsigned char>(article.text[at]) <= ' '
                || static_cast<unsigned char>(article.text[at]) >= 0x80)
                continue;
            const bool marked = article.zone_at(at) == Zone::boilerplate;
            missed += furniture[at] && !marked;
            lost += !furniture[at] && marked;
        }
        CHECK(missed == 0);
        CHECK(lost == 0);
    }
}

TEST_CASE("articles come in the order of their ids, whatever the order of the arguments", "[reader]") {
    ScratchFolder folder;
    folder.write("week/b.txt", "Norway won.");
    folder.write("week/a/c.md", "Brazil won.");
    folder.write("week/.hidden.txt", "nobody");
    folder.write("week/.git/d.txt", "nobody");
    folder.write("week/picture.png", "nobody");
    folder.write("alone.TXT", "Chile won.");
    const auto forth = read({folder.path("week"), folder.path("alone.TXT"), folder.path("week/b.txt")});
    const auto back = read({folder.path("week/b.txt"), folder.path("alone.TXT"), folder.path("week") + "/"});
    std::vector<std::string> ids;
    for (const auto& article : forth.articles) ids.push_back(article.id + " from " + article.source);
    CHECK(ids == std::vector<std::string>{"a/c.md from a/c.md", "alone.TXT from alone.TXT", "b.txt from b.txt"});
    REQUIRE(back.articles.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(back.articles[i].id == forth.articles[i].id);
    CHECK(forth.said.empty());
}

TEST_CASE("two files of one name are told apart by their folders", "[reader]") {
    ScratchFolder folder;
    folder.write("x/1/news.txt", "Norway won.");
    folder.write("x/2/news.txt", "Brazil won.");
    folder.write("y/2/news.txt", "Chile won.");
    const auto run = read({folder.path("x/1/news.txt"), folder.path("x/2/news.txt"), folder.path("y/2/news.txt")});
    REQUIRE(run.articles.size() == 3);
    CHECK(run.articles[0].id == "1/news.txt");
    CHECK(run.articles[1].id == "x/2/news.txt");
    CHECK(run.articles[2].id == "y/2/news.txt");
}

TEST_CASE("what cannot be read is named and the rest is read", "[reader]") {
    ScratchFolder folder;
    folder.write("good.txt", "Norway won.");
    folder.write("binary.txt", std::string("\x7f"
                                           "ELF\0\0\0",
                                           7));
    folder.write("empty.txt", " \r\n");
    std::filesystem::create_symlink("loop.txt", folder.path("loop.txt"));
    std::filesystem::create_directory(folder.path("nothing"));
    folder.write("news.doc", "Word");
    CHECK(read({folder.path("gone.txt")}).first_said() == "no such file or folder");
    CHECK(read({folder.path("nothing")}).first_said() == "no article in this folder");
    CHECK(read({folder.path("news.doc")}).first_said() == "unknown kind of file");
    CHECK(read({folder.path("news.doc")}).said.at(0).hint.find(".txt, .text, .md, .markdown, .html")
          != std::string::npos);
    const auto run = read({folder.path()});
    CHECK(run.articles.size() == 1);
    CHECK(run.report.skipped == 2);
    REQUIRE(run.said.size() == 3);
    CHECK_THAT(run.said[0].message, Catch::Matchers::StartsWith("cannot be opened"));
    CHECK(run.said[1].message == "skipped: this is a binary file, not text");
    CHECK(run.said[2].message == "skipped: the file is empty");
}

TEST_CASE("a pipe in a folder is named, not waited for", "[reader]") {
    ScratchFolder folder;
    folder.write("good.txt", "Norway won.");
    REQUIRE(::mkfifo(folder.path("live.jsonl").c_str(), 0600) == 0);
    const auto run = read({folder.path()});
    CHECK(run.articles.size() == 1);
    CHECK(run.first_said() == "skipped: this is a pipe or a device, no file");
}

TEST_CASE("a file without permission is named", "[reader]") {
    if (::geteuid() == 0) {
        WARN("skipped: root may read every file");
        return;
    }
    ScratchFolder folder;
    folder.write("secret.txt", "Norway won.");
    std::filesystem::permissions(folder.path("secret.txt"), std::filesystem::perms::none);
    const auto run = read({folder.path("secret.txt")});
    CHECK(run.articles.empty());
    CHECK_THAT(run.first_said(), Catch::Matchers::StartsWith("cannot be opened"));
}

TEST_CASE("repairs are told with line and column", "[reader]") {
    ScratchFolder folder;
    folder.write("broken.txt", "São Tomé won.\r\nErdoğan and Zelenskyy\xE2\x82 met.\r\n");
    folder.write("windows.txt", "Russia\x92s envoy left.");
    const auto run = read({folder.path()});
    REQUIRE(run.said.size() == 2);
    CHECK(run.said[0].place.line == 2);
    CHECK(run.said[0].place.column == 22);
    CHECK_THAT(run.said[0].message, Catch::Matchers::StartsWith("1 broken character was replaced by U+FFFD"));
    CHECK(run.said[1].message == "the file is not UTF-8 and was read as Windows-1252");
    CHECK(run.articles[1].text == "Russia’s envoy left.");
    CHECK(run.articles[1].original.original(9) == 7);
}

TEST_CASE("line ends of Windows and a byte order mark change no zone", "[reader]") {
    ScratchFolder folder;
    const std::string page = "Ministers Meet in Lisbon\n\nMay 3, 2021\n\n" + story;
    std::string of_windows = "\xEF\xBB\xBF";
    for (const char letter : page) of_windows.append(letter == '\n' ? "\r" : "").push_back(letter);
    folder.write("unix.txt", page);
    folder.write("windows.txt", of_windows);
    const auto run = read({folder.path()});
    REQUIRE(run.articles.size() == 2);
    CHECK(run.said.empty());
    CHECK(run.articles[0].title == run.articles[1].title);
    CHECK(run.articles[0].date == run.articles[1].date);
    CHECK(run.articles[0].zones.size() == run.articles[1].zones.size());
    CHECK(run.articles[1].original.original(0) == 3);
}

TEST_CASE("the front matter of Markdown names title, date, language and source", "[reader]") {
    ScratchFolder folder;
    folder.write("a.md",
                 "---\ntitle: \"Ministers: a meeting\"\ndate: 2024-09-20\nlanguage: en-GB\nurl: "
                 "https://example.org/a\ntags: [x]\n---\n\n"
                 "# Ministers: a meeting\n\n"
                     + story);
    folder.write("2023-04-05-b.md", "---\n\n" + story);
    const auto run = read({folder.path()});
    REQUIRE(run.articles.size() == 2);
    const auto& article = run.articles[1];
    CHECK(article.title == "Ministers: a meeting");
    CHECK(article.date == Date{2024, 9, 20});
    CHECK(article.language == "en-GB");
    CHECK(article.source == "https://example.org/a");
    CHECK(article.zone_at(5) == Zone::boilerplate);
    CHECK(article.zone_at(static_cast<std::uint32_t>(article.text.find("# Min"))) == Zone::headline);
    CHECK(article.zone_at(static_cast<std::uint32_t>(article.text.find("Norway"))) == Zone::body);
    CHECK(run.articles[0].date == Date{2023, 4, 5});
    CHECK(run.articles[0].zone_at(0) == Zone::body);
}

TEST_CASE("a bad line of JSON is named and the others are read", "[reader]") {
    ScratchFolder folder;
    folder.write("news.jsonl",
                 "\xEF\xBB\xBF{\"id\": \"a\", \"title\": \"T\", \"date\": \"2024-09-20\", \"text\": \"Erdo\\u011fan "
                 "\\ud83d\\ude00 won.\", \"url\": \"https://example.org/a\", \"language\": \"en\"}\n"
                 "\n"
                 "{\"id\": \"b\", \"text\": \"unfinished\n"
                 "[1, 2]\n"
                 "{\"id\": 17, \"text\": \"Norway won.\", \"date\": \"yesterday\"}\r\n"
                 "{\"title\": \"no text\"}\n"
                 "{\"text\": \"Brazil won \xE2\x82.\"}");
    const auto run = read({folder.path("news.jsonl")});
    REQUIRE(run.articles.size() == 3);
    CHECK(run.articles[0].id == "a");
    CHECK(run.articles[0].text == "Erdoğan 😀 won.");
    CHECK(run.articles[0].title == "T");
    CHECK(run.articles[0].date == Date{2024, 9, 20});
    CHECK(run.articles[0].source == "https://example.org/a");
    CHECK(run.articles[0].language == "en");
    CHECK(run.articles[1].id == "17");
    CHECK(run.articles[1].source == "news.jsonl");
    CHECK(run.articles[2].id == "news.jsonl:7");
    CHECK(run.report.read == 3);
    CHECK(run.report.skipped == 3);
    std::vector<std::size_t> lines;
    for (const auto& said : run.said) lines.push_back(said.place.line);
    CHECK(lines == std::vector<std::size_t>{3, 4, 5, 6, 7});
}

TEST_CASE("every reader has a name, a suffix and a summary", "[reader]") {
    CHECK(readers().size() >= 3);
    for (const auto& reader : readers()) {
        CHECK_FALSE(reader.name.empty());
        CHECK_FALSE(reader.summary.empty());
        for (const auto suffix : reader.suffixes) CHECK(suffix.starts_with('.'));
    }
}
