// SPDX-License-Identifier: Apache-2.0
// Which articles print one story: signatures, their grouping, and which article stands for the story.
#include "catch.hpp"

#include "reference/copies_by_hand.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/signature.hpp>
#include <entente/graph/stories.hpp>
#include <entente/text/tokens.hpp>

using namespace entente;

namespace {

Signature signature_of_text(std::string_view text, const std::vector<ZoneSpan>& zones = {}) {
    TokenizedText words;
    tokenize(text, words);
    return signature_of(words.tokens, zones);
}

/// The text of a sample article; all of them are different stories but for one reprint.
std::vector<std::string> sample_articles() {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator("tests/articles")) {
        if (entry.path().filename().string().find("reprint") == std::string::npos) paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    std::vector<std::string> texts;
    for (const auto& path : paths) {
        std::ifstream file(path);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), std::istream_iterator<std::string>()};
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (auto i = begin; i < std::min(end, words.size()); ++i) text += words[i] + ' ';
    return text;
}

struct Grouped {
    std::vector<std::uint32_t> standing;
    std::vector<Standing> reasons;

    [[nodiscard]] bool same(std::size_t one, std::size_t other) const { return standing[one] == standing[other]; }
};

constexpr Date one_day{.year = 2024, .month = 3, .day = 20};

/// The earlier in the list, the earlier in time. `dates` are those of the first; the others are of the last of them.
Grouped grouped(const std::vector<Signature>& signatures, const std::vector<Date>& dates = {one_day}) {
    SignatureTable table;
    std::vector<Merit> merits;
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        table.add(signatures[i]);
        merits.push_back(
            {.order = static_cast<std::uint32_t>(i), .date = dates[std::min(i, dates.size() - 1)], .titled = true});
    }
    auto stories = group_copies(table, merits);
    return {std::move(stories.standing), std::move(stories.reasons)};
}

Grouped grouped(const std::vector<std::string>& texts, const std::vector<Date>& dates = {one_day}) {
    std::vector<Signature> signatures;
    for (const auto& text : texts) signatures.push_back(signature_of_text(text));
    return grouped(signatures, dates);
}

/// Five printings of each of some stories, as `visit(words, hashes)`.
template <class Visit>
void for_each_printing(std::uint32_t stories, Visit visit) {
    std::mt19937 random(5);
    for (std::uint32_t story = 0; story < stories; ++story) {
        const auto words = 100 + static_cast<std::uint32_t>(random() % 500);
        const auto draw = [&] { return static_cast<std::uint32_t>(random()) % sample_limit(words); };
        std::vector<std::uint32_t> sample(60);
        std::ranges::generate(sample, draw);
        for (std::uint32_t printing = 0; printing < 5; ++printing) {
            auto hashes = sample;
            for (auto& hash : hashes) hash = random() % 4 == 0 ? draw() : hash;
            if (story % 3 == 0) {  // a formula of many stories
                for (std::uint32_t phrase = 1; phrase < 12; ++phrase) hashes.push_back(phrase);
            }
            std::ranges::sort(hashes);
            hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
            visit(words, hashes);
        }
    }
}

/// What other papers make of a story. `foreign` are words of nobody's story.
std::vector<std::string> printings_of(const std::string& text, std::vector<std::string>& foreign) {
    const auto words = words_of(text);
    const auto take = [&foreign](std::size_t many) {
        const auto taken = joined(foreign, foreign.size() - std::min(many, foreign.size()), foreign.size());
        foreign.resize(foreign.size() - std::min(many, foreign.size()));
        return taken;
    };
    auto edited = words;
    for (std::size_t i = 11; i < edited.size(); i += 25) edited[i] = "reportedly";
    const auto quarter = words.size() / 4;
    return {joined(words, 0, words.size()),
            joined(words, 0, words.size() / 3 + 30),
            joined(words, 0, words.size()) + take(words.size() * 3 / 10),
            take(words.size() / 2) + joined(words, 0, words.size()) + take(words.size() / 2),
            joined(edited, 0, edited.size()),
            joined(words, 0, quarter) + joined(words, quarter * 2, words.size()) + joined(words, quarter, quarter * 2)};
}

/// Words that never follow each other twice.
std::vector<std::string> foreign_words() {
    std::vector<std::string> words;
    for (int i = 0; i < 20000; ++i) {
        std::string word = "foreign";
        for (int left = i; left > 0; left /= 26) word.push_back(static_cast<char>('a' + left % 26));
        words.push_back(word);
    }
    return words;
}

constexpr std::string_view landing =
    "The lander touched down near the south pole of the moon on Wednesday evening, the space agency said, and sent its "
    "first "
    "picture forty minutes later. Engineers in the control room embraced each other while the prime minister watched.";

}  // namespace

TEST_CASE("a story has one signature under any headline, by-line and furniture that are marked", "[stories]") {
    const std::string page =
        "Moon landing at last\nBy Our Staff\n" + std::string(landing) + "\nRead also: ten facts of the moon";
    const auto at = [&page](std::string_view part) {
        const auto begin = static_cast<std::uint32_t>(page.find(part));
        return Span{begin, begin + static_cast<std::uint32_t>(part.size())};
    };
    const auto bare = signature_of_text(landing);
    const auto marked = signature_of_text(page, {{at("Moon landing at last"), Zone::headline},
                                                 {at("By Our Staff"), Zone::byline},
                                                 {at("Read also: ten facts of the moon"), Zone::boilerplate}});
    CHECK(marked.hashes == bare.hashes);
    CHECK(marked.words == bare.words);
    CHECK(marked.furniture == 7);
    CHECK(bare.furniture == 0);
    CHECK(signature_of_text(page).hashes != bare.hashes);
}

TEST_CASE("a signature comes back from its text, and no other text is one", "[stories]") {
    const auto signature = signature_of_text(landing);
    const auto text = to_text(signature);
    CHECK(signature_from(text) == signature);
    CHECK(signature_from("") == Signature{});
    CHECK(to_text(Signature{}).empty());
    for (const std::string& broken : {text + "A", text.substr(5, 5), text.substr(0, 10) + "!!!!!",
                                      "AAAAA" + text.substr(5), text + text.substr(text.size() - 5)}) {
        CAPTURE(broken);
        CHECK(!signature_from(broken));
    }
}

TEST_CASE("a signature stays small, whatever the length of the article", "[stories]") {
    const auto foreign = foreign_words();
    CHECK(signature_of_text(joined(foreign, 0, 500)).hashes.size() < 110);
    CHECK(signature_of_text(joined(foreign, 0, 20000)).hashes.size() < 700);
}

TEST_CASE("what papers make of a story is known as its copy, and different stories stay apart", "[stories]") {
    auto foreign = foreign_words();
    std::vector<std::string> texts;
    std::vector<std::size_t> stories;
    for (const auto& article : sample_articles()) {
        for (auto& printing : printings_of(article, foreign)) {
            texts.push_back(std::move(printing));
            stories.push_back((texts.size() - 1) / 6);
        }
    }
    const auto found = grouped(texts);
    std::size_t missed = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            if (stories[i] == stories[j]) {
                missed += found.same(i, j) ? 0 : 1;
            } else if (found.same(i, j)) {
                FAIL_CHECK(i << " and " << j << " are taken for one story");
            }
        }
    }
    CHECK(missed * 20 <= texts.size() * 5 / 2);  // at most one pair in twenty
}

TEST_CASE("who stands for a story holds much of each copy, all triples of words compared", "[stories]") {
    auto foreign = foreign_words();
    std::vector<std::string> texts;
    for (const auto& article : sample_articles()) {
        for (auto& printing : printings_of(article, foreign)) texts.push_back(std::move(printing));
    }
    const auto found = grouped(texts);
    std::size_t missed = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CAPTURE(i);
        REQUIRE(found.standing[found.standing[i]] == found.standing[i]);
        CHECK((found.standing[i] == i || contained_by_hand(texts[i], texts[found.standing[i]]) > 0.45));
        for (std::size_t j = 0; j < i; ++j) {
            const bool both_stand = found.standing[i] == i && found.standing[j] == j;
            missed += both_stand && contained_by_hand(texts[i], texts[j]) > 0.9 ? 1 : 0;
        }
    }
    CHECK(missed * 50 <= texts.size());  // a sample may miss one copy in fifty
}

TEST_CASE("neither the order in which articles come nor the memory changes a story", "[stories]") {
    auto foreign = foreign_words();
    std::vector<Signature> signatures;
    for (const auto& article : sample_articles()) {
        for (const auto& printing : printings_of(article, foreign)) signatures.push_back(signature_of_text(printing));
    }
    std::vector<std::uint32_t> order(signatures.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto standing = grouped(signatures).standing;
    std::shuffle(order.begin(), order.end(), std::mt19937(3));
    MemoryLimit limit(0);  // and all lies in files
    SignatureTable table(&limit);
    std::vector<Merit> merits;
    for (const auto number : order) {
        table.add(signatures[number]);
        merits.push_back({.order = number, .date = one_day, .titled = true});
    }
    table.settle();
    const auto shuffled = group_copies(table, merits).standing;
    for (std::size_t i = 0; i < order.size(); ++i) REQUIRE(order[shuffled[i]] == standing[order[i]]);
}

TEST_CASE("neither the number of threads nor the parts that memory is enough for change a story", "[stories]") {
    SignatureTable table;
    MemoryLimit limit(std::size_t{8} << 20);
    SignatureTable in_parts(&limit);  // 250,000 hashes: more than are sorted at once
    std::vector<Merit> merits;
    for_each_printing(800, [&](std::uint32_t words, std::span<const std::uint32_t> hashes) {
        table.add(words, 0, hashes);
        in_parts.add(words, 0, hashes);
        merits.push_back({.order = static_cast<std::uint32_t>(merits.size()), .date = one_day, .titled = true});
    });
    in_parts.settle();
    const auto alone = group_copies(table, merits);
    const auto stories = std::set(alone.standing.begin(), alone.standing.end()).size();
    CHECK(stories >= 800);
    CHECK(stories < 2400);
    for (const auto* samples : {&table, &in_parts}) {
        for (const unsigned threads : {1U, 2U, 5U}) {
            const auto shared = group_copies(*samples, merits, threads);
            CHECK(shared.standing == alone.standing);
            CHECK(shared.reasons == alone.reasons);
        }
    }
}

TEST_CASE("furniture that many pages of a paper share makes no story of them", "[stories]") {
    const auto foreign = foreign_words();
    const auto furniture = joined(foreign, 0, 120);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 60; ++i) texts.push_back(joined(foreign, 200 + 300 * i, 350 + 300 * i) + furniture);
    const auto found = grouped(texts);
    CHECK(std::set(found.standing.begin(), found.standing.end()).size() == 60);
}

TEST_CASE("a page that holds two stories joins them no more than it joins their papers", "[stories]") {
    const auto foreign = foreign_words();
    const auto one = joined(foreign, 0, 400);
    const auto other = joined(foreign, 1000, 1400);
    const auto found = grouped({one, one + "end", other, other + "end", one + other});
    CHECK(found.same(0, 1));
    CHECK(found.same(2, 3));
    CHECK(!found.same(0, 2));
    CHECK(found.standing[4] != 4);  // a copy of one of them
}

TEST_CASE("of a short text only the same words under the same headline are a copy", "[stories]") {
    const std::string more = "Oil rises";
    const std::string flash = more + "\nBrent crude rose above ninety dollars a barrel on Monday, traders said.";
    const std::string other = more + "\nBrent crude rose above ninety dollars a barrel on Tuesday, traders said.";
    const auto found = grouped({flash, flash, other});
    CHECK(found.same(0, 1));
    CHECK(!found.same(0, 2));
    const auto span = Span{0, static_cast<std::uint32_t>(more.size())};
    CHECK(signature_of_text(flash, {{span, Zone::headline}}).hashes
          != signature_of_text("Oil falls" + flash.substr(more.size()), {{span, Zone::headline}}).hashes);
}

TEST_CASE("a report of the same form two days later is news, but what is printed word for word is not", "[stories]") {
    auto words = foreign_words();
    words.resize(400);
    const auto with_figures_of = [&words](const std::string& day) {
        for (std::size_t i = 0; i < words.size(); i += 9) words[i] = "figure" + day;
        return joined(words, 0, words.size());
    };
    const auto first = with_figures_of("one");
    const auto second = with_figures_of("two");
    const auto same = [&](const std::string& one, const std::string& other, Date date) {
        return grouped({one, other}, {one_day, date}).same(0, 1);
    };
    const Date next_day{.year = 2024, .month = 3, .day = 21};
    const Date later{.year = 2024, .month = 3, .day = 22};
    CHECK(contained_by_hand(first, second) > 0.6);
    CHECK(contained_by_hand(first, second) < 0.7);
    CHECK(same(first, second, one_day));
    CHECK(same(first, second, next_day));
    CHECK(same(first, second, Date{}));
    CHECK(same(first, second, Date{.year = 2024}));  // it may be the same day
    CHECK(!same(first, second, later));
    CHECK(same(first, first + "again", later));
}

TEST_CASE("an article without words, or without a signature, is a story of its own", "[stories]") {
    const auto found = grouped(std::vector<std::string>{"", "", "***"});
    CHECK(std::set(found.standing.begin(), found.standing.end()).size() == 3);
    CHECK(grouped(std::vector<Signature>{}).standing.empty());
}

TEST_CASE("the whole, dated and least furnished article stands for its story", "[stories]") {
    const auto foreign = foreign_words();
    const auto story = joined(foreign, 0, 400);
    const auto cut = joined(foreign, 0, 130);
    const auto furnished = story + joined(foreign, 1000, 1120);
    auto found = grouped({cut, story}, {one_day, Date{}});
    CHECK(found.standing == std::vector<std::uint32_t>{1, 1});
    CHECK(found.reasons[1] == Standing::whole);
    found = grouped({story, story + "end"}, {Date{}, one_day});
    CHECK(found.standing == std::vector<std::uint32_t>{1, 1});
    CHECK(found.reasons[1] == Standing::dated);
    found = grouped({furnished, story});
    CHECK(found.standing == std::vector<std::uint32_t>{1, 1});
    CHECK(found.reasons[1] == Standing::least_foreign);
    found = grouped({story, story});
    CHECK(found.standing == std::vector<std::uint32_t>{0, 0});
    CHECK(found.reasons[0] == Standing::first);
}

TEST_CASE("a longer page that holds a story among others does not stand for it", "[stories]") {
    const auto foreign = foreign_words();
    const auto story = joined(foreign, 0, 400);
    const auto page = joined(foreign, 1000, 1400) + story + joined(foreign, 2000, 2400);
    const auto found = grouped({page, story + "one", story + "two", story + "three"});
    CHECK(found.same(0, 1));
    CHECK(found.standing[0] != 0);
    CHECK(found.reasons[found.standing[0]] != Standing::alone);
}
