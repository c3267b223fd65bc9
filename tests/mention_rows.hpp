// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catch.hpp"

#include "tagged_news.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export/mentions_jsonl.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

inline std::string written(const TaggedArticle& article) {
    Output output;
    write_mentions(article, output);
    return output.take();
}

/// Hands out `text` in pieces of at most `piece` bytes, as a pipe may.
inline ByteSource source_of(std::string text, std::size_t piece = 7) {
    return [text = std::move(text), piece, at = std::size_t{0}](std::span<char> bytes) mutable {
        const auto count = std::min({piece, bytes.size(), text.size() - at});
        std::copy_n(text.data() + at, count, bytes.data());
        at += count;
        return count;
    };
}

inline std::vector<TaggedArticle> read_all(const std::string& text, std::size_t piece = 7) {
    MentionsReader reader(source_of(text, piece), "mentions.jsonl");
    std::vector<TaggedArticle> articles;
    for (TaggedArticle article; reader.next(article);) {
        articles.push_back(article);
    }
    return articles;
}

inline Diagnostic fault_in(const std::string& text) {
    try {
        read_all(text);
    } catch (const Error& error) {
        return error.diagnostic();
    }
    FAIL("no fault was found in " << text);
    return {};
}

inline bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A row that holds every field.
inline TaggedArticle full_article() {
    TaggedArticle article;
    article.id = "un/briefing.txt";
    article.source = "articles/un/briefing.txt";
    article.title = "Lavrov \"regrets\"";
    article.date = {.year = 2024, .month = 9, .day = 20};
    article.language = "en";
    article.signature = {.words = 65, .furniture = 1, .hashes = {64, (1U << 30U) - 1}};
    article.gazetteer = "00c0ffee";
    article.entities = {{"country/georgia", "Georgia", EntityType::country, ""},
                        {"person/sergey-lavrov", "Sergey Lavrov", EntityType::person, "country/russia"},
                        {"place/georgia-us", "Georgia, US", EntityType::place, "country/united-states"}};
    article.sentences = {{{0, 40}, "Sergei Lavrov spoke of Georgia.", {}, 3}};
    article.mentions.resize(2);
    article.mentions[0].span = {0, 13};
    article.mentions[0].entity = 1;
    article.mentions[0].kind = MentionKind::alias;
    article.mentions[0].text = "Sergei Lavrov";
    article.mentions[1].span = {23, 30};
    article.mentions[1].text = "Georgia";
    article.mentions[1].zone = Zone::caption;
    article.mentions[1].candidates = {{0, 60}, {2, 40}};
    return article;
}

/// One of each kind, zone and rule, with all sorts of characters.
inline TaggedArticle odd_article() {
    auto odd = full_article();
    odd.id = "odd";
    odd.title = "tab\there, line\nend, \\ and \"quotes\", \x01 and \x7F, Ümlaut, Россия, 🕊, \u2028";
    odd.source = "broken\xFF\xC3name";
    odd.date = {.year = 2024, .month = 9, .day = 0};
    for (std::size_t zone = 0; zone < 7; ++zone) {
        for (std::size_t kind = 0; kind < mention_kinds; ++kind) {
            auto mention = odd.mentions[0];
            mention.zone = static_cast<Zone>(zone);
            mention.kind = static_cast<MentionKind>(kind);
            mention.rule = rules()[(zone * mention_kinds + kind) % rules().size()].rule;
            odd.mentions.push_back(mention);
        }
    }
    return odd;
}

}  // namespace entente
