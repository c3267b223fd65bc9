// SPDX-License-Identifier: Apache-2.0
#include <entente/article/phrases.hpp>

#include <algorithm>
#include <bit>

#include <entente/article/byte_set.hpp>

namespace entente {
namespace {

bool is_word_byte(char c) { return bytes_of_words.contains(c); }
bool is_digit(char c) { return ascii_digits.contains(c); }

// Whether `text` starts with `phrase`; a `#` of the phrase takes a number such as 1,228. Gives what it took.
std::optional<std::size_t> matched(std::string_view text, std::string_view phrase) {
    std::size_t at = 0;
    for (const char wanted : phrase) {
        if (at >= text.size()) return {};
        if (wanted == '#' && is_digit(text[at])) {
            while (at < text.size()
                   && (is_digit(text[at])
                       || ((text[at] == ',' || text[at] == '.') && at + 1 < text.size() && is_digit(text[at + 1]))))
                ++at;
        } else if (text[at] == wanted) {
            ++at;
        } else {
            return {};
        }
    }
    const bool inside_word = at < text.size() && is_word_byte(text[at]) && is_word_byte(text[at - 1]);
    return inside_word ? std::nullopt : std::optional(at);
}

std::size_t bucket_of(EightBytes first) {
    const auto one = first.value() & 0xFFU;
    const auto two = first.value() >> 8U & 0xFFU;
    // All digits are one, for `#` stands for each of them; what follows a number may be a digit or not.
    return one == '#' || one - '0' < 10U ? '#' : (one * 7 + two) % 256;
}

}  // namespace

PhraseTable::Row::Row(std::string_view text, PhraseKind of_kind) : phrase(text), kind(of_kind) {
    const auto fixed = std::min(text.find('#'), text.size());
    head = EightBytes(text, 0).first(fixed);
    mask = EightBytes(~std::uint64_t{0}).first(fixed);
}

PhraseTable::PhraseTable(const std::vector<Row>& rows) : rows_(rows.size()) {
    for (const auto& row : rows) ++begins_[bucket_of(EightBytes(row.phrase, 0)) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i)
        begins_[i] = static_cast<std::uint16_t>(begins_[i] + begins_[i - 1]);
    auto next = begins_;
    for (const auto& row : rows) {
        rows_[next[bucket_of(EightBytes(row.phrase, 0))]++] = row;
        if (row.mask < 0xFFFFU) filter_.fill(~std::uint64_t{0});
        // Behind a phrase of two bytes, or before a number, any byte may follow.
        for (std::uint64_t third = 0; third < 256; ++third) {
            const auto bit = bit_of(EightBytes(row.head | (third << 16U & ~row.mask)));
            filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
        }
    }
}

std::span<const PhraseTable::Row> PhraseTable::at(EightBytes first) const {
    if (!may_hold(first)) return {};
    const auto number = bucket_of(first);
    return std::span(rows_).subspan(begins_[number], static_cast<std::size_t>(begins_[number + 1] - begins_[number]));
}

Phrases::Phrases(const Furniture& furniture) : appeal_words_(furniture.appeal_words) {
    std::vector<PhraseTable::Row> rows;
    const auto add = [&](PhraseKind kind, const std::vector<std::string>& phrases) {
        for (const auto& phrase : phrases)
            if (!phrase.empty()) rows.emplace_back(phrases_.emplace_back(phrase), kind);
    };
    add(PhraseKind::line, furniture.lines);
    lines_ = PhraseTable(rows);
    rows.clear();
    add(PhraseKind::line_start, furniture.line_starts);
    add(PhraseKind::list_opener, furniture.list_openers);
    add(PhraseKind::appeal_opener, furniture.appeal_openers);
    add(PhraseKind::page_end, furniture.page_ends);
    add(PhraseKind::navigation, furniture.navigation);
    add(PhraseKind::credit_start, furniture.credit_starts);
    add(PhraseKind::byline_word, furniture.byline_words);
    add(PhraseKind::date_label, furniture.date_labels);
    starts_ = PhraseTable(rows);
    rows.clear();
    add(PhraseKind::appeal_phrase, furniture.appeal_phrases);
    add(PhraseKind::notice, furniture.notices);
    add(PhraseKind::notice_companion, furniture.notice_companions);
    add(PhraseKind::photo_label, furniture.photo_labels);
    add(PhraseKind::credit_phrase, furniture.credit_phrases);
    add(PhraseKind::agency, furniture.agencies);
    anywhere_ = PhraseTable(rows);
}

void Phrases::find(std::string_view plain, std::vector<PhraseHit>& hits, std::size_t limit) const {
    std::size_t counted = 0;  // bytes whose quotation marks are
    bool quoted = false;
    const auto is_quoted = [&](std::size_t at) {
        for (; counted <= at; ++counted) quoted = quoted != (plain[counted] == '"');
        return quoted;
    };
    const auto look = [&](const PhraseTable& table, EightBytes first, std::size_t at) {
        for (const auto& row : table.at(first)) {
            if (!row.may_begin(first)) continue;
            const auto size = matched(plain.substr(at), row.phrase);
            if (!size) continue;
            if (row.kind == PhraseKind::appeal_phrase && is_quoted(at)) continue;  // a speaker's words, not the paper's
            hits.push_back({row.kind, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + *size)});
        }
    };
    if (!plain.empty()) look(starts_, EightBytes(plain, 0), 0);
    const auto end = std::min(limit, plain.size());
    std::uint64_t inside_word = 0;  // or 1
    for (std::size_t block = 0; block < end; block += 64) {
        const auto words = bits_of(plain, block, [](EightBytes bytes) { return bytes.bytes_of_words(); });
        auto starts = ~(words << 1U | inside_word);
        if (end - block < 64) starts &= (std::uint64_t{1} << (end - block)) - 1;
        for (; starts != 0; starts &= starts - 1) {
            const auto at = block + static_cast<std::size_t>(std::countr_zero(starts));
            const EightBytes first(plain, at);
            if (anywhere_.may_hold(first)) look(anywhere_, first, at);
        }
        inside_word = words >> 63U;
    }
}

void prepare(Furniture& furniture) {
    furniture.phrases = std::make_shared<const Phrases>(furniture);
    for (auto& other : furniture.others) prepare(other);
}

bool Phrases::is_line(std::string_view plain) const {
    while (!plain.empty() && (plain.back() == '.' || plain.back() == ' ' || plain.back() == ':'))
        plain.remove_suffix(1);
    const EightBytes first(plain, 0);
    const auto rows = lines_.at(first);
    return !plain.empty() && std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return row.may_begin(first) && matched(plain, row.phrase) == plain.size();
    });
}

bool Phrases::speaks_to_reader(std::string_view plain) const {
    bool quoted = false;
    bool inside_word = false;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (plain[at] == '"') quoted = !quoted;
        const auto here = plain.substr(at);
        const auto says = [&](const std::string& word) { return matched(here, word).has_value(); };
        if (!inside_word && !quoted && std::any_of(appeal_words_.begin(), appeal_words_.end(), says)) return true;
        inside_word = is_word_byte(plain[at]);
    }
    return false;
}

std::size_t count_of(PhraseHits hits, PhraseKind kind) {
    return static_cast<std::size_t>(
        std::count_if(hits.begin(), hits.end(), [&](const auto& hit) { return hit.kind == kind; }));
}

}  // namespace entente
