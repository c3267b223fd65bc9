// SPDX-License-Identifier: Apache-2.0
// Web archives, as crawlers of news write them, whole and broken.
#include <entente/article/reader.hpp>

#include <string>
#include <vector>

#include "catch.hpp"
#include "english_furniture.hpp"
#include "packed.hpp"
#include "scratch_folder.hpp"

using namespace entente;

namespace {

struct Run {
    std::vector<Article> articles;
    Diagnostics said;
    ReadReport report;
};

Run read(const std::string& name, std::string_view bytes) {
    const ScratchFolder folder;
    folder.write(name, bytes);
    Run run;
    for (const auto& input : find_inputs({folder.path(name)}, run.said)) {
        run.report = read_articles(
            input, english(), [&](Article&& article) { run.articles.push_back(std::move(article)); }, run.said);
    }
    return run;
}

std::string record(const std::string& type, const std::string& fields, const std::string& block, int off_by = 0) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Date: 2024-09-22T10:00:00Z\r\n" + fields + "Content-Length: "
           + std::to_string(static_cast<int>(block.size()) + off_by) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& number, const std::string& http, const std::string& body, int off_by = 0) {
    return record("response",
                  "WARC-Record-ID: <urn:uuid:" + number + ">\r\nWARC-Target-URI: https://www.example.org/" + number
                      + "\r\nContent-Type: application/http; msgtype=response\r\n",
                  "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + http + "\r\n" + body, off_by);
}

std::string page(const std::string& who) {
    return "<!DOCTYPE html><html><head><title>" + who + " wins</title></head><body><article><h1>" + who + " wins</h1><p>"
           + who
           + " won the match in Lisbon on Monday, and the ministers of both countries called it a fair one.</p><p>They "
             "said that the teams would meet again in autumn, when the weather is better for all.</p></article></body></html>";
}

bool holds(const Article& article, std::string_view words) { return article.text.find(words) != std::string::npos; }

const std::string opening = record("warcinfo", "Content-Type: application/warc-fields\r\n", "software: a crawler\r\n");

}  // namespace

TEST_CASE("the pages of a web archive are articles, whatever their coding", "[warc]") {
    const auto chunked = [](const std::string& body) {
        return "2d\r\n" + body.substr(0, 45) + "\r\n" + "ffff\r\n" + body.substr(45) + "\r\n0\r\n\r\n";
    };
    const auto brazil = page("Brazil");
    std::string size = "0000";
    std::snprintf(size.data(), size.size() + 1, "%04zx", brazil.size() - 45);
    auto in_chunks = chunked(brazil);
    in_chunks.replace(in_chunks.find("ffff"), 4, size);
    const auto archive = opening + record("request", "", "GET / HTTP/1.1\r\n\r\n") + response("1", "", page("Norway"))
                         + response("2", "Transfer-Encoding: chunked\r\n", in_chunks)
                         + response("3", "Content-Encoding: gzip\r\n", gzipped(page("Chile")))
                         + response("4", "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n", page("Tonga"))
                         + record("response", "WARC-Target-URI: https://www.example.org/x.png\r\n",
                                  "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG")
                         + record("response", "WARC-Target-URI: https://www.example.org/gone\r\n",
                                  "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page("Nobody"));
    std::string in_members;
    for (std::size_t begin = 0; begin < archive.size();) {
        const auto end = std::min(archive.find("WARC/1.0", begin + 1), archive.size());
        in_members += gzipped(archive.substr(begin, end - begin));
        begin = end;
    }
    for (const auto& [name, bytes] : Files{{"news.warc", archive}, {"news.warc.gz", in_members}}) {
        const auto run = read(name, bytes);
        CHECK(run.said.empty());
        REQUIRE(run.articles.size() == 4);
        CHECK(holds(run.articles[0], "Norway won the match"));
        CHECK(holds(run.articles[1], "Brazil won the match"));
        CHECK(holds(run.articles[2], "Chile won the match"));
        CHECK(holds(run.articles[3], "Tonga won the match"));
        CHECK(run.articles[0].id == "urn:uuid:1");
        CHECK(run.articles[0].url == "https://www.example.org/1");
        CHECK(run.articles[0].source == "https://www.example.org/1");
        CHECK(run.articles[0].facts.url == FactSource::container);
        CHECK(run.articles[0].publisher == "example.org");
    }
}

TEST_CASE("the day of a crawl is not the day of an article, but its address may tell it", "[warc]") {
    CHECK(read("news.warc", response("a", "", page("Norway"))).articles.at(0).date == Date{});
    const auto run = read("news.warc", response("2024/09/20/match", "", page("Norway")));
    CHECK(run.articles.at(0).date == Date{2024, 9, 20});
    CHECK(run.articles.at(0).facts.date == FactSource::file_name);
}

TEST_CASE("a wrong Content-Length costs no other article", "[warc]") {
    for (const int off_by : {-100, -1, 100, 2000}) {
        INFO(off_by);
        const auto run = read("news.warc", opening + response("1", "", page("Norway"), off_by)
                                               + response("2", "", page("Chile")) + response("3", "", page("Tonga")));
        REQUIRE(run.articles.size() == 3);
        CHECK(holds(run.articles[0], "better for all."));
        CHECK(holds(run.articles[1], "Chile won the match"));
        REQUIRE(run.said.size() == 1);
        CHECK(run.said[0].message
              == "its Content-Length is wrong: the record of https://www.example.org/1 at byte "
                     + std::to_string(opening.size()));
    }
}

TEST_CASE("a web archive that is cut off or broken in the middle is read around the fault", "[warc]") {
    const auto whole = opening + response("1", "", page("Norway")) + response("2", "", page("Chile"));
    const auto cut = read("news.warc", whole.substr(0, whole.size() - 40));
    CHECK(cut.articles.size() == 2);
    CHECK(cut.said.size() == 1);
    const auto broken = read("news.warc", opening + "some bytes\r\n\r\n" + response("1", "", page("Norway")));
    CHECK(broken.articles.size() == 1);
    REQUIRE(broken.said.size() == 1);
    CHECK(broken.said[0].place.file.ends_with("news.warc"));
    const auto damaged =
        read("news.warc", response("1", "Content-Encoding: gzip\r\n", gzipped(page("Chile")).substr(0, 60))
                              + response("2", "Content-Encoding: br\r\n", "\x0b\x02\x80")
                              + response("3", "", page("Tonga")));
    CHECK(damaged.articles.size() == 1);
    CHECK(damaged.report.skipped == 2);
    REQUIRE(damaged.said.size() == 2);
    CHECK(damaged.said[0].message == "the compressed file ends in the middle, of https://www.example.org/1");
    CHECK(damaged.said[1].message == "skipped: its content coding \"br\" is not read, of https://www.example.org/2");
    CHECK(read("news.warc", "Norway won.").report.skipped == 1);
}
