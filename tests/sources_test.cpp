// SPDX-License-Identifier: Apache-2.0
// Articles as they come: packed, in archives, in tables, and broken.
#include <entente/article/reader.hpp>
#include <entente/text/unpack.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "catch.hpp"
#include "packed.hpp"
#include "reading.hpp"
#include "scratch_folder.hpp"

using namespace entente;

namespace {

using Words = std::vector<std::string>;

/// Reads one file of this name and content.
Reading read_file(const std::string& name, std::string_view bytes, const FieldNames& fields = {}) {
    const ScratchFolder folder;
    folder.write(name, bytes);
    return read({folder.path(name)}, fields);
}

std::string lines(int count) {
    std::string all;
    for (int i = 1; i <= count; ++i) {
        all += R"({"id": ")" + std::to_string(i) + R"(", "text": "Norway won for the )" + std::to_string(i * 7919)
               + "th time.\"}\n";
    }
    return all;
}

Date date_of(const std::string& name, std::string_view text) { return read_file(name, text).articles.at(0).date; }

}  // namespace

TEST_CASE("a packed file is read like the file itself", "[sources]") {
    const auto news = lines(3000);
    const auto packed_news = Files{{"news.jsonl.gz", gzipped(news)},
                                   {"news.jsonl.bz2", bzipped(news)},
                                   {"news.jsonl.xz", packed(&archive_write_add_filter_xz, news)},
                                   {"news.jsonl.zst", packed(&archive_write_add_filter_zstd, news)},
                                   {"news.JSONL.GZ", gzipped(news)},
                                   {"news.jsonl", gzipped(news)}};
    for (const auto& [name, bytes] : packed_news) {
        INFO(name);
        const auto run = read_file(name, bytes);
        CHECK(run.said.empty());
        REQUIRE(run.articles.size() == 3000);
        CHECK(run.articles.back().text == "Norway won for the 23757000th time.");
    }
    CHECK(read_file("news.txt.gz", gzipped("Norway won.")).ids() == Words{"news.txt.gz"});
}

TEST_CASE("gzip of many members is one file, and padding behind it is none", "[sources]") {
    const auto news = lines(200);
    const auto bytes = gzipped(news.substr(0, 700)) + gzipped("") + gzipped(news.substr(700)) + std::string(512, '\0');
    const auto run = read_file("news.jsonl.gz", bytes);
    CHECK(run.said.empty());
    CHECK(run.articles.size() == 200);
}

TEST_CASE("of a packed file that is cut off or damaged the articles before the fault are read", "[sources]") {
    const auto news = lines(3000);
    for (const auto& [name, bytes] : Files{{"news.jsonl.gz", gzipped(news)},
                                           {"news.jsonl.bz2", bzipped(news)},
                                           {"news.jsonl.xz", packed(&archive_write_add_filter_xz, news)},
                                           {"news.jsonl.zst", packed(&archive_write_add_filter_zstd, news)}}) {
        INFO(name);
        const auto run = read_file(name, bytes.substr(0, bytes.size() - 20));
        CHECK(run.report.skipped == 1);
        REQUIRE(run.said.size() == 1);
        CHECK(run.said[0].message == "the compressed file ends in the middle");
        CHECK(run.said[0].place.file.ends_with(name));
        CHECK((run.articles.empty() || run.said[0].place.line == run.articles.size() + 1));
    }
    CHECK(read_file("news.jsonl.gz", gzipped(news).substr(0, 9000)).articles.size() > 100);
    auto wrong_sum = gzipped(news);
    wrong_sum[wrong_sum.size() - 6] ^= 0x55;
    CHECK(read_file("news.jsonl.gz", wrong_sum).messages() == Words{"news.jsonl.gz:3001: the gzip data are damaged"});
    CHECK(read_file("news.jsonl.gz", gzipped(lines(2)) + "garbage").messages()
          == Words{"news.jsonl.gz:3: the gzip data are damaged"});
}

TEST_CASE("archives are read file by file, and ids say where each article lies", "[sources]") {
    const Files files = {{"2024/b.txt", "Norway won."},
                         {"2024/a.jsonl", lines(2)},
                         {".hidden.txt", "nobody"},
                         {"__MACOSX/b.txt", "nobody"},
                         {"picture.png", "nobody"},
                         {"Düsseldorf.txt", "Chile won."},
                         {"2024/c.txt.gz", gzipped("Brazil won.")}};
    for (const auto& [name, bytes] : Files{{"news.zip", zip_of(files)},
                                           {"news.tar", tar_of(files)},
                                           {"news.tgz", tar_of(files, &archive_write_add_filter_gzip)},
                                           {"news.tar.zst", tar_of(files, &archive_write_add_filter_zstd)}}) {
        const auto run = read_file(name, bytes);
        CHECK(run.messages() == Words{});
        CHECK(run.ids() == Words{name + "/2024/b.txt", "1", "2", name + "/Düsseldorf.txt", name + "/2024/c.txt.gz"});
        CHECK(run.articles.at(1).source == name + "/2024/a.jsonl");
        CHECK(run.articles.at(4).text == "Brazil won.");
    }
    CHECK(read_file("news.zip", zip_of({{"picture.png", "nobody"}})).messages()
          == Words{"news.zip: no article in this archive"});
}

TEST_CASE("no name in an archive leads out of it", "[sources]") {
    const Files files = {{"../../etc/a.txt", "Norway won."},
                         {"/b.txt", "Brazil won."},
                         {"c\\..\\..\\d.txt", "Chile won."},
                         {"e\x1b[31m\n.txt", "Tonga won."}};
    const Words expected = {"news.tar/etc/a.txt", "news.tar/b.txt", "news.tar/c/d.txt", "news.tar/e_[31m_.txt"};
    CHECK(read_file("news.tar", tar_of(files)).ids() == expected);
}

TEST_CASE("an archive in an archive is named and not opened", "[sources]") {
    const auto run =
        read_file("news.zip", zip_of({{"inner.zip", zip_of({{"a.txt", "Norway won."}})}, {"b.txt", "Chile won."}}));
    CHECK(run.ids() == Words{"news.zip/b.txt"});
    CHECK(run.messages() == Words{"news.zip/inner.zip: skipped: an archive in an archive"});
    CHECK(run.report.skipped == 1);
}

TEST_CASE("a broken archive is named and what can be read of it is read", "[sources]") {
    const Files files = {{"a.txt", "Norway won."}, {"b.txt", "Brazil won. " + lines(1000)}};
    const auto cut = read_file("news.tar.gz", tar_of(files, &archive_write_add_filter_gzip).substr(0, 3000));
    CHECK(cut.ids() == Words{"news.tar.gz/a.txt"});
    CHECK(cut.messages() == Words{"news.tar.gz/b.txt: the compressed file ends in the middle"});
    auto damaged = zip_of(files);
    const auto begin =
        damaged.find("a.txt") + 5 + static_cast<unsigned char>(damaged[28]);  // behind name and extra field
    damaged[begin + 3] = static_cast<char>(damaged[begin + 3] ^ 0x55);
    const auto run = read_file("news.zip", damaged);
    CHECK(run.ids() == Words{"news.zip/b.txt"});
    REQUIRE(run.said.size() == 1);
    CHECK_THAT(run.messages()[0], Catch::Matchers::StartsWith("news.zip/a.txt: the archive is damaged: "));
    const auto no_zip = read_file("news.zip", "Norway won.");
    CHECK(no_zip.articles.empty());
    REQUIRE(no_zip.said.size() == 1);
    CHECK_THAT(no_zip.messages()[0], Catch::Matchers::StartsWith("news.zip: the archive is damaged"));
}

TEST_CASE("what swells to more than any article is skipped, and a trap is left", "[sources]") {
    const std::string zeros(std::size_t{17} << 20, '0');
    const auto run = read_file("news.zip", zip_of({{"a.txt", zeros}, {"b.txt", "Norway won."}}));
    CHECK(run.ids() == Words{"news.zip/b.txt"});
    CHECK(run.messages() == Words{"news.zip/a.txt: skipped: larger than 16 MB, which no article is"});
    const auto once = gzipped(zeros);
    std::string trap = gzipped(lines(1));
    for (int i = 0; i < 18; ++i) trap += once;
    const auto sprung = read_file("news.jsonl.gz", trap);
    CHECK(sprung.ids() == Words{"1"});
    CHECK(sprung.messages() == Words{"news.jsonl.gz:2: unpacks to more than 500 times its size"});
    CHECK_NOTHROW(refuse_bomb(1'000'000, 200'000'000));
}

TEST_CASE("a line that never ends costs no memory and no other article", "[sources]") {
    const std::string piece(1 << 20, 'x');
    int pieces = 0;
    const auto source = [&]() -> std::string_view {
        static const std::string last = "\n" + lines(1);
        return ++pieces <= 1024 ? std::string_view(piece)
               : pieces == 1025 ? std::string_view(last)
                                : std::string_view{};
    };
    Record pattern;
    pattern.place.file = "news.jsonl";
    pattern.reader = reader_of("news.jsonl");
    pattern.names = std::make_shared<FieldNames>();
    Diagnostics said;
    std::size_t longest = 0;
    std::size_t records = 0;
    const auto skipped = pattern.reader->cut(
        ByteStream(source), pattern,
        [&](Record&& record) {
            longest = std::max(longest, record.bytes.capacity());
            ++records;
        },
        said);
    CHECK(skipped == 1);
    CHECK(records == 1);
    CHECK(longest < 1000);
    REQUIRE(said.size() == 1);
    CHECK(said[0].message == "skipped: a line of over 16 MB");
    CHECK(said[0].place.line == 1);
}

TEST_CASE("a thousand bad lines are named and one good one is read", "[sources]") {
    std::string news;
    for (int i = 0; i < 1000; ++i) news += "id,title,date\n";
    const auto run = read_file("news.jsonl", news + lines(1));
    CHECK(run.report.skipped == 1000);
    CHECK(run.said.size() == 1000);
    CHECK(run.ids() == Words{"1"});
}

TEST_CASE("what is skipped says why by a code that can be counted", "[sources]") {
    const std::vector<std::array<std::string, 3>> rows = {
        {"news.txt", " \n", "empty"},
        {"news.jsonl", "Ada Fenwick went to Rome.\n", "not-json"},
        {"news.csv", "id,text\n1\n", "bad-row"},
        {"news.txt.gz", gzipped("Ada Fenwick went to Rome.").substr(0, 20), "unreadable"}};
    for (const auto& [name, bytes, code] : rows) CHECK(read_file(name, bytes).said.back().code == code);
}

TEST_CASE("a table of articles is read by the names of its columns", "[sources]") {
    const auto run = read_file("news.csv",
                               "\xEF\xBB\xBF"
                               "Headline,Published At,Source,URL,Body,Author,lang\r\n"
                               "\"Talks, at last\",2024-09-20,Example Wire,https://example.org/a,\"Norway "
                               "\"\"won\"\".\r\n\r\nTwice.\",Jane Doe,en\r\n"
                               "\r\n"
                               "Rain,,,,Brazil won.,,\r\n");
    CHECK(run.messages() == Words{});
    REQUIRE(run.articles.size() == 2);
    const auto& article = run.articles[0];
    CHECK(article.id == "news.csv:2");
    CHECK(article.title == "Talks, at last");
    CHECK(article.date == Date{2024, 9, 20});
    CHECK(article.facts.date == FactSource::field);
    CHECK(article.publisher == "Example Wire");
    CHECK(article.url == "https://example.org/a");
    CHECK(article.source == "https://example.org/a");
    CHECK(article.author == "Jane Doe");
    CHECK(article.language == "en");
    CHECK(article.text == "Norway \"won\".\r\n\r\nTwice.");
    CHECK(run.articles[1].id == "news.csv:6");
    CHECK(read_file("news.tsv", "id\ttext\n7\tNorway, won.\n").articles.at(0).text == "Norway, won.");
    CHECK(read_file("news.csv", "id;text\n7;Norway, won.\n").articles.at(0).id == "7");
}

TEST_CASE("bad rows of a table are named by their lines and the others are read", "[sources]") {
    const auto run = read_file("news.csv",
                               "id,text\n"
                               "1,Norway won.\n"
                               "2,\"Brazil won.\n"
                               "3,Chile won.\n"
                               "4,too,many\n"
                               "5,Tonga \"won\".\n"
                               "6,Peru won.\n");
    CHECK(run.ids() == Words{"1", "3", "6"});
    CHECK(run.report.skipped == 3);
    CHECK(run.messages()
          == Words{"news.csv:3: skipped: a quote in a field that is not in quotes",
                   "news.csv:5: skipped: 3 fields, not 2 as the first line has",
                   "news.csv:6: skipped: a quote in a field that is not in quotes"});
    CHECK(read_file("news.csv", "id,text\n1,\"Norway won.\n2,Chile won.\n").messages()
          == Words{"news.csv:2: skipped: the quote that opens in this row is never closed"});
    CHECK(read_file("news.csv", "id,text\n1,\"Norway won.\n2,Chile won.\n").ids() == Words{"2"});
    CHECK(read_file("news.csv", "number,story\n1,Norway won.\n").messages()
          == Words{"news.csv: skipped: no column is called \"text\""});
    CHECK(read_file("news.csv", "").messages() == Words{"news.csv: skipped: the file is empty"});
}

TEST_CASE("rows in another encoding and with NUL bytes are repaired row by row", "[sources]") {
    using namespace std::string_literals;
    const auto run = read_file("news.csv",
                               "id,text\n1,Erdo\xC4\x9F"
                               "an won.\n2,Garc\xED"
                               "a won.\n3,Nor\0way won.\n"s);
    REQUIRE(run.articles.size() == 3);
    CHECK(run.articles[0].text == "Erdoğan won.");
    CHECK(run.articles[1].text == "García won.");
    CHECK(run.articles[1].original.original(7) == 6);
    CHECK(run.articles[2].text == "Nor\0way won."s);
    const auto json = read_file("news.jsonl",
                                "{\"text\": \"Nor\0way\"}\n{\"text\": \"Garc\xED"
                                "a\"}\n"s
                                    + lines(1));
    CHECK(json.articles.size() == 2);
    CHECK(json.messages().at(0).starts_with("news.jsonl:1: skipped: this line is not JSON"));
    CHECK(json.messages().at(1).starts_with("news.jsonl:2: the line is not UTF-8 and was repaired"));
}

TEST_CASE("JSON lines are read under the names that data sets use, or those that are given", "[sources]") {
    const auto run = read_file(
        "news.jsonl",
        R"({"source":{"id":null,"name":"Example Wire"},"author":["Jane Doe",{"name":"Max Roe"}],)"
        R"("title":"Talks","url":"https://www.example.org/a","publishedAt":"2024-09-20T18:00:00Z","content":"Norway won."})"
        "\n"
        R"({"maintext":"Brazil won.","date_publish":"2024-09-20 18:00:00","source_domain":"example.org","content":""})"
        "\n"
        R"({"text":"Chile won.","link":"https://www.example.org/2023/04/05/rain","description":"x"})"
        "\n");
    CHECK(run.messages() == Words{});
    REQUIRE(run.articles.size() == 3);
    CHECK(run.articles[0].publisher == "Example Wire");
    CHECK(run.articles[0].author == "Jane Doe, Max Roe");
    CHECK(run.articles[0].date == Date{2024, 9, 20});
    CHECK(run.articles[1].text == "Brazil won.");
    CHECK(run.articles[1].date == Date{2024, 9, 20});
    CHECK(run.articles[2].publisher == "example.org");
    CHECK(run.articles[2].date == Date{2023, 4, 5});
    CHECK(run.articles[2].facts.date == FactSource::file_name);
    const auto named = read_file("news.jsonl", R"({"story":{"plain":"Norway won."},"text":"x","paper":"Example"})",
                                 {{"text", "story.plain"}, {"publisher", "paper"}});
    REQUIRE(named.articles.size() == 1);
    CHECK(named.articles[0].text == "Norway won.");
    CHECK(named.articles[0].publisher == "Example");
}

TEST_CASE("the name of a file tells the day when it tells one, and that of a dump none", "[sources]") {
    CHECK(date_of("news-2024-09-20-talks.txt", "Norway won.") == Date{2024, 9, 20});
    CHECK(date_of("20240920_news.txt", "Norway won.") == Date{2024, 9, 20});
    CHECK(date_of("2024-09-20-to-2024-09-22-news.txt", "Norway won.") == Date{});
    CHECK(date_of("news-12345678.txt", "Norway won.") == Date{});
    CHECK(date_of("news-20240920.jsonl", lines(1)) == Date{});
    CHECK(date_in_path("2024/09/20/talks.txt") == Date{2024, 9, 20});
    CHECK(date_in_path("2024/09/talks.txt") == Date{2024, 9, 0});
    CHECK(date_in_path("archive/1/2/talks.txt") == Date{});
    const auto run =
        read_file("news-20230101.zip", zip_of({{"2024/09/20/a.txt", "Norway won."}, {"b.txt", "Chile won."}}));
    CHECK(run.articles.at(0).date == Date{2024, 9, 20});
    CHECK(run.articles.at(0).facts.date == FactSource::file_name);
    CHECK(run.articles.at(1).date == Date{});
}

TEST_CASE("dates are read as data holds them", "[sources]") {
    CHECK(parse_written_date("Fri, 20 Sep 2024 10:00:00 GMT") == Date{2024, 9, 20});
    CHECK(parse_written_date("Fri Sep 20 10:00:00 +0000 2024") == Date{2024, 9, 20});
    CHECK(parse_written_date("September 20, 2024 at 10:30 AM") == Date{2024, 9, 20});
    CHECK(parse_written_date("2024-09-20 10:00:00+00:00") == Date{2024, 9, 20});
    CHECK(parse_written_date("20240920T100000Z") == Date{2024, 9, 20});
    CHECK(parse_written_date("2024/9/20") == Date{2024, 9, 20});
    CHECK(parse_written_date("20/09/2024") == Date{2024, 9, 20});
    CHECK(parse_written_date("09/20/2024") == Date{2024, 9, 20});
    CHECK(parse_written_date("1726790400") == Date{2024, 9, 20});
    CHECK(parse_written_date("1726790400000") == Date{2024, 9, 20});
    CHECK(parse_written_date("September 2024") == Date{2024, 9, 0});
    CHECK(parse_written_date("March 2") == Date{0, 3, 2});
    CHECK(parse_written_date("03/04/2024") == std::nullopt);
    CHECK(parse_written_date("yesterday at 10:00") == std::nullopt);
    CHECK(parse_written_date(":") == std::nullopt);
}

TEST_CASE("lines of a page name its author, publisher and address", "[sources]") {
    const std::string story =
        "The foreign ministers of Brazil and Norway met in Lisbon on Monday, and both called the talks useful.\n\n"
        "They said that they would meet again in autumn.\n\n";
    const auto run =
        read_file("news.txt", "# Ministers Meet in Lisbon\n\nBy [Jane Doe](#), Example News\n\nMarch 2\n\n" + story
                                  + "Source: Interfax\n\nOriginal url: https://example.org/2023/03/02/talks\n");
    const auto& article = run.articles.at(0);
    CHECK(article.author == "Jane Doe");
    CHECK(article.facts.author == FactSource::page_line);
    CHECK(article.publisher == "Interfax");
    CHECK(article.url == "https://example.org/2023/03/02/talks");
    CHECK(article.facts.url == FactSource::page_line);
    CHECK(article.date == Date{2023, 3, 2});
    CHECK(article.facts.date == FactSource::file_name);
    CHECK(article.facts.title == FactSource::page_line);
}

TEST_CASE("a day without its year stays half known unless something else says the year", "[sources]") {
    const std::string page =
        "Ministers Meet in Lisbon\n\nMarch 2\n\nThe foreign ministers of Brazil and Norway met in Lisbon on Monday.\n";
    CHECK(date_of("news.txt", page) == Date{0, 3, 2});
    CHECK(date_of("news-2023-03-02.txt", page) == Date{2023, 3, 2});
    CHECK(date_of("news-2023-03-05.txt", page) == Date{0, 3, 2});
}
