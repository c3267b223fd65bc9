// SPDX-License-Identifier: Apache-2.0
#include <entente/article/phrases.hpp>

#include <algorithm>
#include <cstring>

namespace entente {
namespace {

bool is_word_byte(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           || (c >= '0' && c <= '9');
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

std::size_t bucket_of(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto number = [](unsigned value) { return value - '0' < 10U ? static_cast<unsigned>('#') : value; };
    // All digits are one, for `#` stands for each of them; what follows a number may be a digit or not.
    if (number(byte(0)) == '#') return '#';
    return (byte(0) * 7 + byte(1)) % 256;
}

std::uint32_t first_bytes(std::string_view text) {
    std::uint32_t bytes = 0;
    if (text.size() >= sizeof bytes)
        std::memcpy(&bytes, text.data(), sizeof bytes);
    else
        std::memcpy(&bytes, text.data(), text.size());
    return bytes;
}

}  // namespace

PhraseTable::Row::Row(std::string_view text, PhraseKind of_kind) : phrase(text), kind(of_kind) {
    const auto fixed = text.substr(0, std::min<std::size_t>(text.find('#'), sizeof head));
    head = first_bytes(fixed);
    mask = first_bytes(std::string(fixed.size(), '\xFF'));
}

PhraseTable::PhraseTable(const std::vector<Row>& rows) : rows_(rows.size()) {
    for (const auto& row : rows) ++begins_[bucket_of(row.phrase) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i)
        begins_[i] = static_cast<std::uint16_t>(begins_[i] + begins_[i - 1]);
    auto next = begins_;
    for (const auto& row : rows) rows_[next[bucket_of(row.phrase)]++] = row;
}

std::span<const PhraseTable::Row> PhraseTable::at(std::string_view text) const {
    const auto bucket = bucket_of(text);
    return std::span(rows_).subspan(begins_[bucket], static_cast<std::size_t>(begins_[bucket + 1] - begins_[bucket]));
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

std::vector<PhraseHit> Phrases::find(std::string_view plain, std::size_t limit) const {
    std::vector<PhraseHit> hits;
    const auto look = [&](const PhraseTable& table, std::size_t at, bool quoted) {
        const auto first = first_bytes(plain.substr(at));
        for (const auto& row : table.at(plain.substr(at))) {
            if (!row.may_begin(first)) continue;
            if (quoted && row.kind == PhraseKind::appeal_phrase) continue;  // a speaker's words, not the paper's
            const auto size = matched(plain.substr(at), row.phrase);
            if (size)
                hits.push_back({row.kind, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + *size)});
        }
    };
    if (!plain.empty()) look(starts_, 0, false);
    bool inside_word = false;
    bool quoted = false;
    for (std::size_t at = 0; at < std::min(limit, plain.size()); ++at) {
        if (plain[at] == '"') quoted = !quoted;
        if (!inside_word) look(anywhere_, at, quoted);
        inside_word = is_word_byte(plain[at]);
    }
    return hits;
}

void prepare(Furniture& furniture) {
    furniture.phrases = std::make_shared<const Phrases>(furniture);
    for (auto& other : furniture.others) prepare(other);
}

bool Phrases::is_line(std::string_view plain) const {
    while (!plain.empty() && (plain.back() == '.' || plain.back() == ' ' || plain.back() == ':'))
        plain.remove_suffix(1);
    const auto rows = lines_.at(plain);
    return !plain.empty() && std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return matched(plain, row.phrase) == plain.size();
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

std::optional<PhraseHit> starting(const std::vector<PhraseHit>& hits, PhraseKind kind) {
    for (const auto& hit : hits) {
        if (hit.begin > 0) break;
        if (hit.kind == kind) return hit;
    }
    return {};
}

std::size_t count_of(const std::vector<PhraseHit>& hits, PhraseKind kind) {
    return static_cast<std::size_t>(
        std::count_if(hits.begin(), hits.end(), [&](const auto& hit) { return hit.kind == kind; }));
}

}  // namespace entente
