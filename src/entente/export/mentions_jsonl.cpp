// SPDX-License-Identifier: Apache-2.0
#include <entente/export/mentions_jsonl.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <entente/export/pen.hpp>

namespace entente {
namespace {

/// Bytes for the keys and marks of one object.
constexpr std::size_t most_marks = 256;

/// Writes `[`, then what `put` writes of each row, with commas between, and `]`.
template <class Row, class Put>
void put_list(Output& output, const std::vector<Row>& rows, Put put) {
    char before = '[';
    for (const auto& row : rows) {
        output.append(before);
        put(row);
        before = ',';
    }
    output.append(rows.empty() ? "[]" : "]");
}

void put_entity(Output& output, const EntityLabel& entity) {
    const auto type = name_of(entity.type);
    const auto texts = entity.id.size() + entity.label.size() + type.size() + entity.country.size();
    Pen pen(output, most_marks + json_room(texts));
    pen.put(R"({"id":")");
    pen.put_json(entity.id);
    pen.put(R"(","label":")");
    pen.put_json(entity.label);
    pen.put(R"(","type":")");
    pen.put_json(type);
    pen.put(R"(","country":")");
    pen.put_json(entity.country);
    pen.put("\"}");
}

void put_sentence(Output& output, const Sentence& sentence) {
    Pen pen(output, most_marks + json_room(sentence.text.size()));
    pen.put(R"({"begin":)");
    pen.put(sentence.span.begin);
    pen.put(R"(,"end":)");
    pen.put(sentence.span.end);
    pen.put(R"(,"number":)");
    pen.put(sentence.number);
    pen.put(R"(,"text":")");
    pen.put_json(sentence.text);
    pen.put("\"");
    if (sentence.block.fingerprint != 0) {
        pen.put(R"(,"block":")");
        pen.put_hexadecimal(sentence.block.fingerprint);
        pen.put("\"");
    }
    if (sentence.block.line) {
        pen.put(R"(,"line":true)");
    }
    pen.put("}");
}

/// Nobody for one that is undecided.
const EntityLabel* owner_in(const TaggedArticle& article, EntityIndex entity) {
    return entity < article.entities.size() ? &article.entities[entity] : nullptr;
}

void put_candidates(Output& output, const TaggedArticle& article, const std::vector<Candidate>& candidates) {
    output.append(R"(,"candidates":)");
    put_list(output, candidates, [&](const Candidate& candidate) {
        const auto* const owner = owner_in(article, candidate.entity);
        Pen pen(output, most_marks + json_room(owner != nullptr ? owner->id.size() : 0));
        if (owner != nullptr) {
            pen.put(R"({"entity":")");
            pen.put_json(owner->id);
            pen.put(R"(","score":)");
        } else {
            pen.put(R"({"entity":null,"score":)");
        }
        pen.put(candidate.score);
        pen.put("}");
    });
}

void put_mention(Output& output, const TaggedArticle& article, const Mention& mention) {
    const auto* const owner = owner_in(article, mention.entity);
    const std::array names = {owner != nullptr ? name_of(owner->type) : std::string_view(), name_of(mention.kind),
                              name_of(mention.rule), name_of(mention.zone)};
    auto texts = mention.text.size() + (owner != nullptr ? owner->id.size() : 0);
    for (const auto name : names) {
        texts += name.size();
    }
    Pen pen(output, most_marks + json_room(texts));
    pen.put(R"({"begin":)");
    pen.put(mention.span.begin);
    pen.put(R"(,"end":)");
    pen.put(mention.span.end);
    pen.put(R"(,"text":")");
    pen.put_json(mention.text);
    if (owner != nullptr) {
        pen.put(R"(","entity":")");
        pen.put_json(owner->id);
        pen.put(R"(","type":")");
        pen.put_json(names[0]);
        pen.put(R"(","kind":")");
    } else {
        pen.put(R"(","entity":null,"type":null,"kind":")");
    }
    pen.put_json(names[1]);
    pen.put(R"(","rule":")");
    pen.put_json(names[2]);
    pen.put(R"(","zone":")");
    pen.put_json(names[3]);
    pen.put(R"(","sentence":)");
    pen.put(mention.sentence);
    if (!mention.candidates.empty()) {
        pen.leave_to([&](Output& rest) { put_candidates(rest, article, mention.candidates); }, most_marks);
    }
    pen.put("}");
}

/// All that stands before the lists.
void put_head(Output& output, const TaggedArticle& article) {
    const auto texts = article.id.size() + article.source.size() + article.publisher.size() + article.title.size()
                       + article.language.size() + article.gazetteer.size();
    Pen pen(output, most_marks + json_room(texts) + text_size(article.signature));
    pen.put(R"({"schema":)");
    pen.put(mentions_schema);
    pen.put(R"(,"article":")");
    pen.put_json(article.id);
    pen.put(R"(","source":")");
    pen.put_json(article.source);
    if (!article.publisher.empty()) {
        pen.put(R"(","publisher":")");
        pen.put_json(article.publisher);
    }
    pen.put(R"(","title":")");
    pen.put_json(article.title);
    pen.put(R"(","date":")");
    if (article.date.known()) {
        pen.put(article.date);
    }
    pen.put(R"(","language":")");
    pen.put_json(article.language);
    pen.put(R"(","signature":")");
    pen.put(article.signature);
    pen.put(R"(","gazetteer":")");
    pen.put_json(article.gazetteer);
    pen.put("\"");
}

}  // namespace

void write_mentions(const TaggedArticle& article, Output& output) {
    put_head(output, article);
    output.append(R"(,"entities":)");
    put_list(output, article.entities, [&](const EntityLabel& entity) { put_entity(output, entity); });
    output.append(R"(,"sentences":)");
    put_list(output, article.sentences, [&](const Sentence& sentence) { put_sentence(output, sentence); });
    output.append(R"(,"mentions":)");
    put_list(output, article.mentions, [&](const Mention& mention) { put_mention(output, article, mention); });
    output.append("}\n");
}

}  // namespace entente
