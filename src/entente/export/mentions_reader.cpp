// SPDX-License-Identifier: Apache-2.0
#include <entente/export/mentions_jsonl.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>
#include <unistd.h>

#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t first_buffer = std::size_t{1} << 20;  // bytes

/// Cuts a source of bytes into lines, each with room behind it for simdjson to read ahead.
class Lines {
public:
    explicit Lines(ByteSource source) : source_(std::move(source)), buffer_(first_buffer) {}

    /// The next line without its end, or nothing. It holds until the next call.
    std::optional<std::string_view> next() {
        std::size_t searched = begin_;
        for (;;) {
            const auto* found = std::memchr(buffer_.data() + searched, '\n', end_ - searched);
            if (found != nullptr) {
                const auto end = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
                return cut(end, end + 1);
            }
            searched = end_ - begin_;  // where it will be once refill() has moved the line to the front
            if (!refill()) {
                return begin_ == end_ ? std::nullopt : std::optional(cut(end_, end_));
            }
        }
    }

private:
    std::string_view cut(std::size_t end, std::size_t next) {
        const std::string_view line(buffer_.data() + begin_, end - begin_);
        begin_ = next;
        return line;
    }

    bool refill() {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= std::exchange(begin_, 0);
        if (end_ + simdjson::SIMDJSON_PADDING >= buffer_.size()) {
            buffer_.resize(buffer_.size() * 2);
        }
        const auto read = source_(std::span(buffer_).subspan(end_, buffer_.size() - end_ - simdjson::SIMDJSON_PADDING));
        end_ += read;
        return read > 0;
    }

    ByteSource source_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;  ///< of the bytes that no line was cut from
    std::size_t end_ = 0;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

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

std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

/// The fields of one object of a row, read with the row's place at hand.
class Fields {
public:
    Fields(object row, const Place& place) : row_(row), place_(place) {}

    [[noreturn]] void fail(std::string message, std::string hint = {}) const {
        throw Error(Diagnostic{.severity = Severity::error,
                               .place = place_,
                               .message = std::move(message),
                               .source_line = {},
                               .hint = std::move(hint),
                               .code = {}});
    }

    /// Whether `key` is there and not null.
    [[nodiscard]] bool has(std::string_view key) const { return value_of(key).has_value(); }

    /// Empty when absent.
    [[nodiscard]] std::string_view text(std::string_view key) const {
        const auto value = value_of(key);
        std::string_view text;
        if (value && value->get(text) != simdjson::SUCCESS) {
            fail(in_quotes(key) + " is not a text");
        }
        return text;
    }

    [[nodiscard]] std::string_view needed_text(std::string_view key) const {
        const auto found = text(key);
        if (found.empty()) {
            fail(in_quotes(key) + " is missing or empty");
        }
        return found;
    }

    /// 0 when absent.
    [[nodiscard]] std::uint32_t number(std::string_view key) const {
        const auto value = value_of(key);
        std::uint64_t number = 0;
        if (value && (value->get(number) != simdjson::SUCCESS || number > std::numeric_limits<std::uint32_t>::max())) {
            fail(in_quotes(key) + " is not a whole number from 0 to 4294967295");
        }
        return static_cast<std::uint32_t>(number);
    }

    [[nodiscard]] Span span() const {
        if (!has("begin") || !has("end")) {
            fail(R"("begin" or "end" is missing)");
        }
        const Span span{number("begin"), number("end")};
        if (span.end < span.begin) {
            fail(R"("end" comes before "begin")");
        }
        return span;
    }

    /// What `of` makes of the text, or `otherwise` when it is absent.
    template <class Value>
    [[nodiscard]] Value named(std::string_view key, std::optional<Value> (*of)(std::string_view),
                              Value otherwise) const {
        const auto name = text(key);
        const auto value = name.empty() ? std::optional(otherwise) : of(name);
        if (!value) {
            fail("unknown " + std::string(key) + " " + in_quotes(name), "was the file written by a newer entente?");
        }
        return *value;
    }

    /// Reads each object of a list into a row of `rows`, of which those already there are used again.
    template <class Row, class Read>
    void list(std::string_view key, std::vector<Row>& rows, Read read) const {
        const auto value = value_of(key);
        if (!value) {
            rows.clear();
            return;
        }
        array items;
        if (value->get(items) != simdjson::SUCCESS) {
            fail(in_quotes(key) + " is not a list");
        }
        std::size_t count = 0;
        for (const element item : items) {
            object fields;
            if (item.get(fields) != simdjson::SUCCESS) {
                fail(in_quotes(key) + " holds something that is not an object");
            }
            if (count == rows.size()) {
                rows.emplace_back();
            }
            read(Fields(fields, place_), rows[count++]);
        }
        rows.resize(count);
    }

private:
    [[nodiscard]] std::optional<element> value_of(std::string_view key) const {
        element value;
        if (row_.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) {
            return std::nullopt;
        }
        return value;
    }

    object row_;
    const Place& place_;
};

void check_schema(const Fields& row) {
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

void read_entity(const Fields& fields, EntityLabel& entity) {
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

void read_entities(const Fields& row, std::vector<EntityLabel>& entities) {
    row.list("entities", entities, read_entity);
    std::ranges::sort(entities, {}, &EntityLabel::id);
    const auto twice = std::ranges::adjacent_find(entities, {}, &EntityLabel::id);
    if (twice != entities.end()) {
        row.fail("entity " + in_quotes(twice->id) + " is listed twice");
    }
}

void read_sentence(const Fields& fields, Sentence& sentence) {
    sentence.span = fields.span();
    sentence.text = fields.text("text");
}

EntityIndex entity_in(const Fields& fields, const std::vector<EntityLabel>& entities) {
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

void read_mention(const Fields& fields, const TaggedArticle& article, Mention& mention) {
    mention.span = fields.span();
    mention.text = fields.text("text");
    mention.entity = entity_in(fields, article.entities);
    mention.kind = fields.named("kind", mention_kind_of, MentionKind::name);
    mention.rule = fields.named("rule", rule_of, Rule{});
    mention.zone = fields.named("zone", zone_of, Zone::body);
    mention.sentence = fields.number("sentence");
    const auto sentences = article.sentences.size();
    if (sentences > 0 && mention.sentence >= sentences) {
        fields.fail("a mention stands in sentence " + std::to_string(mention.sentence) + ", but the row has "
                    + std::to_string(sentences) + ", counted from 0");
    }
    fields.list("candidates", mention.candidates, [&article](const Fields& candidate, Candidate& row) {
        row = {entity_in(candidate, article.entities), candidate.number("score")};
    });
}

void read_row(const Fields& row, TaggedArticle& article) {
    check_schema(row);
    article.id = row.needed_text("article");
    article.source = row.text("source");
    article.title = row.text("title");
    article.language = row.text("language");
    article.gazetteer = row.text("gazetteer");
    const auto date = row.text("date");
    const auto parsed = parse_iso_date(date);
    if (!date.empty() && !parsed) {
        row.fail(R"("date" is )" + in_quotes(date) + ", not a day such as 2024-09-20");
    }
    article.date = parsed.value_or(Date{});
    read_entities(row, article.entities);
    row.list("sentences", article.sentences, read_sentence);
    row.list("mentions", article.mentions,
             [&article](const Fields& fields, Mention& mention) { read_mention(fields, article, mention); });
}

}  // namespace

/// One line after the other is parsed into the parser's memory and copied into an article from there.
struct MentionsReader::Parts {
    Parts(ByteSource source, std::string name) : lines(std::move(source)), place{.file = std::move(name)} {}

    void read(std::string_view text, TaggedArticle& article) {
        element value;
        const auto error = parser.parse(text.data(), text.size(), false).get(value);
        object row;
        const Fields nothing(row, place);
        if (error == simdjson::UTF8_ERROR) {
            nothing.fail("the row is not UTF-8");
        }
        if (error != simdjson::SUCCESS || value.get(row) != simdjson::SUCCESS) {
            nothing.fail("the line is not a JSON object",
                         "mentions are what `entente tag` writes: one JSON object a line");
        }
        read_row(Fields(row, place), article);
    }

    Lines lines;
    Place place;
    simdjson::dom::parser parser;
};

ByteSource bytes_of(int descriptor, std::string name) {
    return [descriptor, name = std::move(name)](std::span<char> bytes) {
        for (;;) {
            const auto read = ::read(descriptor, bytes.data(), bytes.size());
            if (read >= 0) {
                return static_cast<std::size_t>(read);
            }
            if (errno != EINTR) {
                throw Error("cannot read " + name + ": " + std::strerror(errno));
            }
        }
    };
}

MentionsReader::MentionsReader(ByteSource source, std::string name)
    : parts_(std::make_unique<Parts>(std::move(source), std::move(name))) {}
MentionsReader::~MentionsReader() = default;
MentionsReader::MentionsReader(MentionsReader&&) noexcept = default;
MentionsReader& MentionsReader::operator=(MentionsReader&&) noexcept = default;

bool MentionsReader::next(TaggedArticle& article) {
    while (auto text = parts_->lines.next()) {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (++parts_->place.line == 1 && text->starts_with(byte_order_mark)) {
            text->remove_prefix(byte_order_mark.size());
        }
        if (!is_blank(*text)) {
            parts_->read(*text, article);
            return true;
        }
    }
    return false;
}

std::size_t MentionsReader::line() const { return parts_->place.line; }

}  // namespace entente
