// SPDX-License-Identifier: Apache-2.0
// The markup of publishing systems, and habits of markup: in each the story is the same two paragraphs, and nothing else is.
#include <entente/article/html_page.hpp>

#include <array>
#include <string>

#include "catch.hpp"
#include "english_furniture.hpp"

using namespace entente;

namespace {

const std::string first =
    "The foreign ministers of Brazil and Norway met in Lisbon on Monday, and both called the talks useful.";
const std::string second =
    "They said that they would meet again in autumn, and that their deputies would write a treaty before that.";

// The page's text that no zone covers, with "|" between its stretches.
std::string body_of(const std::string& page) {
    Diagnostics faults;
    const auto article = read_html_page(page, {}, english(), faults);
    std::string body;
    std::uint32_t begin = 0;
    const auto add = [&](std::uint32_t end) {
        auto words = std::string_view(article.text).substr(begin, end - begin);
        while (!words.empty() && words.front() <= ' ') words.remove_prefix(1);
        while (!words.empty() && words.back() <= ' ') words.remove_suffix(1);
        if (!words.empty()) body.append(body.empty() ? "" : "|").append(words);
    };
    for (const auto& zone : article.zones) {
        add(zone.span.begin);
        begin = zone.span.end;
    }
    add(static_cast<std::uint32_t>(article.text.size()));
    std::string plain;
    for (const char c : body) plain += c == '\n' ? '|' : c;
    for (auto at = plain.find("||"); at != std::string::npos; at = plain.find("||")) plain.erase(at, 1);
    return plain;
}

// "$1" and "$2" stand for the two paragraphs.
std::string filled(std::string page) {
    for (const auto& [mark, words] : {std::pair{"$1", first}, std::pair{"$2", second}})
        page.replace(page.find(mark), 2, words);
    return page;
}

void check(const std::string& page) { CHECK(body_of(filled(page)) == first + "|" + second); }

}  // namespace

TEST_CASE("the story of a page of WordPress", "[html]") {
    check(
        R"(<body class="post-template-default single single-post has-sidebar"><header class="site-header"><nav class="main-navigation">
<ul class=menu><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav></header><main id=main class=site-main>
<article id=post-7 class="post-7 post type-post category-world tag-lisbon"><header class=entry-header><h1 class=entry-title>Ministers meet
in Lisbon</h1><div class=entry-meta><span class=posted-on><time class="entry-date published" datetime=2024-09-20>September 20, 2024</time></span>
<span class=byline>by <a class="url fn n" href=/jane>Jane Doe</a></span></div></header><div class=entry-content><p>$1</p>
<div class="jp-relatedposts"><h3>Related</h3><p>Joe Biden visits Kyiv, where he is to speak of the war, and of grain.</p></div><p>$2</p>
<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href=#>Twitter</a></ul></div></div>
<footer class=entry-footer><span class=tags-links>Tagged <a href=/t>Lisbon</a></span></footer></article>
<section id=comments class=comments-area><h2>One thought</h2><ol class=comment-list><li><p>Putin will not like this, I think, and nor will I.</p></ol>
</section></main><aside id=secondary class="widget-area sidebar"><h2>Recent posts</h2><ul><li><a href=/x>The king of Norway resigns</a></ul></aside>)");
}

TEST_CASE("the story of a page of Drupal", "[html]") {
    check(
        R"(<div id=page-wrapper><div id=header><h1 class=site-name><a href=/>Example</a></h1></div><div id=content><h1 class=title>Ministers meet</h1>
<div class="node node-article view-mode-full"><div class=submitted>Submitted by Jane on Mon, 2024-09-16 13:49</div>
<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class=field-items><div class="field-item even" property="content:encoded">
<p>$1</p><p>$2</p></div></div></div><div class="field field-name-field-tags"><a href=/t>Brazil</a> <a href=/u>Norway</a></div></div></div>
<div class="region region-sidebar-second"><div class=block><h2>Most read</h2><p>Emmanuel Macron spoke in Paris on Friday, and he was brief.</p></div></div></div>)");
}

TEST_CASE("the story of a page that tables lay out, as in 2003", "[html]") {
    check(
        R"(<HTML><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=760><TR><TD COLSPAN=3><A HREF=/>Home</A> | <A HREF=/w>World</A> | <A HREF=/s>Sport</A></TD></TR><TR>
<TD WIDTH=120><FONT SIZE=1><A HREF=/a>Africa</A><BR><A HREF=/b>Americas</A><BR><A HREF=/c>Asia</A><BR><A HREF=/d>Europe</A></FONT></TD>
<TD><FONT SIZE=5><B>Ministers meet in Lisbon</B></FONT><P><FONT FACE=Arial>$1<P>$2</FONT></TD>
<TD WIDTH=160><B>See also</B><BR><A HREF=/e>Blair visits Baghdad</A><BR><A HREF=/f>Chirac speaks in Lyon</A></TD></TR>
<TR><TD COLSPAN=3><FONT SIZE=1>&copy; MMIII <A HREF=/g>Privacy</A> <A HREF=/h>Help</A></FONT></TD></TR></TABLE>)");
}

TEST_CASE("the story of a page of AMP", "[html]") {
    check(
        R"(<html amp lang=en><body><amp-sidebar id=side><ul><li><a href=/>Home</a></ul></amp-sidebar><header class=headerbar><a href=/>Example</a></header>
<article class=amp-wp-article><h1 class=amp-wp-title>Ministers meet in Lisbon</h1><amp-img src=x></amp-img><div class=amp-wp-article-content><p>$1</p>
<amp-ad width=300></amp-ad><p>$2</p></div></article><amp-consent id=c><div>We value your privacy, and so do our 812 partners. Accept?</div></amp-consent>)");
}

TEST_CASE("the story of a page of Arc, whose names are made by a machine", "[html]") {
    check(
        R"(<div id=fusion-app><nav class=b-header-nav><a href=/>News</a></nav><section class=b-right-rail><div class=b-right-rail__main><h1 class=b-headline>Ministers
meet in Lisbon</h1><h2 class=c-sub>Talks</h2><article class=b-article-body><p class=c-paragraph>$1</p><p class=c-paragraph>$2</p></article></div><aside
class=b-right-rail__rail><article class=b-card><h3><a href=/x>Scholz in Warsaw</a></h3><p>The chancellor said on Monday that he would stay, come what may.</p>
</article></aside></section></div>)");
}

TEST_CASE("the story of a page of Ghost", "[html]") {
    check(
        R"(<main class=gh-main><article class="gh-article post tag-news"><header class=gh-article-header><h1 class=gh-article-title>Ministers meet</h1>
<section class=gh-article-meta><h4 class=gh-author-name>Jane Doe</h4></section></header><section class="gh-content gh-canvas"><p>$1</p>
<div class=kg-signup-card><p>Get the news of the week every Friday, in your inbox, for nothing.</p></div><p>$2</p></section></article>
<section class=gh-comments><h2>Member discussion</h2></section></main><footer class=gh-footer>Powered by Ghost</footer>)");
}

TEST_CASE("the story of a page of Blogger, with line breaks for paragraphs", "[html]") {
    check(
        R"(<div class=main-outer><div class='date-outer'><h2 class=date-header><span>Monday, September 16, 2024</span></h2><div class=post-outer>
<div class='post hentry'><h3 class='post-title entry-title'>Ministers meet in Lisbon</h3><div class='post-body entry-content'>$1<br /><br />$2<div style='clear: both;'>
</div></div><div class=post-footer><span class=post-author>Posted by Jane at 10:00</span></div></div><div class=comments id=comments><h4>1 comment:</h4>
<p class=comment-body>Lula should never have gone there, in my opinion, and he knows it.</p></div></div></div></div>)");
}

TEST_CASE("the story of a page of a Russian system", "[html]") {
    check(
        R"(<div class=layout><div class=topic-header><a href=/>Главное</a></div><div class=article><div class=article__header><div class=article__title>Министры
встретились</div><div class=article__info-date>10:00 16.09.2024</div></div><div class="article__body js-mediator-article"><div class=article__block
data-type=text><div class=article__text>$1</div></div><div class=article__block data-type=article><div class=article__article><a href=/x>Лавров прибыл в Анкару</a>
</div></div><div class=article__block data-type=text><div class=article__text>$2</div></div></div><div class=article__tags><a href=/t>Лиссабон</a></div></div>
<div class=recommend><div>Читайте также</div><a href=/y>Путин встретился с Эрдоганом в Сочи</a></div></div>)");
}

TEST_CASE("the story of a page of an Arabic system", "[html]") {
    check(
        R"(<html dir=rtl lang=ar><body><ul class=menu><li><a href=/>الرئيسية</a><li><a href=/w>العالم</a></ul><div class=news-details><h1>لقاء في لشبونة</h1>
<div class=news-text><p>$1</p><p>$2</p></div><div class=share-box><a href=#>شارك</a></div></div><div class=most-read><h3>الأكثر قراءة</h3><p>زار ماكرون
بيروت يوم الثلاثاء، وتحدث هناك مع رئيس الوزراء، كما قال مكتبه للصحافة.</p></div>)");
}

TEST_CASE("the story of a page built of blocks, as Squarespace makes it", "[html]") {
    check(
        R"(<div id=siteWrapper><header id=header class=header><a href=/>Example</a></header><main id=page class=container><article class="h-entry BlogItem">
<h1 class="entry-title">Ministers meet in Lisbon</h1><div class=sqs-layout><div class="sqs-block html-block"><div class=sqs-block-content><p>$1</p></div></div>
<div class="sqs-block image-block"><figure><figcaption>The ministers, on Monday.</figcaption></figure></div><div class="sqs-block html-block"><div
class=sqs-block-content><p>$2</p></div></div></div></article><nav class=item-pagination><a href=/p>Previous: Erdogan in Baku</a></nav></main></div>)");
}

TEST_CASE("the entries of a list of other stories end where the story goes on", "[html]") {
    check(
        R"(<h1>Ministers meet in Lisbon</h1><div><p>$1</p><div><ul><li><a href=/a>The king of Norway resigns after a year</a>
<li><a href=/b>Brazil votes on a new constitution</a><li><a href=/c>Lisbon builds its fourth airport</a>
<li><a href=/d>How treaties are made, and by whom</a></ul></div><p>$2</p></div>)");
}

TEST_CASE("the chapters of a story may each end with a link", "[html]") {
    const std::string link = "<a href=/x>Learn more about what they want</a>";
    std::string page = "<h1>Ministers meet in Lisbon</h1><div><p>$1</p>";
    for (const auto* country : {"Norway", "Brazil", "Portugal", "Angola", "Chile"})
        page +=
            std::string("<div><h2>") + country + "</h2><p>A minister of " + country + " said so.</p>" + link + "</div>";
    CHECK(body_of(filled(page + "<p>$2</p></div>")).find("A minister of Angola said so.") != std::string::npos);
}

TEST_CASE("headings behind the story, under which there are only links, are not of the story", "[html]") {
    CHECK(body_of(filled(R"(<h1>Ministers meet in Lisbon</h1><article><p>$1</p><p>$2</p><h2>Vladimir Putin</h2>
<ul><li><a href=/a>Putin visits Kazan</a><li><a href=/b>Putin speaks of grain</a></ul><h2>Newsletter</h2><p>Every day at six.</p></article>)"))
              .find("Putin")
          == std::string::npos);
}

TEST_CASE("a lead between the headline and the story is story, be it set as a heading or called a teaser", "[html]") {
    const std::string lead = "Brazil and Norway find that they want the same of Portugal";
    CHECK(body_of(filled("<header><h1>Ministers meet in Lisbon</h1><h2>" + lead
                         + R"(</h2><p class=date>29 April 2020</p></header>
<ul class=share><li><a href=#>Twitter</a></ul><div class=article-body><p>$1</p><p>$2</p></div>)"))
          == lead + "|" + first + "|" + second);
    check(
        R"(<div><h3>Ministers meet in Lisbon</h3><div class=teaser><p>$1</p></div><div class=article-body><p>$2</p></div></div>)");
}

TEST_CASE("three boxes called teasers are other stories, though their titles are no links", "[html]") {
    std::string page = "<h1>Ministers meet in Lisbon</h1><div><p>$1</p><p>$2</p><div>";
    for (const auto* title : {"The king resigns", "Brazil votes", "Lisbon builds"})
        page += std::string("<div class=card><h3>") + title
                + "</h3><p>Vladimir Putin spoke of it in Kazan, at length and in anger.</p>"
                + "<a href=/x>More</a></div>";
    check(page + "</div></div>");
}

TEST_CASE("a notice on cookies is no story, however short the story and whatever holds it", "[html]") {
    std::string notice;
    for (int i = 0; i < 9; ++i) notice += "<p>We value your privacy, and so do the partners of whom we have 812.</p>";
    check(
        "<div class=\"page sidebar-right\"><h1>Ministers meet in Lisbon</h1><div><p>$1</p><p>$2</p></div></div><div "
        "class=cookie-banner>"
        + notice + "</div>");
}

TEST_CASE("the labels of a chart are no story", "[html]") {
    check(
        R"(<h1>Ministers meet in Lisbon</h1><div><p>$1</p><div><p>$900<p>billion<p>600<p>300<p>2017<p>2018<p>2019<p>Norway<p>2020</div>
<p>$2</p></div>)");
}
