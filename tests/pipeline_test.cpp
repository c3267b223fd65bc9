// SPDX-License-Identifier: Apache-2.0
#include <entente/export/mentions_jsonl.hpp>
#include <entente/pipeline.hpp>
#include "catch.hpp"
#include "scratch_folder.hpp"

#include <stdexcept>
#include <string>
#include <vector>

using namespace entente;

namespace {

Entity entity(std::string id, EntityType type, std::string name) {
    Entity made;
    made.id = std::move(id);
    made.type = type;
    made.name = name;
    made.aliases = {
        {.text = name, .kind = AliasKind::name, .languages = {}, .evidence = {}, .allowed = {}, .origin = {}}};
    return made;
}

const Tagger& tagger() {
    static const Gazetteer gazetteer({entity("person/jacinda-ardern", EntityType::person, "Jacinda Ardern"),
                                      entity("country/tonga", EntityType::country, "Tonga")},
                                     {});
    static const Tagger made(gazetteer);
    return made;
}

/// A few hundred small files and one that is large enough to be cut.
void write_news(const ScratchFolder& folder) {
    for (int i = 0; i < 300; ++i) {
        folder.write("news/" + std::to_string(1000 + i) + ".txt",
                     "Jacinda Ardern flew to Tonga on day " + std::to_string(i) + " of the flood.\n");
    }
    std::string large;
    for (int i = 0; i < 3000; ++i) {
        large += R"({"id":"wire-)" + std::to_string(i) + R"(","text":"Aid reached Tonga. )" + std::string(400, 'x')
                 + "\"}\n";
        large += i == 1500 ? "{\"id\":\"broken\"\n" : "";
    }
    folder.write("news/1150.jsonl", large);
    folder.write("news/1299-empty.txt", "");
}

struct Rows {
    std::string text;
    TagReport report;
};

Rows rows_with(unsigned threads, const std::vector<Input>& inputs) {
    Output output;
    Diagnostics said;
    auto report = tag_articles(
        inputs, {}, tagger(), {.threads = threads, .language = "en"},
        [&](TaggedArticle&& article, const Article&) { write_mentions(article, output); },
        [&](const TagReport& so_far) {
            said.insert(said.end(), so_far.diagnostics.begin(), so_far.diagnostics.end());
        });
    CHECK(report.diagnostics.empty());
    report.diagnostics = std::move(said);
    return {output.take(), std::move(report)};
}

std::string printed_with(unsigned threads, const std::vector<Input>& inputs) {
    std::string text;
    const auto report = print_articles(
        inputs, {}, tagger(), {.threads = threads, .language = "en"},
        [](TaggedArticle&& article, Output& rows) { write_mentions(article, rows); },
        [&](std::string_view rows) { text += rows; }, [](const TagReport&) {});
    CHECK(report.articles == 3300);
    return text;
}

std::vector<Input> inputs_in(const ScratchFolder& folder) {
    Diagnostics faults;
    auto inputs = find_inputs({folder.path("news")}, faults);
    CHECK(faults.empty());
    return inputs;
}

}  // namespace

TEST_CASE("the rows are the same for any number of threads", "[pipeline]") {
    const ScratchFolder folder;
    write_news(folder);
    const auto inputs = inputs_in(folder);
    const auto one = rows_with(1, inputs);
    CHECK(one.report.articles == 3300);
    CHECK(one.report.skipped == 2);
    CHECK(one.report.mentions == 3600);
    REQUIRE(one.report.diagnostics.size() == 2);
    CHECK(one.report.diagnostics[0].place.file.ends_with("1150.jsonl"));
    CHECK(one.report.diagnostics[1].place.file.ends_with("1299-empty.txt"));
    for (const unsigned threads : {2U, 3U, 8U}) {
        const auto many = rows_with(threads, inputs);
        CHECK(many.text == one.text);
        CHECK(many.report.articles == one.report.articles);
        CHECK(many.report.diagnostics.size() == one.report.diagnostics.size());
        CHECK(printed_with(threads, inputs) == one.text);
    }
}

TEST_CASE("no news is no error", "[pipeline]") { CHECK(rows_with(2, {}).report.articles == 0); }

TEST_CASE("an error of whoever takes the rows ends the work at once", "[pipeline]") {
    const ScratchFolder folder;
    write_news(folder);
    const auto inputs = inputs_in(folder);
    int taken = 0;
    const auto take = [&](TaggedArticle&&, const Article&) {
        if (++taken == 500) {
            throw std::runtime_error("the disk is full");
        }
    };
    CHECK_THROWS_WITH(tag_articles(inputs, {}, tagger(), {.threads = 2, .language = {}}, take, [](const TagReport&) {}),
                      "the disk is full");
    CHECK(taken == 500);
}
