// SPDX-License-Identifier: Apache-2.0
#include <entente/export/mentions_jsonl.hpp>

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export/escape.hpp>

namespace entente {
namespace {

/// `key` comes with its punctuation: `,"title":`.
void append_text(Output& output, std::string_view key, std::string_view text) {
    output.append(key);
    output.append('"');
    append_json(output, text);
    output.append('"');
}

void append_number(Output& output, std::string_view key, std::uint64_t number) {
    output.append(key);
    output.append_number(number);
}

void append_date(Output& output, Date date) {
    append_text(output, R"(,"date":)", date.known() ? to_string(date) : std::string());
}

template <class Row, class Append>
void append_list(Output& output, std::string_view key, const std::vector<Row>& rows, Append append) {
    output.append(key);
    char before = '[';
    for (const auto& row : rows) {
        output.append(before);
        append(row);
        before = ',';
    }
    output.append(rows.empty() ? "[]" : "]");
}

std::string hexadecimal(std::uint64_t number) {
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr;
    return {digits.data(), end};
}

void append_entity(Output& output, const EntityLabel& entity) {
    append_text(output, R"({"id":)", entity.id);
    append_text(output, R"(,"label":)", entity.label);
    append_text(output, R"(,"type":)", name_of(entity.type));
    append_text(output, R"(,"country":)", entity.country);
    output.append('}');
}

void append_sentence(Output& output, const Sentence& sentence) {
    append_number(output, R"({"begin":)", sentence.span.begin);
    append_number(output, R"(,"end":)", sentence.span.end);
    append_number(output, R"(,"number":)", sentence.number);
    append_text(output, R"(,"text":)", sentence.text);
    if (sentence.block.fingerprint != 0) {
        append_text(output, R"(,"block":)", hexadecimal(sentence.block.fingerprint));
    }
    if (sentence.block.line) {
        output.append(R"(,"line":true)");
    }
    output.append('}');
}

/// `null` for one that is undecided.
void append_entity_id(Output& output, std::string_view key, const TaggedArticle& article, EntityIndex entity) {
    if (entity < article.entities.size()) {
        append_text(output, key, article.entities[entity].id);
    } else {
        output.append(key);
        output.append("null");
    }
}

void append_mention(Output& output, const TaggedArticle& article, const Mention& mention) {
    append_number(output, R"({"begin":)", mention.span.begin);
    append_number(output, R"(,"end":)", mention.span.end);
    append_text(output, R"(,"text":)", mention.text);
    append_entity_id(output, R"(,"entity":)", article, mention.entity);
    if (mention.entity < article.entities.size()) {
        append_text(output, R"(,"type":)", name_of(article.entities[mention.entity].type));
    } else {
        output.append(R"(,"type":null)");
    }
    append_text(output, R"(,"kind":)", name_of(mention.kind));
    append_text(output, R"(,"rule":)", name_of(mention.rule));
    append_text(output, R"(,"zone":)", name_of(mention.zone));
    append_number(output, R"(,"sentence":)", mention.sentence);
    if (!mention.candidates.empty()) {
        append_list(output, R"(,"candidates":)", mention.candidates, [&](const Candidate& candidate) {
            append_entity_id(output, R"({"entity":)", article, candidate.entity);
            append_number(output, R"(,"score":)", candidate.score);
            output.append('}');
        });
    }
    output.append('}');
}

}  // namespace

void write_mentions(const TaggedArticle& article, Output& output) {
    append_number(output, R"({"schema":)", mentions_schema);
    append_text(output, R"(,"article":)", article.id);
    append_text(output, R"(,"source":)", article.source);
    if (!article.publisher.empty()) {
        append_text(output, R"(,"publisher":)", article.publisher);
    }
    append_text(output, R"(,"title":)", article.title);
    append_date(output, article.date);
    append_text(output, R"(,"language":)", article.language);
    append_text(output, R"(,"signature":)", to_text(article.signature));
    append_text(output, R"(,"gazetteer":)", article.gazetteer);
    append_list(output, R"(,"entities":)", article.entities,
                [&](const EntityLabel& entity) { append_entity(output, entity); });
    append_list(output, R"(,"sentences":)", article.sentences,
                [&](const Sentence& sentence) { append_sentence(output, sentence); });
    append_list(output, R"(,"mentions":)", article.mentions,
                [&](const Mention& mention) { append_mention(output, article, mention); });
    output.append("}\n");
}

}  // namespace entente
