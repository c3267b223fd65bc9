// SPDX-License-Identifier: Apache-2.0
#include <entente/article/credits.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <entente/article/byte_set.hpp>
#include <entente/article/paragraphs.hpp>
#include <entente/article/word_masks.hpp>

namespace entente {
namespace {

constexpr std::size_t longest_credit = 110;   // bytes
constexpr std::size_t longest_caption = 700;  // bytes, credit included

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return ascii_digits.contains(c); }
bool is_foreign(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_particle(std::string_view word) {
    constexpr std::array<std::string_view, 26> particles = {
        "of", "the", "and", "via", "for", "by",  "in", "with", "to", "handout", "al",  "bin", "da",
        "de", "del", "den", "der", "di",  "dos", "du", "el",   "la", "le",      "ter", "van", "von"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

// Each word starts with a capital, a digit or a letter beyond ASCII, particles aside; the first is no particle.
bool reads_like_names(std::string_view text) {
    static constexpr ByteSet separators(" /,;&|");
    bool any = false;
    for (auto word = next_word(text, separators); !word.empty(); word = next_word(text, separators)) {
        const bool name = is_upper(word.front()) || is_digit(word.front()) || is_foreign(word.front());
        if (!name && (!any || !is_particle(word))) return false;
        any = true;
    }
    return any;
}

struct Tail {
    std::size_t begin = 0;     // of the paragraph's text
    std::string_view content;  // without its brackets or stars
    bool in_brackets = false;
};

/// What may be a credit, in its plain form, with the phrases that it begins with.
struct PlainTail {
    PlainForms forms;
    std::string_view plain;
    std::vector<PhraseHit> hits;

    PlainTail(std::string_view text, const Phrases& phrases) : forms(text.size()), plain(forms.add(text)) {
        constexpr std::size_t latest = 20;  // bytes; "AP Photo/Jane Doe" has its label second
        forms.find_words();
        phrases.find(forms, plain, hits, latest);
    }
};

bool is_agency(const PlainTail& tail) {
    const auto end = tail.plain.find_last_not_of(". ") + 1;
    return std::any_of(tail.hits.begin(), tail.hits.end(), [&](const PhraseHit& hit) {
        return hit.kind == PhraseKind::agency && hit.begin == 0 && hit.end == end;
    });
}

// Names joined by slashes, or "… via Agency". One part must be a full name or an agency: "Donetsk/Luhansk" is no credit.
bool has_credit_shape(std::string_view text, const Phrases& phrases) {
    static constexpr ByteSet stroke("/");
    if (text.size() > longest_credit || !reads_like_names(text) || text.find("://") != std::string_view::npos)
        return false;
    if (text.find(" via ") != std::string_view::npos) return true;
    if (text.find('/') == std::string_view::npos) return false;
    bool named = false;
    std::size_t parts = 0;
    for (auto part = next_word(text, stroke); !part.empty(); part = next_word(text, stroke), ++parts) {
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        named = named || looks_like_name(part) || is_agency(PlainTail(part, phrases));
    }
    return parts >= 2 && named;
}

// "photo", then a colon, "by" or a slash.
bool labels_picture(std::string_view plain, const PhraseHit& label) {
    if (label.kind != PhraseKind::photo_label) return false;
    auto rest = plain.substr(label.end);
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    return rest.starts_with(':') || rest.starts_with('/') || rest.starts_with("by ") || rest.starts_with("courtesy ");
}

bool labels_picture(const PlainTail& tail) {
    return std::any_of(tail.hits.begin(), tail.hits.end(),
                       [&](const PhraseHit& hit) { return labels_picture(tail.plain, hit); });
}

// Whether the end of a paragraph may be a credit that is not in brackets: a label or an agency stands in it, or a stroke or
// "via" joins names. A link, or a mark beyond ASCII right before a word, may hide a label from the paragraph's hits.
bool may_end_in_credit(const Paragraph& paragraph, const PageMarks& marks) {
    const auto words = paragraph.words;
    return count_of(paragraph.hits, PhraseKind::photo_label) + count_of(paragraph.hits, PhraseKind::agency) > 0
           || (marks.stroke && words.find('/') != std::string_view::npos) || (marks.foreign && has_foreign(words))
           || (marks.bracket && words.find(']') != std::string_view::npos)
           || (marks.via && words.find("via") != std::string_view::npos);
}

// Whether the sentence at the end of a paragraph may begin with a label or an agency: only if the paragraph has one, for its
// plain form ends with that of the sentence, unless a link or a mark before the first letter makes a difference.
bool may_be_credited(const Paragraph& paragraph, std::string_view sentence) {
    if (count_of(paragraph.hits, PhraseKind::photo_label) + count_of(paragraph.hits, PhraseKind::agency) > 0)
        return true;
    const char first = sentence.empty() ? ' ' : sentence.front();
    return is_foreign(first) || !bytes_of_words.contains(first) || paragraph.words.find(']') != std::string_view::npos;
}

// Where the last sentence of `text` starts; 0 when it holds one, or when only blanks before `earliest` end one. A dot after
// an initial ends none.
std::size_t last_sentence(std::string_view text, std::size_t earliest = 0) {
    static constexpr auto may_end_one = ByteSet(".!?\"')]*_").and_foreign();
    for (std::size_t at = text.size(); at-- > std::max<std::size_t>(earliest, 2);) {
        if (text[at] != ' ' || at + 1 == text.size() || !may_end_one.contains(text[at - 1])) continue;
        const auto before = text.substr(0, at);
        const bool initial =
            before.back() == '.' && is_upper(before[at - 2]) && (at == 2 || !ascii_letters.contains(before[at - 3]));
        if (!initial && ends_sentence(before)) return at + 1;
    }
    return 0;
}

// The dash that may end a dateline, with the blanks around it; an empty one at the end of a line without one.
Span first_dash(std::string_view line) {
    static constexpr ByteSet first_bytes("-\xE2");
    constexpr std::array<std::string_view, 4> dashes = {"— ", "– ", "- ", "-- "};
    const auto span = [](std::size_t begin, std::size_t end) {
        return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    };
    // Nearly every line has none.
    if (line.find('-') == std::string_view::npos && line.find('\xE2') == std::string_view::npos)
        return span(line.size(), line.size());
    for (auto at = first_bytes.first_in(line); at < line.size(); at = first_bytes.first_in(line, at + 1)) {
        const bool spaced = at > 0 && line[at - 1] == ' ';
        for (const auto dash : dashes) {
            if (!line.substr(at).starts_with(dash)) continue;
            if (spaced) return span(at - 1, at + dash.size());
            if (dash == dashes.front()) return span(at, at + dash.size());
        }
    }
    return span(line.size(), line.size());
}

// What stands last in a paragraph in brackets or in bold.
std::optional<Tail> enclosed_tail(std::string_view text) {
    auto inside = text;
    if (inside.ends_with('.')) inside.remove_suffix(1);
    static constexpr ByteSet closers(")]*_");
    if (inside.empty() || !closers.contains(inside.back())) return {};
    for (const auto& [open, close] : std::array<std::array<std::string_view, 2>, 5>{
             {{"(", ")"}, {"[", "]"}, {"**", "**"}, {"*", "*"}, {"_", "_"}}}) {
        if (!inside.ends_with(close) || inside.size() < open.size() + close.size() + 1) continue;
        const auto content_end = inside.size() - close.size();
        const auto begin = inside.substr(0, content_end).rfind(open);
        if (begin == std::string_view::npos) continue;
        return Tail{begin, inside.substr(begin + open.size(), content_end - begin - open.size()),
                    open == "(" || open == "["};
    }
    return {};
}

}  // namespace

std::optional<PictureCredit> picture_credit(const Paragraph& paragraph, const PageMarks& marks,
                                            const Phrases& phrases) {
    const auto words = paragraph.words;
    if (words.size() > longest_caption) return {};
    const auto from = [&](std::size_t begin, bool captions) {
        return PictureCredit{{paragraph.span.begin + static_cast<std::uint32_t>(begin), paragraph.span.end},
                             captions && begin > 0};
    };
    const auto label = starting(paragraph.hits, PhraseKind::photo_label);
    if (label && labels_picture(paragraph.plain, *label) && words.size() <= longest_credit) return from(0, false);
    if (const auto tail = enclosed_tail(words); tail && tail->content.size() <= longest_credit) {
        const PlainTail plain(tail->content, phrases);
        if (has_credit_shape(tail->content, phrases) || labels_picture(plain)) return from(tail->begin, true);
        // "(Reuters)" alone may end a story as well as a caption.
        if (is_agency(plain)) return from(tail->begin, !tail->in_brackets);
    }
    if (!may_end_in_credit(paragraph, marks)) return {};
    const auto begin = last_sentence(words, words.size() - std::min(words.size(), longest_credit + 1));
    const auto sentence = words.substr(begin);
    if (sentence.size() > longest_credit) return {};
    const auto plain = begin > 0 && may_be_credited(paragraph, sentence)
                           ? std::optional<PlainTail>(std::in_place, sentence, phrases)
                           : std::nullopt;
    if (plain && labels_picture(*plain)) return from(begin, true);
    // Without a caption before it, a line of capitalised words may be a headline: an agency must decide.
    const bool agency = begin > 0 || count_of(paragraph.hits, PhraseKind::agency) > 0;
    if (agency && !ends_sentence(sentence) && has_credit_shape(sentence, phrases)) return from(begin, true);
    if (plain && is_agency(*plain)) return from(begin, true);
    return {};
}

std::vector<Span> source_credits(const Paragraph& paragraph) {
    constexpr std::size_t longest = 220;  // bytes of such a line or sentence
    if (starting(paragraph.hits, PhraseKind::credit_start) && paragraph.span.size() <= longest) return {paragraph.span};
    std::vector<Span> credits;
    if (count_of(paragraph.hits, PhraseKind::credit_phrase) == 0) return credits;
    std::vector<std::uint32_t> origins;
    const auto words = paragraph.words;
    const auto plain = plain_form(words, &origins);
    for (const auto& hit : paragraph.hits) {
        if (hit.kind != PhraseKind::credit_phrase) continue;
        const auto at = origins[hit.begin];
        const std::size_t window = at > longest ? at - longest : 0;
        const auto begin = window + last_sentence(words.substr(window, at + 1 - window));
        auto end = words.find(". ", at);
        end = end == std::string_view::npos ? words.size() : end + 1;
        if (end - begin > longest || (window > 0 && begin == window)) continue;
        const Span span{paragraph.span.begin + static_cast<std::uint32_t>(begin),
                        paragraph.span.begin + static_cast<std::uint32_t>(end)};
        if (credits.empty() || credits.back().end <= span.begin) credits.push_back(span);
    }
    return credits;
}

std::optional<Span> dateline(const Paragraph& paragraph) {
    constexpr std::size_t longest = 90;  // bytes
    const auto head = paragraph.words.substr(0, longest);
    if (head.empty() || !is_upper(head.front())) return {};
    const auto [end, story] = first_dash(head);
    if (end < 4 || story >= head.size()) return {};
    const auto place = head.substr(0, end);
    const auto comma = place.find_first_of(",(");
    const auto town = place.substr(0, comma);
    const auto letters = std::count_if(town.begin(), town.end(), is_upper);
    const bool capitals = letters >= 4 && std::none_of(town.begin(), town.end(), is_lower);
    const bool agency = place.ends_with(')') && place.find('(') > 2 && place.find('(') != std::string_view::npos;
    const bool starts_story =
        is_upper(head[story]) || is_digit(head[story]) || head[story] == '"' || is_foreign(head[story]);
    // "NATO — which …" goes on in lower case; a headline "TALKS FAIL - RUSSIA" has no comma, month or agency.
    if (!starts_story
        || (!agency && !(capitals && (comma != std::string_view::npos || head.substr(end).starts_with(" —")))))
        return {};
    if (!std::all_of(place.begin(), place.end(),
                     [](char c) { return c != '?' && c != '!' && c != ';' && c != ':' && c != '"'; }))
        return {};
    return Span{paragraph.span.begin, paragraph.span.begin + story};
}

bool is_byline(const Paragraph& paragraph) {
    const auto word = starting(paragraph.hits, PhraseKind::byline_word);
    if (!word || paragraph.span.size() > longest_credit + 40) return false;
    auto rest = paragraph.words;
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of("*_# ")));
    rest.remove_prefix(std::min<std::size_t>(rest.size(), word->end));
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(" :*_[")));
    if (rest.empty() || ends_sentence(rest)) return false;
    const auto name = rest.substr(0, rest.find_first_of("],|("));
    return (is_upper(rest.front()) || is_foreign(rest.front())) && reads_like_names(name);
}

bool looks_like_name(std::string_view line) {
    static constexpr ByteSet marks("0123456789,;:?!/()[]\"");
    static constexpr ByteSet blank(" ");
    if (line.size() > 60 || !reads_like_names(line) || marks.any_in(line)) return false;
    std::size_t words = 0;
    std::string_view last;
    for (auto word = next_word(line, blank); !word.empty(); word = next_word(line, blank)) last = word, ++words;
    return words >= 2 && words <= 4 && !is_particle(last);
}

}  // namespace entente
