// SPDX-License-Identifier: Apache-2.0
#include <entente/evaluate/gold.hpp>

#include <optional>
#include <set>
#include <utility>

#include <entente/export/json_lines.hpp>
#include <entente/text/blanks.hpp>

namespace entente {
namespace {

/// The first of two names of one field that is there.
std::string_view key_in(const JsonFields& fields, std::string_view key, std::string_view other) {
    return fields.has(key) || !fields.has(other) ? key : other;
}

Span span_in(const JsonFields& fields) {
    const auto span = fields.span(key_in(fields, "begin", "start"));
    if (span.size() == 0) {
        fields.fail("a mention or region is empty: it begins and ends at byte " + std::to_string(span.begin));
    }
    return span;
}

void read_mention(const JsonFields& fields, GoldMention& mention) {
    mention.span = span_in(fields);
    mention.text = squeezed(fields.text(key_in(fields, "text", "surface")));
    mention.entity = fields.needed_text("entity");
    mention.literal_entity = fields.text("literal_entity");
    for (const auto* key : {"type", "kind"}) {
        static_cast<void>(fields.needed_text(key));
    }
    mention.type =
        fields.named("type", entity_type_of, EntityType::person, "types are person, country, organization and place");
    mention.kind = fields.named("kind", mention_kind_of, MentionKind::name,
                                "kinds are name, alias, acronym, surname, given-name, demonym, metonym, role, typo and "
                                "nested");
    const auto zone = fields.text("zone");
    mention.in_boilerplate = zone == name_of(Zone::boilerplate) || fields.flag("in_boilerplate");
    mention.in_credit = zone == name_of(Zone::credit) || zone == name_of(Zone::byline) || fields.flag("credit");
}

void read_article(const JsonFields& row, GoldArticle& article) {
    article.name = row.needed_text(key_in(row, "source", "file"));
    if (!row.has("mentions")) {
        row.fail(R"("mentions" is missing)", "an article that names nobody has an empty list");
    }
    const auto read_span = [](const JsonFields& fields, Span& span) { span = span_in(fields); };
    row.list("mentions", article.mentions, read_mention);
    row.list("boilerplate", article.boilerplate, read_span);
    row.list("traps", article.traps, read_span);
}

/// Every id of a gold has a type before it, or none has.
class IdForm {
public:
    void check(const JsonFields& row, const GoldArticle& article) {
        for (const auto& mention : article.mentions) {
            const bool typed = mention.entity.find('/') != std::string::npos;
            if (typed != typed_.value_or(typed)) {
                row.fail("the id " + in_quotes(mention.entity) + (typed ? " has" : " has not")
                             + " its type before it, unlike those above",
                         "write all ids as person/sergey-lavrov, or all as sergey-lavrov");
            }
            typed_ = typed;
        }
    }
    [[nodiscard]] bool typed() const { return typed_.value_or(true); }

private:
    std::optional<bool> typed_;
};

}  // namespace

Gold read_gold(ByteSource source, std::string name) {
    JsonLines lines(std::move(source), name, "a gold has one JSON object a line for each article");
    Gold gold;
    IdForm ids;
    std::set<std::string> names;
    while (const auto row = lines.next()) {
        GoldArticle article;
        read_article(*row, article);
        ids.check(*row, article);
        if (!names.insert(article.name).second) {
            row->fail("the article " + in_quotes(article.name) + " stands here twice", "keep one of the two lines");
        }
        gold.articles.push_back(std::move(article));
    }
    if (gold.articles.empty()) {
        throw Error(error_in(std::move(name), "the gold holds no article",
                             "a gold has one JSON object a line for each article"));
    }
    gold.ids_have_types = ids.typed();
    return gold;
}

}  // namespace entente
