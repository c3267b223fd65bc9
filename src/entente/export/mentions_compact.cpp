// SPDX-License-Identifier: Apache-2.0
#include <entente/export/mentions_compact.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

#include <entente/text/diagnostic.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

constexpr char row_mark = 'R';
constexpr std::size_t block_head = 12;   // bytes
constexpr std::size_t most_number = 10;  // bytes of one

constexpr std::size_t zones = static_cast<std::size_t>(Zone::boilerplate) + 1;
constexpr std::size_t types = static_cast<std::size_t>(EntityType::place) + 1;

enum SentenceFlag : std::uint8_t { has_fingerprint = 1, is_line = 2 };

/// Writes into room that is large enough.
class BlockPen {
public:
    explicit BlockPen(char* at) : at_(at) {}

    void byte(std::uint8_t byte) { *at_++ = static_cast<char>(byte); }
    void number(std::uint64_t number) {
        for (; number >= 0x80; number >>= 7) byte(static_cast<std::uint8_t>(number | 0x80));
        byte(static_cast<std::uint8_t>(number));
    }
    void whole(std::uint64_t number, std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i) byte(static_cast<std::uint8_t>(number >> (8 * i)));
    }
    void text(std::string_view text) {
        number(text.size());
        at_ += text.copy(at_, text.size());
    }
    void span(Span span) {
        number(span.begin);
        number(span.end - span.begin);
    }
    [[nodiscard]] char* at() const { return at_; }

private:
    char* at_;
};

/// Says which block and how long it is, where room was left for it before `content`.
void begin_block(char mark, char* begin, std::string_view content) {
    if (content.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw Error("a row has more than 4 GB", "leave that article out, or write the mentions as JSON lines (.jsonl)");
    }
    BlockPen(begin + 4).whole(content.size(), 4);
    BlockPen pen(begin);
    pen.byte(static_cast<std::uint8_t>(mark));
    pen.whole(hash_of({begin + 4, 4}), 3);
    BlockPen(begin + 8).whole(hash_of(content), 4);
}

/// More than a row has.
std::size_t most_bytes(const TaggedArticle& article) {
    std::size_t bytes = block_head + 24 * most_number + article.id.size() + article.source.size()
                        + article.publisher.size() + article.title.size() + article.language.size()
                        + article.gazetteer.size() + most_number * article.signature.hashes.size();
    for (const EntityLabel& entity : article.entities)
        bytes += 5 * most_number + entity.id.size() + entity.label.size() + entity.country.size();
    for (const Sentence& sentence : article.sentences) bytes += 6 * most_number + sentence.text.size();
    for (const Mention& mention : article.mentions)
        bytes += 9 * most_number + mention.text.size() + 2 * most_number * mention.candidates.size();
    return bytes;
}

void write_facts(const TaggedArticle& article, BlockPen& pen) {
    for (const std::string* text :
         {&article.id, &article.source, &article.publisher, &article.title, &article.language, &article.gazetteer})
        pen.text(*text);
    const Date date = article.date.known() ? article.date : Date{};
    pen.number(static_cast<std::uint16_t>(date.year));
    pen.byte(date.month);
    pen.byte(date.day);
    static const Signature none;
    const Signature& signature = article.signature.words > 0 ? article.signature : none;
    pen.number(signature.words);
    pen.number(signature.furniture);
    pen.number(signature.hashes.size());
    std::uint32_t before = 0;
    for (const std::uint32_t hash : signature.hashes) pen.number(hash - std::exchange(before, hash));
}

void write_sentence(const Sentence& sentence, BlockPen& pen) {
    pen.span(sentence.span);
    pen.number(sentence.number);
    const bool fingerprint = sentence.block.fingerprint != 0;
    pen.byte(static_cast<std::uint8_t>((fingerprint ? has_fingerprint : 0) | (sentence.block.line ? is_line : 0)));
    if (fingerprint) pen.whole(sentence.block.fingerprint, 8);
    pen.text(sentence.text);
}

/// 0 for one that is undecided.
std::uint64_t number_of(EntityIndex entity, const TaggedArticle& article) {
    return entity < article.entities.size() ? std::uint64_t{entity} + 1 : 0;
}

void write_mention(const Mention& mention, const TaggedArticle& article, BlockPen& pen) {
    pen.span(mention.span);
    pen.number(number_of(mention.entity, article));
    pen.byte(static_cast<std::uint8_t>(mention.kind));
    pen.byte(static_cast<std::uint8_t>(mention.rule));
    pen.byte(static_cast<std::uint8_t>(mention.zone));
    pen.number(mention.sentence);
    pen.text(mention.text);
    pen.number(mention.candidates.size());
    for (const Candidate& candidate : mention.candidates) {
        pen.number(number_of(candidate.entity, article));
        pen.number(candidate.score);
    }
}

template <class Item>
std::vector<std::string_view> names_of(std::size_t count) {
    std::vector<std::string_view> names;
    for (std::size_t item = 0; item < count; ++item) names.push_back(name_of(static_cast<Item>(item)));
    return names;
}

/// The place here of each of these names, or -1.
template <class Item>
std::vector<int> places_of(const std::vector<std::string_view>& names, std::size_t count) {
    const auto known = names_of<Item>(count);
    std::vector<int> places;
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(known, name);
        places.push_back(found == known.end() ? -1 : static_cast<int>(found - known.begin()));
    }
    return places;
}

}  // namespace

void CompactMentions::write_head(Output& output) {
    char* const begin = output.room(std::size_t{1} << 14);  // there are some fifty names
    BlockPen pen(begin + block_head);
    pen.number(mentions_schema);
    for (const auto& names : {names_of<MentionKind>(mention_kinds), names_of<Rule>(rules().size()),
                              names_of<Zone>(zones), names_of<EntityType>(types)}) {
        pen.number(names.size());
        for (const std::string_view name : names) pen.text(name);
    }
    begin_block(head_mark, begin, {begin + block_head, pen.at()});
    output.end_at(pen.at());
}

void CompactMentions::write(const TaggedArticle& article, Output& output) {
    char* const begin = output.room(most_bytes(article));
    BlockPen pen(begin + block_head);
    write_facts(article, pen);
    pen.number(article.entities.size());
    for (const EntityLabel& entity : article.entities) {
        pen.text(entity.id);
        pen.text(entity.label);
        pen.byte(static_cast<std::uint8_t>(entity.type));
        pen.text(entity.country);
    }
    pen.number(article.sentences.size());
    for (const Sentence& sentence : article.sentences) write_sentence(sentence, pen);
    pen.number(article.mentions.size());
    for (const Mention& mention : article.mentions) write_mention(mention, article, pen);
    begin_block(row_mark, begin, {begin + block_head, pen.at()});
    output.end_at(pen.at());
}

/// What is left to read of a block.
class CompactMentions::Cursor {
public:
    Cursor(std::string_view bytes, const CompactMentions& rows) : bytes_(bytes), rows_(rows) {}

    std::uint8_t byte() { return static_cast<std::uint8_t>(take(1).front()); }
    std::uint64_t whole(std::size_t bytes) { return little_endian(take(bytes).data(), bytes); }
    std::uint32_t number() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            const std::uint8_t next = byte();
            number |= std::uint64_t{next & 0x7FU} << shift;
            if (next < 0x80 && number <= std::numeric_limits<std::uint32_t>::max())
                return static_cast<std::uint32_t>(number);
        }
        rows_.fail_row("holds a number that is none");
    }
    std::string_view text() { return take(number()); }
    Span span() {
        const std::uint32_t begin = number();
        const std::uint32_t size = number();
        if (begin + size < begin) rows_.fail_row("holds a place that ends before it begins");
        return {begin, begin + size};
    }
    /// How many items a list has, each of which has a byte or more.
    std::size_t items() {
        const std::size_t count = number();
        if (count > bytes_.size()) rows_.fail_row("holds a list that is longer than it");
        return count;
    }
    /// One of those that the head names.
    template <class Item>
    Item named(const std::vector<int>& places) {
        const std::uint8_t place = byte();
        if (place >= places.size() || places[place] < 0) rows_.fail_row("holds a word that this entente does not know");
        return static_cast<Item>(places[place]);
    }
    /// Nobody for 0.
    EntityIndex entity(const TaggedArticle& article) {
        const std::uint32_t entity = number();
        if (entity > article.entities.size()) rows_.fail_row("names somebody who is not among its entities");
        return entity - 1;
    }

private:
    std::string_view take(std::size_t count) {
        if (count > bytes_.size()) rows_.fail_row("ends too early");
        const std::string_view taken = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return taken;
    }

    std::string_view bytes_;
    const CompactMentions& rows_;
};

CompactMentions::CompactMentions(ByteSource source, std::string name)
    : source_(std::move(source)), name_(std::move(name)), buffer_(std::size_t{1} << 20) {}

bool CompactMentions::next(TaggedArticle& article) {
    while (has(1)) {
        const Block block = take_block();
        Cursor cursor(block.content, *this);
        if (block.mark == row_mark) {
            read_row(cursor, article);
            return true;
        }
        read_head(cursor);
    }
    return false;
}

bool CompactMentions::has(std::size_t bytes) {
    while (end_ - begin_ < bytes) {
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
        end_ -= std::exchange(begin_, 0);
        if (end_ == buffer_.size()) buffer_.resize(2 * end_);
        const std::size_t read = source_(std::span(buffer_).subspan(end_));
        if (read == 0) return false;
        end_ += read;
    }
    return true;
}

CompactMentions::Block CompactMentions::take_block() {
    const std::size_t rows_before = row_;
    row_ += buffer_[begin_] == head_mark ? 0 : 1;
    if (!has(block_head)) fail_cut_off();
    const char mark = buffer_[begin_];
    const char* const says_size = buffer_.data() + begin_ + 4;
    if ((mark != head_mark && mark != row_mark)
        || little_endian(says_size - 3, 3) != (hash_of({says_size, 4}) & 0xFFFFFF))
        fail_file(
            rows_before == 0 ? "the file holds no mentions" : "is damaged behind row " + std::to_string(rows_before),
            rows_before == 0 ? "give files that `entente tag` wrote"
                             : "nobody can tell where the next row begins; tag the articles again");
    const std::size_t size = little_endian(says_size, 4);
    if (!has(block_head + size)) fail_cut_off();
    const char* const begin = buffer_.data() + begin_;
    const Block block{mark, {begin + block_head, size}};
    begin_ += block_head + size;
    if (little_endian(begin + 8, 4) == (hash_of(block.content) & 0xFFFFFFFF)) return block;
    if (mark == row_mark) fail_row("is damaged");
    fail_file("the head before row " + std::to_string(row_ + 1) + " is damaged", "tag the articles again");
}

void CompactMentions::read_head(Cursor& head) {
    const std::uint32_t schema = head.number();
    if (schema > mentions_schema)
        fail_file("the rows have schema " + std::to_string(schema) + ", this entente reads "
                      + std::to_string(mentions_schema),
                  "use the entente that wrote them or a newer one, or tag the articles again");
    const auto names = [&head] {
        std::vector<std::string_view> list(head.items());
        for (std::string_view& name : list) name = head.text();
        return list;
    };
    names_.kinds = places_of<MentionKind>(names(), mention_kinds);
    names_.rules = places_of<Rule>(names(), rules().size());
    names_.zones = places_of<Zone>(names(), zones);
    names_.types = places_of<EntityType>(names(), types);
}

void CompactMentions::read_row(Cursor& row, TaggedArticle& article) const {
    for (std::string* text :
         {&article.id, &article.source, &article.publisher, &article.title, &article.language, &article.gazetteer})
        *text = row.text();
    if (article.id.empty()) fail_row("has no id of its article");
    article.date.year = static_cast<std::int16_t>(row.number());
    article.date.month = row.byte();
    article.date.day = row.byte();
    if (article.date != parse_iso_date(to_string(article.date)).value_or(Date{})) fail_row("has a day that is none");
    article.signature.words = row.number();
    article.signature.furniture = row.number();
    article.signature.hashes.resize(row.items());
    std::uint32_t before = 0;
    for (std::uint32_t& hash : article.signature.hashes) before = hash = before + row.number();
    if (!is_sound(article.signature)) fail_row("has a signature that is none");
    article.entities.resize(row.items());
    for (EntityLabel& entity : article.entities) {
        entity.id = row.text();
        entity.label = row.text();
        entity.type = row.named<EntityType>(names_.types);
        entity.country = row.text();
    }
    if (std::ranges::adjacent_find(article.entities, std::ranges::greater_equal(), &EntityLabel::id)
        != article.entities.end())
        fail_row("lists its entities in another order than that of their ids");
    read_sentences(row, article);
    article.mentions.resize(row.items());
    for (Mention& mention : article.mentions) read_mention(row, article, mention);
}

void CompactMentions::read_sentences(Cursor& row, TaggedArticle& article) const {
    article.sentences.resize(row.items());
    std::uint32_t next = 0;
    for (Sentence& sentence : article.sentences) {
        sentence.span = row.span();
        sentence.number = row.number();
        if (sentence.number < next) fail_row("holds sentences in another order than that of the article");
        next = sentence.number + 1;
        const std::uint8_t flags = row.byte();
        sentence.block.line = (flags & is_line) != 0;
        sentence.block.fingerprint = (flags & has_fingerprint) != 0 ? row.whole(8) : 0;
        sentence.text = row.text();
    }
}

void CompactMentions::read_mention(Cursor& row, const TaggedArticle& article, Mention& mention) const {
    mention.span = row.span();
    mention.entity = row.entity(article);
    mention.kind = row.named<MentionKind>(names_.kinds);
    mention.rule = row.named<Rule>(names_.rules);
    mention.zone = row.named<Zone>(names_.zones);
    mention.sentence = row.number();
    if (!article.sentences.empty() && mention.sentence >= article.sentences.size())
        fail_row("holds a mention in a sentence that it has not");
    mention.text = row.text();
    mention.candidates.resize(row.items());
    for (Candidate& candidate : mention.candidates) {
        candidate.entity = row.entity(article);
        candidate.score = row.number();
    }
}

void CompactMentions::fail_row(std::string_view message) const {
    throw Error(error_in(name_, "the row " + std::string(message), "tag the article again", row_));
}

void CompactMentions::fail_cut_off() {
    begin_ = end_;
    fail_row("is cut off: the file ends within it");
}

void CompactMentions::fail_file(std::string message, std::string hint) const {
    throw Error(error_in(name_, std::move(message), std::move(hint)));
}

}  // namespace entente
