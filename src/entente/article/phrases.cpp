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

std::uint64_t first_eight(std::string_view text) {
    return little_endian(text.data(), std::min<std::size_t>(8, text.size()));
}

}  // namespace

PhraseTable::Row::Row(std::string_view text, PhraseKind of_kind) : phrase(text), kind(of_kind) {
    const auto fixed = std::min(text.find('#'), text.size());
    head = first_of_eight(first_eight(text), fixed);
    mask = first_of_eight(~std::uint64_t{0}, fixed);
}

PhraseTable::PhraseTable(const std::vector<Row>& rows) : rows_(rows.size()) {
    const auto bucket = [](const Row& row) { return bucket_of(first_eight(row.phrase)); };
    for (const auto& row : rows) {
        ++begins_[bucket(row) + 1];
        starts_.digits = starts_.digits || is_number(first_eight(row.phrase));
        starts_.marks = starts_.marks || !is_word_byte(row.phrase.front());
        const auto fixed = static_cast<std::size_t>(std::popcount(row.mask)) / 8;
        filter_.add(row.head, fixed);
    }
    for (std::size_t i = 1; i < begins_.size(); ++i)
        begins_[i] = static_cast<std::uint16_t>(begins_[i] + begins_[i - 1]);
    auto next = begins_;
    for (const auto& row : rows) rows_[next[bucket(row)]++] = row;
}

void PhraseTable::Filter::add(std::uint64_t head, std::size_t fixed) {
    constexpr auto all = ~std::uint64_t{0};
    std::uint64_t& row = rows_[row_of(head)];
    const auto add_text = [&](std::uint64_t five) { row |= std::uint64_t{1} << column_of(five); };
    if (fixed == 1) rows_.fill(all);
    if (fixed == 2 || fixed == 3) row = all;
    for (std::uint64_t fifth = 0; fifth < 256 && fixed == 4; ++fifth) add_text(head | fifth << 32U);
    if (fixed >= 5) add_text(head);
}

std::size_t PhraseTable::bucket_of(std::uint64_t first) {
    // What follows a number may be a digit or not.
    return is_number(first) ? '#' : ((first & 0xFFU) * 7 + (first >> 8U & 0xFFU)) % 256;
}

std::span<const PhraseTable::Row> PhraseTable::at(std::uint64_t first) const {
    const auto bucket = bucket_of(first);
    return std::span(rows_).subspan(begins_[bucket], static_cast<std::size_t>(begins_[bucket + 1] - begins_[bucket]));
}

Phrases::Phrases(const Furniture& furniture) : appeal_words_(furniture.appeal_words) {
    std::vector<PhraseTable::Row> rows;
    const auto add = [&](PhraseKind kind, const std::vector<std::string>& phrases) {
        for (const auto& phrase : phrases)
            if (!phrase.empty()) rows.emplace_back(phrases_.emplace_back(phrase), kind);
    };
    add(PhraseKind::line, furniture.lines);
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

void Phrases::find(const PlainForms& forms, std::string_view plain, std::vector<PhraseHit>& hits,
                   std::size_t limit) const {
    std::size_t counted = 0;  // bytes whose quotation marks are
    bool quoted = false;
    const auto is_quoted = [&](std::size_t at) {
        for (; counted <= at; ++counted) quoted = quoted != (plain[counted] == '"');
        return quoted;
    };
    const auto look = [&](const PhraseTable& table, std::size_t at, std::uint64_t first) {
        for (const auto& row : table.at(first)) {
            const auto size = row.may_begin(first) ? matched(plain.substr(at), row.phrase) : std::nullopt;
            if (!size) continue;
            if (row.kind == PhraseKind::appeal_phrase && is_quoted(at)) continue;  // a speaker's words, not the paper's
            hits.push_back({row.kind, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + *size)});
        }
    };
    if (plain.empty()) return;
    if (const auto first = PlainForms::first_of(plain); starts_.may_begin(first)) look(starts_, 0, first);
    forms.each_start(plain, limit, anywhere_.starts(), [&](std::size_t at, std::uint64_t first) {
        if (anywhere_.may_begin(first)) look(anywhere_, at, first);
    });
}

void prepare(Furniture& furniture) {
    furniture.phrases = std::make_shared<const Phrases>(furniture);
    for (auto& other : furniture.others) prepare(other);
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

bool is_line(std::string_view plain, PhraseHits hits) {
    while (!plain.empty() && (plain.back() == '.' || plain.back() == ' ' || plain.back() == ':'))
        plain.remove_suffix(1);
    return std::any_of(hits.begin(), hits.end(),
                       [&](const PhraseHit& hit) { return hit.kind == PhraseKind::line && hit.end == plain.size(); });
}

std::size_t count_of(PhraseHits hits, PhraseKind kind) {
    return static_cast<std::size_t>(
        std::count_if(hits.begin(), hits.end(), [&](const auto& hit) { return hit.kind == kind; }));
}

}  // namespace entente
