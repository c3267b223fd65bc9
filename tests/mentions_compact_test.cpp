// SPDX-License-Identifier: Apache-2.0
#include "mention_rows.hpp"

#include <entente/export/mentions_compact.hpp>
#include <entente/text/fold.hpp>

using namespace entente;

namespace {

std::string compact(const std::vector<TaggedArticle>& articles) {
    Output output;
    CompactMentions::write_head(output);
    for (const auto& article : articles) {
        CompactMentions::write(article, output);
    }
    return output.take();
}

/// What of a file can be read, and how many faults it has.
struct Rescued {
    std::vector<std::string> rows;
    int faults = 0;
};

Rescued rescued_from(const std::string& file) {
    MentionsReader reader(source_of(file, 100'000), "shard.mentions");
    Rescued rescued;
    for (TaggedArticle article;;) {
        try {
            if (!reader.next(article)) {
                return rescued;
            }
            rescued.rows.push_back(written(article));
        } catch (const Error& error) {
            ++rescued.faults;
            if (error.diagnostic().place.line == 0) {
                return rescued;  // of the file itself
            }
        }
    }
}

}  // namespace

TEST_CASE("compact rows hold what the lines of JSON hold, in fewer bytes") {
    const auto file = compact({full_article(), odd_article(), News("weather")});
    const auto rows = written(full_article()) + written(odd_article()) + written(News("weather"));
    CHECK(file.size() < rows.size());
    for (const std::size_t piece : {1, 13, 1 << 20}) {
        std::string again;
        for (const auto& article : read_all(file + file, piece)) {
            again += written(article);
        }
        CHECK(again == rows + rows);
    }
}

TEST_CASE("a compact row longer than any buffer is read whole") {
    News article("long");
    for (int i = 0; i < 3000; ++i) {
        article.says(std::string(1000, 'x'), {"person/x"});
    }
    const auto articles = read_all(compact({article, News("next")}), 100'000);
    REQUIRE(articles.size() == 2);
    CHECK(written(articles[0]) == written(article));
    CHECK(articles[1].id == "next");
}

TEST_CASE("a damaged byte of a compact file costs its row, or is told of the file, and changes no row") {
    const std::vector<std::string> rows = {written(full_article()), written(News("weather")), written(full_article())};
    const auto whole = compact({full_article(), News("weather"), full_article()});
    const auto head = compact({}).size();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char flip : {'\x01', '\x80'}) {
            auto damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ flip);
            if (at == 0) {
                continue;  // then it is no compact file
            }
            const auto [found, faults] = rescued_from(damaged);
            INFO("byte " << at << ", head of " << head);
            CHECK(faults == 1);
            CHECK(found.size() < rows.size());
            for (const auto& row : found) {
                CHECK(std::ranges::find(rows, row) != rows.end());
            }
        }
    }
}

TEST_CASE("a compact file that is cut off gives the rows before, and says so") {
    const auto head = compact({}).size();
    const auto first = compact({News("weather")}).size();
    const auto whole = compact({News("weather"), full_article()});
    for (std::size_t size = 1; size < whole.size(); ++size) {
        const auto [found, faults] = rescued_from(whole.substr(0, size));
        CHECK(found.size() == (size < first ? 0 : 1));
        CHECK(faults == (size == head || size == first ? 0 : 1));
    }
}

TEST_CASE("a compact row of an entente that knows other rules is read by their names") {
    auto article = full_article();
    article.mentions[0].rule = Rule::one_slip;
    article.mentions[1].rule = Rule::holder_of_office;
    auto file = compact({article});
    const auto head = compact({}).size();
    const auto exchange = [&](std::string_view name, std::string_view other) {
        const auto at = file.find(name);
        REQUIRE(at < head);
        file.replace(at, name.size(), other);
        const auto hash = hash_of(std::string_view(file).substr(12, head - 12));
        for (std::size_t i = 0; i < 4; ++i) {
            file[8 + i] = static_cast<char>(hash >> (8 * i));
        }
    };
    exchange(name_of(Rule::one_slip), "two-slip");
    const auto fault = fault_in(file);
    CHECK(fault.place.line == 1);
    CHECK(holds(fault.message, "does not know"));
    exchange("two-slip", name_of(Rule::one_slip));
    CHECK(read_all(file).at(0).mentions[0].rule == Rule::one_slip);
}

TEST_CASE("a compact row that says what no row may say is refused, though its checks are right") {
    const auto fault = [](auto change) {
        auto article = full_article();
        change(article);
        const auto found = fault_in(compact({article}));
        CHECK(found.place.line == 1);
        return found.message;
    };
    CHECK(holds(fault([](auto& a) { a.date.month = 13; }), "a day that is none"));
    CHECK(holds(fault([](auto& a) { a.date = {2023, 2, 29}; }), "a day that is none"));
    CHECK(holds(fault([](auto& a) { a.signature.hashes = {1U << 30U}; }), "signature"));
    CHECK(holds(fault([](auto& a) { a.signature.hashes = {7, 7}; }), "signature"));
    CHECK(holds(fault([](auto& a) { a.signature.words = 1U << 30U; }), "signature"));
    CHECK(holds(fault([](auto& a) { a.mentions[0].span = {2, 1}; }), "ends before"));
    CHECK(holds(fault([](auto& a) { a.mentions[0].sentence = 1; }), "sentence"));
    CHECK(holds(fault([](auto& a) { std::swap(a.entities[0], a.entities[1]); }), "order"));
    CHECK(holds(fault([](auto& a) { a.id.clear(); }), "id"));
}

TEST_CASE("what JSON does not say of an article the compact row does not say") {
    auto article = full_article();
    article.date = {.year = 0, .month = 9, .day = 20};
    article.signature = {.words = 0, .furniture = 3, .hashes = {}};
    CHECK(written(read_all(compact({article})).at(0)) == written(article));
}
