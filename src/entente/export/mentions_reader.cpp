// SPDX-License-Identifier: Apache-2.0
#include <entente/export/mentions_jsonl.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/export/json_lines.hpp>
#include <entente/export/mentions_compact.hpp>

namespace entente {
namespace {

std::optional<Zone> zone_of(std::string_view name) {
    constexpr std::array zones = {Zone::body,     Zone::headline, Zone::caption,    Zone::credit,
                                  Zone::dateline, Zone::byline,   Zone::boilerplate};
    const auto found = std::ranges::find(zones, name, [](Zone zone) { return name_of(zone); });
    return found == zones.end() ? std::nullopt : std::optional(*found);
}

std::optional<Rule> rule_of(std::string_view name) {
    const auto found = std::ranges::find(rules(), name, &RuleRow::name);
    return found == rules().end() ? std::nullopt : std::optional(found->rule);
}

constexpr std::string_view newer = "was the file written by a newer entente?";

void check_schema(const JsonFields& row) {
    if (!row.has("schema")) {
        row.fail(
            R"(the row has no "schema", so it is none of `entente tag`)",
            row.has("text") ? "it looks like an article: run `entente tag` on the file first, or `entente build`" : "");
    }
    const auto schema = row.number("schema");
    if (schema > mentions_schema) {
        row.fail(
            "the row has schema " + std::to_string(schema) + ", this entente reads " + std::to_string(mentions_schema),
            "use the entente that wrote it or a newer one, or tag the articles again");
    }
}

void read_entity(const JsonFields& fields, EntityLabel& entity) {
    entity.id = fields.needed_text("id");
    const auto label = fields.text("label");
    entity.label = label.empty() ? entity.id : std::string(label);
    entity.country = fields.text("country");
    const auto type = fields.has("type") ? std::string(fields.text("type")) : entity.id.substr(0, entity.id.find('/'));
    const auto known = entity_type_of(type);
    if (!known) {
        fields.fail("entity " + in_quotes(entity.id) + " has the unknown type " + in_quotes(type),
                    "types are person, country, organization and place");
    }
    entity.type = *known;
}

void read_entities(const JsonFields& row, std::vector<EntityLabel>& entities) {
    row.list("entities", entities, read_entity);
    std::ranges::sort(entities, {}, &EntityLabel::id);
    const auto twice = std::ranges::adjacent_find(entities, {}, &EntityLabel::id);
    if (twice != entities.end()) {
        row.fail("entity " + in_quotes(twice->id) + " is listed twice");
    }
}

std::optional<std::uint64_t> fingerprint_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number, 16);
    return read.ec == std::errc{} && read.ptr == end ? std::optional(number) : std::nullopt;
}

/// `next` is the number of the sentence when it does not say its own.
void read_sentence(const JsonFields& fields, Sentence& sentence, std::uint32_t next) {
    sentence.span = fields.span();
    sentence.number = fields.has("number") ? fields.number("number") : next;
    if (sentence.number < next) {
        fields.fail(
            "sentence " + std::to_string(sentence.number) + " comes behind sentence " + std::to_string(next - 1),
            "sentences of a row stand in reading order, and no two have the same number");
    }
    sentence.text = fields.text("text");
    sentence.block.fingerprint =
        fields.named("block", fingerprint_in, std::uint64_t{0}, "it is up to 16 hexadecimal digits");
    sentence.block.line = fields.flag("line");
}

EntityIndex entity_in(const JsonFields& fields, const std::vector<EntityLabel>& entities) {
    const auto id = fields.text("entity");
    if (id.empty()) {
        return undecided;
    }
    const auto found = std::ranges::lower_bound(entities, id, {}, &EntityLabel::id);
    if (found == entities.end() || found->id != id) {
        fields.fail("a mention names " + in_quotes(id) + R"(, which is not among the row's "entities")");
    }
    return static_cast<EntityIndex>(found - entities.begin());
}

void read_mention(const JsonFields& fields, const TaggedArticle& article, Mention& mention) {
    mention.span = fields.span();
    mention.text = fields.text("text");
    mention.entity = entity_in(fields, article.entities);
    mention.kind = fields.named("kind", mention_kind_of, MentionKind::name, newer);
    mention.rule = fields.named("rule", rule_of, Rule{}, newer);
    mention.zone = fields.named("zone", zone_of, Zone::body, newer);
    mention.sentence = fields.number("sentence");
    const auto sentences = article.sentences.size();
    if (sentences > 0 && mention.sentence >= sentences) {
        fields.fail("a mention stands in sentence " + std::to_string(mention.sentence) + ", but the row has "
                    + std::to_string(sentences) + ", counted from 0");
    }
    fields.list("candidates", mention.candidates, [&article](const JsonFields& candidate, Candidate& row) {
        row = {entity_in(candidate, article.entities), candidate.number("score")};
    });
}

void read_row(const JsonFields& row, TaggedArticle& article) {
    check_schema(row);
    article.id = row.needed_text("article");
    article.source = row.text("source");
    article.publisher = row.text("publisher");
    article.title = row.text("title");
    article.language = row.text("language");
    const auto signature = signature_from(row.text("signature"));
    if (!signature) {
        row.fail(R"("signature" is not one that `entente tag` writes)", "tag the article again, or leave the key out");
    }
    article.signature = *signature;
    article.gazetteer = row.text("gazetteer");
    const auto date = row.text("date");
    const auto parsed = parse_iso_date(date);
    if (!date.empty() && !parsed) {
        row.fail(R"("date" is )" + in_quotes(date) + ", not a day such as 2024-09-20");
    }
    article.date = parsed.value_or(Date{});
    read_entities(row, article.entities);
    row.list("sentences", article.sentences, [next = 0U](const JsonFields& fields, Sentence& sentence) mutable {
        read_sentence(fields, sentence, next);
        next = sentence.number + 1;
    });
    row.list("mentions", article.mentions,
             [&article](const JsonFields& fields, Mention& mention) { read_mention(fields, article, mention); });
}

}  // namespace

/// JSON lines or their compact form, as the first byte says.
struct MentionsReader::Parts {
    void open() {
        char first = 0;
        const auto rest = std::exchange(source, nullptr);
        if (rest(std::span(&first, 1)) == 0) return;
        auto all = [first, given = false, rest](std::span<char> bytes) mutable {
            if (std::exchange(given, true)) return rest(bytes);
            bytes.front() = first;
            return std::size_t{1};
        };
        if (first == CompactMentions::head_mark)
            compact.emplace(std::move(all), std::move(name));
        else
            lines.emplace(std::move(all), std::move(name),
                          "mentions are what `entente tag` writes: one JSON object a line");
    }

    ByteSource source;  ///< until it is open
    std::string name;
    std::optional<JsonLines> lines{};
    std::optional<CompactMentions> compact{};
};

MentionsReader::MentionsReader(ByteSource source, std::string name)
    : parts_(std::make_unique<Parts>(Parts{std::move(source), std::move(name)})) {}
MentionsReader::~MentionsReader() = default;
MentionsReader::MentionsReader(MentionsReader&&) noexcept = default;
MentionsReader& MentionsReader::operator=(MentionsReader&&) noexcept = default;

bool MentionsReader::next(TaggedArticle& article) {
    if (parts_->source) parts_->open();
    if (parts_->compact) return parts_->compact->next(article);
    const auto row = parts_->lines ? parts_->lines->next() : std::nullopt;
    if (row) {
        read_row(*row, article);
    }
    return row.has_value();
}

std::size_t MentionsReader::line() const {
    if (parts_->compact) return parts_->compact->row();
    return parts_->lines ? parts_->lines->line() : 0;
}

}  // namespace entente
