// SPDX-License-Identifier: Apache-2.0
#include <entente/article/zones.hpp>
#include <entente/gazetteer/language.hpp>

#include <string>

#include "catch.hpp"
#include "english_furniture.hpp"

using namespace entente;

namespace {

// What of `text` lies in a zone, the stretches joined by " / ".
std::string zone_of(const std::string& text, Zone zone, const std::string& title = {}) {
    std::string out;
    for (const auto& row : read_page(text, title, english()).zones) {
        if (row.zone == zone) out.append(out.empty() ? "" : " / ").append(slice(text, row.span));
    }
    return out;
}

Date date_of(const std::string& text) { return read_page(text, "", english()).date; }
std::string title_of(const std::string& text) { return read_page(text, "", english()).title; }

const std::string story =
    "The foreign ministers of Brazil and Norway met in Lisbon on Monday, and both called the talks useful.\n\n"
    "They said that they would meet again in autumn.\n";

std::string boilerplate_of(const std::string& furniture) {
    return zone_of("Ministers Meet in Lisbon\n\n" + story + "\n" + furniture, Zone::boilerplate);
}
std::string credit_of(const std::string& line) {
    return zone_of("Ministers Meet in Lisbon\n\n" + line + "\n\n" + story, Zone::credit);
}

}  // namespace

TEST_CASE("the first short line without a full stop is the headline", "[zones]") {
    CHECK(title_of("Ministers Meet in Lisbon\n\n" + story) == "Ministers Meet in Lisbon");
    CHECK(title_of("# **Ministers** meet in [Lisbon](#)\n\n" + story) == "Ministers meet in Lisbon");
    CHECK(title_of("World\n\nMinisters Meet in Lisbon\n\n" + story) == "Ministers Meet in Lisbon");
    CHECK(title_of("Is Norway leaving?\n" + story) == "Is Norway leaving?");
    CHECK(title_of(story) == "");
    CHECK(title_of("May 3, 2021\n\n" + story) == "");
    CHECK(title_of("one line without a stop") == "");
}

TEST_CASE("the name of a site is no part of the headline", "[zones]") {
    const std::string twice = "Ministers Meet in Lisbon After Long Silence";
    CHECK(title_of(twice + " - Daily Example\n\n" + twice + "\n\n" + story) == twice);
    CHECK(title_of(twice + " | Daily Example\n\n" + story) == twice);
    CHECK(zone_of(twice + " - Daily Example\n\n" + twice + "\n\n" + story, Zone::boilerplate)
          == " - Daily Example\n\n" + twice);
    CHECK(title_of("Norway - Brazil talks end in Lisbon without result\n\n" + story)
          == "Norway - Brazil talks end in Lisbon without result");
}

TEST_CASE("a date stands in a line of its own, never in a sentence", "[zones]") {
    CHECK(date_of("Ministers Meet\n\nSeptember 20, 2024\n\n" + story) == Date{2024, 9, 20});
    CHECK(date_of("Ministers Meet\n\nUpdated: April 4, 2023\n\n" + story) == Date{2023, 4, 4});
    CHECK(date_of("Ministers Meet\n\nPublished on 4 April 2023 at 10:30 p.m. EDT\n\n" + story) == Date{2023, 4, 4});
    CHECK(date_of("Ministers Meet\n\nBy Jane Doe | May 3, 2021\n\n" + story) == Date{2021, 5, 3});
    CHECK(date_of("Ministers Meet\n\n" + story + "\nExample Wire, 23.02.2022\n") == Date{2022, 2, 23});
    CHECK_FALSE(date_of("Ministers Meet\n\nThey last met in Geneva on January 21, 2022.\n\n" + story).known());
    CHECK_FALSE(date_of("The Protests of March 3, 2021\n\n" + story).known());
    CHECK_FALSE(date_of("Ministers Meet\n\nUpdated:\n\n" + story).known());
    CHECK_FALSE(date_of("Ministers Meet\n\nApril 4\n\n" + story).known());
}

TEST_CASE("a by-line is told from a sentence that starts with By", "[zones]") {
    const auto byline = [](const std::string& line) {
        return zone_of("Ministers Meet\n\n" + line + "\n\n" + story, Zone::byline);
    };
    CHECK(byline("By Jane Doe") == "By Jane Doe");
    CHECK(byline("By [AFP](#)") == "By [AFP](#)");
    CHECK(byline("By Jane Doe and Max van der Berg, Example Wire") == "By Jane Doe and Max van der Berg, Example Wire");
    CHECK(byline("By Friday, the army had left the town.") == "");
    CHECK(byline("By then most had left") == "");
    CHECK(byline("Jane Doe\n\nUpdated:") == "Jane Doe");
}

TEST_CASE("a caption is story and its credit is none", "[zones]") {
    CHECK(credit_of("The ministers in Lisbon. **Max Doe / EPA / TASS**") == "**Max Doe / EPA / TASS**");
    CHECK(credit_of("The ministers in Lisbon, on Jan. 21, 2022. Max Doe/Pool via Reuters")
          == "Max Doe/Pool via Reuters");
    CHECK(credit_of("The ministers in Lisbon. (Max Doe/Pool/AFP via Getty Images)")
          == "(Max Doe/Pool/AFP via Getty Images)");
    CHECK(credit_of("The ministers in Lisbon. Max Q. Doe/AP") == "Max Q. Doe/AP");
    CHECK(credit_of("The ministers in Lisbon. (AP Photo/Max Doe)") == "(AP Photo/Max Doe)");
    CHECK(credit_of("The ministers in Lisbon. Photo: Max Doe") == "Photo: Max Doe");
    CHECK(credit_of("Photo: IStock") == "Photo: IStock");
    CHECK(credit_of("Photograph by Max Doe") == "Photograph by Max Doe");
    CHECK(credit_of("Both republics (Donetsk/Luhansk) were named.") == "");
    CHECK(credit_of("He works for the British Broadcasting Corporation (BBC).") == "");
    CHECK(zone_of("Ministers Meet\n\nThe ministers in Lisbon. Max Doe/AFP\n\n" + story, Zone::caption)
          == "The ministers in Lisbon. ");
}

TEST_CASE("an agency that sent the story is credit, one that is quoted is story", "[zones]") {
    CHECK(credit_of("Source: Interfax") == "Source: Interfax");
    CHECK(credit_of("Reuters contributed to this report.") == "Reuters contributed to this report.");
    CHECK(credit_of("The talks ended early. Writes about it AP News.") == "Writes about it AP News.");
    CHECK(credit_of("Reporting by Jane Doe; Editing by Max Doe") == "Reporting by Jane Doe; Editing by Max Doe");
    CHECK(credit_of("The envoy told Reuters that the report was wrong.") == "");
}

TEST_CASE("a dateline is told from a sentence with a dash", "[zones]") {
    const auto dateline = [](const std::string& start) {
        return zone_of("Ministers Meet\n\n" + start + story, Zone::dateline);
    };
    CHECK(dateline("LISBON, May 3 (Reuters) - ") == "LISBON, May 3 ");
    CHECK(dateline("LISBON (AP) — ") == "LISBON ");
    CHECK(dateline("Lisbon (dpa) - ") == "Lisbon ");
    CHECK(dateline("LISBON, Portugal — ") == "LISBON, Portugal — ");
    CHECK(dateline("NATO — which has 32 members — met. ") == "");
    CHECK(dateline("The ministers — all three — met. ") == "");
}

TEST_CASE("furniture of the page is no story", "[zones]") {
    for (const std::string line :
         {"Related article: Norway Slaps Sanctions on Shadow Fleet", "**Related article: [Norway Slaps Sanctions](#)**",
          "You may be interested in: top news of our town", "Subscribe to our newsletter", "Advertisement",
          "On the subject: how Norway came to Lisbon", "Follow us on Telegram and Facebook", "12 Comments",
          "© 2024 Example News. All rights reserved.", "31 requests in 0,228 seconds.",
          "We use cookies to improve your experience.", "https://example.org/2024/09/20/ministers-meet"}) {
        CHECK(boilerplate_of(line) == line);
    }
}

TEST_CASE("a list of links ends where the story goes on", "[zones]") {
    const std::string list = "Read also:\n\nNorway wins the cup\n\nWho should not go to Lisbon?";
    const std::string rest =
        "The talks had been prepared for months by envoys of both countries, who met in secret in Oslo.\n";
    CHECK(boilerplate_of(list + "\n\n" + rest) == list);
    CHECK(boilerplate_of("Read also: Norway wins the cup\n\n" + rest) == "Read also: Norway wins the cup");
}

TEST_CASE("an appeal goes on while it speaks to the reader", "[zones]") {
    const std::string appeal =
        "A Message from Example News:\nDear readers,\nWe need your help.\n\"Enemies\" try to silence us.\nRemind me "
        "later.";
    CHECK(boilerplate_of(appeal) == appeal);
    CHECK(
        boilerplate_of(appeal + "\n\nNorway and Brazil trade little. \"We and you can do better,\" the minister said.")
        == appeal);
    CHECK(boilerplate_of("A message from Norway reached Lisbon on Monday.") == "");
}

TEST_CASE("below a comment form there is no story", "[zones]") {
    CHECK(boilerplate_of("Leave a Reply\n\nYour email address will not be published.\n\nNorway was right. I was there.")
          == "Leave a Reply\n\nYour email address will not be published.\n\nNorway was right. I was there.");
    CHECK(zone_of("Leave a Reply\n\n" + story, Zone::boilerplate) == "");
}

TEST_CASE("a translation notice in two languages is one notice", "[zones]") {
    const std::string notice =
        "The article has been automatically translated into English by Google Translate.\n"
        "Переклад було автоматично здійснено сервісом Google Translate.";
    CHECK(zone_of("Ministers Meet in Lisbon\n" + notice + "\n\n" + story, Zone::boilerplate) == notice);
    CHECK(boilerplate_of("Norway uses Google Translate in its courts, the minister said.") == "");
}

TEST_CASE("the first copy of a caption counts", "[zones]") {
    const std::string caption = "Protesters wave the flag of Norway in Lisbon on July 18, 2015.";
    CHECK(boilerplate_of(caption + " (Max Doe/AFP)\n" + caption + " Max Doe/AFP\n") == caption + " Max Doe/AFP");
}

TEST_CASE("paragraphs that only begin and end alike are no copies", "[zones]") {
    const std::string brazil = "The foreign minister of Brazil said that he would attend the talks in autumn.";
    const std::string norway = "The foreign minister of Norway said that she would attend the talks in autumn.";
    CHECK(boilerplate_of(brazil + "\n" + norway + "\n") == "");
    const std::string again = "The foreign minister of Norway said that she would \"attend\" the talks in autumn!";
    CHECK(boilerplate_of(norway + "\n" + brazil + "\n" + again + "\n") == again);
}

TEST_CASE("a menu is told from a list of names", "[zones]") {
    CHECK(zone_of("Home\nWorld\nSports\nOpinion\nLog in\n\nMinisters Meet in Lisbon\n\n" + story, Zone::boilerplate)
          == "Home\nWorld\nSports\nOpinion\nLog in");
    CHECK(boilerplate_of("Sergey Lavrov\nAntony Blinken\nMarco Rubio\nJonas Gahr Støre\nDavid Lammy") == "");
}

TEST_CASE("a story of sentences has no furniture", "[zones]") {
    const std::string text =
        "Norway shares the view.\nRead more widely, the treaty says the opposite.\nSubscribe, he told them, and they "
        "did.\n"
        "\"Support us and follow us,\" the rebels said.\nMore from the harvest was lost than in 2020.\n"
        "By the sea, the wind was stronger.\nSource material was burnt.\n";
    CHECK(zone_of(story + text, Zone::boilerplate) == "");
}

TEST_CASE("a page set in columns is read by its paragraphs", "[zones]") {
    const std::string text =
        "The minister said that the government of Norway had not been told of\n"
        "the plan. Reporters asked him who had been, and he told them to go and\n"
        "read more: the paper was on the table of the room in which he had met\n"
        "them. They found nothing there that they had not known before, one of\n"
        "them said.\n\nThe second paragraph is as long as the first one was, though it says\n"
        "even less than it did, and it ends here.\n";
    CHECK(zone_of(text, Zone::boilerplate) == "");
    CHECK(zone_of(text, Zone::credit) == "");
}

TEST_CASE("without the words of a language only shapes are marked", "[zones]") {
    const std::string page =
        "Ministers Meet in Lisbon\n\nAdvertisement\n\nThe ministers in Lisbon. Max Doe/AFP\n\n" + story;
    CHECK(read_page(page, "", {}).title == "Ministers Meet in Lisbon");
    for (const auto& row : read_page(page, "", {}).zones) CHECK(row.zone != Zone::boilerplate);
}

TEST_CASE("zones are ascending, disjoint and inside the page, whatever the page", "[zones]") {
    const std::string hostile = std::string(20000, '[') + "\n" + std::string(20000, '(') + "](" + std::string(2000, '*')
                                + "\nPhoto:\n/ / /\n# \n#\n**\n";
    for (const auto& text : {std::string(), std::string("\n\n\n"), std::string("#"), std::string("\r\r"), hostile,
                             hostile + story + story}) {
        std::uint32_t end = 0;
        for (const auto& row : read_page(text, "", english()).zones) {
            CHECK(row.span.begin >= end);
            CHECK(row.span.end > row.span.begin);
            end = row.span.end;
        }
        CHECK(end <= text.size());
    }
}

TEST_CASE("the agency in the brackets of a dateline is a credit, its town is not", "[zones]") {
    const std::string page =
        "KYIV, May 3 (Reuters) - The president met his generals on Friday and asked for more time.\n";
    CHECK(zone_of(page, Zone::credit) == "(Reuters)");
    CHECK(zone_of(page, Zone::dateline) == "KYIV, May 3 ");
}

TEST_CASE("short entries between bars are a menu, a sentence with a bar is not", "[zones]") {
    CHECK(zone_of("Home | World | Sport | Britain\n\n" + story, Zone::boilerplate) == "Home | World | Sport | Britain");
    CHECK(
        zone_of("Moscow | Sergey Lavrov met the envoy of Britain on Monday and spoke with him for an hour.\n\n" + story,
                Zone::boilerplate)
            .empty());
    CHECK(zone_of("Ministers Meet\n\nJane Doe | May 3, 2021 | Lisbon\n\n" + story, Zone::boilerplate).empty());
}
