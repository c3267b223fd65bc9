// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_page.hpp>

#include <string>
#include <vector>

#include "catch.hpp"
#include "english_furniture.hpp"

using namespace entente;

namespace {

Article read(const std::string& page, std::string_view charset = {}) {
    Diagnostics faults;
    return read_html_page(page, charset, english(), faults);
}

// The stretches of a zone, joined by " / ".
std::string zone_of(const Article& article, Zone wanted) {
    std::string out;
    std::uint32_t begin = 0;
    const auto add = [&](Span span) {
        auto words = slice(article.text, span);
        while (!words.empty() && (words.front() == '\n' || words.front() == ' ')) words.remove_prefix(1);
        while (!words.empty() && (words.back() == '\n' || words.back() == ' ')) words.remove_suffix(1);
        if (!words.empty()) out.append(out.empty() ? "" : " / ").append(words);
    };
    for (const auto& row : article.zones) {
        if (wanted == Zone::body) add({begin, row.span.begin});
        if (row.zone == wanted) add(row.span);
        begin = row.span.end;
    }
    if (wanted == Zone::body) add({begin, static_cast<std::uint32_t>(article.text.size())});
    return out;
}
std::string body_of(const std::string& page) { return zone_of(read(page), Zone::body); }

// The bytes of the file behind the first place where the article's text says `name`.
std::string in_file(const std::string& file, const std::string& name, std::string_view charset = {}) {
    const auto article = read(file, charset);
    const auto at = article.text.find(name);
    REQUIRE(at != std::string::npos);
    const auto begin = article.original.original(static_cast<std::uint32_t>(at));
    const auto end = article.original.original_end(static_cast<std::uint32_t>(at + name.size()));
    return file.substr(begin, end - begin);
}

std::string in_utf16(const std::string& ascii) {
    std::string wide;
    for (const char c : ascii) wide.append({c, '\0'});
    return wide;
}

std::string repeated(const std::string& piece, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += piece;
    return all;
}

const std::string first =
    "The foreign ministers of Brazil and Norway met in Lisbon on Monday, and both called the talks useful.";
const std::string second =
    "They said that they would meet again in autumn, and that their deputies would write a treaty before that.";
const std::string third = "Neither of the two ministers would say on Monday who had asked for the talks, or why.";
const std::string both = "<p>" + first + "</p><p>" + second + "</p>";
const std::string both_read = first + "\n\n" + second;

}  // namespace

TEST_CASE("a mention in a page leads back to the bytes of the file", "[html]") {
    CHECK(in_file("<p>" + first + " Angela <b>Merkel</b> came.", "Angela Merkel") == "Angela <b>Merkel");
    CHECK(in_file("<p>" + first + " <b>Angela Merkel</b> came.", "Angela Merkel") == "Angela Merkel");
    CHECK(in_file("<p>Beyonc&eacute; sang.</p>", "Beyonc\u00e9") == "Beyonc&eacute;");
    CHECK(in_file("<p>Beyonc&#233;</p>", "Beyonc\u00e9") == "Beyonc&#233;");
    CHECK(in_file("<p>&Aacute;lvaro Uribe spoke.</p>", "\u00c1lvaro Uribe") == "&Aacute;lvaro Uribe");
    CHECK(in_file("<p>Sergey&nbsp;Lavrov left.</p>", "Sergey Lavrov") == "Sergey&nbsp;Lavrov");
    CHECK(in_file("<p>Sergey\n   Lavrov left.</p>", "Sergey Lavrov") == "Sergey\n   Lavrov");
    CHECK(in_file("<p>Mer&shy;kel left.</p>", "Merkel") == "Mer&shy;kel");
    CHECK(in_file("<p>M\xFCller met Jos\xE9 Su\xE1rez.</p>", "Jos\u00e9 Su\u00e1rez", "iso-8859-1")
          == "Jos\xE9 Su\xE1rez");
    const auto wide = in_utf16("\xFF\xFE").substr(0, 1) + "\xFE" + in_utf16("<p>It was Joe Biden who spoke.</p>");
    CHECK(in_file(wide, "Joe Biden") == in_utf16("Joe Biden"));
}

TEST_CASE("the charset of a page is that of its mark, its bytes, its server or its head", "[html]") {
    const std::string lavrov = "\xCB\xE0\xE2\xF0\xEE\xE2";  // in windows-1251
    CHECK(body_of("<meta charset=windows-1251><p>" + lavrov) == "Лавров");
    CHECK(zone_of(read("<p>" + lavrov, "windows-1251"), Zone::body) == "Лавров");
    CHECK(body_of("<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\"><p>\xEC\xC1\xD7\xD2\xCF\xD7")
          == "Лавров");
    CHECK(body_of("<meta charset=iso-8859-1><p>Лавров") == "Лавров");  // saved again as UTF-8
    CHECK(body_of("<script src=/a.js charset=utf-8></script><meta charset=windows-1251><p>" + lavrov) == "Лавров");
    CHECK(body_of("<meta charset=gb2312><p>\xC0\xAD\xB7\xF2\xC2\xDE\xB7\xF2") == "拉夫罗夫");
    CHECK(body_of("<meta charset=shift_jis><p>\x83\x8D\x83\x56\x83\x41") == "ロシア");
    CHECK(body_of(in_utf16("<html><p>It was Joe Biden who spoke.</p></html>")) == "It was Joe Biden who spoke.");
    CHECK(body_of("\xEF\xBB\xBF<p>José") == "José");
}

TEST_CASE("an unknown charset and broken characters are told", "[html]") {
    Diagnostics faults;
    (void)read_html_page("<meta charset=martian><p>Jos\xE9 spoke.</p>", {}, english(), faults);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message == "the charset \"martian\" is not known");
    faults.clear();
    (void)read_html_page("<p>Лавров \xFF spoke.</p>", {}, english(), faults);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message.starts_with("1 broken character was replaced by U+FFFD, the first at byte 16"));
}

TEST_CASE("scripts, styles and comments of a page are no text", "[html]") {
    CHECK(body_of("<title>T</title><script>if (a < b) x('<p>no</p>')</script><style>p {}</style><!-- <p>no --><p>Yes, "
                  "he said."
                  "<template><p>no</template><noscript>no</noscript><svg><text>no</text></svg>")
          == "Yes, he said.");
    CHECK(body_of("<p>one, he said.<br>two, she said.") == "one, he said.\ntwo, she said.");
    CHECK(body_of("<p>AT&T, a < b & c &amp; d &notaname; e, he said.") == "AT&T, a < b & c & d &notaname; e, he said.");
}

TEST_CASE("broken markup loses no text", "[html]") {
    CHECK(body_of("<div><p>" + first + "<p>" + second) == both_read);
    CHECK(body_of("<div><b><p>" + first + "</b></p></div></div><p>" + second) == both_read);
    CHECK(body_of("<p title=\"never closed>" + first + "</p><p>" + second + "</p>") == both_read);
    CHECK(body_of("<!-- never closed <p>" + first + "</p><p>" + second) == both_read);
    CHECK(body_of("<table><tr><td>" + first + "<tr><td>" + second + "</table>") == both_read);
    CHECK(body_of(std::string("<p>") + first.substr(0, 10) + std::string(1, '\0') + first.substr(10) + "</p>").size()
          == first.size() + 1);
}

TEST_CASE("elements nested 100,000 deep lose no text", "[html]") {
    CHECK(body_of(repeated("<div>", 100'000) + both) == both_read);
    CHECK(body_of(repeated("<b>", 100'000) + "<p>" + first + repeated("</b></i>", 100'000) + "<p>" + second)
          == both_read);
    CHECK(body_of(repeated("<table><tr><td>", 30'000) + both) == both_read);
}

TEST_CASE("a tag with 30,000 attributes is read as any other", "[html]") {
    CHECK(body_of("<div" + repeated(" data-x=\"1\"", 30'000) + " class=\"a\">" + both + "</div>") == both_read);
}

TEST_CASE("a page over 16 MB is cut, and that is told", "[html]") {
    Diagnostics faults;
    const auto page = both + std::string(longest_html_page, ' ') + "<p>Too late, he said.";
    const auto article = read_html_page(page, {}, english(), faults);
    CHECK(zone_of(article, Zone::body) == both_read);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message == "the page has 16 MB; what stands behind the first 16 MB was not read");
}

TEST_CASE("a page without text is an error, never an empty article", "[html]") {
    CHECK_THROWS_AS(read(""), Error);
    CHECK_THROWS_AS(read("<html><script>app()</script><div id=root></div>"), Error);
    CHECK_THROWS_AS(read("%PDF-1.4 \x01\x02"), Error);
    CHECK_THROWS_AS(read(std::string(100, '\x01')), Error);
}

TEST_CASE("menus, links to other stories and comments are no story, whatever their language", "[html]") {
    const auto page = [](const std::string& furniture) {
        return "<body><article><h1>Ministers meet in Lisbon</h1>" + both + "</article>" + furniture;
    };
    for (const std::string furniture :
         {"<nav><a href=/>Home</a> <a href=/w>World</a></nav>", "<div class=menu><a href=/>Startseite</a></div>",
          "<aside><p>The king of Norway opened a bridge on Tuesday, the court said.</p></aside>",
          "<section id=comments><p>Ivan: Lavrov was right, and everybody knows that he was, as always.</p></section>",
          "<div class=\"related-articles\"><h3>Ещё</h3><p>Путин встретился с Эрдоганом в Сочи, и они говорили о "
          "зерне.</p></div>",
          "<div class=\"newsletter-signup\"><p>Get the news of the day in your inbox, every morning, for "
          "nothing.</p></div>",
          "<footer><p>© 2024 Example News. All rights reserved, in Brazil and elsewhere.</p></footer>",
          "<div style=\"display: none\"><p>Joe Biden spoke to Congress on Friday, his office said.</p></div>"}) {
        CAPTURE(furniture);
        CHECK(body_of(page(furniture)) == both_read);
        const auto inside = "<body><article><h1>Ministers meet in Lisbon</h1><p>" + first + "</p>" + furniture + "<p>"
                            + second + "</p></article>";
        const auto article = read(inside);
        CHECK(zone_of(article, Zone::body) == first + " / " + second);
    }
}

TEST_CASE("furniture that markup does not tell is found by its words", "[html]") {
    CHECK(zone_of(read("<article><h1>Ministers meet</h1><p>" + first
                       + "</p><p>Read also: <a href=/x>Biden visits Kyiv</a></p><p>" + second + "</p></article>"),
                  Zone::body)
          == first + " / " + second);
}

TEST_CASE("a name that holds the story is no furniture", "[html]") {
    CHECK(body_of("<body class=\"has-sidebar no-comments\"><div class=\"widget\">" + both + "</div>") == both_read);
    CHECK(body_of("<form action=/x>" + both + "</form>") == both_read);
}

TEST_CASE("captions, credits and authors of a page have their zones", "[html]") {
    const auto article = read(
        "<article><h1>Ministers meet in Lisbon</h1><div class=byline>By Jane Doe</div><figure><img src=x>"
        "<figcaption>The ministers in Lisbon. <span class=credit>Alex Doe</span></figcaption></figure>"
        + both + "</article>");
    CHECK(zone_of(article, Zone::headline) == "Ministers meet in Lisbon");
    CHECK(zone_of(article, Zone::byline) == "By Jane Doe");
    CHECK(zone_of(article, Zone::caption) == "The ministers in Lisbon. Alex Doe");
    CHECK(zone_of(article, Zone::body) == both_read);
}

TEST_CASE("a section front is no article, and that is told", "[html]") {
    std::string page = "<main>";
    for (const std::string name : {"Brazil", "Norway", "Kenya", "Peru", "Japan", "India"})
        page += "<div><h2><a href=/" + name + ">The president of " + name + " resigns</a></h2><p>Ministers in " + name
                + " met on Monday, and they said that a vote would be held in spring.</p></div>";
    Diagnostics faults;
    const auto article = read_html_page(page, {}, english(), faults);
    CHECK(zone_of(article, Zone::body).empty());
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message.starts_with("the page is a list of links to stories"));
}

TEST_CASE("a lead may be set as a heading", "[html]") {
    const std::string lead =
        "The ministers of seven countries met in Lisbon on Monday to talk about grain, and they said that a vote would "
        "be "
        "held before the end of spring.";
    CHECK(body_of("<article><h1>Ministers meet</h1><div class=entry-content><h2>" + lead + "</h2>" + both
                  + "</div></article>")
              .starts_with(lead));
}

TEST_CASE("a list of other stories may be longer than the story", "[html]") {
    std::string boxes;
    for (const std::string name : {"Brazil", "Norway", "Kenya", "Peru", "Japan", "India", "Chile"})
        boxes += "<li><div><h3><a href=/" + name + ">The president of " + name + " resigns</a></h3><p>Ministers in "
                 + name + " met on Monday, and they said that a vote would be held in spring. " + name
                 + " has had three governments in five years, and none of them lasted until its end.</p></div></li>";
    const auto page =
        "<div id=main><h1>Ministers meet in Lisbon</h1><div>" + both + "</div><ul>" + boxes + "</ul></div>";
    CHECK(body_of(page) == both_read);
}

TEST_CASE("an article in another one is the teaser of a third", "[html]") {
    const std::string teaser =
        "<article><h3><a href=/x>The president of Peru resigns</a></h3><p>Ministers in Peru met on Monday, and they "
        "said "
        "that a vote would be held.</p></article>";
    const auto body =
        body_of("<article><h1>Ministers meet in Lisbon</h1>" + both + teaser + "<p>" + third + "</p></article>");
    CHECK(body == both_read + " / " + third);
}

TEST_CASE("what runs beside the story may be longer than it, and its name is believed", "[html]") {
    std::string live;
    for (int i = 0; i < 12; ++i)
        live += "<li><p>Earthquake. The ministers of Nepal said on Monday that " + std::to_string(i)
                + " people were saved, and that the search would go on, with help from abroad.</p></li>";
    const auto page = "<div><article><h1>Ministers meet in Lisbon</h1>" + both + both + both
                      + "</article><aside class=sidebar><ul>" + live + "</ul></aside></div>";
    CHECK(body_of(page).starts_with(both_read));
    CHECK(body_of(page).find("Earthquake") == std::string::npos);
}

TEST_CASE("a story that opens over a list of others is found", "[html]") {
    std::string boxes;
    for (const std::string name :
         {"Brazil", "Norway", "Kenya", "Peru", "Japan", "India", "Chile", "Ghana", "Nepal", "Malta"})
        boxes += "<li><h3><a href=/" + name + ">The president of " + name + " resigns</a></h3><p>Ministers in " + name
                 + " met on Monday, and they said that a vote would be held in spring.</p></li>";
    const auto page = "<ul>" + boxes + "</ul><div class=modal><h2>Ministers meet in Lisbon</h2><article>" + both + both
                      + both + "</article></div>";
    CHECK(body_of(page).starts_with(both_read));
    const auto cookies = "<ul>" + boxes + "</ul><div class=modal><div>" + both + both + both + "</div></div>";
    CHECK(body_of(cookies).empty());
}

TEST_CASE("what holds the headline and a story is no furniture, whatever its name", "[html]") {
    std::string more;
    for (int i = 0; i < 12; ++i)
        more += "<p>Earthquake. The ministers of Nepal said on Monday that " + std::to_string(i)
                + " people were saved, and that the search would go on, with help from abroad.</p>";
    for (const std::string name : {"modal", "print", "promo", "recommended"}) {
        const auto page = "<div class=" + name + "><h1>Ministers meet</h1><div>" + both + "<p>" + third + "</p>" + both
                          + both + "</div></div><div>" + more + "</div>";
        CHECK(body_of(page).starts_with(both_read));
    }
}

TEST_CASE("a short story that the page names outweighs the notes around it", "[html]") {
    std::string notes;
    for (const std::string name : {"tickets", "parks", "menus", "parades"})
        notes += "<div>All you need to know of this year's " + name + ": where they are, when they open, and who may come."
                 "</div>";
    std::string menu;
    for (int i = 0; i < 20; ++i) menu += "<li><a href=/" + std::to_string(i) + ">Section</a></li>";
    const auto page = "<div><h1>Ministers meet</h1><div class=entry-content>" + both + "</div><ul>" + menu
                      + "</ul></div><div>" + notes + "</div>";
    CHECK(body_of(page) == both_read);
}

TEST_CASE("a story that a script has yet to show is found", "[html]") {
    const std::string hidden = "<section hidden>" + both + "</section>";
    const auto page = "<article><h1>Ministers meet in Lisbon</h1>" + hidden + "<div class=hidden><p>" + third
                      + "</p></div>" + hidden + "</article><footer>Terms of use</footer>";
    CHECK(body_of(page).starts_with(both_read));
}

TEST_CASE("a site's own element in a paragraph parts no words", "[html]") {
    CHECK(
        body_of("<article><h1>Ministers meet</h1><p>Shares of <stock-price>Example Steel</stock-price> fell on Monday, "
                "when the ministers of seven countries met.</p>"
                + both + "</article>")
            .starts_with("Shares of Example Steel fell on Monday, when"));
}

TEST_CASE("a photographer's name at the head of a paragraph takes none of its words", "[html]") {
    const auto page = read(
        "<article><h1>Ministers meet</h1><p><span class=caption>© Example Agency</span> The ministers of "
        "seven countries met in Lisbon on Monday, and talked about grain.</p>"
        + both + "</article>");
    CHECK(zone_of(page, Zone::caption) == "© Example Agency");
    CHECK(zone_of(page, Zone::body).starts_with("The ministers of seven countries met"));
}

TEST_CASE("a paragraph without full stops at the head of a named story is read", "[html]") {
    const std::string first = "部長 週一 在里斯本 會面 討論 糧食 問題 他們 說 春天 將 舉行 投票 各國 代表 都 參加";
    CHECK(body_of("<h1>Ministers meet</h1><div class=article-body><p>" + first + "</p>" + both + "</div>")
              .starts_with(first));
}

TEST_CASE("what publishers say in JSON-LD comes before meta tags, and these before the markup", "[html]") {
    const std::string json = R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":"WebSite","name":"Example"},{"@type":["NewsArticle"],"headline":"Ministers &amp; kings meet",
        "datePublished":"2024-09-20T18:00:00Z","dateModified":"2024-09-25","author":[{"name":"Jane Doe"},{"@id":"#j"}],
        "publisher":{"name":"Example News"},"inLanguage":"pt-BR","mainEntityOfPage":{"@id":"https://example.org/a"}},
        {"@id":"#j","@type":"Person","name":"João Silva"}]}</script>)";
    const std::string meta =
        "<meta property=og:title content=\"Ministers meet\"><meta property=article:published_time content=2023-01-01>"
        "<meta property=og:site_name content=\"Other News\"><meta name=author content=\"Ann Other\">";
    const std::string markup =
        "<html lang=en><title>Ministers meet in Lisbon | Other News</title><time datetime=2022-02-02>";
    const auto all = read(markup + meta + json + both);
    CHECK(all.title == "Ministers & kings meet");
    CHECK(all.date == Date{2024, 9, 20});
    CHECK(all.author == "Jane Doe, João Silva");
    CHECK(all.publisher == "Example News");
    CHECK(all.language == "pt-BR");
    CHECK(all.url == "https://example.org/a");
    CHECK(all.facts.title == FactSource::json_ld);
    CHECK(all.facts.url == FactSource::json_ld);
    const auto tagged =
        read(markup + meta + "<script type=application/ld+json>{broken, \"datePublished\":</script>" + both);
    CHECK(tagged.title == "Ministers meet");
    CHECK(tagged.date == Date{2023, 1, 1});
    CHECK(tagged.author == "Ann Other");
    CHECK(tagged.facts.date == FactSource::meta_tag);
    const auto bare = read(markup + both);
    CHECK(bare.title == "Ministers meet in Lisbon");
    CHECK(bare.date == Date{2022, 2, 2});
    CHECK(bare.language == "en");
    CHECK(bare.facts.language == FactSource::markup);
}

TEST_CASE("a page's date is that of its publication", "[html]") {
    const auto date_of = [](const std::string& head) { return read(head + both).date; };
    CHECK(date_of("<meta itemprop=datePublished content=\"Fri, 20 Sep 2024 18:00:00 GMT\">") == Date{2024, 9, 20});
    CHECK(date_of("<meta name=\"DC.date.issued\" content=20240920>") == Date{2024, 9, 20});
    CHECK(date_of("<meta property=article:modified_time content=2024-09-25>") == Date{});
    CHECK(date_of("<link rel=canonical href=https://example.org/world/2024/09/20/talks>") == Date{2024, 9, 20});
    CHECK(date_of("<h1>Ministers meet in Lisbon</h1><div>September 20, 2024</div>") == Date{2024, 9, 20});
    CHECK(date_of("<meta name=date content=\"next Friday\">") == Date{});
}
